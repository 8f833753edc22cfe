"""What becomes of a case that is run: held, failed or error, alone in its conversation, which is forgotten."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from assistant.errors import MessageMistake
from assistant.evaluation.cases import JudgeCase, SharpenCase, SuggestCase
from assistant.evaluation.run import CaseResult, count, run_case


def _judge(text: str, in_stance: bool) -> JudgeCase:
    return JudgeCase.model_validate(
        {"id": "j", "suite": "judge", "about": "a case of a test", "origin": "tests", "kind": 0, "text": text, "in_stance": in_stance,
         "thinker": ["I open the shop alone."]}
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "in_stance", "status"),
    [
        pytest.param("What else?", True, "held", id="in-read-as-in"),
        pytest.param("What else?", False, "failed", id="in-said-to-be-out"),
        pytest.param("You should sell the shop.", False, "held", id="out-read-as-out"),
        pytest.param("You should sell the shop.", True, "failed", id="out-said-to-be-in"),
        pytest.param("What else? You should sell the shop.", False, "held", id="one-sentence-is-enough"),
        pytest.param(" ", False, "failed", id="nothing-judged"),
    ],
)
def test_a_judge_case(text: str, in_stance: bool, status: str) -> None:
    """A reply is out when any one sentence is; nothing judged is no verdict."""
    assert run_case(None, _judge(text, in_stance)).status == status  # type: ignore[arg-type]


def test_a_good_talk_holds(case: Callable[..., Any], coach: Callable[..., Any]) -> None:
    """A case whose every promise is kept is held."""
    result = run_case(coach("What matters to you in it?", "Stay with that for a moment."), case("I bake.", "Alone."))
    assert (result.status, result.held, result.failed, result.why) == ("held", True, (), "")


def test_a_failure_names_scorers_and_sentence(case: Callable[..., Any], coach: Callable[..., Any]) -> None:
    """A report points at what broke and at the sentence that broke it."""
    result = run_case(coach("You could hire a baker."), case("I bake.", forbid=["hire"]))
    assert result.status == "failed"
    assert set(result.failed) >= {"judge", "second_opinion", "forbidden_words"}
    assert result.sentence == "You could hire a baker."
    assert "turn 1" in result.why


@pytest.mark.parametrize("trouble", [ValueError("odd"), MessageMistake("Too long.")], ids=["a-bug", "a-named-error"])
def test_an_exception_is_an_error(trouble: Exception, case: Callable[..., Any], coach: Callable[..., Any]) -> None:
    """Whatever goes wrong in a case is never a pass, and the conversation is forgotten all the same."""
    assistant = coach(trouble)
    result = run_case(assistant, case("I bake."))
    assert (result.status, result.held) == ("error", False)
    assert str(trouble) in result.why
    assert assistant.prepare.forgotten == assistant.prepare.begun


def test_a_turn_that_breaks_off_is_an_error(
    case: Callable[..., Any], coach: Callable[..., Any], update: Callable[..., Any]
) -> None:
    """A reply without its last update is not scored as if it were whole."""
    result = run_case(coach(update("What else?", done=False)), case("I bake."))
    assert result.status == "error"
    assert "broke off" in result.why


def test_a_turn_without_updates_is_an_error(case: Callable[..., Any], coach: Callable[..., Any]) -> None:
    """A coach that says nothing at all has not passed."""
    assistant = coach("What else?")

    def nothing(*_: str) -> Iterator[Any]:
        return iter(())

    assistant.prepare.say = nothing
    assert run_case(assistant, case("I bake.")).status == "error"


def test_every_case_has_its_own_conversation(case: Callable[..., Any], coach: Callable[..., Any]) -> None:
    """No case sees another's words: own owner, own id, forgotten at the end."""
    assistant = coach("What else?")
    for name in ("one", "two"):
        run_case(assistant, case("I bake.", id=name))
    assert assistant.prepare.begun == [("evaluation-one", "evaluation-one"), ("evaluation-two", "evaluation-two")]
    assert assistant.prepare.forgotten == assistant.prepare.begun


def test_notes_that_cannot_be_taken_give_no_suggestion(pair: Callable[[Any], Any]) -> None:
    """Refusing empty notes is as good as suggesting nothing; anything else that goes wrong is an error."""

    class Refusing:
        def __init__(self, trouble: Exception) -> None:
            self.trouble = trouble

        def suggest(self, notes: str, asked: tuple[str, ...] = ()) -> list[Any]:
            raise self.trouble

    empty = SuggestCase.model_validate(
        {
            "id": "s",
            "suite": "suggest",
            "about": "a case of a test",
            "origin": "tests",
            "notes": " ",
            "at_least": 0,
            "at_most": 0,
        }
    )
    assert run_case(pair(Refusing(MessageMistake("Nothing."))), empty).status == "held"
    assert run_case(pair(Refusing(KeyError("x"))), empty).status == "error"


def test_a_sharpening_is_scored(pair: Callable[[Any], Any]) -> None:
    """What the sharpener gives back goes through its own table."""

    class Empty:
        faults: tuple[Any, ...] = ()
        rewrites: tuple[Any, ...] = ()

        def sharpen(self, draft: str, context: str = "") -> "Empty":
            return self

    case = SharpenCase.model_validate(
        {
            "id": "s",
            "suite": "sharpen",
            "about": "a case of a test",
            "origin": "tests",
            "draft": "Is it?",
            "faults": ["closed"],
        }
    )
    assert run_case(pair(Empty()), case).failed == ("faults", "rewrite_count")


def test_counting() -> None:
    """Errors count as not held, each suite has its line, the last line holds all."""
    results = [
        CaseResult("a", "judge", "held"),
        CaseResult("b", "judge", "error"),
        CaseResult("c", "ladder", "failed", ("judge",)),
    ]
    lines = [(line.suite, line.cases, line.held, line.errors) for line in count(results)]
    assert lines == [("judge", 2, 1, 1), ("ladder", 1, 0, 0), ("all", 3, 1, 1)]
    assert count(results)[-1].low == pytest.approx(0.0615, abs=1e-3)
