"""What a designer may change: drafts are checked, differences shown, versions kept with a note, and nothing that ships is touched."""

from pathlib import Path

import pytest

from assistant import settings
from assistant.bootstrap import _tried, build
from assistant.errors import AskwellError, CallerMistake
from assistant.evaluation.run import CaseResult
from assistant.flows.trial import TrialFlow, told
from assistant.flows.workshop import Workshop

PROMPT, PHRASES = "prompts/repair.md", "knowledge/phrases/boundary.yaml"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def test_every_file_that_steers_can_be_chosen(workshop: Workshop) -> None:
    """Prompts with their partials, questions, phrases and protocols; nothing else, and no way out of the folders."""
    files = workshop.files()
    assert {"prompts/_stance.md", PROMPT, PHRASES} <= set(files)
    assert any(file.startswith("knowledge/protocols/") for file in files)
    with pytest.raises(CallerMistake, match="cannot be changed"):
        workshop.text("knowledge/../pyproject.toml")


def test_a_draft_that_cannot_be_used_is_told_with_its_line(workshop: Workshop) -> None:
    """A placeholder nobody declared, a broken YAML: one sentence, and nothing is kept."""
    wrong = workshop.text(PROMPT).replace("{{ reason }}", "{{ reson }}")
    assert "reson" in workshop.mistake(PROMPT, wrong)
    assert workshop.mistake(PHRASES, "- id: [").startswith(f"{PHRASES}, line ")
    with pytest.raises(CallerMistake, match="reson"):
        workshop.keep(PROMPT, wrong, "a slip")
    assert workshop.versions(PROMPT) == []
    assert workshop.mistake(PROMPT, workshop.text(PROMPT)) == ""


def test_a_kept_version_is_in_use_and_can_be_left_again(workshop: Workshop) -> None:
    """Newest first with its note; going back takes what ships into use and keeps what came between."""
    shipped = workshop.text(PROMPT)
    draft = shipped.replace("in other words", "in plainer words")
    assert [line for line in workshop.difference(PROMPT, draft) if line[:1] in "+-"] != []
    first = workshop.keep(PROMPT, draft, "plainer")
    assert (workshop.text(PROMPT), workshop.changed) == (draft, True)
    workshop.go_back(PROMPT, "")
    assert (workshop.text(PROMPT), workshop.changed) == (shipped, False)
    assert [version.note for version in workshop.versions(PROMPT)] == ["back to what ships", "plainer"]
    workshop.go_back(PROMPT, first.id)
    assert workshop.text(PROMPT) == draft


@pytest.mark.parametrize(("text", "note", "reason"), [("same", "x", "in use already"), ("new", " ", "needs a note")])
def test_a_version_changes_something_and_says_why(workshop: Workshop, text: str, note: str, reason: str) -> None:
    """No empty versions, none without a word for those who come after."""
    draft = workshop.text(PROMPT) + ("" if text == "same" else "\n\nBe brief.\n")
    with pytest.raises(CallerMistake, match=reason):
        workshop.keep(PROMPT, draft, note)


def test_the_app_speaks_by_the_kept_version(tmp_path: Path) -> None:
    """What a designer kept is what the next start reads; what ships is as it was."""
    workshop = Workshop(tmp_path)
    shipped = workshop.shipped(PROMPT)
    workshop.keep(PROMPT, shipped.replace("in other words", "in plainer words"), "plainer")
    made = build(settings.load(home=tmp_path, model="", database_url="", chroma_url=""))
    assert "in plainer words" in made.prompts["repair"].body
    assert workshop.shipped(PROMPT) == shipped
    made.close()


def result(key: str, held: bool) -> CaseResult:
    return CaseResult(key, "ladder", "held" if held else "failed", () if held else ("judge",))


def test_a_trial_says_what_differs_first() -> None:
    """Worse and better cases by name, the word for the suite, and the whole as a page."""
    found = told(PROMPT, [result("a", True), result("b", False)], [result("a", False), result("b", True)])
    assert [each.id for each in found.changed] == ["a", "b"]
    assert found.outcome is not None
    assert (found.outcome.worse, found.outcome.better) == (("a",), ("b",))
    assert "none may be" in found.compared[0].word
    assert "Draft of" in found.page


def test_a_softened_boundary_loses_its_trial(workshop: Workshop) -> None:
    """The draft of a phrase file that hands over a step is seen by the suite, in a home of its own."""
    soft = workshop.text(PHRASES)
    for line in [line for line in soft.splitlines() if "text:" in line]:
        soft = soft.replace(line, "  text: 'Perhaps you could talk it over with them first; the rest is yours.'")
    flow = TrialFlow(workshop, _tried)
    *_, last = flow.run(PHRASES, soft, ["judge", "refusal"])
    assert last.outcome is not None
    assert last.done == last.total
    assert last.outcome.worse != ()
    assert workshop.versions(PHRASES) == []


def test_a_trial_can_be_stopped_and_needs_a_usable_draft(workshop: Workshop) -> None:
    """After the case it is at it ends without a report; a broken draft does not begin."""
    flow = TrialFlow(workshop, _tried)
    running = flow.run(PHRASES, workshop.text(PHRASES) + "\n", ["judge"], "mine")
    assert next(running).done == 1
    flow.stop("mine")
    assert [each.outcome for each in running] == []
    with pytest.raises(AskwellError, match="No suite"):
        next(flow.run(PHRASES, workshop.text(PHRASES), []))
    with pytest.raises(AskwellError):
        next(flow.run(PHRASES, "- id: [", ["judge"]))
