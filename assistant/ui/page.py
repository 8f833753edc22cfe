"""Decides what the page is made of: a heading and four tabs; refuses to know what a tab does."""

from html import escape
from typing import TYPE_CHECKING

import gradio as gr

from assistant.ui import design, pair, prepare, sharpen
from assistant.ui.copy import APP, TABS

if TYPE_CHECKING:
    from assistant.bootstrap import Assistant


def build(assistant: "Assistant") -> gr.Blocks:
    """The whole page, ready to mount. Gradio runs at most 40 events at once unless told before `queue()`."""
    page = gr.Blocks(title=APP.TITLE, fill_width=True, analytics_enabled=False)
    with page:
        gr.HTML(_heading(), elem_id="masthead", apply_default_css=False)
        with gr.Tabs(elem_id="tabs"):
            with gr.Tab(TABS.PREPARE, id="prepare"):
                prepare.build(assistant, page)
            with gr.Tab(TABS.PAIR, id="pair"):
                pair.build(assistant)
            with gr.Tab(TABS.SHARPEN, id="sharpen-tab"):
                sharpen.build(assistant)
            with gr.Tab(TABS.DESIGN, id="design"):
                design.build(assistant)
    page.max_threads = 1000
    page.state_session_capacity = 1000
    page.queue(default_concurrency_limit=None, api_open=False)
    return page


def _heading() -> str:
    return f'<header class="masthead"><h1>{escape(APP.TITLE)}</h1><p>{escape(APP.TAGLINE)}</p></header>'
