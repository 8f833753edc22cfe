"""Promises of the documents: what they say can be typed works, and what they point at is there."""

import re
from pathlib import Path

import pytest

from assistant import cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_first_command_comes_early() -> None:
    """A stranger meets a runnable command by line 15."""
    lines = README.splitlines()[:15]
    assert any("pip install" in line and "app.py" in line for line in lines)


def test_every_command_is_named_and_exists() -> None:
    """The README's list of commands and the commands themselves are the same."""
    assert set(re.findall(r"(?m)^askwell (\w+)", README)) == set(cli.main.commands)


def test_ci_runs_the_readme_test_command() -> None:
    """The command in the README is the one that CI runs, to the letter."""
    command = next(line for line in README.splitlines() if "'.[test]'" in line)
    assert command in (ROOT / ".ci" / "run").read_text()


@pytest.mark.parametrize(
    "name", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/stance.md", "docs/models.md", "docs/settings.md"]
)
def test_what_a_document_points_at_exists(name: str) -> None:
    """Every linked file and every path in backticks of this repository is there."""
    text = (ROOT / name).read_text(encoding="utf-8")
    linked = re.findall(r"\]\(([^)#:]+)\)", text)
    paths = [
        one
        for one in re.findall(r"`([\w./]+/[\w.]*)`", text)
        if one.split("/")[0] in {"assistant", "prompts", "knowledge", "evals", "tests", "docs"}
    ]
    for target in linked:
        assert ((ROOT / name).parent / target).exists() or (ROOT / target).exists(), target
    for target in paths:
        assert (ROOT / target).exists(), target


def test_the_example_in_the_stance_page_runs() -> None:
    """The library example does what its comments say."""
    code = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "stance.md").read_text(), re.DOTALL)
    assert code
    shown: list[str] = []
    stream = ["What matters", " to you? You should", " leave. What else?"]
    exec(code[1], {"token_stream": stream, "print": shown.append})
    assert shown == ["What matters to you?", "What else?"]


def test_pins_name_no_host() -> None:
    """The constraints are plain pins: name, version, nothing else."""
    for line in (ROOT / "constraints.txt").read_text().splitlines():
        assert line.startswith("#") or re.fullmatch(r"[A-Za-z0-9_.-]+==[\w.+!]+", line), line
