"""Decides how a part of a tab is folded away under its heading; refuses to know what it holds.

Not `gr.Accordion`: one that is opened right after its tab was mounted closes again by itself now and then (Gradio 6.31), and
it mounts its parts only when opened. The state stands in `aria-expanded`; the style sheet hides what follows.
"""

import gradio as gr

from assistant.ui.markup import panel, text
from assistant.ui.theme import asset


def fold(title: str, name: str) -> gr.Column:
    """A heading with a button, and the column below it that opens and closes; `name` is the column's id."""
    button = f'<button type="button" aria-expanded="false" aria-controls="{text(name)}">{text(title)}</button>'
    panel(f'<h2 class="fold">{button}</h2>', f"{name}-fold", asset("fold.js"))
    return gr.Column(elem_id=name, elem_classes="folded")
