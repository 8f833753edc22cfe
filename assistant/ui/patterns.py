"""Decides how someone's own patterns look as HTML; refuses to know a single count: those stay in the browser.

`assets/patterns.js` counts and fills in; the words it needs stand in data attributes.
"""

import json

from assistant.ui.copy import SHARPEN
from assistant.ui.folds import fold
from assistant.ui.markup import panel, text
from assistant.ui.theme import asset


def build() -> None:
    """Lay out the fold inside the current column."""
    with fold(SHARPEN.PATTERNS, "patterns"):
        panel(counted(), "sharpen-patterns", asset("patterns.js"))


def counted() -> str:
    """The switch, an empty table and the button that forgets."""
    said = (
        f'data-most="{text(SHARPEN.PATTERN_MOST)}" data-down="{text(SHARPEN.PATTERN_DOWN)}" '
        f'data-down-many="{text(SHARPEN.PATTERN_DOWN_MANY)}" data-none="{text(SHARPEN.PATTERNS_NONE)}" '
        f'data-forget="{text(SHARPEN.PATTERN_FORGET)}" data-sure="{text(SHARPEN.PATTERN_SURE)}" '
        f'data-forgotten="{text(SHARPEN.PATTERN_FORGOTTEN)}" data-lost="{text(SHARPEN.PATTERN_LOST)}" '
        f'data-names="{text(json.dumps(SHARPEN.FAULTS))}"'
    )
    return (
        f'<div class="patterns" {said}>'
        f'<p class="quiet">{text(SHARPEN.PATTERNS_INTRO)}</p>'
        f'<label class="switch"><input type="checkbox" role="switch" data-part="on"> {text(SHARPEN.PATTERNS_ON)}</label>'
        f'<p class="status" role="status" data-part="say"></p><div data-part="lines"></div>{_table()}'
        f'<div class="actions"><button type="button" data-part="forget" hidden>{text(SHARPEN.PATTERN_FORGET)}</button></div>'
        "</div>"
    )


def _table() -> str:
    columns = SHARPEN.PATTERN_COLUMNS
    head = "".join(f'<th scope="col">{text(column)}</th>' for column in columns)
    return (
        f'<table class="counts" data-part="table" aria-label="{text(SHARPEN.PATTERNS)}" hidden>'
        f"<thead><tr>{head}</tr></thead><tbody></tbody></table>"
    )
