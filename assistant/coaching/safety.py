"""Decides how far a message reaches beyond coaching, by local rules; refuses to know what is said about it.

The wordings are data (`knowledge/safety/`); here is what softens a match: a denial, a laugh, the past, fiction and
general talk, a named workplace, a profession. A miss costs more than a question too many, and so the doubtful cases
are settled:

- "could/could have/feel like" plus kill or strangle is the idiom of an annoyed colleague (0) unless the sentence adds a
  means, a time or earnest; "want to/going to/will" is taken at its word (3) unless the person laughs about it.
- A laugh never clears a first-person wish to die.
- "I don't want to be here anymore" is asked about (3); with a workplace in the same sentence it is strain (1).
- "better off without me" is 3 for people and the world, 1 for a team or a company.
- Danger denied ("I'm not suicidal, just tired") is strain (1); danger long past is 2, and 3 again when it is back.
- A death by suicide that has happened is 2 (grief); somebody who speaks of it now is 3.
- "kill me now", "just shoot me" and "my boss will kill me" stay figures; "he'll kill me if I leave" does not.
- What a rule takes for danger and the network holds most unlikely ends nothing: it is asked about (it is not let go: the network
  has seen few threats).
- After danger, a short echo ("I mean it", "tonight") keeps the level of the message before.

What the rules do not see, a trained network (`watch.py`) may. Where it is surest, the coaching ends as it does by a rule. Where
it is very sure, the message is of the kind "despair": help lines are named and the person says how it was meant. Where it only
suspects danger, the kind is "aside": the conversation goes on, and one line beside it names where help is.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.coaching import model, safety_patterns, watch
from assistant.coaching.safety_patterns import Folded, Rule, softener
from assistant.schemas import SafetyLevel
from assistant.tongues import tongue

AROUND = 240
"""Characters before and after a match that the network reads; of a very long message it reads only the beginning."""
BEYOND = 0.6
"""Likelihood from which a rule's "outside coaching" is believed: a help text in the middle of a story about a debt of thanks, or a
client's diagnosis, told people that one word was heard and not they (blind play)."""
STRAINED = 0.2
"""Likelihood of any level above 0 from which strain that a rule has met is named."""
UNSEEN = 0.1
"""Likelihood of danger below which a match of a rule with `asked` is asked about instead of ending the coaching."""
_UNTAUGHT = ("es", "de")
"""Languages of which the network saw too few harmless messages to doubt in them; the rules know them."""
_ONE_WORD = frozenset({"medicine", "money", "law"})
"""Kinds whose rules hang on single words, which stories of work hold as well."""
KINDS = (
    "suicide",
    "self_harm",
    "violence",
    "danger",
    "abuse",
    "harassment",
    "discrimination",
    "dismissal",
    "law",
    "money",
    "medicine",
    "substance",
    "strain",
    "despair",
    "aside",
    "",
)
"""Every kind an alarm can have; the empty one goes with level 0."""


@dataclass(frozen=True)
class Alarm:
    """The gravest thing a message holds: its level, what it is about, where it stands, and the rule that saw it."""

    level: SafetyLevel
    kind: str = ""
    span: tuple[int, int] | None = None
    """Offsets in the message; None when nothing was found, or when it stands on the messages before or on the net."""
    rule: str = ""


@dataclass(frozen=True)
class _Heard:
    """A message ready for the rules: folded, with its figures of speech blanked, and whether old danger is over.

    `over`: it is said to be over, or at least not said to be back.
    """

    folded: Folded
    text: str
    over: bool


QUIET = Alarm(SafetyLevel.NOTHING)
_log = logging.getLogger(__name__)
_WINDOW = 240
"""Characters looked at on each side of a match when a sentence has no end."""
_CLAUSE = 80
"""Characters before a match in which a denial may stand."""
_AFTER = 30
"""Characters after a match that may turn a denial round ("never wanted it as much")."""
_LOOKED_BACK = 3
"""Earlier messages that a short echo may stand on."""
_WHOLE = 2000
"""Characters of the message in which the end or the return of past danger may be told."""
_SERVED = frozenset({"law", "medicine", "money", "substance", "dismissal", "harassment", "abuse", "discrimination"})

