"""Decides how word pieces in lower case become a sentence as one would type it; refuses to know where they come from."""

import re
from collections.abc import Iterable, Iterator, Sequence

INSIDE = "##"
_JOINS = (
    (re.compile(r" ' (s|t|re|ve|ll|d|m)\b"), r"'\1"),
    (re.compile(r"(\w) ' (\w)"), r"\1'\2"),
    (re.compile(r" ([,.?!:;%)\]])"), r"\1"),
    (re.compile(r"([(\[]) "), r"\1"),
    (re.compile(r"(\w) ([-/]) (\w)"), r"\1\2\3"),
    (re.compile(r"(\d)([.,:]) (\d)"), r"\1\2\3"),
    (re.compile(r'" ?([^"]*?) ?"'), r"“\1”"),
    (re.compile(r"\bi\b"), "I"),
)
_ENDS = ".!?:\n"
_WORD = re.compile(r"\w+")


def worded(pieces: Sequence[str], read: Iterable[str]) -> str:
    """A sentence out of word pieces, with names and abbreviations written as in the texts that were `read`."""
    text = "".join(piece[2:] if piece.startswith(INSIDE) else f" {piece}" for piece in pieces).strip()
    for found, instead in _JOINS:
        text = found.sub(instead, text)
    names = {word.lower(): word for each in read for word in _names(each)}
    text = _WORD.sub(lambda match: names.get(match.group(), match.group()), text)
    return text[:1].upper() + text[1:]


def _names(text: str) -> Iterator[str]:
    """Words with a capital that does not only begin a sentence."""
    for match in _WORD.finditer(text):
        word, before = match.group(), text[: match.start()].rstrip(" “”\"'(")
        if word != "I" and (word[1:] != word[1:].lower() or (word[0].isupper() and before and before[-1] not in _ENDS)):
            yield word
