"""Decides what someone can do with questions of their own: look at one while typing, or at a whole list.

Refuses to keep, count or log anything: words go in, faults and rewrites come out. How a pasted list becomes rows is in
`lists.py`.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from assistant.budget import Budget
from assistant.errors import MessageMistake
from assistant.flows import lists
from assistant.flows.lists import Row
from assistant.questions.sharpen import MOST_REWRITES, Sharpened, checked, sharpen, what_works
from assistant.text import words
from assistant.tongues import NAMES, tongue

MOST = 300
"""Questions looked at in one go: about half a minute."""
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


PROPOSED = "Proposed by {model}, and found free of faults here."
COLUMNS = ("question", "context", "faults", "rewrite 1", "rewrite 2", "rewrite 3")


def as_csv(looked: Sequence[Looked], named: Callable[[str], str], ready: str) -> str:
    """Everything that was found, as CSV; `named` gives the word for a fault, `ready` stands where there is none."""
    blank = ("",) * MOST_REWRITES
    return lists.csv_of(
        COLUMNS,
        [
            (
                one.row.question, one.row.context, "; ".join(named(fault.name) for fault in one.found.faults) or ready,
                *(*(rewrite.text for rewrite in one.found.rewrites), *blank)[:MOST_REWRITES],
            )
            for one in looked
        ],
    )  # fmt: skip


class Proposes(Protocol):
    """What can be asked for other ways to ask: a language model's voice."""

    name: str

    def propose(self, prompt: str, inputs: dict[str, Any], budget: Budget, flow: str = "pair") -> list[str]:
        """Lines; raises ModelUnavailable."""
        ...


class SharpenFlow:
    """One question or many, looked at by the same fault finder; a language model, where there is one, is asked on request only."""

    def __init__(self, proposer: Proposes | None = None, timeout: float = 20.0) -> None:
        self._proposer, self._timeout = proposer, timeout

    @property
    def asks(self) -> bool:
        """Whether there is a language model that can be asked."""
        return self._proposer is not None

    def proposed(self, draft: str, context: str = "") -> Sharpened:
        """As `one`, with what a language model proposes before our own rewrites, as far as it passes the same checks.

        Raises ModelUnavailable.
        """
        draft, context = draft[:LONGEST_DRAFT], context[:LONGEST_SAID]
        found = sharpen(draft, context)
        if not found.faults or self._proposer is None:
            return found
        faults = [fault.why for fault in found.faults]
        inputs = {
            "draft": draft,
            "context": context,
            "faults": faults,
            "language": NAMES.get(tongue(draft), NAMES["en"]),
        }
        lines = self._proposer.propose("sharpen", inputs, Budget(self._timeout, self._timeout), "pair")
        theirs = checked(lines, context, PROPOSED.format(model=self._proposer.name))
        ours = [each for each in found.rewrites if all(each.text != other.text for other in theirs)]
        return Sharpened(faults=found.faults, rewrites=(*theirs, *ours)[:MOST_REWRITES])

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

    def many(self, rows: Sequence[Row]) -> Iterator[Looked]:
        """Every question of a list with its faults and rewrites, in order, each as soon as it was looked at."""
        for number, row in enumerate(rows, 1):
            yield Looked(number, row, sharpen(row.question[:LONGEST_DRAFT], row.context[:LONGEST_SAID]))

    def summary(self, looked: Sequence[Looked]) -> Summary:
        """How many are ready, and the fault that comes up most (the first of the stance page among equals)."""
        counted = Counter(fault.name for one in looked for fault in one.found.faults)
        ready = sum(not one.found.faults for one in looked)
        commonest = max(counted, key=lambda name: counted[name], default=None)
        return Summary(len(looked), ready, str(commonest or ""), counted[commonest] if commonest else 0)
