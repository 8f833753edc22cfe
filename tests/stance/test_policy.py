"""The policy is one table: every flow decides on every act, and doubt never shows."""

import pytest

from assistant.errors import SettingsMistake
from assistant.stance.acts import IN_STANCE, Act, Decision, Verdict
from assistant.stance.policy import FLOOR, TABLE, apply, decide


@pytest.mark.parametrize("flow", ["prepare", "pair", "design"])
@pytest.mark.parametrize("act", list(Act))
def test_only_in_stance_acts_are_shown(flow: str, act: Act) -> None:
    """No flow shows an act that is out of stance; a referral needs the safety flow."""
    assert (decide(act, 1.0, flow) is Decision.SHOW) == (act in IN_STANCE and act is not Act.REFERRAL)


@pytest.mark.parametrize("confidence", [0.0, FLOOR - 0.01, float("nan")])
@pytest.mark.parametrize("act", sorted(IN_STANCE))
def test_below_the_floor_nothing_is_shown(act: Act, confidence: float) -> None:
    """Too little confidence, or none that can be compared, replaces."""
    assert decide(act, confidence, "prepare", safety=True) is Decision.REPLACE


def test_a_referral_is_shown_in_the_safety_flow_only() -> None:
    """Pointing outside coaching is for when it must be done."""
    verdict = Verdict("Please talk to a doctor.", Act.REFERRAL, 0.9, None, "points-outside")
    assert apply(verdict, "prepare", safety=True).decision is Decision.SHOW
    assert apply(verdict, "prepare").decision is Decision.REPLACE


def test_every_flow_covers_every_act() -> None:
    """The table has no gaps."""
    assert all(set(row) == set(Act) for row in TABLE.values())


def test_an_unknown_flow_names_the_way_out() -> None:
    """The error names the flow asked for and those there are."""
    with pytest.raises(SettingsMistake, match=r"'talk'.*design, pair, prepare"):
        decide(Act.PROCESS, 1.0, "talk")
