"""Decides how wordings of danger are read from knowledge/safety/ and matched; refuses to know what a match means.

A file holds `parts` (named pieces), `figures` (figures of speech, blanked out first) and `rules`. In a pattern `<NAME>`
stands for a part and `<GAP3>` for up to three words of the same sentence. Every repetition is counted, so no message
can make a pattern run for long.

Patterns are matched on folded text: lower case, no accents, no apostrophes, no emphasis marks, single spaces, a letter
repeated more than twice written once ("DIEEEE" is "die"). Offsets lead back to the message as it was written.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import yaml

from assistant import settings, yaml_lines
from assistant.errors import KnowledgeMistake
from assistant.schemas import SafetyLevel

FILES = ("danger.en.yaml", "outside.en.yaml", "es.yaml", "de.yaml", "fr.yaml")
_FIGURES = "figures.en.yaml"
_SOFTENERS = "softeners.yaml"
_DROPPED = frozenset("'’‘`´ʼ′*_~\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_PART = re.compile(r"<([A-Z]+)(\d*)>")
_DEPTH = 5
"""Parts may hold parts; deeper than this is a circle."""


@dataclass(frozen=True)
class Rule:
    """One way of saying something that matters for safety.

    Attributes:
        name: the rule, as `Alarm.rule` shows it.
        kind: what it is about ("suicide", "law", …).
        level: what it means when nothing softens it.
        pattern: matched on folded text.
        joke: a laugh in the same sentence clears it.
        third: it speaks of other people, so fiction, training and general talk clear it.
        place: it is only strain when the same sentence names a workplace.
        deniable: a "not" right before it takes it back; false where the "not" belongs to it ("not see any point in").
        asked: its words stand in harmless stories as well; where the trained networks see no danger at all, it is asked about.
    """

    name: str
    kind: str
    level: SafetyLevel
    pattern: re.Pattern[str]
    joke: bool = False
    third: bool = False
    place: bool = False
    deniable: bool = True
    asked: bool = False


@dataclass(frozen=True)
class Folded:
    """A message made ready for matching; `offsets[i]` is where `text[i]` stands in the message."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the message of a piece of the folded text."""
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(message: str) -> Folded:
    """The message as patterns see it; one pass, linear in its length."""
    kept: list[str] = []
    offsets: list[int] = []
    run = ""
    for offset, char in enumerate(message):
        for letter in _letters(char, message, offset):
            if letter in " \n" and kept and kept[-1] in ("\n", letter):
                continue
            if letter.isalpha() and kept[-2:] == [letter, letter]:
                kept.pop()
                offsets.pop()
                run = letter
                continue
            if run and letter == run and kept[-1] == run:
                continue
            run = "" if letter != run else run
            kept.append(letter)
            offsets.append(offset)
    return Folded("".join(kept), tuple(offsets))


def _letters(char: str, message: str, offset: int) -> str:
    """What one character becomes: nothing, itself, or several letters ("ß"); a blank line ends a sentence."""
    if char in _DROPPED:
        return ""
    if char == "\n":
        return "\n" if message[offset + 1 : offset + 2] == "\n" else " "
    if char.isspace():
        return " "
    if char.isascii():
        return char.lower()
    plain = unicodedata.normalize("NFKD", char.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter) and letter not in _DROPPED)


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """All rules, the gravest first; raises KnowledgeMistake on a file that cannot be used."""
    found = [rule for name in FILES for rule in _rules(name)]
    return tuple(sorted(found, key=lambda rule: -rule.level))


@lru_cache(maxsize=1)
def figures() -> tuple[re.Pattern[str], ...]:
    """Figures of speech and trade talk, one pattern a file."""
    return tuple(_compiled(name, found) for name in (_FIGURES, *FILES) if (found := _content(name).get("figures")))


@lru_cache(maxsize=32)
def softener(name: str) -> re.Pattern[str]:
    """One list of softeners.yaml as a pattern; `safety.py` says what each is for."""
    return _compiled(_SOFTENERS, _content(_SOFTENERS)[name])


def blank_figures(text: str) -> str:
    """The folded text with every figure of speech written over by "#", so that offsets stay as they are."""
    for pattern in figures():
        text = pattern.sub(lambda found: "#" * len(found.group()), text)
    return text


def _rules(name: str) -> list[Rule]:
    content = _content(name)
    return [
        Rule(
            name=entry["name"],
            kind=entry["kind"],
            level=SafetyLevel(entry.get("level", 3)),
            pattern=_compiled(name, entry["patterns"]),
            joke=entry.get("joke", False),
            third=entry.get("third", False),
            place=entry.get("place", False),
            deniable=entry.get("deniable", True),
            asked=entry.get("asked", False),
        )
        for entry in content["rules"]
    ]


@lru_cache(maxsize=8)
def _content(name: str) -> dict[str, Any]:
    path = settings.shipped("knowledge") / "safety" / name
    content: dict[str, Any] = yaml.safe_load(yaml_lines.read(path, KnowledgeMistake))
    return content


def _compiled(name: str, patterns: list[str]) -> re.Pattern[str]:
    parts: dict[str, str] = _content(name).get("parts", {})
    whole = "|".join(patterns)
    for _ in range(_DEPTH):
        whole = _PART.sub(lambda found: _part(found, parts, name), whole)
    try:
        return re.compile(rf"(?<!\w)(?:{whole})(?!\w)")
    except re.error as error:
        raise KnowledgeMistake(
            f"knowledge/safety/{name} holds a pattern that cannot be used: {error}; mend it."
        ) from None


def _part(found: re.Match[str], parts: dict[str, str], name: str) -> str:
    if found[1] == "GAP":
        return rf"(?:[^\s.!?;]{{1,30}} ){{0,{found[2]}}}"
    if found[1] not in parts:
        raise KnowledgeMistake(f"knowledge/safety/{name} uses the part <{found[1]}>, which it does not hold; add it.")
    return parts[found[1]]
