"""Decides what other people's tests may lean on: a temporary assistant, a scripted voice and a scripted model server."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from assistant.bootstrap import Assistant, temporary
from assistant.budget import Budget
from assistant.coaching.plan import Plan, Scene
from assistant.scripted import FAULTS, Reply, scripted_server
from assistant.voices import Voice

__all__ = ["FAULTS", "Reply", "ScriptedVoice", "scripted_server", "temporary_assistant"]


class ScriptedVoice:
    """A voice that says what it was told to say, whatever the plan: one text a turn, the last one again and again."""

    name = label = "scripted"
    instructions = ()

    def __init__(self, replies: Sequence[str], chunk: int = 7) -> None:
        self._replies, self._chunk, self._turn = list(replies), chunk, 0

    def say(self, plan: Plan, scene: Scene, candidates: Sequence[str], budget: Budget) -> Iterator[str]:
        """The scripted text of this turn, in pieces of `chunk` characters."""
        text = self._replies[min(self._turn, len(self._replies) - 1)]
        self._turn += 1
        for start in range(0, len(text), self._chunk):
            yield text[start : start + self._chunk]

    def say_again(
        self, plan: Plan, scene: Scene, candidates: Sequence[str], budget: Budget, sentence: str, reason: str
    ) -> Iterator[str]:
        """Insists: the sentence that was stopped, once more."""
        yield sentence


@contextmanager
def temporary_assistant(voice: Voice | None = None) -> Iterator[Assistant]:
    """An assistant with an empty data folder that is gone afterwards."""
    with temporary(voice) as assistant:
        yield assistant
