"""Doubles for the evaluation tests: a coach that says what it is told to, and cases made in a line."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation.cases import TalkCase
from assistant.evaluation.transcript import Exchange, Talk
from assistant.schemas import Brief, Move, SafetyLevel
from assistant.stance import judge
from assistant.stance.acts import Verdict


@dataclass
class Update:
    """A coach's turn."""

    reply: str
    move: Move = Move.ASK
    safety: SafetyLevel = SafetyLevel.NOTHING
    brief: Brief = field(default_factory=dict)
    sentences: tuple[Verdict, ...] = ()
    voice: str = "double"
    sources: tuple[str, ...] = ()
    done: bool = True


class Prepare:
    """A coaching flow that gives prepared turns and remembers who was begun and forgotten."""

    def __init__(self, turns: Sequence[Update | Exception]) -> None:
        self.turns = list(turns)
        self.begun: list[tuple[str, str]] = []
        self.forgotten: list[tuple[str, str]] = []
        self._said = 0

    def begin(self, owner: str, conversation: str) -> str:
        self.begun.append((owner, conversation))
        self._said = 0
        return conversation

    def say(self, owner: str, conversation: str, message: str) -> Iterator[Update]:
        turn = self.turns[min(self._said, len(self.turns) - 1)]
        self._said += 1
        if isinstance(turn, Exception):
            raise turn
        yield turn

    def forget(self, owner: str, conversation: str) -> None:
        self.forgotten.append((owner, conversation))


@dataclass
class Assistant:
    """An assistant with doubles for its flows."""

    prepare: Any = None
    pair: Any = None


def _case(*says: str | dict[str, Any], **more: Any) -> TalkCase:
    turns = [{"say": turn} if isinstance(turn, str) else turn for turn in says]
    rest = {"id": "a-case", "suite": "conversation", "about": "a case of a test", "origin": "tests", **more}
    return TalkCase.model_validate({**rest, "turns": turns})


def _talk(case: TalkCase, *updates: Update | str) -> Talk:
    heard: tuple[str, ...] = ()
    talk: list[Exchange] = []
    for turn, each in zip(case.turns, updates, strict=True):
        update = Update(each) if isinstance(each, str) else each
        heard = (*heard, turn.say)
        verdicts = update.sentences or tuple(judge(update.reply, heard))
        talk.append(
            Exchange(turn, heard, update.reply, update.move, update.safety, update.brief, verdicts, update.voice)
        )
    return tuple(talk)


@pytest.fixture
def case() -> Callable[..., TalkCase]:
    """Makes a talk case of the thinker's messages."""
    return _case


@pytest.fixture
def talk() -> Callable[..., Talk]:
    """Makes what was said of a case and the coach's turns."""
    return _talk


@pytest.fixture
def update() -> type[Update]:
    """A coach's turn."""
    return Update


@pytest.fixture
def coach() -> Callable[..., Assistant]:
    """Makes an assistant whose coach says these turns, the last one again and again."""
    return lambda *turns: Assistant(Prepare([Update(turn) if isinstance(turn, str) else turn for turn in turns]))


@pytest.fixture
def pair() -> Callable[[Any], Assistant]:
    """Makes an assistant with this double for its pair flow."""
    return lambda double: Assistant(pair=double)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty folder of evaluations."""
    (tmp_path / "cases").mkdir()
    return tmp_path
