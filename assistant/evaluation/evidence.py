"""Decides what is kept of a case that was put to an assistant: everything the scorers look at, as plain data. Refuses to judge it.

So a run that was killed goes on where it stopped, and old evidence is scored again without a new call.
"""

from typing import Any

from pydantic import TypeAdapter

from assistant.evaluation.transcript import Talk
from assistant.schemas import Shape
from assistant.stance.acts import Verdict


class Suggestion(Shape):
    """A suggested question and the words it stands on."""

    question: str
    quote: str


class Fault(Shape):
    """A fault that was named."""

    name: str


class Rewrite(Shape):
    """A way to ask instead."""

    text: str


class Sharpened(Shape):
    """What the sharpener said of a draft."""

    faults: tuple[Fault, ...]
    rewrites: tuple[Rewrite, ...]


class Evidence(Shape):
    """What came back; only the parts that the shape of the case has are filled.

    Attributes:
        talk, other: the conversation, and of a pair the second one.
        verdicts: on the reply of a judge case.
    """

    talk: Talk = ()
    other: Talk = ()
    verdicts: tuple[Verdict, ...] = ()
    suggested: tuple[Suggestion, ...] = ()
    sharpened: Sharpened | None = None

    def as_json(self) -> str:
        """One JSON object."""
        return _ADAPTER.dump_json(self).decode()

    @classmethod
    def of_json(cls, text: str) -> "Evidence":
        """Back again; raises ValueError for anything else."""
        found: Evidence = _ADAPTER.validate_json(text)
        return found


_ADAPTER: TypeAdapter[Any] = TypeAdapter(Evidence)
