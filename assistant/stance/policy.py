"""Decides what is done with a judged sentence: one table, flow by act. Refuses to judge."""

from dataclasses import replace

from assistant.errors import SettingsMistake
from assistant.stance.acts import IN_STANCE, Act, Decision, Verdict

FLOOR = 0.5
"""Below this confidence nothing is shown. Every rule that recognises an act stands at .65 or more, and "nothing
recognised" at .2: the number is the seam where a trained model's doubt will count."""

_SHOWN = dict.fromkeys(IN_STANCE - {Act.REFERRAL}, Decision.SHOW) | {Act.REFERRAL: Decision.REPLACE}
_REPAIRED = dict.fromkeys(
    (Act.ADVICE, Act.DIRECTIVE, Act.LEADING_QUESTION, Act.DIAGNOSIS, Act.JUDGEMENT, Act.REASSURANCE), Decision.REPAIR
)
_DROPPED = dict.fromkeys((Act.EXPERT_INFORMATION, Act.SELF_DISCLOSURE, Act.UNJUDGED), Decision.REPLACE)

TABLE: dict[str, dict[Act, Decision]] = {
    "prepare": {**_SHOWN, **_REPAIRED, **_DROPPED},
    "pair": {**_SHOWN, **dict.fromkeys(_REPAIRED, Decision.REPLACE), **_DROPPED},
    "design": {**_SHOWN, **_REPAIRED, **_DROPPED},
}
"""In "prepare" and "design" a voice can be asked again; suggestions in "pair" have no second try."""


def decide(act: Act, confidence: float, flow: str, safety: bool = False) -> Decision:
    """What the flow does with an act. Raises SettingsMistake for a flow that is not in the table."""
    if flow not in TABLE:
        raise SettingsMistake(f"There is no flow {flow!r}; use one of {', '.join(sorted(TABLE))}.")
    if not confidence >= FLOOR:
        return Decision.REPLACE
    if act is Act.REFERRAL and safety:
        return Decision.SHOW
    return TABLE[flow][act]


def apply(verdict: Verdict, flow: str, safety: bool = False) -> Verdict:
    """The verdict with its decision set; `safety` says that the safety flow is on, where a referral is shown."""
    return replace(verdict, decision=decide(verdict.act, verdict.confidence, flow, safety))
