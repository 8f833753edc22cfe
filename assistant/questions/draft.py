"""Decides how a draft is cut into the questions and statements it holds, with offsets into the draft.

Refuses to know which of them is a good question, and what the thinker's words are worth.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from assistant.questions.lexicon import AUX, FILLER, PEOPLE, WH, pattern, word_set
from assistant.text import sentence_spans

READ_AT_MOST = 3000
"""Characters of a draft that are read closely; nobody can hold a longer question, so the rest changes no verdict."""

STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "—": "-", "–": "-"}
)
_HALF = re.compile("[\ud800-\udfff]")
"""Halves of characters that no encoding can write."""
_QUOTED = re.compile(r'(?<!\w)"[^"]{1,300}"(?!\w)')
_NAME = re.compile(
    r"(?<![.!?…]\s)(?<!^)(?<![\n¿¡])\b(?!I\b|I'|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|Saturdays?|Sundays?)"
    r"[A-Z][a-zà-ÿ]{2,}\b"
)
_MONTHS = word_set("january february march april may june july august september october november december english")
_FILLER = re.compile(rf"^(?:(?:{FILLER})\b[\s,:;.…!)-]*)+", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")

_OPENS = pattern(
    r"(?:(?:in|at|to|for|on|by|from|since|of|with|about|under|until) )?"
    r"(?:<wh>(?:'s|'re|'d|'ll)? (?:<aux>)\b|<wh>(?:'s|'re|'d|'ll)\b|(?:whats|whos|hows|wheres|whens|whys)\b|how (?:about|come)\b|what (?:about|if)\b|"
    r"(?:what|why|how) <you>\b|(?:what|who|whose|which|how)\b|(?:why|where|when)\W*$|why (?:now|not|then|that|this)\b|"
    r"(?:for )?what reason\b)"
)
_YES_NO = pattern(r"<aux> (?:not )?<subj>\b|(?:isn'?t|wasn'?t|aren'?t|don'?t|would|could|can|may|might) ")
_BARE_YES_NO = pattern(r"(?:<aux>)\b")
_SUBORDINATE = pattern(
    r"(?:when|where|if|while|because|since|after|before|as|given|once|suppose|imagine|in|at|with|from|on|about|for|around)\b"
)
_INVITES = pattern(
    r"(?:(?:can|could|will|would) <you> <soft>(?:be willing to )?)?"
    r"(?:(?:tell|show|walk|talk|take|help|give|let) (?:me|us)\b(?! know (?:how|if|when) it)|"
    r"(?:say|share|describe|expand|elaborate|unpack|name|picture|paint|explain)\b(?! (?:to |it to |this to |that to )?"
    r"(?:him|her|them|<your>|no|yes|sorry|thank|<person>)\b)(?! (?:with )(?:him|her|them|<your>)))"
)
_INDIRECT_IF = pattern(
    r"(?:i(?:'?m| am|'?ve been)? ?(?:just )?(?:wonder|wondering|was wondering|was just wondering|curious)|i'd like to know) (?:if|whether) "
)
_INDIRECT_WH = pattern(
    r"(?:i(?:'?m| am|'?ve been)? ?(?:just )?(?:wonder|wondering|was wondering|curious)(?: about)?|i'd like to know|i'm interested in) (?=<wh>\b)"
)
_MAIN_AFTER = pattern(
    r"[,;:-] ?(?:and |so |then |but )?(?=(?:(?:in|at|to|for|on|by|from|since) )?<wh>(?:'s)?\b|<aux> <subj>\b)"
)
_NEXT = pattern(
    r"(?:,|;|-|\band\b|\bor\b|\bbut\b|\bplus\b)[\s,]*(?:(?:and|or|but|also|then|so|i mean) )*"
    r"(?=(?P<wh><wh>)(?P<rest>(?:'s)?\b[^,;]*)|(?P<aux><aux> (?:<you>|he|she|they|it|there|the|<your>)\b)|what about )"
)
_EXCLAIM = pattern(r"what an? \w+|how \w+!")
_WH_OR_IF = pattern(
    r"(?:(?:and|but|so) )?(?:<wh>|if)\b|(?:in|at|to|for|on|by|from|since|of|with|about|under) (?:<wh>)\b"
)
_WITH_ASIDE = pattern(r"<wh>(?: else| exactly)?, if (?:ever|any\w*|at all)\b")
_SPANISH_OPEN = re.compile(
    r"(?:[^¿]{0,300}¿)?\s*(?:y |pero |entonces )?(?:a |de |en |con |para |por |desde |hasta |hacia |entre |sobre |según )?(?:qué|cómo|cuál|cuáles|quién|quiénes|dónde|cuándo|cuánt[oa]s?)\b"
)
_GERMAN_OPEN = re.compile(
    r"(?:.{0,200}[,:;.!-] ?|\W*)(?:und |aber |also |dann |genau )?"
    r"(?:(?:an|auf|aus|bei|bis|für|gegen|in|mit|nach|ohne|seit|über|um|unter|von|vor|wegen|zu|zwischen|ab|durch|hinter|neben|zum) )?"
    r"(?:wie|wer|wen|wem|wessen|woher|wohin|wann|welche[nmrs]?|wieviele?|inwiefern|"
    r"wo(?:mit|ran|rauf|raus|bei|durch|für|gegen|rin|rüber|rum|von|vor|zu|nach|runter)|"
    r"(?:was|wo)(?=.*\b(?:du|dir|dich|dein\w*|ist|das|nicht|und|wäre|würde\w*|hast|bist|davon|daran|dazu|dafür|sich|ihr|euch|"
    r"sie|ein\w*|wird|hätte\w*|für|zu|mit|von|im|am|kommt|steht|soll|bei|noch|dem|den|die|der|da|darf|dabei|liegt|bleibt|alles|an)\b))\b"
)
"""A German question; "was" and "wo" need a small word that English lacks beside them."""
_TAG = pattern(
    r"(?:isn'?t|aren'?t|don'?t|doesn'?t|weren'?t|wasn'?t|didn'?t|won'?t|can'?t|haven'?t) (?:it|you|he|she|they|that)\s*$"
)


class Kind(StrEnum):
    """What one clause of a draft asks for by its form."""

    WH = "wh"
    """what, how, who … Example: "How do you see it?" """
    YES_NO = "yes_no"
    """Example: "Did she reply?" """
    INVITE = "invite"
    """Yes/no or an order in form, open in use. Example: "Can you tell me more about her?" """
    STATEMENT = "statement"
    """Asks nothing. Example: "Talk to her." """


@dataclass(frozen=True, slots=True)
class Clause:
    """One question or statement: `draft[start:end]`, its lower-cased words from `main` on, and what it asks for."""

    start: int
    main: int
    end: int
    text: str
    kind: Kind
    declared: bool = False
    """A statement with a question mark. Example: "You told him?" """

    @property
    def asks(self) -> bool:
        """Whether the clause asks anything."""
        return self.kind is not Kind.STATEMENT


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as read: `low` has the length of `raw`, quotations masked with `_` and names with `ñ`."""

    raw: str
    low: str
    clauses: tuple[Clause, ...]

    @property
    def questions(self) -> tuple[Clause, ...]:
        """The clauses that ask something, in order."""
        return tuple(clause for clause in self.clauses if clause.asks)


