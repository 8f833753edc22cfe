"""Decides how a brief travels to the page and where it is edited; refuses to know how its lines came about."""

import time
from typing import Any

import gradio as gr

from assistant.schemas import Brief, BriefField
from assistant.ui.copy import BRIEF
from assistant.ui.theme import asset
from assistant.ui.words import words_of

TEMPLATE = """
<section class="brief" aria-labelledby="brief-title">
  <header><h2 id="brief-title">{title}</h2><nav class="brief-links" aria-label="{title}"></nav></header>
  <p class="lead">{lead}</p>
  <div class="brief-fields"></div>
</section>
"""


def sheet() -> gr.HTML:
    """The live brief; triggers `edit` with the field's name and its whole text, one line of text a line."""
    return gr.HTML(
        as_value("", {}),
        html_template=TEMPLATE.format(title=BRIEF.TITLE, lead=BRIEF.LEAD),
        js_on_load=asset("brief.js"),
        apply_default_css=False,
        elem_id="brief",
        words=words_of(BRIEF),
    )


def as_value(conversation: str, brief: Brief) -> dict[str, Any]:
    """What the page draws; the stamp makes a refused or tidied edit show what is really kept."""
    return {
        "conversation": conversation,
        "stamp": time.monotonic_ns(),
        "fields": [_field(name, brief) for name in BriefField],
    }


def _field(name: BriefField, brief: Brief) -> dict[str, Any]:
    return {
        "name": name.value,
        "label": BRIEF.LABELS[name],
        "lines": [line.model_dump(include={"text", "turn", "edited"}) for line in brief.get(name, ())],
    }
