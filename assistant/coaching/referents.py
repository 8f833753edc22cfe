"""Decides whether what a question points back to ("that conversation", "that day") has been told; refuses to know what it asks.

In blind play questions about "that talk" where no talk had been mentioned were read as not being listened to. English only.
"""

import re
from collections.abc import Sequence

_POINTS_BACK = re.compile(
    r"\b(?:that|this|those|the rest of that) (conversation|talk|day|moment|feeling|rule|thought|question)\b",
    re.IGNORECASE,
)
_SHOWN: dict[str, str] = {
    "conversation": r"talk|conversation|chat|sp[eo]ak|spoke|t[oe]ll|told|sa(?:y|id)|ask|meeting|call|rang|ring|discuss|word with|one.to.one|bring it up",
    "day": r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|day|yesterday|morning|night|shift|date|afternoon|week",
    "moment": r"moment|when|then|just as|suddenly|the second",
    "feeling": r"feel|felt|angry|anger|tired|guilt|asham|shame|sad|afraid|scared|relie[fv]|hurt|lonely|upset|dread|envy|jealous|proud|nervous|anxi|rage|panic|resent",
    "rule": r"rule|never|always|must|have to|supposed|allowed|should|policy|not done",
    "thought": r"th[io]nk|thought|wonder|occur|cross(?:es|ed) my mind|realis|realiz",
    "question": r"question|wonder",
}
_SHOWN["talk"] = _SHOWN["conversation"]
_TOLD = {noun: re.compile(rf"\b(?:{words})", re.IGNORECASE) for noun, words in _SHOWN.items()}
LOOKED_BACK = 3
"""The thinker's messages in which it may stand, the newest among them."""


def told(question: str, thinker: Sequence[str]) -> bool:
    """Whether everything of this kind that the question points back to stands in their last messages; `thinker`: oldest first."""
    nouns = {found.lower() for found in _POINTS_BACK.findall(question)}
    recent = " ".join(thinker[-LOOKED_BACK:])
    return all(_TOLD[noun].search(recent) for noun in nouns)
