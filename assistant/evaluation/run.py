"""Decides what becomes of a case that was run: held, failed or error; refuses to know what the gate makes of it."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from assistant.evaluation.cases import AnyCase, load
from assistant.evaluation.scorers.score import Score
from assistant.evaluation.solve import solve
from assistant.evaluation.statistics import wilson
from assistant.evaluation.subject import Subject

Status = Literal["held", "failed", "error"]


@dataclass(frozen=True)
class CaseResult:
    """What came of one case.

    Attributes:
        failed: names of the scorers that did not hold, in the order of their table; empty unless the status is failed.
        why: one line a failed scorer with the sentence it points at, or the exception.
        sentence: the sentence of Askwell's that the first failed scorer points at.
        elapsed_ms: wall-clock milliseconds for the whole case.
    """

    id: str
    suite: str
    status: Status
    failed: tuple[str, ...] = ()
    why: str = ""
    sentence: str = ""
    elapsed_ms: float = 0.0

    @property
    def held(self) -> bool:
        """Whether every promise of the case was kept; an error never counts as kept."""
        return self.status == "held"

    def as_dict(self) -> dict[str, Any]:
        """As one JSON object."""
        return {**asdict(self), "held": self.held}


@dataclass(frozen=True)
class Count:
    """How many cases of a suite held, with the 95 % interval of the share; errors count as not held."""

    suite: str
    cases: int
    held: int
    errors: int
    low: float
    high: float
    elapsed_ms: float


def run(
    assistant: Subject, root: Path | None = None, suites: Sequence[str] = (), ids: Sequence[str] = ()
) -> Iterator[CaseResult]:
    """Run the cases one after another, each giving its result as soon as it is known."""
    for case in load(root, suites, ids):
        yield run_case(assistant, case)


def run_case(assistant: Subject, case: AnyCase) -> CaseResult:
    """Run one case; whatever goes wrong in it is a result of status error, never a pass."""
    start = time.perf_counter()

    def result(status: Status, failed: tuple[str, ...] = (), why: str = "", sentence: str = "") -> CaseResult:
        return CaseResult(case.id, case.suite.value, status, failed, why, sentence, (time.perf_counter() - start) * 1e3)

    try:
        broken = [(name, score) for name, score in solve(assistant, case) if not score.held]
    except Exception as error:  # whatever a case dies of must not end the run, and must not pass
        return result("error", why=f"{type(error).__name__}: {error}")
    if not broken:
        return result("held")
    why = "\n".join(_line(name, score) for name, score in broken)
    return result("failed", tuple(name for name, _ in broken), why, broken[0][1].sentence)


def _line(name: str, score: Score) -> str:
    sentence = " ".join(score.sentence.split())
    return f"{name}: {score.why}" + (f" — {sentence}" if sentence else "")


def count(results: Iterable[CaseResult]) -> list[Count]:
    """One line a suite, in the order of the run, and one for all of them."""
    results = list(results)
    suites = list(dict.fromkeys(result.suite for result in results))
    lines = [_count(suite, [result for result in results if result.suite == suite]) for suite in suites]
    return [*lines, _count("all", results)]


def _count(name: str, results: list[CaseResult]) -> Count:
    held = sum(result.held for result in results)
    errors = sum(result.status == "error" for result in results)
    elapsed = sum(result.elapsed_ms for result in results)
    return Count(name, len(results), held, errors, *wilson(held, len(results)), elapsed)
