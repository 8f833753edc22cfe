"""Decides what a language model is told of one turn and hands on its words; refuses to choose the move and to judge the words.

The move, the quotes and the candidate wordings come in; the prompts `prepare` and `repair` say how they are put. Whoever
listens judges each sentence before it is shown, and falls back to the embedded voice on ModelUnavailable.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from assistant import models
from assistant.coaching.plan import Plan, Scene
from assistant.prompts import Prompts
from assistant.schemas import Role

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

CANDIDATES = 3
"""Prepared wordings a prompt holds; a choice of more invites a mix of them."""

TURNS = 4
"""Earlier turns a prompt holds, both sides of each."""

_EARLIER, _NOW = 600, 4_000
"""Characters kept of an earlier message and of this one: four turns and a long message stay under 2,500 tokens."""

_LANGUAGES = {"es": "Spanish", "de": "German", "en": "English", "other": "the language of the thinker's message"}


class Voice(Protocol):
    """What puts a decided turn into words."""

    name: str

    @property
    def label(self) -> str:
        """What is stored with a turn: the voice and the version of what steers it."""
        ...

    def say(self, plan: Plan, scene: Scene, candidates: Sequence[str]) -> Iterator[str]:
        """The reply to a turn, in pieces as they come; may raise ModelUnavailable at any point."""
        ...

    def say_again(
        self, plan: Plan, scene: Scene, candidates: Sequence[str], sentence: str, reason: str
    ) -> Iterator[str]:  # fmt: skip
        """One sentence instead of one that cannot be shown."""
        ...


class ModelVoice:
    """A language model behind the prompts `prepare` and `repair`; `timeout` is seconds for one answer."""

    def __init__(self, model: "BaseChatModel", prompts: Prompts, name: str, timeout: float) -> None:
        self.name = name
        self._model, self._prompts, self._timeout = model, prompts, timeout

    @property
    def label(self) -> str:
        """What is stored with a turn: the model's name and the version of the prompt, "openai:x prepare@3f2a91bc"."""
        return f"{self.name} {self._prompts['prepare'].label}"

    def say(self, plan: Plan, scene: Scene, candidates: Sequence[str]) -> Iterator[str]:
        """The reply in pieces as they come; closing the iterator closes the connection. Raises ModelUnavailable."""
        return self._speak(
            "prepare", _told(plan, scene, candidates) | {"reflect": plan.reflect, "turns": _turns(scene)}
        )

    def say_again(
        self, plan: Plan, scene: Scene, candidates: Sequence[str], sentence: str, reason: str
    ) -> Iterator[str]:  # fmt: skip
        """One sentence instead of one that cannot be shown; `reason` goes on "because" ("it proposes what to do")."""
        return self._speak("repair", _told(plan, scene, candidates) | {"sentence": sentence, "reason": reason})

    def _speak(self, prompt: str, inputs: dict[str, Any]) -> Iterator[str]:
        chosen = self._prompts[prompt]
        return models.stream_text(
            self._model,
            chosen.messages(**inputs),
            name=self.name,
            timeout=self._timeout,
            options=chosen.options.model_dump(),
        )


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
