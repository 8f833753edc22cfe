"""Decides how a sentence is laid out before it is judged: bare, the thinker's own quotations masked.

Refuses to know who reads it then.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.stance.fold import Folded, fold
from assistant.stance.own_words import OwnWords, own_words


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence, ready to be judged."""

    sentence: str
    folded: Folded
    own: OwnWords

    @property
    def text(self) -> str:
        """The folded sentence with the thinker's quotations masked."""
        return self.folded.text


def read(sentence: str, thinker: Iterable[str]) -> Reading:
    """Lay a sentence out. Raises TypeError when it is not text."""
    if not isinstance(sentence, str):
        raise TypeError(f"a sentence is text, not {type(sentence).__name__}")
    own = own_words(thinker)
    return Reading(sentence.strip(), own.mask(fold(sentence.strip())), own)
