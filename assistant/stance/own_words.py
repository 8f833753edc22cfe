"""Decides whether something was already in the thinker's words; refuses to judge what is done with it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.stance.fold import QUOTED, Folded, fold
from assistant.stance.vocabulary import content, words_of

_QUOTATION = re.compile(r'"([^"]+)"')
_ELLIPSIS = re.compile(r"\.\.\.")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the thinker has said so far, ready to be compared with."""

    running: str
    """All their words in order, folded, one space between, a bar between messages."""
    stems: frozenset[str]

    def said(self, quotation: str) -> bool:
        """Whether a quotation is verbatim, but for case, marks and an ellipsis."""
        pieces = [" ".join(words_of(piece)) for piece in _ELLIPSIS.split(quotation)]
        return any(pieces) and all(f" {piece} " in self.running for piece in pieces if piece)

    def mask(self, sentence: Folded) -> Folded:
        """The sentence with each true quotation of the thinker replaced by one sign."""
        return sentence.replace(_QUOTATION, lambda found: QUOTED if self.said(found[1]) else found[0])


def own_words(thinker: Iterable[str]) -> OwnWords:
    """Read the thinker's messages. Strings are taken as they are; anything else is an error of the caller."""
    return _own_words((thinker,) if isinstance(thinker, str) else tuple(thinker))


@lru_cache(maxsize=32)
def _own_words(messages: tuple[str, ...]) -> OwnWords:
    folded = [" ".join(fold(line).text for line in message.split("\n")) for message in messages]
    running = " | ".join(" ".join(words_of(message)) for message in folded)
    return OwnWords(f" {running} ", frozenset(each for message in folded for each in content(message)))
