"""Decides which of the thinker's words go into which line of the brief; refuses to change a single one of them.

A line is a verbatim span of a message. What the person edited is theirs: a field they touched is never written again.
"""

import re
from collections.abc import Collection, Sequence

from assistant.coaching.brief_words import (
    ASSUMES,
    BY_CUE,
    EMPTY_STEP,
    FITS,
    FOR_US,
    FROM_PEERS,
    OPENS,
    OTHERS,
    OWN,
    OWN_QUESTION,
    OWN_QUESTION_FROM,
    PROUD,
    SHORT,
    SINGLE,
    STATED,
    STEPS_FROM,
    TOLD_BY,
    WHEN,
    WHY_NOW,
    WITNESS,
)
from assistant.coaching.kinds import Kind
from assistant.coaching.plan import Said
from assistant.coaching.reading import Reading, to_us
from assistant.schemas import Brief, BriefField, BriefLine, Cue
from assistant.text import looks_like_code, sentence_spans, sentences, words

LINES = 3
"""Lines a field holds at most by itself; the page stays one page. The person may add as many as they like."""
LONGEST = 240
"""Characters of one line; a longer sentence is cut at its clause, never in a word."""


def update(brief: Brief, frozen: Collection[BriefField], reading: Reading, said: Sequence[Said]) -> Brief:
    """The brief after a message: what was asked for first, then what the cues show; each sentence used once."""
    if reading.kind not in (Kind.TELLING, Kind.BACK, Kind.DOUBT):
        return brief
    previous = said[-1] if said else None
    page = _Page(dict(brief), frozen, reading, previous.seek if previous else None)
    if reading.kind == Kind.TELLING:
        _answer(page, previous)
        stated = any(STATED.match(one) for one in sentences(reading.message))
        if reading.turn >= OWN_QUESTION_FROM and (stated or not page.brief.get(BriefField.QUESTION)):
            _question(page, unasked=True)
        if not brief.get(BriefField.SITUATION):
            _situation(page, brief)
    _by_cues(page)
    if reading.kind == Kind.TELLING and brief.get(BriefField.SITUATION):
        _situation(page, brief)
    return {field: page.brief[field] for field in BriefField if page.brief.get(field)}


class _Page:
    """The brief while one message is worked in; knows which sentences are taken."""

    def __init__(
        self, brief: Brief, frozen: Collection[BriefField], reading: Reading, asked: BriefField | None
    ) -> None:
        self.brief = brief
        self._frozen = frozen
        self.reading = reading
        wanted = asked == BriefField.ASK_OF_PEERS  # then "just listen" is an answer and no plea to us
        self.spans = [span for span in sentence_spans(reading.message) if _sayable(reading, *span, wanted)]
        self._taken: set[tuple[int, int]] = set()

    def add(self, field: BriefField, start: int, end: int) -> None:
        """Put a span into a field, unless it is full, theirs alone, or the span is used; single lines give way to newer."""
        line = () if field in SINGLE else self.brief.get(field, ())
        start, end = _cut(self.reading.message, start, end)
        text = self.reading.message[start:end]
        known = {tuple(words(old.text)) for old in line}
        if field in self._frozen or len(line) >= LINES or (start, end) in self._taken or tuple(words(text)) in known:
            return
        self._taken.add((start, end))
        self.brief[field] = (*line, BriefLine(text=text, turn=self.reading.turn, start=start, end=end))

    def sentence_at(self, position: int) -> tuple[int, int] | None:
        """The sentence around a place of the message."""
        return next((span for span in self.spans if span[0] <= position < span[1]), None)


def _sayable(reading: Reading, start: int, end: int, wanted: bool = False) -> bool:
    """Pleas, questions, words to the coach, pasted logs and scraps are no line of a brief."""
    text = reading.message[start:end]
    pleading = not wanted and any(span.start < end and start < span.end for span in reading.of(Cue.PLEA))
    first_line = text.split("\n")[0]
    letters = sum(char.isalpha() for char in text)
    return not (
        pleading or to_us(text) or looks_like_code(first_line) or text.endswith("?") or letters <= len(text) / 2
    )


def _answer(page: _Page, previous: Said | None) -> None:
    """What was asked for goes where it was asked to, when the message answers it."""
    if previous is None or previous.seek is None:
        return
    field = previous.seek
    if field == BriefField.QUESTION:
        _question(page)
    elif field == BriefField.BY_WHEN:
        _when(page, 0, len(page.reading.message))
    elif field == BriefField.NEXT_STEP:
        _step(page)
    else:
        for span in _best(page, field):
            page.add(field, *span)


def _best(page: _Page, field: BriefField) -> list[tuple[int, int]]:
    """At most two sentences of an answer: those that show the field's own cue, then those with "I", then the longest; a short one counts as it is."""
    message = page.reading.message
    cues = [cue for cue, owner in BY_CUE if owner == field]
    places = [span.start for span in page.reading.of(*cues)]

    def rank(span: tuple[int, int]) -> tuple[bool, bool, int]:
        text = message[slice(*span)]
        shown = any(span[0] <= place < span[1] for place in places)
        return (not shown, not re.search(r"\b(?:I|i|my|My|yo|mi)\b", text), -len(text))

    fits = FITS.get(field) if len(words(message)) > 4 else None
    if re.match(r"(?:not|no|none|nothing|nada|ninguna?)\b", message.strip(), re.I):
        return []
    full = [
        span
        for span in page.spans
        if len(words(message[slice(*span)])) >= 2 and (fits is None or fits.search(message[slice(*span)]))
    ]
    return sorted(sorted(full, key=rank)[:2])


