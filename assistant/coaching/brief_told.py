"""Decides which sentences belong to which field by the words they hold, and where an answer to a question about the page goes.

Patterns, for every language: alone in Spanish and German, beside the listener (`brief_heard.py`) in English. Refuses to
know how a page is kept (`page.py`).
"""

import re

from assistant.coaching.brief_words import (
    ASSUMES,
    BY_CUE,
    EMPTY_STEP,
    FITS,
    FOR_US,
    FROM_PEERS,
    NO_STEP,
    NOT_IT,
    OPENS,
    OTHERS,
    OWN,
    OWN_QUESTION,
    OWN_QUESTION_FROM,
    PROUD,
    SHORT,
    STATED,
    STEPS_FROM,
    TOLD_BY,
    WHEN,
    WHY_NOW,
    WITNESS,
)
from assistant.coaching.kinds import Kind
from assistant.coaching.page import Page
from assistant.schemas import Brief, BriefField, Cue
from assistant.text import sentence_spans, sentences, words


def told(page: Page, asked: BriefField | None) -> None:
    """What was asked for first, then what the cues show; each sentence is used once."""
    before, telling = dict(page.brief), page.reading.kind == Kind.TELLING
    if page.reading.kind not in (Kind.TELLING, Kind.BACK, Kind.DOUBT):
        return
    if telling:
        answer(page, asked)
        own_question(page)
        if not before.get(BriefField.SITUATION):
            situation(page, before)
    by_cues(page)
    if telling and before.get(BriefField.SITUATION):
        situation(page, before)


def own_question(page: Page) -> None:
    """A question about themselves, unasked: one that is stated as theirs counts always, any other while there is none."""
    stated = any(STATED.match(one) for one in sentences(page.reading.message))
    if page.reading.turn >= OWN_QUESTION_FROM and (stated or not page.brief.get(BriefField.QUESTION)):
        question(page, unasked=True)


def answer(page: Page, field: BriefField | None) -> None:
    """What was asked for goes where it was asked to, when the message answers it."""
    if field is None:
        return
    if field == BriefField.QUESTION:
        question(page)
    elif field == BriefField.BY_WHEN:
        when(page, 0, len(page.reading.message))
    elif field == BriefField.NEXT_STEP:
        step(page)
    else:
        for span in best(page, field):
            page.add(field, *span)


def best(page: Page, field: BriefField) -> list[tuple[int, int]]:
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


def step(page: Page) -> None:
    """A step is a sentence that commits to something or weighs it; a short plain answer counts too."""
    shown = page.reading.of(Cue.COMMITMENT) or page.reading.of(Cue.OWN_IDEA)
    refused = re.search(r"\b(?:no|not|nothing|none|don'?t|dont)\b", page.reading.message, re.I)
    if shown:
        add_at(page, BriefField.NEXT_STEP, shown[0].start)
        sentence = page.sentence_at(shown[0].start)
        if sentence:
            when(page, *sentence)
    elif page.brief.get(BriefField.NEXT_STEP):
        return
    elif (
        page.spans and 1 < page.reading.word_count <= SHORT and not refused and not NO_STEP.match(page.reading.message)
    ):
        page.add(BriefField.NEXT_STEP, *page.spans[0])
        when(page, 0, len(page.reading.message))


def when(page: Page, start: int, end: int) -> None:
    """The day or date that stands beside a step."""
    found = list(WHEN.finditer(page.reading.message, start, end))
    if found:
        page.add(BriefField.BY_WHEN, *found[-1].span())


def question(page: Page, unasked: bool = False) -> None:
    """Their question: a sentence with a question mark, else one that opens like a question; unasked, one about themselves."""
    message = page.reading.message
    told = [span for span in sentence_spans(message) if not FOR_US.search(message[slice(*span)])]
    spans = [span for span in told if not NOT_IT.search(message[slice(*span)])]
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


def situation(page: Page, before: Brief) -> None:
    """What is going on is told at the beginning: up to two sentences of the first telling, one more of the next two."""
    held = before.get(BriefField.SITUATION, ())
    if page.reading.turn > TOLD_BY and held:
        return
    longest = [span for span in page.spans if len(words(page.reading.message[slice(*span)])) >= (8 if held else 5)]
    others = [span for span in longest if OTHERS.search(page.reading.message[slice(*span)])]
    for span in sorted((others or longest or ([] if held else page.spans))[: 1 if held else 2]):
        page.add(BriefField.SITUATION, *span)


def by_cues(page: Page) -> None:
    """What the thinker offers unasked, one sentence a field and message; a step counts from the third message on."""
    steps = (
        [one for one in page.reading.of(Cue.COMMITMENT) if not EMPTY_STEP.search(one.quote.text)]
        if page.reading.turn >= STEPS_FROM
        else []
    )
    for span in steps[-1:]:
        add_at(page, BriefField.NEXT_STEP, span.start)
        if sentence := page.sentence_at(span.start):
            when(page, *sentence)
    for_peers(page)
    message = page.reading.message.replace("’", "'")
    for cue, field in BY_CUE:
        for span in page.reading.of(cue)[:1]:
            add_at(page, field, span.start)
    for pattern, field in (
        (ASSUMES, BriefField.ASSUME),
        (PROUD, BriefField.RELY_ON),
        (WHY_NOW, BriefField.WHY_NOW),
    ):
        found = pattern.search(message)
        if found and not (field == BriefField.WHY_NOW and (page.brief.get(field) or page.reading.has(Cue.COMMITMENT))):
            add_at(page, field, found.start())


def for_peers(page: Page) -> None:
    """What is wanted from the peers and who will know, said unasked; it may speak of questions, which elsewhere are words to us."""
    message = page.reading.message.replace("’", "'")
    for start, end in sentence_spans(page.reading.message):
        if FROM_PEERS.search(message[start:end]):
            page.add(BriefField.ASK_OF_PEERS, start, end)
    if found := WITNESS.search(message):
        add_at(page, BriefField.WHO_WILL_KNOW, found.start())


def add_at(page: Page, field: BriefField, position: int) -> None:
    sentence = page.sentence_at(position)
    if sentence:
        page.add(field, *sentence)
