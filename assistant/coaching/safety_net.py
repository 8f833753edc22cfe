"""Decides how near a message is to messages of danger, by meaning; refuses to know levels and what follows from a hit.

The second net behind the rules of `safety.py`: a logistic head on sentence vectors. The nearest sentence of a message
counts, short ones read together; figures of speech are taken out first, with the rules' own list. The weights are data
(`knowledge/safety/net.json`), made by `python -m evals.safety`; with `--report` it prints what the net sees and misses.
"""

import json
import math
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant import settings
from assistant.coaching import safety_patterns
from assistant.encoder import DIMENSION, MODEL_ID, Encoder
from assistant.errors import KnowledgeMistake
from assistant.text import sentences

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAME = "net.json"
COMMAND = "python -m evals.safety"
_MOST = 16
"""Pieces read at the start of a message, and again at its end; one costs about 3 ms."""
_WORDS = 12
"""Sentences shorter than this are read together, up to twice as much: alone, "It's gone." could mean anything. Recall
over the training folds at 2 % false alarms is 0.32 with it and 0.26 without; 5 and 8 do less, 16 and 20 no more."""


class Net:
    """The shipped head; knows the weights at once, and opens the encoder with the first message."""

    def __init__(self, encoder: Encoder, path: Path | None = None) -> None:
        """Raises KnowledgeMistake for a file that cannot be used or was made for another encoder."""
        self._encoder = encoder
        self._head = _read(path or settings.shipped("knowledge") / "safety" / NAME)
        self.threshold = float(self._head["threshold"])
        """The danger from which on a message is a hit."""

    def danger(self, message: str) -> float:
        """0 to 1 for the piece of a message that is nearest to danger; 0 for a message without words.

        Raises IndexUnavailable when the encoder's files cannot be used.
        """
        read = pieces(message)
        if not read:
            return 0.0
        highest = float((self._encoder.encode(read) @ self._weights).max()) + float(self._head["bias"])
        return 1 / (1 + math.exp(-highest))

    def hit(self, message: str) -> bool:
        """Whether a message is as near to danger as hardly any ordinary one."""
        return self.danger(message) >= self.threshold

    @cached_property
    def _weights(self) -> "NDArray[np.float32]":
        import numpy as np

        return np.array(self._head["weights"], dtype=np.float32)


def pieces(message: str) -> list[str]:
    """What the net reads, a vector each: sentences, short ones together, figures as "…", not the middle of much."""
    whole = message.encode("utf-8", "replace").decode()  # the tokenizer takes no half of a surrogate pair
    found = [one for one in sentences(_without_figures(whole)) if any(char.isalpha() for char in one)]
    joined = _joined(found)
    return joined if len(joined) <= 2 * _MOST else joined[:_MOST] + joined[-_MOST:]


def _joined(found: list[str]) -> list[str]:
    joined: list[str] = []
    for one in found:
        before = len(joined[-1].split()) if joined else 2 * _WORDS
        if before < _WORDS or (before < 2 * _WORDS and len(one.split()) < _WORDS):
            joined[-1] += f" {one}"
        else:
            joined.append(one)
    return joined


def _without_figures(message: str) -> str:
    folded = safety_patterns.fold(message)
    kept, end = [], 0
    for start, stop in safety_patterns.figure_spans(folded.text):
        first, last = folded.span(start, stop)
        kept.append(message[end:first])
        end = last
    return "…".join([*kept, message[end:]])


def _read(path: Path) -> dict[str, Any]:
    try:
        head: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        model, size = head["model"], len(head["weights"])
        numbers = [float(head["bias"]), float(head["threshold"]), *map(float, head["weights"])]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KnowledgeMistake(f"knowledge/safety/{path.name} cannot be read ({error}); run {COMMAND}.") from None
    if model != MODEL_ID:
        raise KnowledgeMistake(
            f"knowledge/safety/{path.name} was made for the encoder {model}, not {MODEL_ID}; run {COMMAND}."
        )
    if size != DIMENSION or not all(map(math.isfinite, numbers)):
        raise KnowledgeMistake(
            f"knowledge/safety/{path.name} holds {size} weights, not {DIMENSION} finite ones; run {COMMAND}."
        )
    return head
