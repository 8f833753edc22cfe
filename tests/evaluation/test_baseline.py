"""The accepted results: how they are kept, changed and refused."""

import json
from pathlib import Path

import pytest

from assistant.errors import CaseMistake
from assistant.evaluation import baseline
from assistant.evaluation.baseline import Accepted, Baseline, accept
from assistant.evaluation.cases import load
from assistant.evaluation.run import CaseResult

_FAILED = CaseResult("a", "ladder", "failed", ("judge",), "judge: turn 2: advice")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """A baseline survives the disk, one case a line."""
    kept = Baseline(cases={
        "b": Accepted(suite="judge", status="held"),
        "a": Accepted(suite="ladder", status="failed", failed=("judge",), why="known – “later”"),
    })  # fmt: skip
    path = tmp_path / "baselines" / "embedded.json"
    baseline.write(path, kept)
    assert baseline.read(path) == kept
    assert [line.strip()[:3] for line in path.read_text(encoding="utf-8").splitlines()[2:4]] == ['"a"', '"b"']


def test_none_is_not_empty(tmp_path: Path) -> None:
    """A baseline that is not there is told apart from one that accepts nothing."""
    assert baseline.read(tmp_path / "embedded.json") is None


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"cases": {"a": {"suite": "judge", "status": "fine"}}}',
        '{"cases": {"a": {"suite": "judge", "status": "failed"}}}',
    ],
    ids=["not-json", "not-an-object", "unknown-status", "failure-without-reason"],
)
def test_an_unusable_baseline_is_told(tmp_path: Path, text: str) -> None:
    """What cannot be read is never taken for an empty baseline."""
    path = tmp_path / "embedded.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseMistake, match=r"embedded\.json cannot be used"):
        baseline.read(path)


def test_a_failure_is_accepted_with_a_reason_only() -> None:
    """Nobody accepts a failure without saying why."""
    with pytest.raises(CaseMistake, match="--why"):
        accept(Baseline(), [_FAILED], "", ["a"])
    kept = accept(Baseline(), [_FAILED], "the case is too strict", ["a"])
    assert kept.cases["a"] == Accepted(suite="ladder", status="failed", failed=("judge",), why="the case is too strict")


def test_a_known_failure_keeps_its_reason() -> None:
    """Accepting everything again does not ask twice and does not overwrite what was said."""
    before = accept(Baseline(), [_FAILED], "the case is too strict", ["a"])
    assert accept(before, [_FAILED], "", ["a"]) == before


def test_a_held_case_needs_no_reason_and_carries_none() -> None:
    """A failure that was mended loses its reason."""
    before = accept(Baseline(), [_FAILED], "the case is too strict", ["a"])
    after = accept(before, [CaseResult("a", "ladder", "held")], "whatever", ["a"])
    assert after.cases == {"a": Accepted(suite="ladder", status="held")}


def test_an_error_is_never_accepted() -> None:
    """A case that could not be run has no result to accept."""
    with pytest.raises(CaseMistake, match="cannot be accepted"):
        accept(Baseline(), [CaseResult("a", "ladder", "error", why="KeyError: 1")], "fine by me", ["a"])


def test_cases_that_are_gone_are_dropped() -> None:
    """Accepting cleans out what no longer exists and leaves the rest."""
    held = Accepted(suite="judge", status="held")
    kept = accept(Baseline(cases={"gone": held, "stays": held}), [], "", ["stays"])
    assert list(kept.cases) == ["stays"]


def test_scope() -> None:
    """A run of one suite is compared with what is accepted of that suite."""
    kept = Baseline(cases={"a": Accepted(suite="judge", status="held"), "b": Accepted(suite="ladder", status="held")})
    assert list(kept.within(["ladder"]).cases) == ["b"]
    assert list(kept.within(ids=["a"]).cases) == ["a"]
    assert kept.within() == kept


def test_the_shipped_baseline_knows_every_shipped_case() -> None:
    """No case is shipped without an accepted result, and every known failure has a reason."""
    shipped = baseline.read(baseline.path_of("embedded"))
    assert shipped is not None
    assert set(shipped.cases) == {case.id for case in load()}
    raw = json.loads(baseline.path_of("embedded").read_text(encoding="utf-8"))["cases"]
    assert all(len(case["why"].split()) >= 4 for case in raw.values() if case["status"] == "failed")
