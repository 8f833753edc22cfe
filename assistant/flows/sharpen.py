"""Decides what someone can do with questions of their own: look at one while typing, or at a whole list.

Refuses to keep, count or log anything: words go in, faults and rewrites come out. How a pasted list becomes rows is in
`lists.py`.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.errors import MessageMistake
from assistant.flows import lists
from assistant.flows.lists import Row
from assistant.questions.sharpen import Sharpened, sharpen, what_works
from assistant.text import words

MOST = 300
"""Questions looked at in one go: about three seconds."""
LONGEST_SAID = 8000
LONGEST_DRAFT = 2000
FEWEST_WORDS = 3
"""Before that many words, or a question mark, a draft has only been begun: marks would only flicker."""


@dataclass(frozen=True)
class Looked:
    """One question of a list with what was found; `found.faults` is empty for one that is ready."""

    number: int
    row: Row
    found: Sharpened


@dataclass(frozen=True)
class Summary:
    """A list in numbers; `commonest` and `times` are "" and 0 where nothing was found."""

    questions: int
    ready: int
    commonest: str
    times: int


class SharpenFlow:
    """One question or many, looked at by the same fault finder."""

    def one(self, draft: str, context: str = "") -> Sharpened | None:
        """Faults and rewrites of a draft as far as it is typed; None while there is nothing to judge yet."""
        begun = "?" in draft or len(words(draft)) >= FEWEST_WORDS
        if not begun or not draft.strip(" \t\n?"):
            return None
        return sharpen(draft[:LONGEST_DRAFT], context[:LONGEST_SAID])

    def works(self, draft: str, context: str = "") -> str:
        """What makes a sharp question work, in one sentence."""
        return what_works(draft[:LONGEST_DRAFT], context[:LONGEST_SAID])

    def rows(self, text: str) -> tuple[Row, ...]:
        """The questions of a pasted list; raises MessageMistake for none, or for more than can be looked at."""
        found = lists.rows_of(text)
        if not found:
            raise MessageMistake(
                "There is no question in the box; put in one question a line, or a table, and try again."
            )
        if len(found) > MOST:
            raise MessageMistake(
                f"These are {len(found)} questions and at most {MOST} can be looked at in one go; "
                f"leave the first {MOST} in the box and bring the rest afterwards."
            )
        return found

    def many(self, rows: Sequence[Row]) -> tuple[Looked, ...]:
        """Every question of a list with its faults and rewrites, in order."""
        return tuple(
            Looked(number, row, sharpen(row.question[:LONGEST_DRAFT], row.context[:LONGEST_SAID]))
            for number, row in enumerate(rows, 1)
        )

    def summary(self, looked: Sequence[Looked]) -> Summary:
        """How many are ready, and the fault that comes up most (the first of the stance page among equals)."""
        counted = Counter(fault.name for one in looked for fault in one.found.faults)
        ready = sum(not one.found.faults for one in looked)
        commonest = max(counted, key=lambda name: counted[name], default=None)
        return Summary(len(looked), ready, str(commonest or ""), counted[commonest] if commonest else 0)
