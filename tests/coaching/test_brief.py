"""Promises of `coaching.brief`: verbatim lines in the right fields, edits that stay the person's."""

import pytest

from assistant.coaching.brief import edited, update
from assistant.coaching.page import LINES, LONGEST, Page
from assistant.coaching.plan import Said
from assistant.coaching.reading import read
from assistant.schemas import Brief, BriefField, BriefLine, Move

OFFERED = [
    pytest.param("I asked the head twice for a second pair of hands.", BriefField.TRIED, id="tried"),
    pytest.param("I keep covering for him at the till.", BriefField.MY_PART, id="my-part"),
    pytest.param("I want fewer nights on call.", BriefField.WANT_INSTEAD, id="wish"),
    pytest.param("I haven't told her that it hurts.", BriefField.NOT_SAID, id="unsaid"),
    pytest.param("I suspect the board has already decided.", BriefField.ASSUME, id="assumption"),
]


@pytest.mark.parametrize(("sentence", "field"), OFFERED)
def test_what_is_offered_unasked_finds_its_field(sentence: str, field: BriefField) -> None:
    """A sentence that shows a cue goes into the field of that cue, word for word."""
    message = f"Well. {sentence} Anyway."
    brief = update({BriefField.SITUATION: (BriefLine(text="x"),)}, (), read(message, 3), ())
    assert [line.text for line in brief[field]] == [sentence]
    line = brief[field][0]
    assert (message[line.start : line.end], line.turn) == (sentence, 3)


ANSWERS = [
    pytest.param(BriefField.WHY_NOW, "Since the audit in March.", "Since the audit in March.", id="why-now"),
    pytest.param(BriefField.TRIED, "Well. We moved the break twice.", "We moved the break twice.", id="tried"),
    pytest.param(BriefField.MY_PART, "Hm, no. I keep the peace.", "I keep the peace.", id="my-part"),
    pytest.param(BriefField.WANT_INSTEAD, "less shouting at the counter", "less shouting at the counter", id="want"),
    pytest.param(BriefField.NOT_SAID, "That it costs me sleep.", "That it costs me sleep.", id="not-said"),
    pytest.param(BriefField.RELY_ON, "My two sous-chefs.", "My two sous-chefs.", id="rely-on"),
    pytest.param(BriefField.ASK_OF_PEERS, "Just listen, please.", "Just listen, please.", id="ask-of-peers"),
    pytest.param(BriefField.NEXT_STEP, "A walk with Ines.", "A walk with Ines.", id="short-step"),
    pytest.param(BriefField.BY_WHEN, "I think before Thursday.", "before Thursday", id="by-when"),
]


@pytest.mark.parametrize(("field", "message", "line"), ANSWERS)
def test_what_was_asked_for_goes_where_it_was_asked_to(field: BriefField, message: str, line: str) -> None:
    """The answer to a question belongs to the field the question sought."""
    said = (Said(1, Move.ASK, "…?", seek=field),)
    brief = update({BriefField.SITUATION: (BriefLine(text="x"),)}, (), read(message, 5), said)
    assert [one.text for one in brief[field]] == [line]


NO_ANSWERS = [
    pytest.param(BriefField.BY_WHEN, "Do you even listen?", id="a-protest-is-no-date"),
    pytest.param(BriefField.NEXT_STEP, "I have no next step.", id="a-refusal-is-no-step"),
    pytest.param(BriefField.NEXT_STEP, "do what?", id="a-puzzled-reply-is-no-step"),
    pytest.param(BriefField.QUESTION, "I'm honestly kind of angry.", id="a-feeling-is-no-question"),
    pytest.param(BriefField.WHY_NOW, "You asked me that before.", id="words-to-the-coach"),
    pytest.param(BriefField.ASSUME, "On trust? Really?", id="a-question-back"),
    pytest.param(BriefField.TRIED, "That sentence makes no sense.", id="talk-about-the-chat"),
]


@pytest.mark.parametrize(("field", "message"), NO_ANSWERS)
def test_what_does_not_answer_is_not_filed(field: BriefField, message: str) -> None:
    """A protest, a refusal or a remark about the chat after a question does not become a line of the page."""
    said = (Said(1, Move.ASK, "…?", seek=field),)
    before: Brief = {BriefField.SITUATION: (BriefLine(text="x"),)}
    assert update(before, (), read(message, 5), said) == before


