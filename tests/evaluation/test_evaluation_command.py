"""The words of the evaluation command: what they print, file, accept and exit with."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from assistant.evaluation.cases import Suite
from assistant.evaluation.command import main

_CASES = """\
- {id: talk-one, suite: conversation, about: a plain talk, origin: tests, turns: [{say: I bake bread.}]}
- {id: judge-one, suite: judge, about: a plain question, origin: tests, kind: 0, text: "What else?", in_stance: true}
"""


@pytest.fixture
def evals(root: Path) -> Path:
    """A folder with two cases and a baseline that accepts both as held."""
    (root / "cases" / "all.yaml").write_text(_CASES, encoding="utf-8")
    (root / "baselines").mkdir()
    held = {"talk-one": {"suite": "conversation", "status": "held"}, "judge-one": {"suite": "judge", "status": "held"}}
    (root / "baselines" / "embedded.json").write_text(json.dumps({"cases": held}), encoding="utf-8")
    return root


def given(subject: Any) -> Callable[[str], AbstractContextManager[Any]]:
    """Hands this assistant to the command, whatever voice it asks for."""
    return lambda _: nullcontext(subject)


@pytest.mark.parametrize(
    ("reply", "arguments", "code"),
    [
        pytest.param("What else?", [], 0, id="holds"),
        pytest.param("You could buy a mixer.", [], 1, id="regression"),
        pytest.param(KeyError("x"), [], 2, id="error"),
        pytest.param("What else?", ["--suite", "judges"], 2, id="unknown-suite"),
        pytest.param("What else?", ["--baseline", "other"], 2, id="no-baseline"),
        pytest.param("You could buy a mixer.", ["--suite", "judge"], 0, id="only-another-suite"),
        pytest.param("You could buy a mixer.", ["--only", "talk-one"], 1, id="only-this-case"),
    ],
)
def test_exit_codes(evals: Path, coach: Callable[..., Any], reply: Any, arguments: list[str], code: int) -> None:
    """Scripts can rely on 0, 1 and 2."""
    assert main(["--root", str(evals), *arguments], given(coach(reply))) == code


def test_an_unreadable_baseline_cannot_decide(
    evals: Path, coach: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken baseline is told in one sentence."""
    (evals / "baselines" / "embedded.json").write_text("{", encoding="utf-8")
    assert main(["--root", str(evals)], given(coach("What else?"))) == 2
    assert "embedded.json cannot be used" in capsys.readouterr().err


def test_an_assistant_that_cannot_be_built_cannot_decide(evals: Path) -> None:
    """A crash outside any case is neither a pass nor a regression."""

    def crash(_: str) -> Any:
        raise KeyError("half a wheel")

    assert main(["--root", str(evals)], crash) == 2


def test_listing_runs_nothing(evals: Path, coach: Callable[..., Any], capsys: pytest.CaptureFixture[str]) -> None:
    """`--list` names every case and what it is for."""
    assistant = coach("What else?")
    assert main(["--root", str(evals), "--list"], given(assistant)) == 0
    shown = capsys.readouterr().out
    assert "talk-one" in shown
    assert "a plain question" in shown
    assert assistant.prepare.begun == []


def test_json_lines(evals: Path, coach: Callable[..., Any], capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output holds one object a case in order, then the gate's, and nothing else."""
    assert main(["--root", str(evals), "--jsonl"], given(coach("You could buy a mixer."))) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line.get("id") for line in lines] == ["talk-one", "judge-one", None]
    assert (lines[0]["status"], lines[0]["held"], lines[0]["sentence"]) == ("failed", False, "You could buy a mixer.")
    assert (lines[2]["gate"]["exit_code"], lines[2]["gate"]["worse"]) == (1, ["talk-one"])


