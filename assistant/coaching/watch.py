"""Decides how likely a message tells of danger; refuses to know the rules beside it and what follows from it (`safety.py`).

A small network of its own reads the message in windows of whole sentences and gives for each window how likely each of the
four safety levels is; the gravest window counts. English, with a little Spanish, German and French among what it was taught.
Trained by `python -m evals.safety.train`.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from assistant.coaching.model import windows
from assistant.encoder.opened import Kept
from assistant.odds import shares

FOLDER = Path(__file__).parent / "watch"
ARTEFACT = "watch.int8.onnx"
WINDOW = 160
"""Tokens read at once: a hint is often one only beside the sentences before it."""
NARROW = 48
"""Tokens read at once a second time, of messages that do not fit into one window: a grave sentence is thinned out by many others."""
Levels = tuple[float, float, float, float]
"""Likelihoods of the safety levels 0 to 3."""


class Watch:
    """Opened at first use; one object serves all threads."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._kept = Kept(folder, ARTEFACT)
        self._last: tuple[str, Levels] | None = None

    def levels(self, text: str) -> Levels:
        """Of a message as `model.visible` gives it; the last one is remembered. Raises IndexUnavailable if the files are damaged."""
        opened, _ = self._kept.open()
        last = self._last
        if last and last[0] == text:
            return last[1]
        gravest: Levels = (1.0, 0.0, 0.0, 0.0)
        read = list(windows(opened.tokenizer, text, WINDOW))
        if len(read) > 1:
            read += windows(opened.tokenizer, text, NARROW)
        for window in read:
            scores = opened.run(input_ids=window.ids)[0]
            gravest = max(gravest, softmax([float(each) for each in scores[0]]), key=lambda each: each[::-1])
        self._last = text, gravest
        return gravest

    def level(self, what: str) -> float:
        """Likelihood of danger from which a message is met in a certain way ("danger", "despair", "aside")."""
        return float(self._kept.open()[1]["levels"][what])

    def open(self) -> None:
        """Open the files now instead of at the first message. Raises IndexUnavailable as `levels` does."""
        self._kept.open()


def softmax(values: Sequence[float]) -> Levels:
    """Likelihoods of the four safety levels."""
    first, second, third, fourth = shares(values)
    return first, second, third, fourth


@lru_cache(maxsize=1)
def shipped() -> Watch:
    """The network that ships, one for the process."""
    return Watch()
