"""Decides how a sentence is laid bare before it is judged; refuses to know what any word of it means.

Disguises fall here: invisible characters, look-alike letters, letters spaced out, digits for letters, Markdown
and HTML marks. Every character of the folded text remembers where it came from, so evidence can be shown in
the sentence as it was written.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

QUOTED = "§"
"""Stands for a quotation of the thinker's own words."""

_LOOK_ALIKE = str.maketrans(
    "аеорсухіјѕԁһӏѵкмтвнԛԝгαοενρτυικχγωςϲɑɡı" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ".lower(),
    "aeopcyxijsdhlvkmtbhqwraoevptuikxywscagi" + "abeznikmnoptyx",
)
_PUNCTUATION = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"'}
    | {"–": "—", "―": "—", "−": "—", "‐": "-", "‑": "-", "…": "...", "*": "", "~": "", "\t": " ", "\n": " "}
)
_INVISIBLE = re.compile(r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
                        r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]")  # fmt: skip
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"</?[a-z][^<>]{0,60}>"), " "),
    (re.compile(r"\]\([^)\s]*\)"), " "),
    (re.compile(r"[\[\]{}\\]"), " "),
    (re.compile(r"(?<![a-z0-9])_+|_+(?![a-z0-9])"), ""),
    (re.compile(r"_+"), " "),
    (re.compile(r"^[\s>#|]+"), ""),
    (re.compile(r"^(?:(?:[-+•◦▪‣·]|—(?= )|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+)+"), ""),
    (re.compile(r"^[xX ]?\s+(?=\S)"), ""),
    (re.compile(r"#+\s*$|[\s|]+$"), ""),
    (re.compile(r"\s--+\s"), " — "),
    (re.compile(r"(?<![a-z'])'(?=[a-z])([^'\"]*(?:[a-z]'[a-z][^'\"]*)*)(?<=[a-z.!?,])'(?![a-z])"), r'"\1"'),
)
_SPACED = re.compile(r"(?<![a-z'])[a-z](?:([ ._\-])[a-z](?![a-z])(?:\1[a-z](?![a-z]))+)")
_LEET = re.compile(r"(?<=[a-z])[013457$@](?=[a-z])|(?<![a-z0-9$@])[$@0](?=[a-z]{2})|(?<=[a-z]{2})[03](?![a-z0-9])")
_DIGITS = str.maketrans("013457$@", "oieastsa")


@dataclass(frozen=True, slots=True)
class Folded:
    """A sentence laid bare: `text`, and for each of its characters the offset it came from."""

    text: str
    origin: tuple[int, ...]
    disguised: bool = False
    """Whether letters had been spaced out or swapped for digits; nobody writes so by accident."""

    def replace(self, pattern: re.Pattern[str], by: str | Callable[[re.Match[str]], str]) -> "Folded":
        """The text with every match replaced; new characters take the offsets of the matched ones."""
        pieces: list[str] = []
        origin: list[int] = []
        last = 0
        for found in pattern.finditer(self.text):
            new = by(found) if callable(by) else found.expand(by)
            start, end = found.span()
            pieces += [self.text[last:start], new]
            origin += self.origin[last:start]
            origin += self._sources(new, start, end)
            last = end
        return Folded("".join([*pieces, self.text[last:]]), (*origin, *self.origin[last:]), self.disguised)

    def _sources(self, new: str, start: int, end: int) -> list[int]:
        """Where each new character came from: the same character in the match if there is one, in order."""
        sources: list[int] = []
        at = start
        for character in new:
            same = self.text.find(character, at, end)
            sources.append(self.origin[same if same >= 0 else min(at, end - 1)])
            at = same + 1 if same >= 0 else at
        return sources

    def source(self, start: int, end: int) -> tuple[int, int] | None:
        """The offsets in the written sentence of a stretch of the folded one; None when it is empty."""
        taken = self.origin[start:end]
        return (min(taken), max(taken) + 1) if taken else None


def fold(sentence: str) -> Folded:
    """Lay a sentence bare: lower case, plain letters, straight marks, one space, no Markdown."""
    bare = _letters(sentence)
    for pattern, by in _MARKS:
        bare = bare.replace(pattern, by)
    plain = bare.replace(_SPACED, _join).replace(_LEET, lambda found: found[0].translate(_DIGITS))
    one_space = plain.replace(re.compile(r"\s+"), " ").replace(re.compile(r"^ | $"), "")
    return Folded(one_space.text, one_space.origin, _changed(bare.text, plain.text))


def _letters(sentence: str) -> Folded:
    characters: list[str] = []
    origin: list[int] = []
    for offset, written in enumerate(sentence):
        for character in _plain(written):
            characters.append(character)
            origin.append(offset)
    return Folded("".join(characters), tuple(origin))


def _plain(written: str) -> str:
    if _INVISIBLE.match(written):
        return ""
    taken = unicodedata.normalize("NFKD", written.translate(_PUNCTUATION)).lower()
    kept = "".join(each for each in taken if not unicodedata.combining(each))
    if kept and unicodedata.category(kept[0]) in ("So", "Sk", "Cs", "Co", "Cn"):
        return " "
    return kept.translate(_LOOK_ALIKE).translate(_PUNCTUATION)


def _join(found: re.Match[str]) -> str:
    return found[0].replace(found[1], "")


def _changed(before: str, after: str) -> bool:
    """True when at least three characters had to be put right; an initial or "B2B" is no disguise."""
    return len(before) - len(after) >= 3 or sum(a != b for a, b in zip(before, after, strict=False)) >= 3
