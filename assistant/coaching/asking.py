"""Decides how likely a message asks something of the chat: an answer, an explanation, a change of pace, the end. Refuses to know what follows.

A small network of its own (`evals/asking`), beside the patterns of `kinds.py` and the listener: on 177 pleas of other hands, patterns and
listener saw half. English, with German, Spanish and French among what it was taught.
"""

from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from assistant.encoder.opened import Kept
from assistant.odds import shares

FOLDER = Path(__file__).parent / "asker"
ARTEFACT = "asker.int8.onnx"
READ = 128
"""Tokens of a message that are read: its end, where people come to what they want."""


class Asks(StrEnum):
    """What a message asks of the chat."""

    PLEA = "plea"
    """An answer, a verdict, approval, wording, a role. Example: "Just say which of the two." """
    EXPLAIN = "explain"
    """Something about the method or the assistant. Example: "Who reads this?" """
    PROCESS = "process"
    """Something about how to go on. Example: "Shorter questions, please." """
    CLOSE = "close"
    """The end. Example: "I best get on, the bell's going." """
    COURTESY = "courtesy"
    """Nothing, politely. Example: "Sorry for the typos." """
    TELL = "tell"
    """Nothing: it tells. Example: "My boss asked what she should do." """


class Asker:
    """Opened at first use; one object serves all threads."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._kept = Kept(folder, ARTEFACT)

    def likely(self, text: str) -> dict[Asks, float]:
        """Likelihood of each for a message; they sum to one. Raises IndexUnavailable if the files are damaged."""
        opened, _ = self._kept.open()
        first, last = opened.tokenizer.token_to_id("[CLS]"), opened.tokenizer.token_to_id("[SEP]")
        ids = [first, *opened.tokenizer.encode(text, add_special_tokens=False).ids[-READ:], last]
        scores = opened.run(input_ids=ids)[0][0]
        return dict(zip(Asks, shares([float(each) for each in scores]), strict=True))

    def level(self, what: Asks) -> float:
        """Likelihood from which a message is taken to ask it."""
        return float(self._kept.open()[1]["levels"][what])

    def open(self) -> None:
        """Open the files now instead of at the first message."""
        self._kept.open()


@lru_cache(maxsize=1)
def shipped() -> Asker:
    """The one that ships, one for the process."""
    return Asker()
