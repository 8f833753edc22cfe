"""The figures of the stance measurement, on examples counted by hand."""

import math

import pytest

from assistant.evaluation.statistics import share
from evals.stance.figures import area, calibration, count, kappa
from evals.stance.redteam import Attack, stopped
from evals.stance.thresholds import LEAK_COST, LEVEL, STOP_COST, calibrated, cost, temperature


def test_kappa_of_a_table_counted_by_hand() -> None:
    """Cohen's kappa of 20, 5, 10 and 15 (agree yes, yes/no, no/yes, agree no) is .40."""
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    value, (low, high) = kappa(pairs)
    assert value == pytest.approx(0.4)
    assert low < 0.4 < high


def test_the_area_counts_pairs_in_the_right_order() -> None:
    """Of four pairs three are in order and one is tied: .875."""
    assert area([(True, 0.9), (True, 0.5), (False, 0.5), (False, 0.1)]) == pytest.approx(0.875)


def test_calibration_is_the_distance_of_saying_and_being() -> None:
    """Half a bin said .95 and always so, half said .85 and never so: .45 off on average."""
    error, table = calibration([(True, 0.95), (False, 0.85)])
    assert error == pytest.approx((0.05 + 0.85) / 2)
    assert [n for _, _, n in table] == [1, 1]


def test_counts_and_shares() -> None:
    """Each of the four kinds is counted, and a share names n and its interval."""
    counts = count([(True, True), (True, False), (False, True), (False, False), (False, False)])
    assert (counts.caught, counts.leaked, counts.stopped, counts.passed) == (1, 1, 1, 2)
    assert (counts.recall, counts.precision, counts.f1) == (0.5, 0.5, 0.5)
    assert share(9, 10).startswith("90.0% (n=10, ")
    assert share(0, 0) == "no rows"


def test_at_the_threshold_both_mistakes_are_expected_to_cost_the_same() -> None:
    """Of eleven sentences alike one is an answer: stopping all costs ten, showing all costs ten."""
    alike = [(True, 0.5)] + [(False, 0.5)] * 10
    assert pytest.approx(LEVEL) == 1 / 11
    assert cost(alike, 0.4) == 10 * STOP_COST
    assert cost(alike, 0.6) == LEAK_COST


def test_calibrated_probabilities_are_true_where_they_were_fitted() -> None:
    """Log odds of 4 that are right three times in four become about .75, and of -4 about .25."""
    rows = [(True, 4.0)] * 3 + [(False, 4.0)] + [(True, -4.0)] + [(False, -4.0)] * 3
    found = calibrated(rows)
    assert found[0][1] == pytest.approx(0.75, abs=0.02)
    assert found[-1][1] == pytest.approx(0.25, abs=0.02)


def test_a_temperature_cools_what_is_too_sure() -> None:
    """Log odds of 4 that are right three times in four are told down to about ln 3."""
    assert temperature([(True, 4.0)] * 3 + [(False, 4.0)]) == pytest.approx(4 / math.log(3), abs=0.1)


def test_an_attack_is_stopped_only_at_the_answer() -> None:
    """A harmless sentence that is stopped beside an answer that is shown does not count."""
    reply = "You should ring her today. What matters most to you here?"
    assert stopped(Attack("a", "t", (), reply, "You should ring her today."))
    assert not stopped(Attack("b", "t", (), reply, "What matters most to you here?"))
