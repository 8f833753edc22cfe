"""Decides what becomes of a case that was run: held, failed or error; refuses to know what the gate makes of it."""

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Literal

from assistant.evaluation.cases import AnyCase, JudgeCase, SharpenCase, SuggestCase, load
from assistant.evaluation.evidence import Evidence
from assistant.evaluation.kept import Kept
from assistant.evaluation.scorers.score import Score
from assistant.evaluation.scoring import score
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
        turns: turns in which a promise broke.
        talk: (speaker, text) of everything that was said, for whoever reads a report.
    """

    id: str
    suite: str
    status: Status
    failed: tuple[str, ...] = ()
    why: str = ""
    sentence: str = ""
    elapsed_ms: float = 0.0
    turns: tuple[int, ...] = ()
    talk: tuple[tuple[str, str], ...] = ()

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
    assistant: Subject,
    root: Path | None = None,
    suites: Sequence[str] = (),
    ids: Sequence[str] = (),
    kept: Kept | None = None,
) -> Iterator[CaseResult]:
    """Run the cases one after another, each giving its result as soon as it is known; what is kept is not run again."""
    for case in load(root, suites, ids):
        yield run_case(assistant, case, kept)


def run_case(assistant: Subject, case: AnyCase, kept: Kept | None = None) -> CaseResult:
    """Run one case; whatever goes wrong in it is a result of status error, never a pass."""
    start = time.perf_counter()
    first = CaseResult(case.id, case.suite.value, "error")
    try:
        found = kept.get(case) if kept else None
        if found is None:
            found = solve(assistant, case)
            if kept:
                kept.put(case, found)
        broken = [(name, each) for name, each in score(case, found) if not each.held]
    except Exception as error:  # whatever a case dies of must not end the run, and must not pass
        return replace(first, why=f"{type(error).__name__}: {error}", elapsed_ms=_since(start))
    return replace(
        first,
        status="failed" if broken else "held",
        failed=tuple(name for name, _ in broken),
        why="\n".join(_line(name, each) for name, each in broken),
        sentence=broken[0][1].sentence if broken else "",
        elapsed_ms=_since(start),
        turns=tuple(sorted({turn for _, each in broken for turn in each.turns})),
        talk=tuple(spoken(case, found)),
    )


def spoken(case: AnyCase, found: Evidence) -> Iterator[tuple[str, str]]:
    """(speaker, text) of everything that was said; of a pair one conversation after the other."""
    match case:
        case JudgeCase():
            yield from (("thinker", text) for text in case.thinker)
            yield "coach", case.text
        case SuggestCase():
            yield "notes", case.notes
            yield from (("suggested", one.question) for one in found.suggested)
        case SharpenCase():
            yield from [("context", case.context), ("draft", case.draft)]
            yield from (("rewrite", one.text) for one in (found.sharpened.rewrites if found.sharpened else ()))
        case _:
            for exchange in (*found.talk, *found.other):
                yield from [("thinker", exchange.heard[-1]), ("coach", exchange.reply)]


def _since(start: float) -> float:
    """Milliseconds."""
    return (time.perf_counter() - start) * 1e3


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
