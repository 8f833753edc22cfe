"""Decides how a sentence is laid out for the rules: bare, quotations masked, beside what was said before it.

Refuses to know any rule.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.stance.fold import Folded, fold
from assistant.stance.own_words import OwnWords, own_words
from assistant.stance.state import NOTHING, ListState

_FINISHED = re.compile(r'[.!?:]["\')\s]*$')


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence, ready for the rules. Offsets in findings refer to `text`."""

    sentence: str
    folded: Folded
    own: OwnWords
    before: str = ""
    state: ListState = NOTHING

    @property
    def text(self) -> str:
        """The folded sentence with the thinker's quotations masked."""
        return self.folded.text

    @property
    def asks(self) -> bool:
        """Whether it carries a question mark outside the thinker's own words."""
        return "?" in self.text

    def joined(self) -> tuple["Reading", int] | None:
        """The sentence read on from an unfinished clause, and where it then begins; None if there is none."""
        if not self.before or _FINISHED.search(self.before) or not self.sentence[:1].islower():
            return None
        shift = len(self.before) + 1
        text = Folded(f"{self.before} {self.text}", (0,) * shift + self.folded.origin)
        return Reading(self.sentence, text, self.own, "", self.state), shift


def read(sentence: str, thinker: Iterable[str], before: str, state: ListState | None) -> Reading:
    """Lay a sentence out. Raises TypeError when it is not text."""
    if not isinstance(sentence, str) or not isinstance(before, str):
        raise TypeError(f"a sentence is text, not {type(sentence).__name__}")
    own = own_words(thinker)
    return Reading(sentence, own.mask(fold(sentence)), own, own.mask(fold(before)).text, state or NOTHING)
