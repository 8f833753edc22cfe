"""Decides which words of a message the listener sends to which field of the brief; refuses to know how a page is kept.

Words are taken sentence by sentence, a long sentence clause by clause. Each goes to the field it most likely belongs to,
and only where the listener is as sure as the field's level on its card asks for, which was chosen for precision: an empty
line is filled by the person in a moment, a wrong one tells them that nobody listened.
"""

import re
from collections.abc import Iterator

from assistant.coaching import listener
from assistant.coaching.brief_told import answer, for_peers, own_question, when
from assistant.coaching.brief_words import CUED, FOR_US, FROM_PEERS, NO_STEP, NOT_IT, OWN, SHORT, SHOWS, STATED, TOLD_BY
from assistant.coaching.kinds import Kind
from assistant.coaching.page import LONGEST, Page, sayable
from assistant.coaching.quoting import clauses
from assistant.coaching.reading import Reading
from assistant.schemas import Brief, BriefField
from assistant.text import looks_like_code, sentence_spans, sentences

LONG = 40
"""Words from which a sentence is looked at clause by clause."""
TOLD = 5
"""Words of a sentence that can tell what it is about."""
LIKELY = 0.15
"""Likelihood below which the first sentences are small talk, and the next message is waited for."""
ASKED = 0.5
"""Share of its level that is enough for a field that was just asked for."""
LEAST = 6
"""Words of a line that nobody asked for; fewer tell a stranger nothing."""
_SHORT = (BriefField.BY_WHEN, BriefField.WHO_WILL_KNOW)
_POINTS_BACK = re.compile(
    r"(?:so|and|but|or|because|then|it|it's|its|that|that's|thats|this|those|these|they|he|she|him|her|them|from|not|for)\b",
    re.IGNORECASE,
)
_ENDS_BACK = re.compile(r"\b(?:that|it|this|those)\W*$", re.IGNORECASE)
_UNNAMED = re.compile(r"(?:it|it's|its|that|that's|thats|this|those|these)\b", re.IGNORECASE)
"""What a line speaks of must be named, on the line or in the sentence before."""
_OCCASION = re.compile(
    r"\b(?:app|bot|program|chat|peer|session|prepar\w+|supposed to bring|told to (?:do|prepare|bring)|meant to bring|have to bring|how (?:this|it) works|(?:got|have|had|told) to do this)\b",
    re.IGNORECASE,
)
"""What is said about coming here is not what it is about."""
Place = tuple[int, int]


def pieces(text: str) -> Iterator[Place]:
    """Where the sentences of a text are, or the clauses of a long one."""
    for start, end in sentence_spans(text):
        if len(text[start:end].split()) < LONG:
            yield start, end
        else:
            yield from ((start + left, start + right) for left, right in clauses(text[start:end]))


def fields(reading: Reading, asked: BriefField | None) -> list[tuple[float, BriefField, Place]]:
    """What belongs where, surest first: likelihood, field, place."""
    heard = reading.heard
    if heard is None:
        return []
    found = []
    for place in pieces(reading.message):
        cued = {field for cue, field in CUED for span in reading.of(cue) if place[0] <= span.start < place[1]}
        matched = {field for pattern, field, _ in SHOWS if pattern.search(reading.message[slice(*place)])}
        sure = {
            field: heard.likely(field, *place) / _level(field, asked, field in cued, field in matched)
            for field in BriefField
        }
        best = max(sure, key=lambda field: sure[field])
        if sure[best] >= 1.0 and _fitting(
            reading.message[slice(*place)], best, best in cued | matched or best == asked
        ):
            found.append((sure[best], best, place))
    return sorted(found, key=lambda one: -one[0])


def _fitting(text: str, field: BriefField, shown: bool) -> bool:
    """What a field must not hold, whatever the listener thinks (blind readings of briefs).

    What stays unsaid is shown by a cue; a step decides something; a wish to the peers is no wish for the matter.
    """
    if field == BriefField.NOT_SAID:
        return shown
    if field == BriefField.NEXT_STEP:
        return bool(OWN.search(text)) and not NO_STEP.match(text)
    if field == BriefField.QUESTION:
        return not NOT_IT.search(text)
    return field != BriefField.WANT_INSTEAD or not FROM_PEERS.search(text)


