"""Decides where the parts of the list of questions stand and what its button calls; refuses to know how rows are read."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.errors import AskwellError
from assistant.ui import sharpen_list_views as views
from assistant.ui.copy import SHARPEN
from assistant.ui.folds import fold
from assistant.ui.markup import panel, status, text
from assistant.ui.theme import asset

if TYPE_CHECKING:
    from assistant.flows.sharpen import Looked, SharpenFlow

TOLD_EVERY = 10
"""Questions between two lines about how far it is."""
QUIETLY: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def build(flow: "SharpenFlow") -> None:
    """Lay out the fold inside the current column and wire it."""
    with fold(SHARPEN.LIST, "sharpen-list"):
        panel(f'<p class="quiet">{text(SHARPEN.LIST_INTRO)}</p>')
        box = gr.Textbox(
            label=SHARPEN.LIST_LABEL, placeholder=SHARPEN.LIST_HINT, lines=5, max_lines=14, elem_id="sharpen-rows"
        )
        with gr.Row(elem_classes="tools"):
            look = gr.Button(SHARPEN.LOOK_ALL, variant="primary", scale=0, min_width=160, elem_id="sharpen-all")
            panel(views.file_door(), "sharpen-file", asset("file.js"))
        say = panel(status(""), "sharpen-list-say")
        shown = panel("", "sharpen-table", asset("table.js"))
    look.click(_looking(flow), box, [say, shown], trigger_mode="once", **QUIETLY)


def _looking(flow: "SharpenFlow") -> Callable[[str], Iterator[tuple[str, str]]]:
    """How far it has come, then the table; a list that cannot be taken is told beside it, and the box is left alone."""

    def look(words: str) -> Iterator[tuple[str, str]]:
        try:
            rows = flow.rows(words)
        except AskwellError as error:
            yield status(str(error), urgent=True), ""
            return
        looked, questions = list["Looked"](), views.questions(len(rows))
        for one in flow.many(rows):
            if len(looked) % TOLD_EVERY == 0:
                yield status(SHARPEN.LOOKING.format(done=len(looked), questions=questions)), ""
            looked.append(one)
        yield status(views.summed(flow.summary(looked))), views.table(looked)

    return look