def test_report_files(evals: Path, tmp_path: Path, coach: Callable[..., Any]) -> None:
    """The four files agree with each other about what failed; the first line of the results says what the run was made of."""
    out = tmp_path / "reports" / "today"
    main(["--root", str(evals), "--out", str(out)], given(coach("You could buy a mixer.")))
    report = (out / "report.md").read_text(encoding="utf-8")
    assert report.startswith("# Evaluation\n\nRegression: 1 of 2 cases held (1 worse).")
    assert "## Worse" in report
    assert "— You could buy a mixer." in report
    assert "<mark>You could buy a mixer.</mark>" in (out / "report.html").read_text(encoding="utf-8")
    stamp, *kept = [json.loads(line) for line in (out / "results.jsonl").read_text(encoding="utf-8").splitlines()]
    assert set(stamp["stamp"]) == {"voice", "coach", "prompts", "bank", "scorers"}
    assert [(line["id"], line["status"]) for line in kept] == [("talk-one", "failed"), ("judge-one", "held")]
    suites = {node.get("name"): node.attrib for node in ElementTree.parse(out / "junit.xml").getroot()}
    assert (suites["conversation"]["failures"], suites["judge"]["failures"]) == ("1", "0")


def test_a_run_is_held_against_an_earlier_one(
    evals: Path, tmp_path: Path, coach: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """What changed since then is told suite by suite, and a folder that holds no run is named."""
    first, second = tmp_path / "monday", tmp_path / "today"
    main(["--root", str(evals), "--out", str(first)], given(coach("What matters to you in this?")))
    main(["--root", str(evals), "--out", str(second), "--against", str(first)], given(coach("You could buy a mixer.")))
    assert "too few cases changed to tell (1 lost, 0 won)" in capsys.readouterr().out
    assert "Against the run before" in (second / "report.html").read_text(encoding="utf-8")
    assert main(["--root", str(evals), "--against", str(tmp_path)], given(coach("x"))) == 2
    assert "results.jsonl" in capsys.readouterr().err


def test_accept_is_a_word_of_its_own(evals: Path, coach: Callable[..., Any]) -> None:
    """`accept ID --why` takes one case's result into the baseline."""
    words = ["accept", "talk-one", "--why", "the block-list is right, we look at it tomorrow", "--root", str(evals)]
    assert main(words, given(coach("You could buy a mixer."))) == 0


def test_a_folder_that_cannot_be_written_is_told(
    evals: Path, tmp_path: Path, coach: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """A report that cannot be filed ends in one sentence."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["--root", str(evals), "--out", str(tmp_path / "file" / "below")], given(coach("What else?"))) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_baseline_changes_only_when_told(
    evals: Path, coach: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """A run never writes it; accepting does, with a reason for a failure."""
    path = evals / "baselines" / "embedded.json"
    before = path.read_bytes()
    bad = coach("You could buy a mixer.")
    assert main(["--root", str(evals)], given(bad)) == 1
    assert main(["--root", str(evals), "--accept", "talk-one"], given(bad)) == 2
    assert "--why" in capsys.readouterr().err
    assert path.read_bytes() == before
    assert (
        main(["--root", str(evals), "--accept", "talk-one", "--why", "a mixer is fine for this test"], given(bad)) == 0
    )
    assert json.loads(path.read_bytes())["cases"]["talk-one"]["why"] == "a mixer is fine for this test"
    assert main(["--root", str(evals)], given(bad)) == 0


def test_accept_all_makes_a_first_baseline(evals: Path, coach: Callable[..., Any]) -> None:
    """Where nothing was accepted yet, everything can be."""
    (evals / "baselines" / "embedded.json").unlink()
    assert main(["--root", str(evals), "--accept-all"], given(coach("What else?"))) == 0
    kept = json.loads((evals / "baselines" / "embedded.json").read_bytes())["cases"]
    assert {key: case["status"] for key, case in kept.items()} == {"talk-one": "held", "judge-one": "held"}


def test_editors_get_a_schema(capsys: pytest.CaptureFixture[str], coach: Callable[..., Any]) -> None:
    """A JSON Schema that knows every suite; the shipped cases follow it as they follow the shapes it is made from."""
    assert main(["--schema"], given(coach("x"))) == 0
    told = capsys.readouterr().out
    assert json.loads(told)["type"] == "array"
    assert all(f'"{suite}"' in told for suite in Suite)
