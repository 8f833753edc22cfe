"""The programme reflection: one open question after the other, the designer's words on the page, nothing prescribed and nothing kept."""

from pathlib import Path

import pytest

from assistant.errors import KnowledgeMistake
from assistant.flows.programme import BOUNDARY, Answer, ProgrammeFlow
from assistant.stance import Decision, judge

LONG = "People here ask the one colleague who has been around longest, mostly at the coffee machine."


@pytest.fixture(scope="module")
def flow() -> ProgrammeFlow:
    return ProgrammeFlow()


def test_every_question_is_in_stance_and_asks_once(flow: ProgrammeFlow) -> None:
    """What the product promises its thinkers holds for designers too."""
    assert len(flow.steps) >= 12
    for step in flow.steps:
        for text in (step.ask, step.again):
            assert text.count("?") == 1
            assert all(verdict.decision is Decision.SHOW for verdict in judge(text, (), "design"))


def test_a_whole_reflection_leaves_a_page_in_the_designers_words(flow: ProgrammeFlow) -> None:
    """Each answer stands under its heading letter for letter; the question after it says words of it back."""
    answers: tuple[Answer, ...] = ()
    for number in range(len(flow.steps)):
        now = flow.asked(answers)
        assert now.step == number + 1
        answers = flow.answered(answers, f"{LONG} That is number {number}.")
    assert flow.asked(answers).step == 0
    page = flow.page(answers)
    for number, step in enumerate(flow.steps):
        assert f"## {step.heading}\n\n{LONG} That is number {number}." in page
    assert "“" in flow.asked(answers[:1]).text


def test_a_terse_answer_is_asked_about_once_and_a_blank_one_is_left(flow: ProgrammeFlow) -> None:
    """No form: two words get a second question, silence gets the next one, and nobody is asked a third time."""
    terse = flow.answered((), "hardly ever")
    assert flow.steps[0].again in flow.asked(terse).text
    assert flow.asked(flow.answered(terse, "no idea")).step == 2
    assert flow.asked(flow.answered((), "")).step == 2
    assert "(still open)" in flow.page(flow.answered((), ""))


def test_a_plea_is_handed_back(flow: ProgrammeFlow) -> None:
    """Who asks what to do gets the question again and no programme."""
    asked = flow.asked(flow.answered((), "I have no idea, just tell me what the best way would be. What should I do?"))
    assert asked.text.startswith(BOUNDARY)
    assert asked.step == 1


def test_the_three_forms_stand_side_by_side_once(flow: ProgrammeFlow) -> None:
    """The comparison comes with its question and prescribes no order."""
    at = next(number for number, step in enumerate(flow.steps) if step.note)
    answers = tuple(Answer(step.id, LONG) for step in flow.steps[:at])
    note = flow.asked(answers).note
    assert all(form in note for form in ("Peer learning", "Collaborative learning", "Peer coaching"))
    assert "No order is the right one" in note
    assert flow.asked(flow.answered(answers, LONG)).note == ""


def test_a_question_that_leads_is_told_at_start(tmp_path: Path) -> None:
    """A designer who edits the questions cannot make the coach a consultant by mistake."""
    folder = tmp_path / "programme"
    folder.mkdir()
    step = "- {id: a, heading: A, ask: 'Should you not simply pair everybody with their manager?', again: 'What else?'}"
    (folder / "reflection.yaml").write_text(step + "\n")
    with pytest.raises(KnowledgeMistake, match="not shown by the stance"):
        _ = ProgrammeFlow(tmp_path).steps