def _step(page: _Page) -> None:
    """A step is a sentence that commits to something or weighs it; a short plain answer counts too."""
    shown = page.reading.of(Cue.COMMITMENT) or page.reading.of(Cue.OWN_IDEA)
    refused = re.search(r"\b(?:no|not|nothing|none|don'?t|dont)\b", page.reading.message, re.I)
    if shown:
        _add_at(page, BriefField.NEXT_STEP, shown[0].start)
        sentence = page.sentence_at(shown[0].start)
        if sentence:
            _when(page, *sentence)
    elif page.spans and page.reading.word_count <= SHORT and not refused:
        page.add(BriefField.NEXT_STEP, *page.spans[0])
        _when(page, 0, len(page.reading.message))


def _when(page: _Page, start: int, end: int) -> None:
    """The day or date that stands beside a step."""
    found = list(WHEN.finditer(page.reading.message, start, end))
    if found:
        page.add(BriefField.BY_WHEN, *found[-1].span())


def _question(page: _Page, unasked: bool = False) -> None:
    """Their question: a sentence with a question mark, else one that opens like a question; unasked, one about themselves."""
    message = page.reading.message
    spans = [span for span in sentence_spans(message) if not FOR_US.search(message[slice(*span)])]
    long_enough = [span for span in spans if len(words(message[slice(*span)])) >= 3]
    asking = [
        span for span in long_enough if OPENS.match(message[slice(*span)]) or len(words(message[slice(*span)])) >= 5
    ]
    marked = [span for span in asking if message[slice(*span)].rstrip("\"'”’").endswith("?")]
    pleas = [plea.start for plea in page.reading.of(Cue.PLEA)]
    for_us = [span for span in marked if any(span[0] <= plea < span[1] for plea in pleas)]
    stated = [span for span in long_enough if STATED.match(message[slice(*span)])]
    if unasked:
        marked = [span for span in marked if span not in for_us and OWN_QUESTION.match(message[slice(*span)])]
    marked = [span for span in marked if span not in for_us or re.search(r"\b(?:i|we)\b", message[slice(*span)], re.I)]
    theirs = [one for one in long_enough if one not in for_us and OWN.search(message[slice(*one)])]
    opened = [] if unasked else [one for one in theirs if OPENS.match(message[slice(*one)])]
    if chosen := stated or marked or opened:
        page.add(BriefField.QUESTION, *chosen[-1])


def _situation(page: _Page, before: Brief) -> None:
    """What is going on is told at the beginning: up to two sentences of the first telling, one more of the next two."""
    held = before.get(BriefField.SITUATION, ())
    if page.reading.turn > TOLD_BY and held:
        return
    longest = [span for span in page.spans if len(words(page.reading.message[slice(*span)])) >= (8 if held else 5)]
    others = [span for span in longest if OTHERS.search(page.reading.message[slice(*span)])]
    for span in sorted((others or longest or ([] if held else page.spans))[: 1 if held else 2]):
        page.add(BriefField.SITUATION, *span)


def _by_cues(page: _Page) -> None:
    """What the thinker offers unasked, one sentence a field and message; a step counts from the third message on."""
    steps = (
        [one for one in page.reading.of(Cue.COMMITMENT) if not EMPTY_STEP.search(one.quote.text)]
        if page.reading.turn >= STEPS_FROM
        else []
    )
    for span in steps[-1:]:
        _add_at(page, BriefField.NEXT_STEP, span.start)
        if sentence := page.sentence_at(span.start):
            _when(page, *sentence)
    message = page.reading.message.replace("’", "'")
    for start, end in sentence_spans(page.reading.message):
        if FROM_PEERS.search(message[start:end]):  # it may speak of questions, which elsewhere are words to us
            page.add(BriefField.ASK_OF_PEERS, start, end)
    for cue, field in BY_CUE:
        for span in page.reading.of(cue)[:1]:
            _add_at(page, field, span.start)
    for pattern, field in (
        (ASSUMES, BriefField.ASSUME),
        (PROUD, BriefField.RELY_ON),
        (WHY_NOW, BriefField.WHY_NOW),
        (WITNESS, BriefField.WHO_WILL_KNOW),
    ):
        found = pattern.search(message)
        if found and not (field == BriefField.WHY_NOW and (page.brief.get(field) or page.reading.has(Cue.COMMITMENT))):
            _add_at(page, field, found.start())


def _add_at(page: _Page, field: BriefField, position: int) -> None:
    sentence = page.sentence_at(position)
    if sentence:
        page.add(field, *sentence)


def _cut(message: str, start: int, end: int) -> tuple[int, int]:
    """At most LONGEST characters, cut after a comma or a word, without a closing full stop's company."""
    if end - start > LONGEST:
        text = message[start : start + LONGEST]
        comma = max(text.rfind(", "), text.rfind("; "), text.rfind(" – "))
        end = start + (comma if comma > LONGEST / 2 else text.rfind(" ") if " " in text else LONGEST)
    return start, end


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
