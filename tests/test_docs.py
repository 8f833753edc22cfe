"""Promises of the documents: what they say can be typed works, and what they point at is there."""

import asyncio
import re
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from langchain.agents import create_agent
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage

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


EXAMPLES = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "stance.md").read_text(encoding="utf-8"), re.DOTALL)
ANSWER = ["What matters", " to you? You should", " leave. What else?"]


def test_the_guard_example_of_the_stance_page_runs() -> None:
    """The library example does what its comments say."""
    shown: list[str] = []
    exec(EXAMPLES[0], {"token_stream": ANSWER, "print": shown.append})
    assert shown == ["What matters to you?", "What else?"]


def test_the_stream_example_of_the_stance_page_runs() -> None:
    """The wrapper gives judged sentences, stops at the first that is not shown and closes the stream."""
    space: dict[str, Any] = {}
    exec(EXAMPLES[1], space)
    closed = []

    async def tokens() -> AsyncIterator[str]:
        try:
            for piece in ANSWER:
                yield piece
        finally:
            closed.append(True)

    async def read() -> list[str]:
        return [sentence async for sentence in space["shown"](tokens(), ["I am tired of it."])]

    with ThreadPoolExecutor(1) as apart:  # the browser tests leave a running loop in the main thread
        assert apart.submit(asyncio.run, read()).result() == ["What matters to you?"]
    assert closed == [True]


def test_the_middleware_example_of_the_stance_page_runs() -> None:
    """A LangChain agent with the middleware keeps what is in stance and drops the rest."""
    space: dict[str, Any] = {}
    exec(EXAMPLES[2], space)
    model = GenericFakeChatModel(messages=iter([AIMessage("".join(ANSWER))]))
    agent = create_agent(model, middleware=[space["InStance"]()])
    said = agent.invoke({"messages": [("human", "I am tired of it.")]})["messages"][-1]
    assert said.text == "What matters to you? What else?"


def test_pins_name_no_host() -> None:
    """The constraints are plain pins: name, version, nothing else."""
    for line in (ROOT / "constraints.txt").read_text().splitlines():
        assert line.startswith("#") or re.fullmatch(r"[A-Za-z0-9_.-]+==[\w.+!]+", line), line
