"""Decides what the trained listener takes from a message: the words that weigh, what it is, and where a question would meet it.

Refuses to know the cues (`model.py`), what the coach does with it and how the brief is written. One pass over what the coach
said last and what the thinker answered; it gives for every token how likely it belongs to the words worth saying back, to
words turned to the chat, or to a field of the brief; for the message how likely each kind is; and a vector in the space of
the sentence encoder, near the questions that readers thought fitting. English only: it was taught nothing else.
Trained by `python -m evals.listening.train`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.coaching import model
from assistant.encoder.opened import Kept
from assistant.odds import likelihood, log_odds

WEIGHT, US = "weight", "us"
"""Sorts of words besides the fields of the brief: worth saying back; turned to the coach or about the chat."""
FOLDER = Path(__file__).parent / "listener"
ARTEFACT = "listener.int8.onnx"
WINDOW = 160
"""Tokens of a message read at once; of the labelled messages 97 in 100 fit into one window."""
BEFORE = 40
"""Tokens of what the coach said last: its end, where the question stands."""

COUNTS = 0.8
"""Added to every token's log odds, so that a few words that weigh little do not cut a quotation (chosen on dev: of 467 messages
5 in 100 quotations then leave out three words or more of what a reader would say back; whole clauses by their mean, 9)."""


@dataclass(frozen=True, slots=True)
class Window:
    """Token ids and types (1 for the coach's words, 0 for the thinker's); `offsets[i]` is the place in the message of token i + `first`."""

    ids: tuple[int, ...]
    types: tuple[int, ...]
    first: int
    offsets: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """What the listener takes from a message. `kinds` are likelihoods by name; `vector`, shape (384,), times a question's is a log-likelihood."""

    text: str
    kinds: dict[str, float]
    vector: tuple[float, ...]
    order: tuple[str, ...]
    windows: tuple[model.Likely, ...]

    def likely(self, what: str, start: int, end: int) -> float:
        """How likely the words text[start:end] are of a sort, 0 to 1: the mean over their tokens."""
        at = self.order.index(what)
        inside = [
            row[at]
            for places, rows in self.windows
            for (left, right), row in zip(places, rows, strict=True)
            if left < end and start < right
        ]
        return sum(inside) / len(inside) if inside else 0.0

    def worth(self, start: int, end: int) -> float:
        """How well text[start:end] holds the words worth saying back and no others: the sum over its tokens of how likely each is, in log odds."""
        at = self.order.index(WEIGHT)
        return sum(
            log_odds(row[at]) + COUNTS
            for places, rows in self.windows
            for (left, right), row in zip(places, rows, strict=True)
            if left < end and start < right
        )


def windows(tokenizer: Any, before: str, text: str) -> Iterator[Window]:
    """A message as it is read; a longer one in several windows, each after what the coach had said."""
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    coach = tokenizer.encode(before, add_special_tokens=False).ids[-BEFORE:] if before else []
    head = [first, *coach, last] if coach else [first]
    types = [0, *[1] * (len(head) - 1)]
    for window in model.windows(tokenizer, text, WINDOW):
        ids = (*head, *window.ids[1:])
        yield Window(ids, (*types, *[0] * (len(ids) - len(head))), len(head), window.offsets)


class Listener:
    """Opened at first use; one object serves all threads."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._kept = Kept(folder, ARTEFACT)

    def hear(self, text: str, before: str = "") -> Heard | None:
        """Read a message as `model.visible` gives it, after what the coach had said; None when it holds no word.

        Raises IndexUnavailable if the files are damaged.
        """
        opened, card = self._kept.open()
        read: list[model.Likely] = []
        kinds: dict[str, float] = {}
        vector: tuple[float, ...] = ()
        for window in windows(opened.tokenizer, before, text):
            places, sorts, newest = opened.run(input_ids=window.ids, token_type_ids=window.types)
            rows = _likelihoods(places[0][window.first : window.first + len(window.offsets)])
            read.append((window.offsets, rows))
            for name, value in zip(card["kinds"], _likelihoods(sorts)[0], strict=True):
                kinds[name] = max(kinds.get(name, 0.0), value)
            vector = tuple(float(each) for each in newest[0])  # people come to what matters last
        return Heard(text, kinds, vector, tuple(card["places"]), tuple(read)) if read else None

    def level(self, what: str) -> float:
        """Likelihood from which a sort of words or a kind of message is taken for what it is."""
        return float(self._kept.open()[1]["levels"][what])

    def open(self) -> None:
        """Open the files now instead of at the first message. Raises IndexUnavailable as `hear` does."""
        self._kept.open()


def _likelihoods(rows: Any) -> list[list[float]]:
    return [[likelihood(float(each)) for each in row] for row in rows]


@lru_cache(maxsize=1)
def shipped() -> Listener:
    """The listener that ships, one for the process."""
    return Listener()
