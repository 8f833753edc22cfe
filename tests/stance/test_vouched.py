"""What the embedded coach says was read against the stance page; the judge knows it word for word and nothing beyond that."""

import pytest

from assistant.stance import judge
from assistant.stance.acts import Act
from assistant.stance.vouched import FILE
from evals.stance.vouch import sentences

SAID = ["I never told him about it, and it makes me tired."]


def test_everything_the_bank_and_the_phrases_say_is_vouched_for() -> None:
    """A sentence added to the knowledge folder is either read and vouched for, or this test names it."""
    known = {row.partition(" | ")[2] for row in FILE.read_text(encoding="utf-8").splitlines()}
    assert [text for _, text in sentences() if text not in known] == []


def test_nothing_is_vouched_for_that_nobody_says() -> None:
    """The list holds what stands in the knowledge folder and nothing else, so it cannot grow into a way around the judge."""
    said = {text for _, text in sentences()}
    assert [row for row in FILE.read_text(encoding="utf-8").splitlines() if row.partition(" | ")[2] not in said] == []


@pytest.mark.parametrize("text", ["You said “I never told him about it”.", "you told me “it makes me tired”."])
def test_a_vouched_sentence_is_shown_with_any_true_quotation(text: str) -> None:
    """Case and the thinker's verbatim words do not matter."""
    verdict = judge(text, SAID)[0]
    assert (verdict.rule, verdict.decision) == ("vouched-for", "show")


@pytest.mark.parametrize(
    "text", ["You said “you should tell him tonight”.", "You told me “it makes me tired”, so you should rest today."]
)
def test_a_changed_word_or_false_quotation_is_not_vouched_for(text: str) -> None:
    """A quotation that the thinker never said, or one clause more, goes to the trained model, which stops it."""
    verdict = judge(text, SAID)[0]
    assert verdict.rule == "trained"
    assert verdict.decision != "show"


def test_no_vouched_sentence_has_an_act_out_of_stance() -> None:
    """The list can let through only what counts as in stance."""
    assert all(Act(row.partition(" | ")[0]).in_stance for row in FILE.read_text(encoding="utf-8").splitlines())
