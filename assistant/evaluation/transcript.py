"""Decides what of a conversation the scorers see; refuses to judge any of it.

Quotations are found here, in a way of its own that shares nothing with the stance package, so that a mistake of the
guard's about quoting is not repeated by the measure of the guard.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.evaluation.cases import Turn
from assistant.schemas import Brief, Move, SafetyLevel
from assistant.stance.acts import Decision, Verdict
from assistant.text import sentences, words

_QUOTATION = re.compile(r"“([^”]+)”|\"([^\"]+)\"|«([^»]+)»|(?<!\w)[‘']([^‘’'\n]*(?:\w[’'][^\W\d][^‘’'\n]*)*)[’'](?!\w)")


@dataclass(frozen=True)
class Exchange:
    """One message of the thinker's and the coach's turn after it; `heard` is all the thinker said so far."""

    expected: Turn
    heard: tuple[str, ...]
    reply: str
    move: Move
    safety: SafetyLevel
    brief: Brief
    verdicts: tuple[Verdict, ...] = ()
    voice: str = ""
    sources: tuple[str, ...] = ()

    @property
    def sentences(self) -> list[str]:
        """The sentences of the coach's turn."""
        return sentences(self.reply)

    @property
    def shown(self) -> list[Verdict]:
        """The verdicts on what the thinker saw; the rest was withheld."""
        return [verdict for verdict in self.verdicts if verdict.decision is Decision.SHOW]

    @property
    def own(self) -> str:
        """The coach's turn without verbatim quotations of the thinker."""
        return without_quotations(self.reply, self.heard)


Talk = tuple[Exchange, ...]


def quotations(text: str) -> Iterator[str]:
    """What stands between quotation marks, made up or not."""
    for found in _QUOTATION.finditer(text):
        yield next(group for group in found.groups() if group is not None)


def without_quotations(text: str, heard: tuple[str, ...]) -> str:
    """The text with every quotation that the thinker really said taken out; made-up ones stay."""
    return _QUOTATION.sub(lambda found: " “…” " if said(found[0][1:-1], heard) else found[0], text)


def said(quotation: str, heard: tuple[str, ...]) -> bool:
    """Whether the thinker used these words in this order, in one message; an ellipsis may stand for a gap."""
    pieces = [" ".join(words(piece)) for piece in re.split(r"…|\.\.\.", quotation)]
    pieces = [piece for piece in pieces if piece]
    return any(pieces) and any(_in_order(pieces, " ".join(words(message))) for message in heard)


def _in_order(pieces: list[str], message: str) -> bool:
    at, padded = 0, f" {message} "
    for piece in pieces:
        at = padded.find(f" {piece} ", at)
        if at < 0:
            return False
    return True