_END = re.compile(r"[.!?;\n]+(?=\s|$)|\n")
_BREAK = re.compile(r"[.,!?;:\n()#]|(?<!\w)but(?!\w)")


def look(message: str, history: Sequence[str] = ()) -> Alarm:
    """The gravest thing the message holds.

    Args:
        message: what the thinker wrote, of any length and language (English, and the plainest words of Spanish,
            German and French, are understood).
        history: their earlier messages, oldest first; only a short echo of danger is read against the last few.
    """
    folded = safety_patterns.fold(message)
    found = _trained(message, folded, _gravest(folded))
    if found.kind in ("medicine", "aside") and _heals(folded, history):
        found = QUIET
    if found.level == SafetyLevel.DANGER or not softener("echo").search(folded.text):
        return found
    return next(
        (Alarm(a.level, a.kind, None, "echo") for a in _earlier(history) if a.level == SafetyLevel.DANGER),
        found,
    )


def _heals(folded: Folded, history: Sequence[str]) -> bool:
    """Whether somebody who heals for a living speaks of doses and wounds as others do of invoices, and not of their own."""
    told = (folded.text, *(safety_patterns.fold(message).text for message in history))
    return any(_has("healing", each) for each in told) and not _has("party", folded.text)


def by_rules(message: str) -> Alarm:
    """The gravest thing the rules alone see."""
    return _gravest(safety_patterns.fold(message))


def _trained(message: str, folded: Folded, ruled: Alarm) -> Alarm:
    """What the rules saw, unless the network holds it most unlikely; or what only the network sees."""
    if ruled.level >= SafetyLevel.OUTSIDE:
        start, end = ruled.span or (0, 0)
        return _weighed(ruled, believed(message[max(0, start - AROUND) : end + AROUND]))
    if tongue(model.visible(message)) in _UNTAUGHT:
        return ruled
    levels = believed(message)
    if ruled.level == SafetyLevel.STRAIN and sum(levels[SafetyLevel.STRAIN :]) < STRAINED:
        ruled = QUIET
    likely, known_level = levels[SafetyLevel.DANGER], watch.shipped().level
    if _softened(folded):
        return Alarm(SafetyLevel.STRAIN, "aside", None, "watch") if likely >= known_level("danger") else ruled
    if likely >= known_level("danger"):
        return Alarm(SafetyLevel.DANGER, "danger", None, "watch")
    kind = next((kind for kind in ("despair", "aside") if likely >= known_level(kind)), "")
    return Alarm(SafetyLevel.STRAIN, kind, None, "watch") if kind else ruled


def _weighed(ruled: Alarm, levels: Sequence[float]) -> Alarm:
    """A rule's match against what the network holds: danger it does not see at all is asked about, a lone word of law is let go."""
    if ruled.level == SafetyLevel.OUTSIDE:
        beyond = sum(levels[SafetyLevel.OUTSIDE :]) >= BEYOND
        return ruled if beyond or ruled.kind not in _ONE_WORD else QUIET
    asked = any(rule.name == ruled.rule and rule.asked for rule in safety_patterns.rules())
    unseen = asked and levels[SafetyLevel.DANGER] < UNSEEN
    return Alarm(SafetyLevel.STRAIN, "aside", ruled.span, ruled.rule) if unseen else ruled


def believed(message: str) -> watch.Levels:
    """How likely each safety level is, as the trained network holds."""
    return watch.shipped().levels(model.visible(message))


def _softened(folded: Folded) -> bool:
    """Whether the rules met words of danger and knew them for a figure of speech, a laugh, a denial, fiction or the past."""
    danger = (rule for rule in safety_patterns.rules() if rule.level == SafetyLevel.DANGER)
    told = (
        safety_patterns.blank_figures(folded.text) != folded.text
        or _has("died", folded.text)
        or _has("general", folded.text)
    )
    return told or any(rule.pattern.search(folded.text) for rule in danger)


def _earlier(history: Sequence[str]) -> Iterator[Alarm]:
    return (by_rules(message) for message in reversed(history[-_LOOKED_BACK:]))


