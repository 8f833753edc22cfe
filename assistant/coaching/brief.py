"""Decides which of the thinker's words go into which line of the brief; refuses to change a single one of them.

A line is a verbatim span of a message. What the person edited is theirs: a field they touched is never written again.
"""

import re
from collections.abc import Collection, Sequence

from assistant.coaching.kinds import Kind
from assistant.coaching.plan import Said
from assistant.coaching.reading import Reading
from assistant.schemas import Brief, BriefField, BriefLine, Cue
from assistant.text import sentence_spans, words

LINES = 3
"""Lines a field holds at most by itself; the page stays one page. The person may add as many as they like."""
LONGEST = 240
"""Characters of one line; a longer sentence is cut at its clause, never in a word."""

_BY_CUE: tuple[tuple[Cue, BriefField], ...] = (
    (Cue.AVOIDED_CONVERSATION, BriefField.NOT_SAID),
    (Cue.OWN_PART, BriefField.MY_PART),
    (Cue.ATTEMPT, BriefField.TRIED),
    (Cue.WISH, BriefField.WANT_INSTEAD),
)
_ASSUMES = re.compile(
    r"\bi (?:assume|suspect|bet|take it|have the feeling that)\b|\bi (?:guess|suppose|imagine) (?:he|she|they|it|people|everyone|nobody|that)\b|"
    r"\b(?:he|she|they|it|people)(?:'s|'re| is| are)? probably\b|\bi(?:'m| am) (?:convinced|sure) (?:he|she|they|that|it)\b",
    re.I,
)
_PROUD = re.compile(
    r"\bi(?:'m| am) (?:\w+ )?(?:proud of|good at)|\bwhat (?:helps|keeps me going)|\bi can (?:rely|count) on\b", re.I
)
_WHY_NOW = re.compile(
    r"\b(?:since (?:last|the|january|february|march|april|may|june|july|august|september|october|november|december|monday|i|we)|"
    r"last (?:week|month|friday|monday|tuesday|wednesday|thursday|night)|yesterday|this (?:morning|week|month)|next (?:week|month|"
    r"monday|tuesday|wednesday|thursday|friday)|deadline|due (?:on|by|in)|starts? (?:on|in|next)|in (?:two|three|a few) (?:days|weeks))\b",
    re.I,
)
_WHEN = re.compile(
    r"\b(?:(?:by|on|before|until|this|next|tomorrow|end of)\s+)*(?:tomorrow|tonight|today|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|next week|this week|the end of (?:the|this) (?:week|month|day)|(?:the )?(?:weekend|next meeting)|this (?:afternoon|evening))\b(?: (?:morning|afternoon|evening))?",
    re.I,
)
_OPENS = re.compile(r"^(?:my question|how|what|where|when|who|which|why|c[oó]mo|qu[eé])\b", re.I)


_TO_US = re.compile(r"\byou\b", re.I)
_STEPS_FROM = 3


def update(brief: Brief, frozen: Collection[BriefField], reading: Reading, said: Sequence[Said]) -> Brief:
    """The brief after a message: what was asked for first, then what the cues show; each sentence used once."""
    if reading.kind not in (Kind.TELLING, Kind.MISREAD):
        return brief
    page = _Page(dict(brief), frozen, reading)
    _answer(page, said[-1] if said else None)
    if any(one.seek == BriefField.QUESTION for one in said[-3:-1]):
        _late_question(page)
    _first_words(page, brief)
    _by_cues(page)
    return {field: page.brief[field] for field in BriefField if page.brief.get(field)}


class _Page:
    """The brief while one message is worked in; knows which sentences are taken."""

    def __init__(self, brief: Brief, frozen: Collection[BriefField], reading: Reading) -> None:
        self.brief = brief
        self._frozen = frozen
        self.reading = reading
        self.spans = [span for span in sentence_spans(reading.message) if _sayable(reading, *span)]
        self._taken: set[tuple[int, int]] = set()

    def add(self, field: BriefField, start: int, end: int) -> None:
        """Put a span into a field, unless it is full, theirs alone, or the span is used."""
        line = self.brief.get(field, ())
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


def _sayable(reading: Reading, start: int, end: int) -> bool:
    """Pleas, greetings, questions to the coach, pasted logs and noise are no line of a brief."""
    text = reading.message[start:end]
    pleading = any(span.start < end and start < span.end for span in reading.of(Cue.PLEA))
    log = bool(re.match(r"\s*(?:at |File \"|Traceback|[\w.]+(?:Error|Exception)\b|>>>|\$ |[{}()\[\];])", text))
    return not pleading and not log and sum(char.isalpha() for char in text) > len(text) / 2


def _answer(page: _Page, previous: Said | None) -> None:
    """What was asked for goes where it was asked to: at most two sentences of the answer."""
    if previous is None or previous.seek is None:
        return
    field = previous.seek
    if field == BriefField.QUESTION:
        _question(page)
        return
    if field == BriefField.NEXT_STEP:
        _when(page)
    if field == BriefField.SITUATION and page.brief.get(field):
        return
    for start, end in page.spans[:2]:
        page.add(field, start, end)


def _when(page: _Page) -> None:
    """The day or date that stands beside a step."""
    if found := list(_WHEN.finditer(page.reading.message)):
        page.add(BriefField.BY_WHEN, *found[-1].span())


def _question(page: _Page) -> None:
    """The sentence with a question mark, else one that opens like a question, else the first; pleas count here."""
    message = page.reading.message
    spans = sentence_spans(message)
    spans = [span for span in spans if not _TO_US.search(message[slice(*span)])]
    marked = [span for span in spans if message[span[0] : span[1]].rstrip("\"'”’").endswith("?")]
    pleas = page.reading.of(Cue.PLEA)
    spans = [span for span in spans if not any(span[0] <= plea.start < span[1] for plea in pleas)]
    chosen = marked or [span for span in spans if _OPENS.match(message[slice(*span)])] or spans[:1]
    if chosen and len(words(message[slice(*chosen[-1])])) >= 3:
        page.add(BriefField.QUESTION, *chosen[-1])


def _late_question(page: _Page) -> None:
    """The question asked for a turn or two ago, when this message holds one that is not put to the coach."""
    for start, end in sentence_spans(page.reading.message):
        text = page.reading.message[start:end]
        if (
            text.endswith("?")
            and _OPENS.match(text)
            and not _TO_US.search(text)
            and not page.brief.get(BriefField.QUESTION)
        ):
            page.add(BriefField.QUESTION, start, end)


def _first_words(page: _Page, before: Brief) -> None:
    """The situation is told in the first message that tells anything: its first two sentences."""
    if before.get(BriefField.SITUATION):
        return
    for start, end in page.spans[:2]:
        if len(words(page.reading.message[start:end])) >= 4:
            page.add(BriefField.SITUATION, start, end)


def _by_cues(page: _Page) -> None:
    """What the thinker offers unasked, one sentence a field and message; a step counts from the third message on."""
    steps = page.reading.of(Cue.COMMITMENT) if page.reading.turn >= _STEPS_FROM else ()
    for span in steps[:1]:
        _add_at(page, BriefField.NEXT_STEP, span.start)
        _when(page)
    for cue, field in _BY_CUE:
        for span in page.reading.of(cue)[:1]:
            _add_at(page, field, span.start)
    message = page.reading.message.replace("’", "'")
    for pattern, field in ((_ASSUMES, BriefField.ASSUME), (_PROUD, BriefField.RELY_ON), (_WHY_NOW, BriefField.WHY_NOW)):
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
