"""The page of a run: self-contained, what differs first, the offending sentence marked, words kept as words."""

import re

from assistant.evaluation.comparison import compare
from assistant.evaluation.gate import Outcome
from assistant.evaluation.page import drift, page
from assistant.evaluation.run import CaseResult

BAD = "You should <b>call</b> her."
RESULTS = [
    CaseResult("brief-fine", "brief", "held", talk=(("thinker", "x"), ("coach", "What else?"))),
    CaseResult(
        "ladder-bad", "ladder", "failed", ("judge",), f"judge: turn 2 — {BAD}", BAD, 3.0, (2,),
        (("thinker", "tell me"), ("coach", "No."), ("thinker", "please"), ("coach", f"Well. {BAD}")),
    ),
]  # fmt: skip
OUTCOME = Outcome(1, "Regression: 1 of 2 cases held.", worse=("ladder-bad",))


def test_the_page_asks_nothing_of_any_network() -> None:
    """No address, no import: it opens from a file."""
    made = page(RESULTS, OUTCOME)
    assert not re.search(r"https?://|src=|@import|url\(", made)
    assert made.startswith("<!doctype html>")


def test_what_got_worse_stands_before_what_held_and_is_unfolded() -> None:
    """A designer sees first what differs."""
    made = page(RESULTS, OUTCOME)
    assert made.index("ladder-bad") < made.index("brief-fine")
    assert re.search(r'data-suite="ladder" open', made)
    assert re.search(r'data-suite="brief"><summary>', made)


def test_the_offending_sentence_is_marked_and_stays_words() -> None:
    """Markup in what was said is shown, not run."""
    made = page(RESULTS, OUTCOME)
    assert "<mark>You should &lt;b&gt;call&lt;/b&gt; her.</mark>" in made
    assert "<b>call" not in made


def test_the_drift_counts_turns_that_broke() -> None:
    """Of the turns there were, those in which a promise broke, by number."""
    assert drift(RESULTS) == [(1, 0, 2), (2, 1, 1)]
    assert "turn 2: 1 of 1" in page(RESULTS, OUTCOME)


def test_a_comparison_is_told_in_words() -> None:
    """With an earlier run each suite has its sentence."""
    made = page(RESULTS, OUTCOME, "x", compare([RESULTS[0]], RESULTS))
    assert "the same in every case" in made
