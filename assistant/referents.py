"""Decides whether what a question builds on ("that conversation", "that number", "the two of you") has been told.

In blind play questions about "that talk" where no talk had been mentioned were read as not being listened to. Refuses to know
what a question asks. English only.
"""

import re
from collections.abc import Sequence

_CONVERSATION = r"talk|conversation|chat|sp[eo]ak|spoke|t[eo]ll|told|sa(?:y|id)|ask|meeting|call|rang|ring|discuss|word with|one.to.one|bring it up"
_BUILDS_ON: tuple[tuple[str, str], ...] = (
    (r"\b(?:that|this|the rest of that) (?:conversation|talk)\b", _CONVERSATION),
    (
        r"\bthat day\b",
        r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|day|yesterday|morning|night|shift|date|afternoon|week",
    ),
    (r"\b(?:that|this) moment\b", r"moment|when|then|just as|suddenly|the second"),
    (
        r"\b(?:that|this|those) feeling\b",
        r"feel|felt|angry|anger|tired|guilt|asham|shame|sad|afraid|scared|relie[fv]|hurt|lonely|upset|dread|envy|jealous|proud|nervous|anxi|rage|panic|resent",
    ),
    (r"\bthat rule\b", r"rule|never|always|must|have to|supposed|allowed|should|policy|not done"),
    (r"\b(?:that|this) thought\b", r"th[io]nk|thought|wonder|occur|cross(?:es|ed) my mind|realis|realiz"),
    (r"\bthat question\b", r"question|wonder"),
    (r"\bthat number\b", r"\d|percent|half|double|number|figure|hundred|thousand"),
    (r"\b(?:that|which) word\b", r"word|call|said|says|wrote|phrase|name"),
    (r"\bhurts?\b", r"hurt|cr(?:y|ied)|awful|st[iu]ng|asham|humiliat|pain|upset|sad|broke|gutted|burn"),
    (r"\bthe two of you\b|\bbetween you\b", r"we|us|our|between|him|her|them|he|she|they"),
    (r"\ball that time\b", r"years?|months?|weeks?|since|ages|so long|decade"),
    (r"\byour idea\b", r"idea|could|might|thought of|plan|suggest|propos"),
    (r"\bwrite back\b", r"e-?mail|mail|text|wrote|message|letter|note|sent"),
    (r"\bask for help\b|\basking for help\b", r"help|support|alone"),
    (r"\btorn between\b", r"torn|or|whether|vs|versus|between|either|both"),
    (r"\bin their asking\b|\b(?:were|was|been) asked\b|\bthe asking\b", r"ask|request|wants?"),
    (r"\b(?:gave|give|given) (?:that|the|your|this) answer\b|\byour answer\b", r"answer|said|says|repl|told"),
    (
        r"\b(?:before you|as you|when you|as he|as she|as {they}|when {they}) (?:said|told)\b",
        r"(?:i|he|she|they) (?:said|told|say)|told",
    ),
    (r"\bfound out\b", r"found|learn|heard|told|discover|notic|email|letter"),
    (r"\bcho(?:se|sen)\b", r"cho(?:se|ice|ose)|pick|decid|took"),
    (r"\btheir leaving\b|\byou(?:'ve| have)? (?:left|quit)\b", r"leav|left|quit|gone|retir"),
    (r"\bas a group\b|\bwho decided it\b", r"group|committee|board|team|council|panel"),
    (r"\bnobody (?:asks?|speaks?|said)\b", r"nobody|no one|silen|quiet|nothing"),
    (r"\bthe day to go\b", r"day|tomorrow|morning|week"),
    (r"\bcorrect|\bpraise", r"correct|right|wrong|prais|thank|great|good"),
    (r"\bwhat (?:he|she|they|{they})(?:'d| had| has| have)? asked\b|\bthe two asking\b", r"ask|wants?|request|begg?"),
    (r"\b(?:that|their|his|her|{their}|the) answer\b", r"answer|said|says|repl|wrote|yes|no"),
    (r"\bthat decision\b", r"decid|decision|chose|choice|choos|said yes|said no|agreed|took|quit|sign"),
    (r"\bput right\b|\bcorrect(?:s|ed)\b", r"correct|right|wrong|mistake"),
    (r"\bpromise[ds]?\b", r"promise|said i would|word"),
    (r"\bcounting\b|\bby nine\b|\bsaid nine\b", r"count|nine"),
    (r"\bonce is enough\b|\bthe silence\b", r"silen|quiet|said nothing|nobody|no one|nothing"),
    (r"\blaugh\w*\b", r"laugh|joke|smil|grin"),
    (r"\bdelet\w+\b", r"delet|draft|wrote|typed"),
)
_PATTERNS = tuple(
    (re.compile(builds, re.IGNORECASE), re.compile(rf"\b(?:{told})", re.IGNORECASE)) for builds, told in _BUILDS_ON
)
LOOKED_BACK = 3
"""The thinker's messages in which it may stand, the newest among them."""


def told(question: str, thinker: Sequence[str]) -> bool:
    """Whether all of this kind that the question builds on stands in their last messages; `thinker`: oldest first."""
    recent = " ".join(thinker[-LOOKED_BACK:])
    return all(shown.search(recent) for builds, shown in _PATTERNS if builds.search(question))