def test_the_question_for_the_peers_is_kept_as_a_question() -> None:
    """Of several sentences the one with the question mark becomes the question."""
    said = (Said(1, Move.CHOOSE_FOCUS, "…?", seek=BriefField.QUESTION),)
    brief = update({}, (), read("I think this is it. How do I stay kind when I say no?", 9), said)
    assert brief[BriefField.QUESTION][0].text == "How do I stay kind when I say no?"


@pytest.mark.parametrize("message", ["idk", "what should I do?", "hello", "stop", "Traceback (most recent call last):"])
def test_what_is_no_line_stays_out(message: str) -> None:
    """Pleas, hollow replies, greetings and pasted logs do not land on the page."""
    assert update({}, (), read(message, 1), ()) == {}


def test_a_field_the_person_edited_is_theirs() -> None:
    """Once edited, a field is never written again by the assistant, not even when it was emptied."""
    brief = update({}, {BriefField.TRIED}, read("I asked him twice about it.", 2), ())
    assert BriefField.TRIED not in brief


def test_a_page_stays_a_page() -> None:
    """A field holds at most three lines by itself, and a line at most its length, ending at a word."""
    brief: Brief = {}
    for turn in range(1, 8):
        brief = update(
            brief, (), read(f"I tried talking to colleague {turn} about the rota and nothing came of it.", turn), ()
        )
    assert len(brief[BriefField.TRIED]) == LINES
    long = update({}, (), read("We moved the shelves again " * 40, 1), ())[BriefField.SITUATION][0]
    assert len(long.text) <= LONGEST
    assert long.text.endswith(("We", "moved", "the", "shelves", "again"))


def test_an_edit_remembers_where_it_grew_from() -> None:
    """An unchanged line keeps its source, a changed one remembers it, a new one is the person's own."""
    brief: Brief = {BriefField.TRIED: (BriefLine(text="I asked the head twice", turn=2, start=0, end=22),)}
    changed = edited(
        brief, BriefField.TRIED, "I asked the head twice\nI asked the head three times\nWrote it all down\n\n"
    )
    kept, grown, own = changed[BriefField.TRIED]
    assert (kept.turn, kept.edited) == (2, False)
    assert (grown.turn, grown.edited) == (2, True)
    assert (own.turn, own.edited) == (None, True)
    assert BriefField.TRIED not in edited(brief, BriefField.TRIED, " \n ")


SAID_UNASKED = [
    pytest.param("My wife will ask me on Monday how it was.", BriefField.WHO_WILL_KNOW, id="who-will-ask"),
    pytest.param("Please poke holes in my theory.", BriefField.ASK_OF_PEERS, id="holes"),
    pytest.param("From them I'd want questions and no strategies.", BriefField.ASK_OF_PEERS, id="from-them"),
    pytest.param("I think my question for Thursday is: how do I tell her?", BriefField.QUESTION, id="stated-question"),
]


@pytest.mark.parametrize(("message", "field"), SAID_UNASKED)
def test_what_is_said_for_the_peers_goes_to_their_part_of_the_page(message: str, field: BriefField) -> None:
    """Who will know, what is wanted from the peers and the question for them are filed when they are said, unasked."""
    brief = update({BriefField.SITUATION: (BriefLine(text="x"),)}, (), read(message, 9), ())
    assert [line.text for line in brief[field]] == [message.removeprefix("I think my question for Thursday is: ")]


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("So my question for my group is how do I stop doing her work?", "how do I stop doing her work?"),
        ("For Thursday: what am I afraid of?", "what am I afraid of?"),
        ("My question is whether I stay in this job.", "My question is whether I stay in this job."),
    ],
)
def test_a_question_stands_without_what_announces_it(sentence: str, line: str) -> None:
    """The page holds the question, and its announcement only where the rest would be half a sentence."""
    page = Page({}, (), read(sentence, 5), BriefField.QUESTION)
    page.add(BriefField.QUESTION, 0, len(sentence))
    assert page.brief[BriefField.QUESTION][0].text == line
