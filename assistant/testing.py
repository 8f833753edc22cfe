"""Decides what other people's tests may lean on: a temporary assistant, a scripted voice, a scripted model server and an assistant that asks it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from assistant import settings
from assistant.bootstrap import Assistant, temporary
from assistant.budget import Budget
from assistant.coaching.plan import Plan, Scene
from assistant.errors import SettingsMistake
from assistant.flows.prepare import PrepareFlow
from assistant.models import chat_model
from assistant.reply import Steps
from assistant.scripted import FAULTS, Reply, scripted_server
from assistant.turn import Turns
from assistant.voices import ModelVoice, Voice

__all__ = ["FAULTS", "Reply", "ScriptedVoice", "scripted_server", "speaking", "temporary_assistant"]


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


def speaking(
    shared: Assistant,
    base_url: str,
    *,
    model: str = "openai:scripted",
    timeout: float = 20.0,
    steps: Steps | None = None,
) -> Assistant:
    """The same assistant, store and index, with a voice of its own behind this address; `timeout` in seconds a turn."""
    own = settings.load(model=model, base_url=base_url, timeout=timeout)
    made = chat_model(own)
    if made is None:
        raise SettingsMistake("No model was named; write for example openai:scripted.")
    voice = ModelVoice(made, shared.prompts, model)
    speaks = replace(shared, voice=voice)
    turns = Turns(shared.knowledge, shared.store, shared.ranking, voice, "", timeout, steps)
    speaks.__dict__["prepare"] = PrepareFlow(
        shared.store, turns, voice, timeout
    )  # in place of the one that would be wired at first use
    return speaks
