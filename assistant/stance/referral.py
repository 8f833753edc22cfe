"""Decides which sentences are help given by the safety flow; refuses to know when that flow is on.

The product's own help must be shown when somebody is in danger, whatever a model thinks of it, so these few are known by
pattern. Outside the safety flow the trained model judges pointing outside like everything else.
"""

import re

_LIMIT = re.compile(
    "|".join(
        (
            r"\b(?:more|bigger|larger|heavier) than (?:a |this |any )?(?:peer |coaching )?(?:coaching|conversation|session|i|we|coach)\b[^.]*\b(?:can|could|hold|carry|is for|for)\b",
            r"\b(?:outside|beyond|not something|no longer|isn't (?:for|something)|not for) (?:of )?(?:what )?(?:a |this |peer )?(?:coaching|a coach|this conversation|i can|this assistant)\b",
            r"\b(?:emergency (?:services|number|line)|help ?lines?|crisis (?:line|team|service)|hotline|call (?:112|999|911|988))\b",
            r"\b(?:immediate|acute) danger\b",
            r"\bcoaching(?: conversation| session)? (?:cannot|can't|can not|is not able to) (?:hold|carry|help)\b",
            r"\bplease (?:talk|speak|reach out|call|contact|turn) (?:to |with )?(?:someone|somebody|a person|a doctor|your doctor|emergency|people|a help)\b[^.]*\b(?:today|now|tonight|right away|straight away|at once|trust)\b",
        )
    )
)
_IN_SAFETY = re.compile(
    r"^(?:por favor,? )(?:habla|acude|llama|busca|ve|pide)\b|\b(?:un|una otra) persona si\b|\b(?:sindicato|abogad[oa]|personal medico|coaching no puede|asesoria de deudas)\b|\b(?:suena a peligro|mas alla de(?:l coaching| lo que cabe)|tu seguridad|toca la ley|detengo aqui el coaching)\b|^(?:and |so )?please (?:talk|turn|reach|speak|call|contact|ring|tell|go|stay|get)\b|\b\d{3}[ -]?\d{2,}|\b(?:your|their|his|her) safety\b|\b(?:a|another) person can\b|\b(?:trade union|representative|nurse|someone (?:qualified|who is qualified|whose))\b"
    r"|\b(?:sounds like|is|touches on|means) (?:danger|abuse|harassment|law|violence)\b|\bstop(?:ping)? the coaching\b|\bcoaching (?:rests|stops|ends|pauses)\b|\bcannot help with\b"
)


def help_given(folded: str) -> tuple[int, int] | None:
    """Where the words stand that point to help; None when there are none."""
    found = _LIMIT.search(folded) or _IN_SAFETY.search(folded)
    return found.span() if found else None
