"""Promises of `coaching.moves`: which move comes, as a table of scenes."""

import pytest

from assistant.coaching.moves import RULES, decide
from assistant.coaching.plan import Said, Scene
from assistant.coaching.reading import read
from assistant.coaching.safety import Alarm
from assistant.schemas import Brief, BriefField, BriefLine, Cue, Move, PhraseKind, SafetyLevel

CALM = Alarm(SafetyLevel.NOTHING, "", None, "")
ALIVE = "I felt so guilty when she walked out that I never told her what I had seen."
LONG = "The deadline moved twice and everyone in the office acts as if it were normal."


def scene(
    *messages: str, said: tuple[Said, ...] = (), brief: Brief | None = None, level: int = 0, kind: str = ""
) -> Scene:
    """A scene after these messages, the last one new."""
    readings = [read(message, turn) for turn, message in enumerate(messages, 1)]
    return Scene("c", readings[-1], Alarm(SafetyLevel(level), kind, None, ""), brief or {}, tuple(readings[:-1]), said)


def asked(turn: int, move: Move = Move.ASK, **more: object) -> Said:
    """An earlier turn that ended in a question."""
    return Said(turn, move, "What else?", **more)  # type: ignore[arg-type]


QUESTION: Brief = {BriefField.QUESTION: (BriefLine(text="How do I say no?"),)}
STEP: Brief = {
    **QUESTION,
    BriefField.ASK_OF_PEERS: (BriefLine(text="listen"),),
    BriefField.NEXT_STEP: (BriefLine(text="write"),),
}

SCENES = [
    pytest.param(scene(LONG), Move.OPEN, id="first-words"),
    pytest.param(scene("hello"), Move.OPEN, id="greeting"),
    pytest.param(scene(LONG, "what should I do?"), Move.HAND_BACK, id="plea"),
    pytest.param(scene("what should I do about it?"), Move.HAND_BACK, id="plea-first"),
    pytest.param(scene(LONG, "idk"), Move.LIGHTEN, id="hollow"),
    pytest.param(scene(LONG, "stop"), Move.CLOSE, id="stop"),
    pytest.param(scene(LONG, "this is useless"), Move.LIGHTEN, id="doubt"),
    pytest.param(scene(LONG, "who reads this?"), Move.EXPLAIN, id="about-us"),
    pytest.param(scene(LONG, "I just realised I never asked her."), Move.STAY, id="turning-point"),
    pytest.param(scene(LONG, "I keep saying yes."), Move.OWN_PART, id="own-part"),
    pytest.param(scene(LONG, "I haven't told her."), Move.DEEPEN, id="unsaid"),
    pytest.param(scene(LONG, "Nobody ever listens."), Move.TEST_ASSUMPTION, id="absolute"),
    pytest.param(scene(LONG, "x", level=3, kind="suicide"), Move.REFER, id="danger"),
    pytest.param(scene(LONG, "x", level=2, kind="law"), Move.REFER, id="outside"),
    pytest.param(
        scene(LONG, "fine now", said=(Said(1, Move.REFER, "…", kinds=frozenset({PhraseKind.DANGER})),)),
        Move.REFER,
        id="after-danger",
    ),
    pytest.param(
        scene("a b c", "d e f", "g h i", ALIVE, said=(asked(1), asked(2), asked(3))),
        Move.REFLECT,
        id="silence-after-two-questions",
    ),
    pytest.param(
        scene(
            LONG,
            "How do I tell my lead no?",
            said=(asked(1, Move.CHOOSE_FOCUS, seek=BriefField.QUESTION),),
            brief=QUESTION,
        ),
        Move.CHOOSE_FOCUS,
        id="their-question-is-no-plea",
    ),
    pytest.param(scene(LONG, "On Friday.", said=(asked(1),), brief=STEP), Move.COMMIT, id="by-when"),
]


@pytest.mark.parametrize(("where", "move"), SCENES)
def test_the_move_that_comes(where: Scene, move: Move) -> None:
    """Each situation of the coaching page leads to its move."""
    plan = decide(where)
    assert plan.move == move, plan.because
    assert plan.because


def test_a_plea_with_more_in_it_is_answered_with_their_words() -> None:
    """Someone who begs and tells something gets the boundary and a question about what they told."""
    plan = decide(scene(LONG, "Nobody ever listens to me. Just tell me what to do."))
    assert plan.move == Move.HAND_BACK
    assert plan.cue == Cue.ABSOLUTE


def test_the_same_cue_is_not_worked_on_twice_in_a_row() -> None:
    """What was just asked about gives way to something else the thinker said."""
    earlier = (Said(1, Move.TEST_ASSUMPTION, "When not?", cues=frozenset({Cue.ABSOLUTE})),)
    plan = decide(scene(LONG, "It is always so, and it isn't fair.", said=earlier))
    assert plan.cue == Cue.VALUE


def test_hollow_replies_meet_something_different_each_time() -> None:
    """A smaller question, then a choice of pace, then quiet."""
    details = [decide(scene(LONG, *["idk"] * times)).detail for times in (1, 2, 3)]
    assert details == ["smaller", "pace", "quiet"]


def test_no_coaching_question_after_danger() -> None:
    """Whatever is said afterwards in that session, nothing is asked."""
    earlier = (Said(1, Move.REFER, "…", kinds=frozenset({PhraseKind.DANGER})),)
    for message in ("I always do her work", "what should I do?", "stop", "hello", "I will do it on Friday"):
        assert not decide(scene(LONG, message, said=earlier)).ask


def test_the_table_ends_in_a_row_that_always_holds() -> None:
    """No scene is left without a move."""
    assert RULES[-1].holds(scene("."))
