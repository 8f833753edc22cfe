"""Decides how the brief changes with a message and with an edit; refuses to change a single word of the thinker's.

A line is a verbatim span of a message. What the person edited is theirs: a field they touched is never written again.
Which words belong where is decided in `brief_heard.py` (English) and `brief_told.py`.
"""

from collections.abc import Collection, Sequence

from assistant.coaching.brief_heard import heard
from assistant.coaching.brief_told import told
from assistant.coaching.page import Page
from assistant.coaching.plan import Said
from assistant.coaching.reading import Reading
from assistant.schemas import Brief, BriefField, BriefLine
from assistant.text import words


def update(brief: Brief, frozen: Collection[BriefField], reading: Reading, said: Sequence[Said]) -> Brief:
    """The brief after a message."""
    asked = said[-1].seek if said else None
    page = Page(dict(brief), frozen, reading, asked)
    (heard if reading.heard else told)(page, asked)
    return {field: page.brief[field] for field in BriefField if page.brief.get(field)}


def edited(brief: Brief, field: BriefField, text: str) -> Brief:
    """The brief after the person wrote a field anew: a line kept as it was keeps its source, any other is their edit."""
    before = {line.text: line for line in brief.get(field, ())}
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    changed = dict(brief)
    changed[field] = tuple(before.get(line) or _as_edit(line, before) for line in lines)
    return {name: changed[name] for name in BriefField if changed.get(name)}


def _as_edit(line: str, before: dict[str, BriefLine]) -> BriefLine:
    """An edit remembers the message it grew out of when it shares half its words with one line."""
    mine = set(words(line))
    for old in before.values():
        theirs = set(words(old.text))
        if old.turn and mine and len(mine & theirs) >= max(len(mine), len(theirs)) / 2:
            return BriefLine(text=line, turn=old.turn, start=old.start, end=old.end, edited=True)
    return BriefLine(text=line, edited=True)
