"""What the guard promises about streams: any chunking, nothing unjudged, closed when something breaks."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import SettingsMistake
from assistant.stance import Act, Decision, Verdict, classifier, guard, judge

SAID = ["I keep covering for Omar. It is not fair. He said “wait” and I waited."]
PIECES = [
    "You said “I keep covering for Omar.” ", "What matters to you here? ", "Well... maybe rest. ", "e.g. this", "\n", "\n\n", "- Ring Omar\n", "1. ",
    "Options include:\n", "| a | You should rest |\n", "## A heading\n", "```\n", "code()\n", "Take a minute", ". ", "\r\n", "“It is not fair", "” ", "\u200b", "!?", "… so you wait. ",
]  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.lists(st.integers(1, 9), min_size=1, max_size=60)
)
def test_chunking_changes_nothing(text: str, sizes: list[int]) -> None:
    """However a text is cut on its way, the verdicts are those of the whole text."""
    assert list(guard(_cut(text, sizes), SAID)) == judge(text, SAID)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_judged_without_an_error(text: str) -> None:
    """No text breaks the judge, letter by letter or whole, and no visible letter goes missing."""
    verdicts = judge(text)
    assert list(guard(iter(text))) == verdicts
    assert all(verdict.rule != "judging-failed" for verdict in verdicts)


def test_a_sentence_is_out_before_the_next_one_comes() -> None:
    """The first sentence is judged while the stream is still running; the unfinished one is held back."""
    taken: list[str] = []
    verdicts = guard(_watched(["Take a minute.", " ", "What mat", "ters here?"], taken), SAID)
    assert next(verdicts).sentence == "Take a minute."
    assert taken == ["Take a minute.", " "]
    assert [verdict.sentence for verdict in verdicts] == ["What matters here?"]


def test_the_rest_is_flushed_at_the_end() -> None:
    """A last sentence without a full stop is judged, not dropped."""
    assert [verdict.sentence for verdict in guard(["Take a minute"], SAID)] == ["Take a minute"]


@pytest.mark.parametrize(
    "chunk", [b"What matters?", None, 7, ["What matters?"]], ids=["bytes", "none", "number", "list"]
)
def test_a_chunk_that_is_not_text_is_not_shown(chunk: object) -> None:
    """Anything but text gives an unjudged verdict, and the stream goes on."""
    verdicts = list(guard([chunk, "What matters to you?"], SAID))  # type: ignore[list-item]
    assert [(verdict.act, verdict.decision) for verdict in verdicts] == [
        (Act.UNJUDGED, Decision.REPLACE),
        (Act.OPEN_QUESTION, Decision.SHOW),
    ]


def test_an_error_in_judging_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A judge that raises costs the sentence, never the stance."""

    def broken() -> None:
        raise RuntimeError("the judge is broken")

    monkeypatch.setattr(classifier, "shipped", broken)
    verdict = judge("What matters to you?")[0]
    assert (verdict.act, verdict.decision, verdict.rule) == (Act.UNJUDGED, Decision.REPLACE, "judging-failed")


def test_an_unknown_flow_is_a_mistake_of_the_caller() -> None:
    """A flow outside the table is refused before anything is read."""
    with pytest.raises(SettingsMistake, match="cook"):
        guard(iter(["What?"]), flow="cook")
    with pytest.raises(SettingsMistake, match="cook"):
        judge("What?", flow="cook")


def test_items_after_a_lead_in_are_options() -> None:
    """The state is carried from the lead-in to its items and ends with the list."""
    verdicts = judge("Your options include:\n- A quieter desk\n- Longer lunches\n\nWhat matters to you?", SAID)
    assert [verdict.decision == "show" for verdict in verdicts] == [False, False, False, True]


def test_a_script_goes_on_over_its_clauses() -> None:
    """Words put into somebody's mouth stay out of stance until the paragraph ends."""
    verdicts = judge("You could tell him: I have had enough.\nI am leaving at five.\n\nTake a moment.", SAID)
    assert [verdict.decision == "show" for verdict in verdicts][-1] is True
    assert not any(verdict.decision == "show" for verdict in verdicts[:-1])


def test_options_handed_back_are_not_shown() -> None:
    """After ideas were offered, asking which one feels right belongs to the offer."""
    assert judge("You could ring him or wait. Which one feels right?", SAID)[1].act is Act.LEADING_QUESTION
    assert judge("Which one feels right?", SAID)[0].in_stance


def test_a_clause_before_is_read_with_the_sentence() -> None:
    """Advice split over two clauses is seen when the second comes alone."""
    assert judge("maybe ask Omar to swap.", SAID, before="Since you like mornings,")[0].decision != "show"


def test_the_thinkers_sentence_inside_quotation_marks_is_not_cut() -> None:
    """A full stop inside the quoted words ends no sentence of the coach's."""
    verdicts = judge("You said “I keep covering for Omar. It is not fair.” What does that ask of you?", SAID)
    assert [verdict.decision for verdict in verdicts] == ["show", "show"]


def test_an_endless_sentence_is_not_held_for_ever() -> None:
    """Text without an end is cut off by force and not shown."""
    verdicts = list(guard(["what matters to you and "] * 400))
    assert len(verdicts) > 1
    assert verdicts[0].decision is Decision.REPLACE


def test_the_package_stands_alone() -> None:
    """`from assistant.stance import judge, guard` needs no model service, database, search index, screen or trainer."""
    code = "import sys; from assistant.stance import judge, guard; judge('What matters?'); print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not [
        name
        for name in ("gradio", "chromadb", "langchain", "sqlalchemy", "openai", "pydantic", "torch")
        if f"'{name}'" in loaded
    ]


def _cut(text: str, sizes: list[int]) -> Iterator[str]:
    at = turn = 0
    while at < len(text):
        size = sizes[turn % len(sizes)]
        yield text[at : at + size]
        at, turn = at + size, turn + 1


def _watched(chunks: list[str], taken: list[str]) -> Iterator[str]:
    for chunk in chunks:
        taken.append(chunk)
        yield chunk


def test_verdicts_are_plain_values() -> None:
    """A verdict equals another one with the same fields, so streams can be compared."""
    assert judge("Take a moment.") == [
        Verdict(**{name: getattr(judge("Take a moment.")[0], name) for name in Verdict.__slots__})
    ]
