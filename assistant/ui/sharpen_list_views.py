"""Decides how a list of looked-at questions looks as HTML and as CSV; refuses to know how it was read or judged."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.ui.copy import SHARPEN
from assistant.ui.markup import text
from assistant.ui.sharpen_views import name_of

if TYPE_CHECKING:
    from assistant.flows.sharpen import Looked, Summary

_MOST_BYTES = 600_000
"""Characters of a file that the box takes: three hundred long rows."""


def questions(count: int) -> str:
    """So many questions, in words."""
    return SHARPEN.QUESTIONS[min(count, 2)].format(count=count)


def summed(found: "Summary") -> str:
    """How many, how many are ready, and what comes up most."""
    line = SHARPEN.READY_COUNT.format(questions=questions(found.questions), ready=found.ready)
    if not found.times:
        return line
    return f"{line} {SHARPEN.COMMONEST.format(fault=name_of(found.commonest), times=found.times)}"


def table(looked: "Sequence[Looked]") -> str:
    """The questions as a table that sorts by its headings, with the export below; numbers sort as numbers."""
    head = "".join(_heading(column) for column in SHARPEN.COLUMNS)
    body = "".join(map(_row, looked))
    words = f'data-up="{text(SHARPEN.SORTED_UP)}" data-down="{text(SHARPEN.SORTED_DOWN)}"'
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{text(SHARPEN.LIST)}"><table class="sortable" '
        f'role="table" aria-label="{text(SHARPEN.LIST)}" {words}><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>{_export(looked)}'
    )


def _heading(column: str) -> str:
    named = text(SHARPEN.SORT_BY.format(column=column))
    return (
        f'<th scope="col" role="columnheader" aria-sort="none" data-column="{text(column)}">'
        f'<button type="button" data-do="sort" title="{named}">{text(column)}</button></th>'
    )


def _row(one: "Looked") -> str:
    faults = faults_of(one) or SHARPEN.READY
    rewrite = one.found.rewrites[0].text if one.found.rewrites else ""
    ready = "" if one.found.faults else ' class="ready"'
    cells = "".join(
        f'<td role="cell" data-column="{text(column)}">{text(value)}</td>'
        for column, value in zip(SHARPEN.COLUMNS[1:], (one.row.question, faults, rewrite), strict=True)
    )
    return f'<tr role="row"{ready}><th scope="row" role="rowheader" data-column="{text(SHARPEN.COLUMNS[0])}">{one.number}</th>{cells}</tr>'


def faults_of(one: "Looked") -> str:
    """The faults of one question in plain words, divided by semicolons."""
    return "; ".join(name_of(fault.name) for fault in one.found.faults)


def exported(looked: "Sequence[Looked]") -> str:
    """Everything that was found, as CSV, the faults in plain words."""
    from assistant.flows.sharpen import as_csv

    return as_csv(looked, name_of, SHARPEN.READY)


def _export(looked: "Sequence[Looked]") -> str:
    name = text(SHARPEN.EXPORT_FILE)
    done = text(SHARPEN.EXPORTED.format(file=SHARPEN.EXPORT_FILE))
    return (
        f'<div class="actions"><button type="button" data-do="export" data-file="{name}" data-done="{done}" '
        f'data-csv="{text(exported(looked))}">{text(SHARPEN.EXPORT)}</button></div>'
        '<p class="quiet" role="status" data-part="say"></p>'
    )


def file_door() -> str:
    """A button that lets the browser read a file into the box; nothing is uploaded."""
    words = (
        f'data-read="{text(SHARPEN.FILE_READ)}" data-failed="{text(SHARPEN.FILE_FAILED)}" '
        f'data-long="{text(SHARPEN.FILE_LONG)}" data-most="{_MOST_BYTES}"'
    )
    return (
        f'<div class="file" {words}><input class="sr" type="file" id="sharpen-csv" accept=".csv,.tsv,.txt,text/csv,text/plain">'
        f'<label for="sharpen-csv" class="button">{text(SHARPEN.FILE)}</label>'
        f'<span class="quiet" role="status" data-part="say">{text(SHARPEN.FILE_HINT)}</span></div>'
    )
