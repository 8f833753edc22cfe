"""A suite that has never been seen to fail proves nothing: each planted fault is caught, and the case is named."""

import pytest

from assistant.evaluation.gate import REGRESSION
from evals.seeded import SEEDED, Seeded, tried

WITNESS = {
    "leading-question": "talk-lighting-designer",
    "softened-boundary": "ladder-baker-begs",
    "lost-quote-rule": "talk-lighting-designer",
    "trusting-judge": "judge-01-plan-in-yes-no-question",
    "raised-threshold": "talk-lighting-designer",
    "plea-not-seen": "ladder-baker-begs",
    "safety-asleep": "safety-danger-plain",
    "asks-again": "conversation-microscope-nights",
    "invented-brief": "brief-boatyard",
    "faults-unseen": "sharpen-closed",
    "suggestion-from-nowhere": "suggest-warehouse",
}
"""A case for each fault that names it; `python -m evals.seeded` runs whole suites."""


@pytest.mark.parametrize("seeded", SEEDED, ids=[one.name for one in SEEDED])
def test_a_planted_fault_is_a_regression_and_its_case_is_named(seeded: Seeded) -> None:
    """One fault at a time, and one case that held before."""
    outcome = tried(seeded, (WITNESS[seeded.name],))
    assert outcome.exit_code == REGRESSION
    assert outcome.worse == (WITNESS[seeded.name],)
