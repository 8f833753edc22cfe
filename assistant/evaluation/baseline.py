"""Decides how accepted results are kept and changed; refuses to judge a run (that is the gate's).

A baseline is a JSON file of evals/baselines, one case a line so that a change reads well in a review. It changes only
when somebody accepts, and a failure is accepted only with a reason.
"""

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, ValidationError, model_validator

from assistant import settings
from assistant.errors import CaseMistake
from assistant.evaluation.run import CaseResult
from assistant.schemas import Shape


class Accepted(Shape):
    """What is accepted of one case."""

    suite: str
    status: Literal["held", "failed"]
    failed: tuple[str, ...] = ()
    """The scorers that are known to fail; any other that fails is a regression."""
    why: str = ""

    @model_validator(mode="after")
    def _explained(self) -> Self:
        if self.status == "failed" and not (self.failed and self.why):
            raise ValueError("a known failure names its scorers and a reason")
        return self


class Baseline(Shape):
    """The accepted result of every case, by case id."""

    cases: dict[str, Accepted] = Field(default_factory=dict)

    def within(self, suites: Collection[str] = (), ids: Collection[str] = ()) -> "Baseline":
        """Only what a run of these suites and ids must hold."""
        return Baseline(
            cases={
                key: case
                for key, case in self.cases.items()
                if (not suites or case.suite in suites) and (not ids or key in ids)
            }
        )


def path_of(name: str, root: Path | None = None) -> Path:
    """Where the baseline of a voice lies."""
    return (root or settings.shipped("evals")) / "baselines" / f"{name}.json"


def read(path: Path) -> Baseline | None:
    """The baseline, or None when there is none yet; raises CaseMistake when it cannot be used."""
    if not path.exists():
        return None
    try:
        return Baseline.model_validate_json(path.read_text(encoding="utf-8"))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the file"
        reason = f"{where}: {first['msg']}"
    except (OSError, UnicodeDecodeError) as error:
        reason = str(error)
    raise CaseMistake(f"The baseline {path} cannot be used ({reason}); restore it from version control.") from None


def write(path: Path, baseline: Baseline) -> None:
    """Keep a baseline, one case a line, sorted by id."""
    lines = [
        f"    {json.dumps(key)}: {json.dumps(case.model_dump(exclude_defaults=True), ensure_ascii=False)}"
        for key, case in sorted(baseline.cases.items())
    ]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{\n  "cases": {\n' + ",\n".join(lines) + "\n  }\n}\n", encoding="utf-8")
    except OSError as error:
        raise CaseMistake(
            f"The baseline {path} cannot be written ({error}); name another folder with --root."
        ) from None


def accept(baseline: Baseline, results: Sequence[CaseResult], why: str, known: Collection[str]) -> Baseline:
    """The baseline with these results accepted and cases that no longer exist dropped.

    A failure keeps its old reason unless a new one is given; raises CaseMistake for an error or a failure without one.
    """
    cases = {key: case for key, case in baseline.cases.items() if key in known}
    for result in results:
        if result.status == "error":
            raise CaseMistake(f"{result.id} ended in an error ({result.why}), which cannot be accepted; mend it first.")
        before = cases.get(result.id)
        reason = "" if result.held else why or (before.why if before else "")
        if not result.held and not reason:
            raise CaseMistake(f"{result.id} fails ({result.why}); say why that is accepted, with --why.")
        cases[result.id] = Accepted(suite=result.suite, status=result.status, failed=result.failed, why=reason)
    return Baseline(cases=cases)
