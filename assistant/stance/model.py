"""Decides what the trained judge says of one sentence: how likely it is out of stance, which act, which words weigh most.

Refuses to decide what that is worth beside the rules (`classifier.py`). Trained by `python -m evals.stance.train` on the
corpus beside it; `model/card.json` holds the file's hash, its training data's hash, its threshold and its figures.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.encoder.opened import Kept
from assistant.stance.acts import Act
from assistant.stance.inputs import row
from assistant.stance.reading import Reading

FOLDER = Path(__file__).parent / "model"
ARTEFACT = "stance.int8.onnx"
_EVIDENCE_SHARE = 0.4
"""A word belongs to the evidence when it leans at least this much of what the strongest word does."""
_EVIDENCE_GAP = 2
"""Tokens that may stand between two words of one stretch of evidence."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model holds of a sentence.

    Attributes:
        act: the likeliest act on the side (in or out of stance) that is likelier.
        out: 0 to 1, calibrated on the development split: how likely the sentence is out of stance.
        start, end: the stretch of the folded sentence that weighs most towards that side.
    """

    act: Act
    out: float
    start: int
    end: int


class StanceModel:
    """Opened at first use; one object serves all threads."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._kept = Kept(folder, ARTEFACT)

    def open(self) -> None:
        """Open the files now instead of at the first sentence. Raises IndexUnavailable as `opinion` does."""
        self._kept.open()

    @property
    def threshold(self) -> float:
        """Probability of being out of stance from which a sentence is not shown."""
        return float(self._kept.open()[1]["threshold"])

    def opinion(self, reading: Reading, item: bool, said: Sequence[str], thinker: Sequence[str]) -> Opinion:
        """Read one sentence after the coach's last units and all the thinker's words; `item` as for `classify`.

        Raises IndexUnavailable if the model file is missing or is not the one the card describes.
        """
        opened, card = self._kept.open()
        laid = row(opened.tokenizer, reading.text, item, said, thinker, reading.own)
        scores, leaning = opened.run(input_ids=laid.ids, roles=laid.roles)
        act, out = _decided([float(each) for each in scores[0]], card)
        sign = 1.0 if not act.in_stance else -1.0
        weights = [sign * float(each) for each in leaning[0][1 : 1 + len(laid.offsets)]]
        return Opinion(act, out, *_stretch(weights, laid.offsets))


def _decided(scores: Sequence[float], card: dict[str, Any]) -> tuple[Act, float]:
    """The likeliest act on the likelier side, and the calibrated probability of being out of stance."""
    acts = [Act(name) for name in card["acts"]]
    probability = 1 / (1 + math.exp(-log_odds(scores, acts) / float(card["temperature"])))
    stopped = probability >= float(card["threshold"])
    best = max((score, act) for act, score in zip(acts, scores, strict=True) if act.in_stance is not stopped)
    return best[1], probability


def log_odds(scores: Sequence[float], acts: Sequence[Act]) -> float:
    """Of being out of stance, from one score an act."""
    out = _log_sum([score for act, score in zip(acts, scores, strict=True) if not act.in_stance])
    return out - _log_sum([score for act, score in zip(acts, scores, strict=True) if act.in_stance])


def _log_sum(values: Sequence[float]) -> float:
    top = max(values)
    return top + math.log(sum(math.exp(value - top) for value in values))


def _stretch(weights: Sequence[float], offsets: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Start and end, in characters, of the words around the strongest one that lean the same way."""
    if not weights:
        return 0, 0
    top = max(range(len(weights)), key=weights.__getitem__)
    strong = [at for at, weight in enumerate(weights) if weight >= _EVIDENCE_SHARE * weights[top] > 0] or [top]
    first = last = top
    for at in sorted(strong, key=lambda each: abs(each - top)):
        if first - _EVIDENCE_GAP <= at <= last + _EVIDENCE_GAP:
            first, last = min(first, at), max(last, at)
    return offsets[first][0], offsets[last][1]


@lru_cache(maxsize=1)
def shipped() -> StanceModel:
    """The model that ships, one for the process."""
    return StanceModel()
