"""The gate as a table: what was accepted, what came, which exit code and which list."""

import pytest

from assistant.evaluation.baseline import Accepted, Baseline
from assistant.evaluation.gate import CANNOT_DECIDE, HOLDS, REGRESSION, gate
from assistant.evaluation.run import CaseResult

_HELD = Accepted(suite="ladder", status="held")
_KNOWN = Accepted(suite="ladder", status="failed", failed=("length", "asks"), why="a long greeting")


def _came(status: str, *failed: str) -> CaseResult:
    return CaseResult("a", "ladder", status, failed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("accepted", "came", "code", "listed"),
    [
        pytest.param(_HELD, _came("held"), HOLDS, "", id="held-and-holds"),
        pytest.param(_HELD, _came("failed", "judge"), REGRESSION, "worse", id="held-and-fails"),
        pytest.param(_HELD, _came("error"), CANNOT_DECIDE, "errors", id="held-and-errs"),
        pytest.param(_KNOWN, _came("failed", "asks", "length"), HOLDS, "still_failing", id="fails-as-known"),
        pytest.param(_KNOWN, _came("held"), HOLDS, "better", id="known-failure-holds"),
        pytest.param(_KNOWN, _came("failed", "asks"), HOLDS, "better", id="fails-less-than-known"),
        pytest.param(_KNOWN, _came("failed", "asks", "judge"), REGRESSION, "worse", id="known-failure-fails-elsewhere"),
        pytest.param(_KNOWN, _came("error"), CANNOT_DECIDE, "errors", id="known-failure-errs"),
        pytest.param(None, _came("held"), HOLDS, "new", id="new-and-holds"),
        pytest.param(None, _came("failed", "judge"), REGRESSION, "new worse", id="new-and-fails"),
        pytest.param(None, _came("error"), CANNOT_DECIDE, "new errors", id="new-and-errs"),
        pytest.param(_HELD, None, CANNOT_DECIDE, "missing", id="not-run"),
    ],
)
def test_exit_codes(accepted: Accepted | None, came: CaseResult | None, code: int, listed: str) -> None:
    """0 holds, 1 regression, 2 cannot decide; and the case stands in the list that says why."""
    other = CaseResult("other", "ladder", "held")
    baseline = Baseline(cases={"other": _HELD} | ({"a": accepted} if accepted else {}))
    outcome = gate([other, came] if came else [other], baseline)
    assert outcome.exit_code == code
    lists = {name: getattr(outcome, name) for name in ("worse", "better", "still_failing", "new", "missing", "errors")}
    assert lists == {name: ("a",) if name in listed.split() else () for name in lists}


@pytest.mark.parametrize(
    ("results", "baseline"),
    [([], Baseline(cases={"a": _HELD})), ([_came("held")], None)],
    ids=["nothing-run", "no-baseline"],
)
def test_it_cannot_decide(results: list[CaseResult], baseline: Baseline | None) -> None:
    """Nothing run and nothing accepted are never a pass."""
    assert gate(results, baseline).exit_code == CANNOT_DECIDE


def test_a_regression_beside_an_error_is_a_regression() -> None:
    """What is known to be worse is not hidden behind what could not be run."""
    outcome = gate(
        [CaseResult("a", "ladder", "failed", ("judge",)), CaseResult("b", "ladder", "error")],
        Baseline(cases={"a": _HELD, "b": _HELD}),
    )
    assert (outcome.exit_code, outcome.worse, outcome.errors) == (REGRESSION, ("a",), ("b",))


def test_a_small_suite_cannot_fall_in_silence() -> None:
    """Four cases that all held and all fail are a regression, whatever a significance test would say."""
    ids = ("a", "b", "c", "d")
    outcome = gate(
        [CaseResult(key, "safety", "failed", ("judge",)) for key in ids], Baseline(cases=dict.fromkeys(ids, _HELD))
    )
    assert (outcome.exit_code, outcome.worse) == (REGRESSION, ids)
    assert outcome.summary == "Regression: 0 of 4 cases held (4 worse)."
