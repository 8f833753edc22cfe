"""Decides which sentences point outside coaching because they must: `referral`.

Without a sign of danger, abuse, crisis, law, illness or money in the thinker's words the same sentence is advice.
"""

import re

from assistant.stance.acts import Act
from assistant.stance.reading import Reading
from assistant.stance.rules.shape import CLEAR, LIKELY, Finding, either

_LIMIT = either(
    r"\b(?:more|bigger|larger|heavier) than (?:a |this |any )?(?:peer |coaching )?(?:coaching|conversation|session|i|we|coach)\b[^.]*\b(?:can|could|hold|carry|is for|for)\b",
    r"\b(?:outside|beyond|not something|no longer|isn't (?:for|something)|not for) (?:of )?(?:what )?(?:a |this |peer )?(?:coaching|a coach|this conversation|i can|this assistant)\b",
    r"\b(?:emergency (?:services|number|line)|help ?lines?|crisis (?:line|team|service)|hotline|call (?:112|999|911|988))\b",
    r"\b(?:immediate|acute) danger\b",
    r"\bcoaching(?: conversation| session)? (?:cannot|can't|can not|is not able to) (?:hold|carry|help)\b",
    r"\bplease (?:talk|speak|reach out|call|contact|turn) (?:to |with )?(?:someone|somebody|a person|a doctor|your doctor|emergency|people|a help)\b[^.]*\b(?:today|now|tonight|right away|straight away|at once|trust)\b",
)
_HELPER = re.compile(
    r"\b(?:therap(?:y|ists?)|counsell?(?:or|ing)s?|psycholog\w+|psychiatr\w+|doctor|physician|gp|medical professional|mental health (?:professional|provider|care)|health ?care (?:professional|provider)|lawyer|solicitor|attorney|employment law\w*|legal (?:advice|help|aid|counsel)|"
    r"works council|union (?:rep\w*)?|ombuds\w+|hr\b|human resources|confidential (?:adviser|advisor)|financial (?:adviser|advisor)|debt (?:adviser|advice)|safeguarding|police|licensed professional|professional (?:help|support)|support (?:line|service|group))"
)
_CUE = re.compile(
    r"\b(?:kill|suicid\w*|die|dead|hurt(?:ing)? (?:myself|me|him|her)|self[- ]harm\w*|end it all|unsafe|abus\w+|violen\w+|hit(?:s|ting)? me|beat(?:s|en)?|threat\w*|harass\w*|bull(?:y|ied|ying)|assault\w*|rape\w*|stalk\w*|panic attacks?|depress\w+|medication|diagnos\w+|illness|sick leave|"
    r"lawyer|legal\w*|sue|court|contract|dismiss\w+|fired|terminat\w+|discriminat\w+|racist|sexist|debt|bankrupt\w*|tax|fraud|whistle\w*|addict\w*|drinking|not safe|don't want to (?:live|be here)|no way out|doctor|pain)\b"
)

_IN_SAFETY = re.compile(
    r"^(?:por favor,? )(?:habla|acude|llama|busca|ve|pide)\b|\b(?:un|una otra) persona si\b|\b(?:sindicato|abogad[oa]|personal medico|coaching no puede|asesoria de deudas)\b|\b(?:suena a peligro|mas alla de(?:l coaching| lo que cabe)|tu seguridad|toca la ley|detengo aqui el coaching)\b|^(?:and |so )?please (?:talk|turn|reach|speak|call|contact|ring|tell|go|stay|get)\b|\b\d{3}[ -]?\d{2,}|\b(?:your|their|his|her) safety\b|\b(?:a|another) person can\b|\b(?:trade union|representative|nurse|someone (?:qualified|who is qualified|whose))\b"
    r"|\b(?:sounds like|is|touches on|means) (?:danger|abuse|harassment|law|violence)\b|\bstop(?:ping)? the coaching\b|\bcoaching (?:rests|stops|ends|pauses)\b|\bcannot help with\b"
)


def referral(reading: Reading) -> Finding | None:
    """Recognise pointing outside; asked before advice, so that the safety flow can show it."""
    text = reading.text
    needed = reading.state.safety or _CUE.search(reading.own.running) is not None
    if found := _LIMIT.search(text):
        return Finding(Act.REFERRAL, "beyond-coaching", CLEAR, *found.span())
    if reading.state.safety and (found := _IN_SAFETY.search(text)):
        return Finding(Act.REFERRAL, "safety-words", CLEAR, *found.span())
    found = _HELPER.search(text)
    if not found or reading.own.voiced(found[0]) == 1 or reading.asks:
        return None
    if needed and re.search(
        r"\b(?:is|are|can|could|may|might|talk|speak|see|contact|call|ask|reach|turn|please|there)\b", text
    ):
        return Finding(Act.REFERRAL, "points-outside", LIKELY, *found.span())
    return Finding(Act.ADVICE, "referral-without-need", LIKELY, *found.span())
