"""Decides where the parts of the Sharpen tab stand and what each click calls; refuses to know how faults are found."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.errors import AskwellError
from assistant.ui import patterns, practice, sharpen_list
from assistant.ui import sharpen_views as views
from assistant.ui.copy import SHARPEN
from assistant.ui.markup import heading, panel, status, text
from assistant.ui.theme import asset

if TYPE_CHECKING:
    from assistant.bootstrap import Assistant
    from assistant.flows.sharpen import SharpenFlow

Handler = Callable[..., Any]
QUIETLY: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
LONGEST = 2000
"""Characters of a question that "Take this" puts into the box; none of ours is near."""


def build(assistant: "Assistant") -> None:
    """Lay out the tab inside the current `gr.Tab` and wire it to `assistant.sharpen`."""
    flow = assistant.sharpen
    with gr.Column(elem_classes="bench", elem_id="sharpen"):
        _workbench(flow)
        sharpen_list.build(flow)
        patterns.build()
        practice.build(assistant.practice)


def _workbench(flow: "SharpenFlow") -> None:
    with gr.Row():
        with gr.Column(min_width=320):
            draft, notes = _boxes()
        with gr.Column(min_width=320):
            result = panel(views.waiting(), "sharpen-result", asset("cards.js") + asset("sharpen.js"))
            panel(f'<div class="sr">{status("")}</div>', "sharpen-say")
    look, given = _looking(flow), [draft, notes]
    if flow.asks:
        ask = gr.Button(SHARPEN.ASK_MODEL, scale=0, min_width=220, elem_id="sharpen-ask")
        ask.click(_asking(flow), given, result, **QUIETLY)
    changes = [draft.input, notes.input, draft.submit, result.submit]
    gr.on(changes, look, given, result, trigger_mode="always_last", **QUIETLY)
    result.select(_taking(flow), notes, [draft, result], **QUIETLY)


def _boxes() -> tuple[gr.Textbox, gr.Textbox]:
    panel(heading(SHARPEN.TITLE, SHARPEN.INTRO))
    notes = gr.Textbox(
        label=SHARPEN.SAID_LABEL, placeholder=SHARPEN.SAID_HINT, lines=2, max_lines=8, elem_id="sharpen-said"
    )
    draft = gr.Textbox(
        label=SHARPEN.DRAFT_LABEL, placeholder=SHARPEN.DRAFT_HINT, lines=1, max_lines=8, elem_id="sharpen-draft"
    )
    panel(views.undo(), "sharpen-undo")
    panel(f'<p class="quiet">{text(SHARPEN.KEPT)}</p>')
    return draft, notes


def _looking(flow: "SharpenFlow") -> Callable[[str, str], str]:
    """The draft as it is typed."""

    def look(draft: str, notes: str) -> str:
        return _shown(flow, draft, notes)

    return look


def _asking(flow: "SharpenFlow") -> Callable[[str, str], str]:
    """The draft with what the language model proposes, as far as it passes; asked only when somebody clicks."""

    def ask(draft: str, notes: str) -> str:
        if flow.one(draft, notes) is None:
            return status(SHARPEN.ASK_MODEL_FIRST, urgent=True)
        try:
            found = flow.proposed(draft, notes)
        except AskwellError as error:
            return status(str(error), urgent=True) + _shown(flow, draft, notes)
        return views.live(draft, notes, found, "" if found.faults else flow.works(draft, notes), False)

    return ask


def _shown(flow: "SharpenFlow", draft: str, notes: str, taken: bool = False) -> str:
    found = flow.one(draft, notes)
    if found is None:
        return views.waiting(draft, notes)
    works = "" if found.faults else flow.works(draft, notes)
    return views.live(draft, notes, found, works, taken)


def _taking(flow: "SharpenFlow") -> Handler:
    """A rewrite into the box, looked at at once; the browser keeps the draft that was there."""

    def take(event: gr.EventData, notes: str) -> tuple[str, str]:
        words = str(event.text)[:LONGEST]
        return words, _shown(flow, words, notes, taken=True)

    return take