def read(raw: str, context: str = "") -> Draft:
    """Cut a draft into clauses. Only the first `READ_AT_MOST` characters are read."""
    low = _level(raw[:READ_AT_MOST])
    clauses = [clause for start, end in sentence_spans(low) for clause in _clauses(low, start, end)]
    return Draft(raw, low, tuple(clauses))


def _level(raw: str) -> str:
    """Lower case and straight quotes without changing any offset; quotations and names masked."""
    return lowered(_NAME.sub(_mask_name, _QUOTED.sub(_mask, raw.translate(STRAIGHT))))


def lowered(text: str) -> str:
    """Lower case that keeps every offset; the few letters that would grow stay, halves of characters become blanks."""
    whole = _HALF.sub(" ", text)
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in whole)


def _mask(found: re.Match[str]) -> str:
    return "_" * len(found.group())


def _mask_name(found: re.Match[str]) -> str:
    word = found.group().lower()
    return word if word in _MONTHS or re.fullmatch(rf"{PEOPLE}|{AUX}|{WH}|{FILLER}", word) else "ñ" * len(word)


def _clauses(low: str, start: int, end: int) -> list[Clause]:
    filler = _FILLER.match(low[start:end])
    if filler and _LETTER.search(low, start + filler.end(), end):
        start += filler.end()
    marked = "?" in low[max(start, end - 6) : end]
    main, kind = _main(low[start:end], marked)
    cuts = [start + main, *(start + main + cut for cut in _cuts(low[start + main : end], kind)), end]
    first = Clause(start, cuts[0], cuts[1], low[cuts[0] : cuts[1]], kind, marked and _declared(low[cuts[0] : end]))
    rest = [Clause(a, a, b, low[a:b], _kind(low[a:b], True)) for a, b in pairwise(cuts[1:])]
    return [first, *rest]


