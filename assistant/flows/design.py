"""Decides what a designer sees of prompts, questions, protocols and suites; refuses to know how it is drawn.

Nothing here changes a file: prompts, questions and cases are edited where they lie, and read at the next start.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from assistant.knowledge import Knowledge
from assistant.prompts import Prompts
from assistant.schemas import Lens, Move, Protocol, Question
from assistant.text import fold

if TYPE_CHECKING:  # at run time only `run_suite` needs it, and the command line starts faster without
    from assistant.evaluation.gate import Outcome
    from assistant.evaluation.run import CaseResult, Count

_Entry = TypeVar("_Entry", Question, Protocol)
SHOWN_EVERY = 0.3
"""Seconds between two reports of a running suite: smooth to look at, a few dozen messages a run."""


@dataclass(frozen=True, slots=True)
class PromptView:
    """A prompt as a designer reads it; `version` is the first 8 characters of its content hash."""

    name: str
    version: str
    flow: str
    body: str
    examples: int
    """How many sets of example inputs it can be previewed with, at least 1."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands; `counts` and `outcome` come with the last report only.

    Attributes:
        counts: held and interval for each suite, then for all.
        outcome: the gate's word against the accepted baseline, or None where no gate was handed in.
    """

    done: int
    total: int
    failed: "tuple[CaseResult, ...]" = ()
    held: "tuple[CaseResult, ...]" = ()
    counts: "tuple[Count, ...]" = ()
    outcome: "Outcome | None" = None


class DesignFlow:
    """What the Design tab calls.

    Args:
        knowledge: the validated knowledge folder.
        prompts: the prompts of this installation.
        run_suite: runs every case, yielding one result each, e.g. `partial(evaluation.run.run, assistant)`.
        size: how many results that will be; None counts the cases of evals/.
        gate: compares a whole run with what is accepted; None leaves it out.
        clock: seconds, for spacing the reports.
    """

    def __init__(
        self,
        knowledge: Knowledge,
        prompts: Prompts,
        run_suite: "Callable[[], Iterable[CaseResult]]",
        *,
        size: Callable[[], int] | None = None,
        gate: "Callable[[Sequence[CaseResult]], Outcome] | None" = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._prompts, self._run, self._size = prompts, run_suite, size or _size
        self._gate, self._clock = gate, clock
        self._stopped: set[str] = set()
        self._questions = [(_haystack(question), question) for question in knowledge.questions]
        self._protocols = [(_haystack(protocol), protocol) for protocol in knowledge.protocols]

    def prompts(self) -> tuple[PromptView, ...]:
        """Every prompt, in the order of the folder."""
        return tuple(self.prompt(name) for name in self._prompts.names)

    def prompt(self, name: str) -> PromptView:
        """One prompt by its name."""
        found = self._prompts[name]
        examples = len(self._prompts.examples(name))
        return PromptView(found.name, found.version, found.flow, found.body, examples)

    def preview(self, name: str, example: int = 0) -> list[tuple[str, str]]:
        """(role, text) of each message as a model would receive it; `example` counts from 0.

        Raises PromptMistake for a prompt that is not there.
        """
        examples = self._prompts.examples(name)
        return self._prompts[name].messages(**examples[example % len(examples)])

    def questions(self, words: str = "", lens: str = "", move: str = "") -> tuple[Question, ...]:
        """The questions that hold every word and pass both filters, in the bank's order; "" filters nothing."""
        return tuple(
            question
            for question in _holding(words, self._questions)
            if (not lens or question.lens == Lens(lens)) and (not move or Move(move) in question.moves)
        )

    def protocols(self, words: str = "") -> tuple[Protocol, ...]:
        """The protocols that hold every word in name, summary, roles or stages."""
        return tuple(_holding(words, self._protocols))

    def run_suite(self, run: str = "") -> Iterator[Progress]:
        """Run every case, reporting first, now and then, and last.

        A run that was stopped by its name ends after the case it is at, with a report that holds no counts; closing
        the iterator ends it just so, without that report.
        """
        from assistant.evaluation.run import count

        results: list[CaseResult] = []
        total, told = self._size(), self._clock()
        yield Progress(0, total)
        for result in self._run():
            results.append(result)
            if run in self._stopped:
                self._stopped.discard(run)
                yield Progress(len(results), total, *_parted(results))
                return
            if (now := self._clock()) - told >= SHOWN_EVERY:
                told = now
                yield Progress(len(results), total, *_parted(results))
        outcome = self._gate(results) if self._gate else None
        yield Progress(len(results), len(results), *_parted(results), tuple(count(results)), outcome)

    def stop(self, run: str) -> None:
        """End the run of that name after the case it is at."""
        self._stopped.add(run)


def _size() -> int:
    from assistant.evaluation.cases import load

    return len(load())


def _parted(results: "Sequence[CaseResult]") -> "tuple[tuple[CaseResult, ...], tuple[CaseResult, ...]]":
    """What did not hold, and what did."""
    return tuple(one for one in results if not one.held), tuple(one for one in results if one.held)


def _haystack(entry: Question | Protocol) -> str:
    """Every word of an entry, folded; enum names read with spaces as they do on the screen."""
    return fold(" ".join(_strings(entry.model_dump(mode="json"))).replace("_", " "))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def _holding(words: str, entries: Iterable[tuple[str, _Entry]]) -> Iterator[_Entry]:
    wanted = fold(words).split()
    return (entry for haystack, entry in entries if all(word in haystack for word in wanted))
