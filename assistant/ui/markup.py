"""Decides how values become safe HTML and stand on the page; refuses to know what any of it says.

Everything passes through `text`, so nothing a person typed is read as markup. `panel` keeps `gr.HTML`'s own template,
which puts a value in after the template was compiled: `{{` and `${` in a value stay plain characters.
"""

import re
from collections.abc import Iterable, Sequence
from html import escape

import gradio as gr


def panel(value: str, name: str | None = None, script: str | None = None) -> gr.HTML:
    """A part of the page in the look of assets/parts.css, with the script that brings it to life."""
    return gr.HTML(value, elem_id=name, elem_classes="parts", apply_default_css=False, js_on_load=script)


def text(value: object) -> str:
    """A value as HTML text, also safe inside a quoted attribute."""
    return escape(str(value), quote=True)


def citation(value: str) -> str:
    """A line of SOURCES.md: *titles* in italics, all else as text."""
    return re.sub(r"\*([^*]+)\*", r"<cite>\1</cite>", text(value))


def heading(title: str, intro: str) -> str:
    """The opening of a section."""
    return f'<h2>{text(title)}</h2><p class="quiet">{text(intro)}</p>'


def status(words: str, urgent: bool = False) -> str:
    """A line that a screen reader says when it changes; empty it takes no room."""
    return f'<p class="status" role="{"alert" if urgent else "status"}">{text(words)}</p>'


def progress_bar(done: int, total: int, name: str) -> str:
    """How far something is."""
    return f'<progress max="{max(1, total)}" value="{done}" aria-label="{text(name)}"></progress>'


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Names and values (HTML already) below one another; pairs without a value are left out."""
    return "<dl>" + "".join(f"<dt>{text(name)}</dt><dd>{value}</dd>" for name, value in pairs if value) + "</dl>"


def scroll(caption: str, inside: str) -> str:
    """A part that scrolls on its own, by keyboard too."""
    return f'<div class="scroll" tabindex="0" role="region" aria-label="{text(caption)}">{inside}</div>'


def table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table that turns into a list on a narrow screen; the first column heads its row. Nothing without rows.

    The roles are said outright: `display: block` on a narrow screen would take them away.
    """
    if not rows:
        return ""
    head = "".join(f'<th scope="col" role="columnheader">{text(column)}</th>' for column in columns)
    body = "".join(_row(columns, row) for row in rows)
    return scroll(
        caption,
        f'<table role="table" aria-label="{text(caption)}"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>',
    )


def _row(columns: Sequence[str], row: Sequence[object]) -> str:
    cells = "".join(
        f'<td role="cell" data-column="{text(column)}">{text(value)}</td>'
        for column, value in zip(columns[1:], row[1:], strict=True)
    )
    return f'<tr role="row"><th scope="row" role="rowheader">{text(row[0])}</th>{cells}</tr>'