def _heard(folded: Folded) -> _Heard:
    told = folded.text[:_WHOLE]
    return _Heard(folded, safety_patterns.blank_figures(folded.text), _has("over", told) or not _has("back", told))


def _gravest(folded: Folded) -> Alarm:
    heard = _heard(folded)
    best = _grief(heard)
    for rule in safety_patterns.rules():
        if rule.level <= best.level:
            break
        alarm = _first(rule, heard)
        best = alarm if alarm.level > best.level else best
    return best


def _grief(heard: _Heard) -> Alarm:
    """A death by suicide that has happened, outside of fiction and general talk."""
    for death in softener("died").finditer(heard.text):
        if _real(_sentence(heard.folded.text, *death.span())):
            return Alarm(SafetyLevel.OUTSIDE, "suicide", heard.folded.span(*death.span()), "death-by-suicide")
    return QUIET


def _first(rule: Rule, heard: _Heard) -> Alarm:
    """The gravest reading of any place where the rule matches; the first place that keeps the rule's level wins."""
    best = QUIET
    for found in rule.pattern.finditer(heard.text):
        level = _level(rule, found, heard)
        if level > best.level:
            kind = rule.kind if level > SafetyLevel.STRAIN else "strain"
            best = Alarm(level, kind, heard.folded.span(*found.span()), rule.name)
        if level == rule.level:
            break
    return best


def _level(rule: Rule, found: re.Match[str], heard: _Heard) -> SafetyLevel:
    """What one match means after all that may soften it."""
    text = heard.text
    sentence, before = _sentence(heard.folded.text, *found.span()), _clause(text, found.start())
    denied = rule.deniable and _denied(before, found.group() + text[found.end() : found.end() + _AFTER])
    if rule.level < SafetyLevel.DANGER:
        return SafetyLevel.NOTHING if denied or _serves(rule, sentence) else rule.level
    after = heard.folded.text[found.end() : found.end() + _WINDOW]
    if rule.joke and _has("laugh", sentence) and not _has("earnest", sentence + after):
        return SafetyLevel.NOTHING
    if rule.third and (_dead(text, *found.span()) or not (_real(sentence) or _has("own", before))):
        return SafetyLevel.NOTHING
    if denied or (rule.place and _has("workplace", sentence)):
        return SafetyLevel.STRAIN
    return SafetyLevel.OUTSIDE if heard.over and _has("past", sentence) else rule.level


def _has(name: str, text: str) -> bool:
    return softener(name).search(text) is not None


def _real(sentence: str) -> bool:
    """Whether other people in the sentence are people the thinker knows, not fiction or people at large."""
    return _has("now", sentence) or not _has("general", sentence)


def _dead(text: str, start: int, end: int) -> bool:
    """Whether the match is part of a death that has happened."""
    near = softener("died").finditer(text, max(0, start - _CLAUSE), min(len(text), end + _CLAUSE))
    return any(death.start() <= end and start <= death.end() for death in near)


def _clause(text: str, start: int) -> str:
    """The words before a match in the same clause, with one blank at the end."""
    return f"{_BREAK.split(text[max(0, start - _CLAUSE) : start])[-1].rstrip()} "


def _denied(before: str, after: str) -> bool:
    return _has("negated", before) and not _has("not_denied", before) and not _has("never_so", before + after)


def _serves(rule: Rule, sentence: str) -> bool:
    """Whether the matter is other people's and the thinker's work."""
    return rule.kind in _SERVED and _has("serving", sentence) and not _has("party", sentence)


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence around a match, at most `_WINDOW` characters each side; a laugh right after it belongs to it."""
    low = max(
        [
            max(0, start - _WINDOW),
            *(found.end() for found in _END.finditer(text, max(0, start - _WINDOW), start)),
        ]
    )
    close = _END.search(text, end, end + _WINDOW)
    high = close.end() if close else min(len(text), end + _WINDOW)
    laugh = softener("laugh").match(text[high : high + 20].lstrip())
    return text[low : high + (20 if laugh else 0)]
