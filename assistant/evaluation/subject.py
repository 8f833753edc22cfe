"""Decides what an assistant must offer to be evaluated; refuses to know how it is built.

Structural types, so that the flows above this package can be measured without being imported from below.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from assistant.evaluation.scorers.questions import Sharpened, Suggested
from assistant.schemas import Brief, Move, SafetyLevel
from assistant.stance.acts import Verdict


class Update(Protocol):
    """A step of a coach's turn; the last one has `done`."""

    @property
    def done(self) -> bool: ...
    @property
    def move(self) -> Move: ...
    @property
    def reply(self) -> str: ...
    @property
    def sentences(self) -> tuple[Verdict, ...]: ...
    @property
    def brief(self) -> Brief: ...
    @property
    def safety(self) -> SafetyLevel: ...
    @property
    def voice(self) -> str: ...
    @property
    def sources(self) -> tuple[str, ...]: ...


class Prepare(Protocol):
    """The coaching conversation."""

    def begin(self, owner: str, conversation: str, /) -> str: ...
    def say(self, owner: str, conversation: str, message: str, /) -> Iterator[Update]: ...
    def forget(self, owner: str, conversation: str, /) -> object: ...


class Pair(Protocol):
    """The help for a peer who asks."""

    def suggest(self, notes: str, asked: tuple[str, ...] = ()) -> Sequence[Suggested]: ...
    def sharpen(self, draft: str, context: str = "") -> Sharpened: ...


class Subject(Protocol):
    """An assistant under evaluation."""

    @property
    def prepare(self) -> Prepare: ...
    @property
    def pair(self) -> Pair: ...
