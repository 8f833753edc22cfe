"""Decides which words of a faulty draft can be turned so that nearly all of it stays: vague drafts in a table here.

Refuses to know whether the result is sharp: `sharpen.py` asks `faults.py`. Groups of a pattern stand in the new form;
`{vp:gerund}` stands for the group as a gerund, `{cl:ask}` for "you would …" turned to "would you …".
"""

import re
from collections.abc import Callable

from assistant.questions.draft import Clause, Draft
from assistant.questions.form import bare
from assistant.questions.lexicon import pattern
from assistant.questions.turn_table import HELD, TURNS, Turn
from assistant.questions.verbs import gerund

VAGUE_TURNS: tuple[Turn, ...] = (
    Turn(
        r"^(?:and )?how (?:do|did|are|does|is|was|would) (?:<you>|it|that|this|everyone)\b.*(?:feel|doing|you|now)\W*$|^how <you> feel",
        "What do you feel as you tell this?",
        HELD,
    ),
    Turn(r"^what (?:do|would|did) <you> (?:think|say|reckon)\b", "What goes through your mind as you tell this?", HELD),
    Turn(r"^(?:any |more |other )?(?:ideas?|thoughts?)\b", "What ideas have come to you about this so far?", HELD),
    Turn(
        r"^how(?:'s| is|s| are) (?:it|everything|things|life|work)",
        "How are things going with what you brought today?",
        HELD,
    ),
    Turn(
        r"^(?:and )?(?:what|anything|something)(?: is there)? else|^more\b|^go on",
        "What else belongs to this, for you?",
        HELD,
    ),
    Turn(r"^(?:and |but |so )?why\b|^how (?:so|come)|^meaning", "What makes this matter to you?", HELD),
    Turn(
        r"^(?:is|are|was|<you>|all|everything)\b.*(?:ok|okay|right|alright|fine|good|well)",
        "How are you as we talk about this?",
        HELD,
    ),
    Turn(r"^what happened|^what(?:'s| is) going on\W*$", "What happened, as you saw it?", HELD),
    Turn(r"^what then|^and then|^so\W*$|^and\W*$", "What happened next, as you saw it?", HELD),
)

_SLOT = re.compile(r"\{(\w+)(?::(\w+))?\}")
_MODAL = re.compile(r"(?:you|u) (would|could|can|will|might|should|are|were|have) (.+)", re.IGNORECASE)
_PLAIN = re.compile(r"(?:you|u) (.+)", re.IGNORECASE)


def turned(draft: Draft, clause: Clause) -> list[tuple[str, str]]:
    """Every (new question, why) that the table makes of one clause, in the order of the table."""
    made = []
    for row in (*VAGUE_TURNS, *TURNS) if bare(clause) else TURNS:
        match = pattern(row.find).match(clause.text)
        if match:
            made.append((_fill(row.says, draft, clause, match), row.why))
    return made


def _fill(says: str, draft: Draft, clause: Clause, match: re.Match[str]) -> str:
    def words(slot: re.Match[str]) -> str:
        start, end = match.span(slot.group(1))
        raw = "" if start < 0 else draft.raw[clause.main + start : clause.main + end]
        raw = raw[:1].lower() + raw[1:] if start == 0 and not raw.startswith(("I ", "I'")) else raw
        return _FORMS[slot.group(2) or "as_is"](tidy(raw))

    return tidy_end(_SLOT.sub(words, says))


def tidy(raw: str) -> str:
    """Words of a draft without closing marks, smileys and trailing fillers; a leading space is kept."""
    text = re.sub(r"\s+", " ", re.sub(r"[^\w\s'’\"“”,-]+", " ", raw)).rstrip(" ,-")
    return re.sub(r",? (?:then|mate|please|anyway|again|right|at all)$", "", text)


def tidy_end(text: str) -> str:
    """One space between words, a capital at the start."""
    text = re.sub(r"\s+", " ", text).replace(" ?", "?").replace(" ,", ",").strip()
    text = re.sub(r"\b(?:u|ya)\b", "you", re.sub(r"\bur\b", "your", text))
    return text[:1].upper() + text[1:]


def _ask(clause: str) -> str:
    if found := _MODAL.fullmatch(clause):
        return f"{found.group(1)} you {found.group(2)}"
    found = _PLAIN.fullmatch(clause)
    return f"do you {found.group(1)}" if found else clause


def _them(person: str) -> str:
    return {"he": "him", "she": "her", "they": "them"}.get(person.lower(), person)


_FORMS: dict[str, Callable[[str], str]] = {
    "as_is": str,
    "them": _them,
    "gerund": gerund,
    "ask": _ask,
    "cap": str.capitalize,
}