def _declared(text: str) -> bool:
    return not (_OPENS.match(text) or _BARE_YES_NO.match(text) or _INVITES.match(text))


def _main(text: str, marked: bool) -> tuple[int, Kind]:
    """Where the question of a sentence begins, after any lead such as "When you say so, …"."""
    if found := _INDIRECT_IF.match(text):
        return found.end(), Kind.YES_NO
    if found := _INDIRECT_WH.match(text):
        return found.end(), Kind.WH
    if _WITH_ASIDE.match(text):
        return 0, Kind.WH
    lead = _SUBORDINATE.match(text) or not (_OPENS.match(text) or _YES_NO.match(text) or _INVITES.match(text))
    if lead and not re.match(pattern("(?:in|at|to|for|on|by|from|since|when|where|with|about) (?:<wh>|<aux>)"), text):
        after = _MAIN_AFTER.search(text)
        if after:
            return after.end(), _kind(text[after.end() :], marked)
    return 0, _kind(text, marked)


def _kind(text: str, marked: bool) -> Kind:
    if _INVITES.match(text):
        return Kind.INVITE
    if not _LETTER.search(text) or (_EXCLAIM.match(text) and not marked):
        return Kind.STATEMENT
    if (
        _OPENS.match(text)
        or _SPANISH_OPEN.match(text)
        or (marked and (_GERMAN_OPEN.match(text) or _WH_OR_IF.match(text)))
    ):
        return Kind.WH
    return Kind.YES_NO if marked or _YES_NO.match(text) or _TAG.search(text) else Kind.STATEMENT


def _cuts(text: str, kind: Kind) -> list[int]:
    """Offsets where a second, third … question begins inside one sentence."""
    if kind in (Kind.STATEMENT, Kind.INVITE):
        return []
    return [found.end() for found in _NEXT.finditer(text) if found.start() > 8 and _is_new(text, found)]


def _is_new(text: str, found: re.Match[str]) -> bool:
    """Whether what follows a joiner asks anew, rather than going on with the clause before ("… and how it went")."""
    joined = re.search(r"\b(?:and|but|plus|also|then)\b|;", found.group())
    if found.group("aux"):
        return not re.search(r"\bor\b", found.group()) and bool(joined or _YES_NO.match(text))
    if not found.group("wh"):
        return True
    rest = found.group("rest")
    if re.match(pattern(r"(?:'s| <aux>\b)|\W*$| (?:now|not|then)\b| \w+ <aux> | (?:the|<your>) \w+\W*$"), rest):
        return True
    if not joined:
        return False
    embedded = re.search(
        pattern(r"\b(?:know|tell|see|about|of|understand|say|decide|whether|notice|when|if|how|what) "),
        text[4 : found.start()],
    )
    return found.group("wh") in ("what", "how", "who", "why", "which") and not embedded
