"""Decides where a stream of text is cut into units to be judged; refuses to judge any of them.

A unit is a sentence, a list item's sentence, a table row, a heading or a line of code. A cut depends only on the text
up to the first character after it, never on how the text arrived, so any chunking gives the same units.
"""

import re
from dataclasses import dataclass

MAX_UNIT = 4000
"""Characters held back before a unit is cut by force; such a unit is longer than the judge reads."""

_NEWLINE = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_END = re.compile(
    r"""(?:[.!?…]+|[。！？]+)["'”’»)\]*_~`]*(?=\s)"""
    r"""|(?<=[^\W\d_]{2})[.!?…]+(?=[A-ZÀ-Þ][a-zß-ÿ'’])"""  # nobody leaves the space out by accident twice
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|Mr|Mrs|Ms|Dr|Prof|St|approx|a\.m|p\.m|z\.B|Sr|Sra)|\b[A-HJ-Z])\.$"
)
_MARKER = re.compile(r"^[\s>*_]*(?:[-+*•◦▪‣·—–]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|\[[ xX]\])+[\s*_]*$")
_ITEM = re.compile(r"^[\s>]*(?:[-+*•◦▪‣·]\s|[—–]\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s|\|)")
_HEADING = re.compile(r"^\s*(?:#{1,6}\s|\*\*[^*]+\*\*:?\s*$|__[^_]+__:?\s*$)")
_ELLIPSIS = re.compile(r"\.{2,}|…")
_FENCE = re.compile(r"^\s*(?:```|~~~)\s*\w*\s*$")
_WORDLESS = re.compile(r"^[\W_]*$")
_OPENING, _CLOSING = "“«„", "”»"


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece to judge: its text without surrounding space, and whether it stands in a list, table, heading or code."""

    text: str
    item: bool


class Segmenter:
    """Takes text as it comes and gives back units as soon as they are complete."""

    def __init__(self) -> None:
        self._held = ""
        self._line = ""
        self._code = False

    def feed(self, chunk: str) -> list[Unit]:
        """Units completed by this chunk."""
        self._held += chunk
        return self._cut(final=False)

    def close(self) -> list[Unit]:
        """What was held back, at the end of the stream."""
        self._held += "\n"
        return self._cut(final=True)

    def _cut(self, final: bool) -> list[Unit]:
        units: list[Unit] = []
        while True:
            newline = _NEWLINE.search(self._held)
            end = self._sentence_end(self._held[: newline.start() + 1] if newline else self._held)
            if end is None and newline is None:
                if len(self._held) <= MAX_UNIT:
                    return units
                end = MAX_UNIT
            stop = end if end is not None else newline.start() if newline else len(self._held)
            units += self._unit(self._held[:stop], ends_line=end is None)
            self._held = self._held[stop + (end is None) :]

    def _sentence_end(self, text: str) -> int | None:
        """Where the first sentence of an unfinished line ends; None inside code, a table, a quotation or a marker.

        An ellipsis before a small letter ends nothing, so after one the next visible character is waited for.
        """
        line = self._line + text
        if self._code or line.lstrip().startswith("|"):
            return None
        for found in _END.finditer(text):
            piece = text[: found.end()]
            if _ABBREVIATION.search(piece) or _MARKER.match(self._line + piece) or _in_quotation(piece):
                continue
            if _ELLIPSIS.match(found[0]):
                following = text[found.end() :].lstrip(" \t")[:1]
                if not following:
                    return None
                if following.islower():
                    continue
            return found.end()
        return None

    def _unit(self, piece: str, ends_line: bool) -> list[Unit]:
        item = self._code or bool(_ITEM.match(self._line + piece + " ") or _HEADING.match(self._line + piece))
        whole = self._line + piece
        self._line = "" if ends_line else whole
        if ends_line and _FENCE.match(whole):
            self._code = not self._code
            return []
        return [] if _WORDLESS.match(piece) or _MARKER.match(piece) else [Unit(piece.strip(), item)]


def _in_quotation(piece: str) -> bool:
    """Whether the piece ends inside quotation marks, where a full stop ends no sentence of the coach's."""
    opened = sum(piece.count(mark) for mark in _OPENING) - sum(piece.count(mark) for mark in _CLOSING)
    return opened > 0 or piece.count('"') % 2 == 1
