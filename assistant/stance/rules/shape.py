"""Decides what a rule is and how it is tried on a reading; refuses to know what any rule looks for.

Confidence is a constant of the rule, not a measurement: SURE for idioms that mean one thing, CLEAR for frames that
rarely mean another, LIKELY where content decided (overlap with the thinker's words), GUESS for a label that may be
wrong although in or out of stance is not in doubt.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.stance.acts import Act
from assistant.stance.reading import Reading
from assistant.stance.vocabulary import content

SURE, CLEAR, LIKELY, GUESS = 0.95, 0.85, 0.75, 0.65


@dataclass(frozen=True, slots=True)
class Finding:
    """An act recognised in a reading, and the stretch of its folded text that decided."""

    act: Act
    rule: str
    confidence: float
    start: int
    end: int


Recogniser = Callable[[Reading], Finding | None]


def either(*alternatives: str) -> re.Pattern[str]:
    """One pattern out of alternatives, each standing on whole words."""
    return re.compile("|".join(f"(?:{each})" for each in alternatives))


@dataclass(frozen=True, slots=True)
class Rule:
    """One named pattern over the folded text.

    Attributes:
        before: lifts a match when found in what stands before it (end it with `$` to mean directly before).
        unless: lifts every match when found anywhere in the text.
        owned: lifts a match when at least this share of the content words of its group `idea` (from the start of the
            group to the end of the text) is in the thinker's words; 0 means never.
        asked: True only in questions, False only outside them, None in both.
    """

    name: str
    act: Act
    pattern: re.Pattern[str]
    confidence: float = CLEAR
    before: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    owned: float = 0.0
    asked: bool | None = None

    def find(self, reading: Reading) -> Finding | None:
        """The first match that nothing lifts."""
        text = reading.text
        if (self.asked is not None and self.asked != reading.asks) or (self.unless and self.unless.search(text)):
            return None
        for found in self.pattern.finditer(text):
            if self.before and self.before.search(text[: found.start()]):
                continue
            if self.owned and self._is_owned(found, reading):
                continue
            return Finding(self.act, self.name, self.confidence, found.start(), found.end())
        return None

    def _is_owned(self, found: re.Match[str], reading: Reading) -> bool:
        start = found.start("idea") if "idea" in self.pattern.groupindex and found["idea"] else found.start()
        rest = reading.text[start:]
        return bool(content(rest)) and reading.own.voiced(rest) >= self.owned


def first(rules: tuple[Rule, ...], reading: Reading) -> Finding | None:
    """The finding of the first rule that applies."""
    return next((found for rule in rules if (found := rule.find(reading))), None)


REPORTED = re.compile(
    r"\b(?:you|you've|you're|you'd|part of you|voice|side|mind|head|which you|it feels|feeling|belief|thought|sense|idea)\b"
    r"[^.;:?!]{0,30}\b(?:sa(?:y|id|ying|ys)|t(?:old|elling|ell)|fe(?:el|els|lt|eling)|th(?:ink|inks|ought|inking)"
    r"|believ\w+|mention\w*|want\w*|wonder\w*|hear\w*|that|as (?:if|though)|like|ask\w*|convinced|afraid|worr\w+)\b"
    r"[^.;:?!]{0,30}$"
)
"""What stands before a modal that is reported, not proposed: "part of you feels you should …"."""

WH_BEFORE = re.compile(
    r"\b(?:what(?:ever)?|how|who|which|where|when(?:ever)?|whether|if|as if|as though)\b[^.;:!]{0,60}$"
)
"""A wh-word or "if" earlier in the clause, so that a modal asks or supposes and does not propose."""
