"""Decides what a language model is told of one turn and hands on its words; refuses to choose the move and to judge the words.

The move, the quotes and the candidate wordings come in; the prompts `prepare` and `repair` say how they are put. Whoever
listens judges each sentence before it is shown, and falls back to the embedded voice on ModelUnavailable.
"""

import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, cast

from assistant import models
from assistant.budget import Budget
from assistant.coaching.plan import Plan, Scene
from assistant.errors import ModelUnavailable
from assistant.mishaps import aloud
from assistant.prompts import Prompts
from assistant.resting import Rest
from assistant.schemas import Role
from assistant.text import fold, sentences
from assistant.tongues import NAMES

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

PROMPTS = ("prepare", "repair")
"""The prompts this voice speaks by."""
CANDIDATES = 3
"""Prepared wordings a prompt holds; a choice of more invites a mix of them."""

TURNS = 4
"""Earlier turns a prompt holds, both sides of each."""

_EARLIER, _NOW = 600, 4_000
"""Characters kept of an earlier message and of this one: four turns and a long message stay under 2,500 tokens."""

_MARK = re.compile(r"^\s*(?:[-*•–]|\(?\d{1,2}[.):])\s+")

_LANGUAGES = NAMES | {"other": "the language of the thinker's message"}


class Voice(Protocol):
    """What puts a decided turn into words."""

    name: str

    @property
    def label(self) -> str:
        """What is stored with a turn: the voice and the version of what steers it."""
        ...

    @property
    def instructions(self) -> Sequence[str]:
        """Sentences it was told, which it must not repeat to the thinker; folded."""
        ...

    def say(self, plan: Plan, scene: Scene, candidates: Sequence[str], budget: Budget) -> Iterator[str]:
        """The reply to a turn, in pieces as they come; may raise ModelUnavailable at any point."""
        ...

    def say_again(
        self, plan: Plan, scene: Scene, candidates: Sequence[str], budget: Budget, sentence: str, reason: str
    ) -> Iterator[str]:  # fmt: skip
        """One sentence instead of one that cannot be shown."""
        ...


class ModelVoice:
    """A language model behind the prompts `prepare` and `repair`; after failures in a row it is left alone for a while."""

    def __init__(self, model: "BaseChatModel", prompts: Prompts, name: str) -> None:
        self.name = name
        self._model, self._prompts, self._rest = model, prompts, Rest()

    @property
    def label(self) -> str:
        """What is stored with a turn: the model's name and the version of the prompt, "openai:x prepare@3f2a91bc"."""
        return f"{self.name} {self._prompts.of('prepare', 'prepare').label}"

    @cached_property
    def instructions(self) -> Sequence[str]:
        """The sentences of the system's part of both prompts, as their examples fill them."""
        told = [
            text for name in PROMPTS for role, text in self._prompts.of(name, "prepare").example() if role == "system"
        ]
        return tuple(dict.fromkeys(fold(sentence) for text in told for sentence in sentences(text)))

    def say(self, plan: Plan, scene: Scene, candidates: Sequence[str], budget: Budget) -> Iterator[str]:
        """The reply in pieces as they come; closing the iterator closes the connection. Raises ModelUnavailable."""
        told = _told(plan, scene, candidates) | {"reflect": plan.reflect, "turns": _turns(scene)}
        return self._speak("prepare", told, budget)

    def say_again(
        self, plan: Plan, scene: Scene, candidates: Sequence[str], budget: Budget, sentence: str, reason: str
    ) -> Iterator[str]:  # fmt: skip
        """One sentence instead of one that cannot be shown; `reason` goes on "because" ("it proposes what to do")."""
        return self._speak("repair", _told(plan, scene, candidates) | {"sentence": sentence, "reason": reason}, budget)

    def propose(self, prompt: str, inputs: dict[str, Any], budget: Budget, flow: str = "prepare") -> list[str]:
        """The lines of one answer to a prompt as a flow speaks it, without the marks of a list. Raises ModelUnavailable."""
        lines = "".join(self._speak(prompt, inputs, budget, flow)).splitlines()
        return [line for each in lines if (line := _MARK.sub("", each).strip().strip('"“”'))]

    def _speak(self, prompt: str, inputs: dict[str, Any], budget: Budget, flow: str = "prepare") -> Iterator[str]:
        if left := self._rest.left():
            resting = f"failed and is asked again in {max(1, round(left))} seconds"
            raise ModelUnavailable(f"The model {self.name} {resting}; check it.", happened=resting)
        chosen = self._prompts.of(prompt, flow)
        words = models.stream_text(
            self._model, chosen.messages(**inputs), name=self.name, budget=budget, options=chosen.options.model_dump()
        )
        try:
            with closing(cast("Generator[str]", words)):
                yield from aloud(words)
        except ModelUnavailable as error:
            if error.lasting:
                self._rest.failed(error.wait)
            raise
        self._rest.worked()


def _told(plan: Plan, scene: Scene, candidates: Sequence[str]) -> dict[str, Any]:
    """What both prompts hold of a turn."""
    quotes = [quote.text for quote in (plan.quote, *plan.points) if quote]
    return {
        "move": plan.move.value,
        "ask": plan.ask,
        "quotes": list(dict.fromkeys([*quotes, plan.word] if plan.word else quotes)),
        "candidates": list(candidates[:CANDIDATES]),
        "message": _short(scene.reading.message, _NOW),
        "language": _LANGUAGES[scene.reading.language],
    }


def _turns(scene: Scene) -> list[dict[str, str]]:
    """The last turns before this one, oldest first, the thinker before the coach in each."""
    lines = [(reading.turn, Role.THINKER, reading.message) for reading in scene.earlier]
    lines += [(said.turn, Role.COACH, said.text) for said in scene.said]
    lines.sort(key=lambda line: (line[0], line[1] == Role.COACH))
    kept = [line for line in lines if scene.turn - TURNS <= line[0] < scene.turn]
    return [{"speaker": role.value, "text": _short(text, _EARLIER)} for _, role, text in kept]


def _short(text: str, limit: int) -> str:
    """The beginning and the end of a long text: what it is about, and where the thinker has got to."""
    if len(text) <= limit:
        return text
    half = limit // 2
    return f"{text[:half].rstrip()} […] {text[-half:].lstrip()}"
