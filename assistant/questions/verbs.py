"""Decides the forms of a verb that a rewrite needs and what kind of act it names; refuses to know who acts."""

import re
from enum import StrEnum

from assistant.questions.lexicon import word_set

_DOUBLE = word_set(
    "stop plan let get put set cut quit run sit chat swap drop step ship shut hit split begin submit refer admit commit forget regret prefer beg "
    "plug skip trim pop nap dig win hug map jot log ban bar pin"
)
"""Verbs that double their last letter before -ing."""


class ActKind(StrEnum):
    """What kind of act a draft pushes; tells what the asker may have wanted to touch."""

    TALK = "talk"
    """Example: "talk to her", "ask the dean" """
    LEAVE = "leave"
    """Example: "quit", "look for another job" """
    REFUSE = "refuse"
    """Example: "say no", "set a boundary" """
    SHARE = "share"
    """Example: "delegate", "swap shifts" """
    REST = "rest"
    """Example: "take a week off" """
    HELP = "help"
    """Example: "get a mentor", "involve HR" """
    RECORD = "record"
    """Example: "write it down", "use a checklist" """
    WAIT = "wait"
    """Example: "wait for the reviews", "let it go" """
    OTHER = "other"
    """Anything else."""


_KINDS: tuple[tuple[ActKind, str], ...] = (
    (
        ActKind.REFUSE,
        r"\b(?:say(?:ing)? no|push(?:ing)? back|boundar\w+|refus\w+|declin\w+|turn(?:ing)? (?:it|this|them) down|limit\w*)\b",
    ),
    (
        ActKind.REST,
        r"\b(?:rest(?:ing)?|(?:a|some|short|tea|coffee|lunch|more|regular) breaks?|(?:a |some )?(?:week|day|days|time|month) (?:off|free)|holiday|vacation|sleep\w*|exercis\w*|yoga|meditat\w*|mindfulness|sick leave|"
        r"sabbatical|relax\w*|slow\w* down|quick walk|go(?:ing)? for a walk)\b",
    ),
    (
        ActKind.HELP,
        r"\b(?:(?:ask|get|find|seek|for|some|any|more)\w*(?: for)?(?: some| any| more)? help|mentor\w*|coach\w*|therap\w*|counsel\w*|hr|human resources|union|works council|lawyer|solicitor|legal advice|mediat\w*|course|"
        r"workshop|training|support group|consultant)\b",
    ),
    (
        ActKind.TALK,
        r"\b(?:talk\w*|speak\w*|spoke\w*|tell\w*|told|say\w*|said|ask(?:ed|ing|s)?|discuss\w*|explain\w*|rais(?:e|ing)|mention\w*|conversation|chat\w*|confront\w*|"
        r"bring(?:ing)? (?:it|this|that) up|address\w*|ring(?:ing)?|call(?:ing)?|phon(?:e|ing)|email\w*|e-mail\w*|letter|writ(?:e|ing) to|meet(?:ing)?|apologi\w+|feedback|"
        r"break(?:ing)? it to|one-to-one|clear the air|involv\w+|escalat\w+|go(?:ing)? to|check(?:ing)? with)\b",
    ),
    (
        ActKind.LEAVE,
        r"\b(?:leav\w+|quit\w*|resign\w*|another job|new job|other job|change jobs|step(?:ping)? back|walk(?:ing)? away|let(?:ting)? (?:him|her|them) go|get(?:ting)? out)\b",
    ),
    (
        ActKind.SHARE,
        r"\b(?:delegat\w+|hir(?:e|ed|ing)|recruit\w*|hand(?:ing)? (?:\w+ ){0,3}over|hand(?:ing)? (?:the|it|that|some)|shar(?:e|ing)|outsourc\w+|swap\w*|split\w*|rotat\w+|give (?:it|some) away)\b",
    ),
    (
        ActKind.RECORD,
        r"\b(?:writ(?:e|ing)|document\w*|record\w*|track\w*|measur\w+|list\w*|checklist|template|spreadsheet|journal\w*|diary|jot\w*|timer|app|tool)\b",
    ),
    (
        ActKind.WAIT,
        r"\b(?:wait\w*|ignor\w+|let(?:ting)? (?:it|this|that) (?:go|be|slide)|postpon\w+|delay\w*|push(?:ing)? the|sit(?:ting)? it out)\b",
    ),
)


def act_kind(text: str) -> ActKind:
    """The kind of act a stretch of lower-cased words names; the first row of the table that fits."""
    return next((kind for kind, words in _KINDS if re.search(words, text)), ActKind.OTHER)


def gerund(phrase: str) -> str:
    """A verb phrase from its base form: "submit in June" becomes "submitting in June"."""
    verb, _, rest = phrase.partition(" ")
    return f"{_ing(verb)} {rest}".strip()


def _ing(verb: str) -> str:
    if verb.endswith("ing") and len(verb) > 5:
        return verb
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return verb[:-1] + "ing"
    return verb + verb[-1] + "ing" if verb in _DOUBLE else verb + "ing"
