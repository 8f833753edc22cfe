"""Decides how a pasted list of questions becomes rows, and looked-at rows a table to take along; refuses to judge them.

A list is one question a line, or a table with comma, semicolon or tab. Questions hold commas themselves, so a text counts
as a table only where it looks like one: a known column name on top, or the same number of cells in every line and no
blank behind a separator.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

QUESTION_NAMES = ("question", "draft", "text", "questions", "drafts")
CONTEXT_NAMES = ("context", "said", "what they said")
SEPARATORS = ("\t", ";", ",")
_BULLET = re.compile(r"^(?:[-*•–—·]|\(?\d{1,3}[.):])\s+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""Openings that a spreadsheet takes for a formula."""
Table = list[list[str]]


@dataclass(frozen=True)
class Row:
    """A question, and what had been said before it, if that is known."""

    question: str
    context: str = ""


def rows_of(text: str) -> tuple[Row, ...]:
    """The questions of a text, in order; blank ones are left out."""
    text = text.removeprefix("\ufeff").strip("\r\n")
    for separator in SEPARATORS:
        table = _table(text, separator)
        if table and (found := _columns(table)) is not None:
            return _rows(*found)
        if table and _regular(table):
            return _rows(table, 0, 1 if len(table[0]) > 1 else None)
    return _lines(text)


def _table(text: str, separator: str) -> Table:
    """The cells of a text; empty when its quotes are no quotes of a table."""
    try:
        read = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        return [cells for cells in read if any(cell.strip() for cell in cells)]
    except csv.Error:
        return []


def _columns(table: Table) -> tuple[Table, int, int | None] | None:
    """The lines below a heading and where question and context stand; None without a heading that names a question."""
    names = [cell.strip().casefold() for cell in table[0]]
    question = next((names.index(name) for name in QUESTION_NAMES if name in names), None)
    one_column = len(names) == 1 and any(len(cells) > 1 for cells in table)
    if question is None or one_column:
        return None
    return table[1:], question, next((names.index(name) for name in CONTEXT_NAMES if name in names), None)


def _regular(table: Table) -> bool:
    """Whether every line has as many cells, at least two, and none opens with a blank as words after a comma do."""
    width = len(table[0])
    return (
        width > 1
        and all(len(cells) == width for cells in table)
        and not any(cell.startswith(" ") for cells in table for cell in cells[1:])
    )


def _rows(table: Table, question: int, context: int | None) -> tuple[Row, ...]:
    found = (Row(_cell(cells, question), _cell(cells, context)) for cells in table)
    return tuple(row for row in found if row.question)


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _lines(text: str) -> tuple[Row, ...]:
    """One question a line, or one quoted cell a question; bullets and numbers in front are no part of it."""
    cells = [cells[0] for cells in quoted] if (quoted := _one_column(text)) else text.splitlines()
    found = [_BULLET.sub("", cell.strip()).strip() for cell in cells]
    if found and found[0].casefold() in QUESTION_NAMES:
        found = found[1:]
    return tuple(Row(line) for line in found if line)


def _one_column(text: str) -> Table:
    """The cells of a table of one column, where quotes hold line breaks and commas together."""
    table = _table(text, "\x1f")
    return table if '"' in text else []


def csv_of(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV, in which no cell is taken for a formula by a spreadsheet."""
    made = io.StringIO(newline="")
    write = csv.writer(made)
    write.writerow(columns)
    write.writerows([harmless(cell) for cell in row] for row in rows)
    return made.getvalue()


def harmless(cell: str) -> str:
    """A cell that a spreadsheet shows as it is: an apostrophe stands before what would start a formula."""
    return f"'{cell}" if cell.lstrip(" \n").startswith(_FORMULA) else cell
