"""Decides whether a run holds against an accepted baseline, case by case; refuses to weigh one case against another.

Shares are not compared: a significance test lets a suite of four cases fall from all to none. What held must hold.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.evaluation.baseline import Accepted, Baseline
from assistant.evaluation.run import CaseResult

HOLDS, REGRESSION, CANNOT_DECIDE = 0, 1, 2


@dataclass(frozen=True)
class Outcome:
    """What the gate says; every list holds case ids in the order of the run.

    Attributes:
        exit_code: 0 holds, 1 regression, 2 cannot decide. A regression stays one whatever else went wrong.
        worse: cases that held and fail, that fail in a scorer not known to fail, or that are new and fail.
        better: known failures that hold, or fail in fewer scorers; accept them to keep it so.
        still_failing: known failures that fail as known.
        new: cases the baseline does not know.
        missing: cases of the baseline that were not run.
        errors: cases that could not be run to their end.
    """

    exit_code: int
    summary: str
    worse: tuple[str, ...] = ()
    better: tuple[str, ...] = ()
    still_failing: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()


def gate(results: Iterable[CaseResult], baseline: Baseline | None) -> Outcome:
    """Compare a run with what is accepted of exactly these cases; None stands for a baseline that is not there."""
    results = list(results)
    if baseline is None or not results:
        lack = "no accepted baseline; look at the results and use --accept-all" if results else "no case was run"
        return Outcome(CANNOT_DECIDE, f"Cannot decide: {lack}.")
    ran = {result.id for result in results}
    groups: dict[str, list[str]] = {name: [] for name in ("worse", "better", "still_failing", "new", "errors")}
    groups["missing"] = [key for key in baseline.cases if key not in ran]
    for result in results:
        for name in _groups(result, baseline):
            groups[name].append(result.id)
    code = REGRESSION if groups["worse"] else CANNOT_DECIDE if groups["errors"] or groups["missing"] else HOLDS
    return Outcome(code, _summary(code, results, groups), **{name: tuple(ids) for name, ids in groups.items()})


def against(before: Iterable[CaseResult], now: Iterable[CaseResult]) -> Outcome:
    """The same of two runs: what held before must hold now, and nothing may fail in a scorer that did not fail before."""
    accepted = {
        result.id: Accepted(
            suite=result.suite, status="held" if result.held else "failed",
            failed=() if result.held else result.failed or ("error",), why="" if result.held else "before",
        )
        for result in before
    }  # fmt: skip
    return gate(now, Baseline(cases=accepted))


def _groups(result: CaseResult, baseline: Baseline) -> Iterable[str]:
    known = baseline.cases.get(result.id)
    if known is None:
        yield "new"
    if result.status == "error":
        yield "errors"
        return
    accepted = set(known.failed) if known else set()
    failed = set(result.failed)
    if failed - accepted:
        yield "worse"
    elif accepted - failed:
        yield "better"
    elif failed:
        yield "still_failing"


def _summary(code: int, results: list[CaseResult], groups: dict[str, list[str]]) -> str:
    verdict = {HOLDS: "Holds", REGRESSION: "Regression", CANNOT_DECIDE: "Cannot decide"}[code]
    held = sum(result.held for result in results)
    parts = [f"{len(ids)} {name.replace('_', ' ')}" for name, ids in groups.items() if ids]
    return f"{verdict}: {held} of {len(results)} cases held" + (f" ({', '.join(parts)})." if parts else ".")
