"""Decides how a draft is tried: what is in use against the draft, on the same cases, then compared case by case. Refuses to keep a draft."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import CallerMistake
from assistant.evaluation.cases import Suite, load
from assistant.evaluation.comparison import Compared, compare
from assistant.evaluation.gate import Outcome, against
from assistant.evaluation.page import page
from assistant.evaluation.run import CaseResult, run
from assistant.evaluation.subject import Subject
from assistant.flows.workshop import Workshop

Make = Callable[[Path, Path], AbstractContextManager[Subject]]
"""Folders of prompts and knowledge → an assistant with a home of its own."""


@dataclass(frozen=True)
class Trial:
    """Where a trial stands; the last report has `outcome`, the comparison and the page."""

    done: int
    total: int
    side: str
    changed: tuple[CaseResult, ...] = ()
    compared: tuple[Compared, ...] = ()
    outcome: Outcome | None = None
    page: str = ""


class TrialFlow:
    """Runs what is in use and a draft on chosen suites; `stop` ends a trial after the case it is at."""

    def __init__(self, workshop: Workshop, make: Make) -> None:
        self._workshop, self._make = workshop, make
        self._stopped: set[str] = set()

    def run(self, file: str, text: str, suites: Sequence[str], name: str = "") -> Iterator[Trial]:
        """Both sides, a report after every case. Raises CallerMistake for a draft that cannot be used or no suite."""
        if reason := self._workshop.mistake(file, text):
            raise CallerMistake(reason)
        if not suites:
            raise CallerMistake("No suite is chosen; choose at least one to try the draft on.")
        chosen = [suite.value for suite in Suite if suite.value in suites]
        size, sides = len(load(suites=chosen)), list[list[CaseResult]]()
        for side, given in (("in use", ("", "")), ("draft", (file, text))):
            results = list[CaseResult]()
            with self._workshop.laid_over(*given) as folders, self._make(*folders) as subject:
                for result in run(subject, suites=chosen):
                    results.append(result)
                    yield Trial(len(sides) * size + len(results), 2 * size, side)
                    if name in self._stopped:
                        self._stopped.discard(name)
                        return
            sides.append(results)
        yield told(file, *sides)

    def stop(self, name: str) -> None:
        """End the trial of that name."""
        self._stopped.add(name)


def told(file: str, before: list[CaseResult], now: list[CaseResult]) -> Trial:
    """The last report: what differs first, then all of it as one page."""
    outcome, found = against(before, now), tuple(compare(before, now))
    differs = {*outcome.worse, *outcome.better}
    changed = tuple(result for result in now if result.id in differs)
    whole = page(now, outcome, f"Draft of {file}", found)
    return Trial(len(before) + len(now), len(before) + len(now), "draft", changed, found, outcome, whole)
