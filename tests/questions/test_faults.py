"""What the fault finder promises, in tables of our own drafts (`drafts.yaml`) and of single rules."""

from pathlib import Path

import pytest
import yaml

from assistant.questions.faults import Fault, find_faults

HERE = Path(__file__).parent
DRAFTS = yaml.safe_load((HERE / "drafts.yaml").read_text(encoding="utf-8"))
KEPT_BACK = yaml.safe_load((HERE / "drafts_kept_back.yaml").read_text(encoding="utf-8"))


def names(draft: str, context: str = "") -> set[str]:
    return {fault.name.value for fault in find_faults(draft, context)}


@pytest.mark.parametrize("row", DRAFTS, ids=[row["id"] for row in DRAFTS])
def test_draft_has_the_faults_its_author_sees(row: dict) -> None:
    """Every draft of ours gets exactly the faults its author gave it."""
    assert names(row["text"], row.get("context", "")) == set(row["faults"])


@pytest.mark.parametrize("row", DRAFTS + KEPT_BACK, ids=[row["id"] + "-span" for row in DRAFTS + KEPT_BACK])
def test_spans_lie_in_the_draft_and_the_reason_names_the_words(row: dict) -> None:
    """A span is a non-empty stretch of the very draft handed in, and the reason is one sentence."""
    for fault in find_faults(row["text"], row.get("context", "")):
        assert fault.why.endswith(".")
        assert "{" not in fault.why
        if fault.span:
            start, end = fault.span
            assert 0 <= start < end <= len(row["text"])


def test_kept_back_drafts_hold_up() -> None:
    """On drafts written before the rules ran on them, micro-F1 stays at .82 or above (.87 when first measured, n = 90; the labelled
    drafts of `evals/sharpening` are the measure)."""
    hit = extra = missed = 0
    for row in KEPT_BACK:
        got, want = names(row["text"], row.get("context", "")), set(row["faults"])
        hit, extra, missed = hit + len(got & want), extra + len(got - want), missed + len(want - got)
    assert 2 * hit / (2 * hit + extra + missed) >= 0.82


def test_every_fault_has_a_draft() -> None:
    """No fault of the list goes without a row in the table."""
    assert {fault for row in DRAFTS for fault in row["faults"]} == {fault.value for fault in Fault}


INTERPLAY = {
    "either-or-is-not-also-closed": ("Will you move the desk or keep it there?", "", {"either_or"}),
    "vague-is-not-also-closed": ("Everything ok?", "", {"vague"}),
    "not-a-question-stands-alone": ("You should ring that horrible man.", "", {"not_a_question"}),
    "charged-claim-is-presupposing-not-loaded": ("How does it feel that she sabotaged you?", "", {"presupposing"}),
    "charged-name-is-loaded-not-presupposing": ("What do you want from this circus?", "", {"loaded_word"}),
    "their-own-idea-is-no-advice": ("What would ringing the baker change?", "I could ring the baker.", set()),
    "the-same-idea-unvoiced-is-advice": (
        "What would ringing the baker change?",
        "The bread comes late.",
        {"advice_in_disguise"},
    ),
    "their-own-feeling-is-no-claim": ("How angry are you with the baker?", "I am so angry with the baker.", set()),
    "why-about-what-they-raised-is-blame": (
        "Why don't you ring the baker?",
        "I never ring the baker, I should.",
        {"why_blame"},
    ),
    "why-with-a-new-act-is-advice": ("Why don't you ring the baker?", "", {"advice_in_disguise"}),
    "tell-me-more-is-open": ("Could you tell me more about the oven?", "", set()),
    "doing-nothing-is-no-proposal": ("What would happen if you did nothing about the oven?", "", set()),
    "quoted-words-are-theirs": (
        "When you say “it is a mess and I should leave”, what comes up?",
        "It is a mess and I should leave.",
        set(),
    ),
    "seen-and-heard-is-not-about-others": ("What did you see the baker do?", "", set()),
    "no-question-mark": ("what do you make of the new oven", "", set()),
    "chatty-opening-is-read-through": ("hey, quick question, did the flour come?", "", {"closed"}),
    "missing-apostrophe": ("dont you think the oven is too old", "", {"closed", "leading"}),
}


@pytest.mark.parametrize(("draft", "context", "expected"), INTERPLAY.values(), ids=INTERPLAY.keys())
def test_faults_that_exclude_or_spare_each_other(draft: str, context: str, expected: set[str]) -> None:
    """The rules of the stance page between two faults, and between a fault and the thinker's own words, hold."""
    assert names(draft, context) == expected


@pytest.mark.parametrize("draft", ["", "   ", "\n", "…", "🙂🙂", "?!?!", "\x00\u202e", "__", '"""'], ids=repr)
def test_empty_and_noise_is_not_a_question(draft: str) -> None:
    """Text without a word in it is named for what it is and nothing else."""
    assert names(draft) == {"not_a_question"}


LONG = {
    "words": "flour " * 17_000,
    "one-word": "x" * 100_000,
    "openers": "have you tried " * 7_000,
    "questions": "What is it? " * 8_500,
    "quotes": '"' * 100_000,
    "joined": "what is it, and " * 6_300 + "why?",
}


@pytest.mark.parametrize("draft", LONG.values(), ids=LONG.keys())
def test_very_long_text_is_long_or_no_question(draft: str) -> None:
    """A hundred thousand characters, as draft and as context, are judged and never choked on."""
    assert names(draft, draft) & {"long_winded", "not_a_question"}
