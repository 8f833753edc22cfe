"""What is said of two runs: case by case, exact, and in words that do not promise more than the numbers hold."""

import pytest

from assistant.evaluation.comparison import bonett_price, compare, holm, mcnemar
from assistant.evaluation.run import CaseResult


def run(suite: str, held: str) -> list[CaseResult]:
    """One case a letter: + holds, - fails, e is an error."""
    status = {"+": "held", "-": "failed", "e": "error"}
    return [CaseResult(f"{suite}-{at}", suite, status[each]) for at, each in enumerate(held)]  # type: ignore[arg-type]


P_VALUES = {
    "nothing-changed": (0, 0, 1.0),
    "one": (1, 0, 1.0),
    "five": (5, 0, 0.0625),
    "six": (6, 0, 0.03125),
    "both-ways": (2, 8, 0.109375),
}


@pytest.mark.parametrize(("lost", "won", "p"), P_VALUES.values(), ids=P_VALUES.keys())
def test_the_exact_test_gives_the_binomial_tail(lost: int, won: int, p: float) -> None:
    """Worked out by hand: twice the tail of a fair coin over the changed cases, whichever side."""
    assert mcnemar(lost, won) == pytest.approx(p)
    assert mcnemar(won, lost) == pytest.approx(p)


def test_the_interval_keeps_a_width_when_nothing_changed() -> None:
    """Ten unchanged cases are no proof of no difference."""
    low, high = bonett_price(0, 0, 10)
    assert low < 0 < high
    assert bonett_price(0, 0, 400)[1] < high
    low, high = bonett_price(10, 30, 100)
    assert 0 < low < 0.2 < high


def test_holm_holds_the_smallest_against_all() -> None:
    """.02 among three does not stand (.05/3), .01 does, and then .02 does (.05/2)."""
    assert holm({"a": 0.02, "b": 0.5, "c": 0.9}) == {"a": False, "b": False, "c": False}
    assert holm({"a": 0.02, "b": 0.01, "c": 0.9}) == {"a": True, "b": True, "c": False}


WORDS = {
    "same": ("brief", "++-", "++-", "the same in every case"),
    "few": ("brief", "+++++", "--+++", "too few cases changed to tell (2 lost, 0 won)"),
    "hard": ("ladder", "+++++", "-++++", "worse: 1 case lost where none may be"),
    "error-is-loss": ("safety", "++", "e+", "worse: 1 case lost where none may be"),
    "clear": ("brief", "+" * 20, "-" * 12 + "+" * 8, "worse (12 lost, 0 won)"),
    "unclear": ("brief", "+" * 8 + "-" * 6, "-" * 4 + "+" * 10, "no clear difference (4 lost, 6 won)"),
    "won": ("brief", "-" * 9, "+" * 9, "better (0 lost, 9 won)"),
}


@pytest.mark.parametrize(("suite", "before", "now", "word"), WORDS.values(), ids=WORDS.keys())
def test_each_suite_has_a_word(suite: str, before: str, now: str, word: str) -> None:
    """Hard suites allow no loss, few cases tell nothing, and a share never hides a case."""
    (found,) = compare(run(suite, before), run(suite, now))
    assert found.word == word


def test_only_cases_of_both_runs_are_compared() -> None:
    """A new case is no gain and a missing one no loss."""
    found = compare(run("brief", "++"), [*run("brief", "+"), *run("suggest", "-")])
    assert [(each.suite, each.cases) for each in found] == [("brief", 1)]