def _level(field: BriefField, asked: BriefField | None, cued: bool, matched: bool) -> float:
    """Two networks that agree need be less sure each, and so beside words of the field; so does an answer to what was asked."""
    known = listener.shipped().level
    level = known(f"{field} beside" if cued else field)
    least = next((least for _, owner, least in SHOWS if matched and owner == field), level)
    return min(level, least) * (ASKED if field == asked else 1.0)


def with_what_it_means(message: str, start: int, end: int) -> int:
    """Where a line begins: one sentence earlier when its first or last word points back ("So I do it"), as far as a line may be long."""
    line = message[start:end]
    if not (_POINTS_BACK.match(line) or _ENDS_BACK.search(line)):
        return start
    earlier = [begin for begin, stop in sentence_spans(message) if stop <= start]
    return earlier[-1] if earlier and end - earlier[-1] <= LONGEST else start


def _scrap(text: str) -> bool:
    return len(text.split()) < LEAST or text.count('"') % 2 == 1


def heard(page: Page, asked: BriefField | None) -> None:
    """What the listener sends to the page, and what patterns know for certain; a short plain answer counts as it is."""
    before = dict(page.brief)
    if asked in (BriefField.QUESTION, BriefField.NEXT_STEP, BriefField.BY_WHEN) and page.reading.kind == Kind.TELLING:
        answer(page, asked)
    if page.reading.kind == Kind.TELLING:
        _situation(page)
    used: set[BriefField] = set()
    for _, field, (begin, end) in fields(page.reading, asked):
        if field in used or (field != asked and field not in _SHORT and _scrap(page.reading.message[begin:end])):
            continue
        start = begin if field == BriefField.BY_WHEN else with_what_it_means(page.reading.message, begin, end)
        start = start if page.free(start, end) else begin
        if field != asked and start == begin and _UNNAMED.match(page.reading.message[start:end]):
            continue
        late = field == BriefField.SITUATION and page.reading.turn > TOLD_BY and before.get(field)
        if field == BriefField.BY_WHEN:
            when(page, start, end)
        elif not late and not _out_of_place(page.reading, field, start, end):
            page.add(field, start, end)
            used.add(field)
    if page.reading.kind == Kind.TELLING:
        if any(STATED.match(one) for one in sentences(page.reading.message)):
            own_question(page)
        for_peers(page)
    _day(page, before)
    if asked and page.brief.get(asked) == before.get(asked):
        _plain_answer(page, asked)


def _situation(page: Page) -> None:
    """Somebody who has begun to tell has told what it is about: the sentence of the first messages that is most likely it."""
    ear = page.reading.heard
    if ear is None or page.brief.get(BriefField.SITUATION) or page.reading.turn > TOLD_BY:
        return
    told = [
        span
        for span in page.spans
        if len(page.reading.message[slice(*span)].split()) >= TOLD
        and not page.reading.echoes(*span)
        and not _OCCASION.search(page.reading.message, *span)
    ]
    best = max(told, key=lambda span: ear.likely(BriefField.SITUATION, *span), default=None)
    if best and (page.reading.turn == TOLD_BY or ear.likely(BriefField.SITUATION, *best) >= LIKELY):
        page.add(BriefField.SITUATION, *best)


def _out_of_place(reading: Reading, field: BriefField, start: int, end: int) -> bool:
    """Words to the coach, pleas and logs are no line; what is wanted of peers may sound like words to us, a question may ask."""
    if reading.echoes(start, end):
        return True
    text = reading.message[start:end]
    if field == BriefField.QUESTION and (reading.begs(start) or FOR_US.search(text)):
        return True
    if field in (BriefField.QUESTION, BriefField.ASK_OF_PEERS):
        return looks_like_code(text.split("\n")[0])
    return not sayable(reading, start, end)


def _day(page: Page, before: Brief) -> None:
    """The day that stands beside a step of this message."""
    step = page.brief.get(BriefField.NEXT_STEP, ())
    unchanged = page.brief.get(BriefField.BY_WHEN) == before.get(BriefField.BY_WHEN)
    if step and step[-1].turn == page.reading.turn and unchanged:
        when(page, step[-1].start or 0, step[-1].end or 0)


def _plain_answer(page: Page, asked: BriefField) -> None:
    """A few words right after a field was asked for belong there, when they are no refusal and nothing else took them."""
    if page.reading.kind == Kind.TELLING and page.reading.word_count <= SHORT:
        answer(page, asked)
