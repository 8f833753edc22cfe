"""Promises of `choosing` and of the voice: questions fit what was told, nothing is asked twice, whoever complains is heard in both."""

import pytest

from assistant.coaching.choosing import questions
from assistant.coaching.embedded import Speaker
from assistant.coaching.moves import decide
from assistant.coaching.plan import Plan, Said, Scene
from assistant.coaching.reading import read
from assistant.coaching.safety import Alarm
from assistant.knowledge import load
from assistant.schemas import Move, Question, SafetyLevel

CALM = Alarm(SafetyLevel.NOTHING)
TOLD = "She laughed when I said it, and since then I say nothing in the meeting any more."


def scene(message: str, *earlier: str, said: tuple[Said, ...] = (), alarm: Alarm = CALM) -> Scene:
    """A scene after these messages, the last one new."""
    told = tuple(read(one, turn) for turn, one in enumerate(earlier, 1))
    return Scene("c", read(message, len(told) + 1, "", said[-1].text if said else ""), alarm, {}, told, said)


def all_alike(text: str, vector: object) -> dict[str, float]:
    """A ranking that holds every question as likely as any other."""
    return {one.id: 0.0 for one in load().questions if one.language == "en"}


def asked(plan: Plan, where: Scene) -> list[Question]:
    """Every question that may be asked."""
    return questions(plan, where, load(), all_alike, most=2000)


@pytest.mark.parametrize(("message", "person"), [(TOLD, "she"), ("The rota is wrong every single week.", "")])
def test_a_question_about_a_person_needs_a_person(message: str, person: str) -> None:
    """“What did {they} say?” is asked as he, she or they, and not at all where nobody was spoken of."""
    where = scene(message, "It began in May.")
    plan = decide(where)
    assert plan.person == person
    assert any("{th" in one.text for one in asked(plan, where)) == bool(person)


def test_what_was_asked_is_not_asked_again() -> None:
    """Neither the same question nor nearly the same words come twice in a session."""
    first = next(one for one in load().questions if one.text == "What did you want to say back?")
    said = (Said(1, Move.ASK, first.text, (first.id,)),)
    where = scene(TOLD, "It began in May.", said=said)
    assert first.id not in {one.id for one in asked(decide(where), where)}


def test_a_question_that_opens_is_asked_only_at_the_beginning() -> None:
    """Nobody in the middle of a story is asked where they would like to start."""
    late = scene(TOLD, *["It went on like that."] * 5)
    assert not [one for one in asked(decide(late), late) if one.moves[0] == Move.OPEN]


def test_a_larger_bank_is_not_searched_whole() -> None:
    """Where the listener has spoken, only the questions it holds likely are looked at."""
    where = scene(TOLD, "It began in May.")
    few = [one.id for one in load().questions if one.language == "en" and one.moves[0] == Move.DEEPEN][:40]
    found = questions(decide(where), where, load(), lambda *_: dict.fromkeys(few, 0.0), most=2000)
    assert found
    assert {one.id for one in found} <= set(few)


def test_who_complains_and_tells_on_is_heard_in_both() -> None:
    """A few words of amends, and a question about what was told."""
    said = (Said(1, Move.REFLECT, "In your words: “the rota”. What is today's question?"),)
    message = "No, that is not what I said. I said that he lied to my face in front of the whole ward on Monday."
    where = scene(message, "The rota is wrong.", said=said)
    plan = decide(where)
    assert plan.detail.startswith("mend")
    parts = Speaker(plan, where, load(), questions(plan, where, load(), all_alike)).parts()
    assert [part.text.endswith("?") for part in parts] == [False, True]


def test_a_suspicion_stands_beside_the_answer() -> None:
    """Where something graver may stand behind the words, the conversation goes on and one line names where help is, once."""
    alarm = Alarm(SafetyLevel.STRAIN, "aside")
    where = scene(TOLD, alarm=alarm)
    plan = decide(where)
    parts = Speaker(plan, where, load(), questions(plan, where, load(), all_alike), country="GB").parts()
    assert any("?" in part.text for part in parts[:-1])
    assert "Samaritans" in parts[-1].text
    again = scene(TOLD, said=(Said(1, Move.ASK, "What else?", topics=frozenset({"aside"})),), alarm=alarm)
    assert not any("Samaritans" in part.text for part in Speaker(plan, again, load(), []).parts())


@pytest.mark.parametrize(
    ("message", "there"),
    [
        ("I told her on the phone that I would not do it again.", True),
        ("The printer on our floor has been broken for months.", False),
    ],
)
def test_a_question_points_back_only_to_what_was_told(message: str, there: bool) -> None:
    """“How did that conversation end?” needs a conversation in their last words."""
    where = scene(message, "The whole floor smells of toner.")
    may = [one.text for one in asked(Plan(Move.ASK, "", also=(Move.DEEPEN, Move.WIDEN)), where)]
    assert any("that conversation" in one for one in may) == there


def test_a_question_about_us_in_passing_is_answered_and_the_story_goes_on() -> None:
    """Who asks who reads this while telling gets the answer and is asked about what they told."""
    where = scene(
        "He laughed at me in front of the whole ward and I walked out. Who reads this, by the way?", "Hi there."
    )
    plan = decide(where)
    parts = Speaker(plan, where, load(), asked(plan, where)).parts()
    said = [one.text for one in parts]
    assert plan.move == Move.EXPLAIN
    assert "computer" in said[0]
    assert said[-1].endswith("?")


@pytest.mark.parametrize(
    ("asked", "gone"),
    [
        ("Please stop quoting me all the time.", "quotes"),
        ("u dont need to read it back to me", "quotes"),
        ("Don't do the feelings stuff, ok?", "feelings"),
    ],
)
def test_what_people_ask_us_to_leave_out_is_left_out(asked: str, gone: str) -> None:
    """Who does not want to be quoted, or asked about feelings, has to say so once."""
    where = scene(TOLD, asked, "It began in May.")
    plan = decide(where)
    said = " ".join(one.text for one in Speaker(plan, where, load(), questions(plan, where, load(), all_alike)).parts())
    may = list(questions(plan, where, load(), all_alike, most=2000))
    assert may
    if gone == "quotes":
        assert "“" not in said
        assert not any("quote" in one.slots for one in may)
    else:
        assert not any("feel" in one.text.lower() for one in may)


def test_who_puts_us_right_is_taken_at_their_words() -> None:
    """After “no, what mattered was …” those words are where it goes on, and nobody has to tell it a third time."""
    where = scene(
        "That's not what I meant. What I said that mattered was that I let her take the blame for it.",
        "It began in May.",
    )
    plan = decide(where)
    assert plan.move == Move.LIGHTEN
    said = " ".join(one.text for one in Speaker(plan, where, load(), questions(plan, where, load(), all_alike)).parts())
    assert "blame" in said or said.endswith("?")
