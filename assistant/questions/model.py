"""Decides what the trained sharpener says of a draft: how likely each fault is, which words show it, and what to ask instead.

Refuses to know the rules beside it, when a fault is named (`faults.py`) and which rewrites are offered (`sharpen.py`). A row is

    [CLS] draft [SEP] what the thinker said [SEP]

and every token has a role, the same as for the stance judge: whether a content word of the draft is the thinker's own is
what tells an echo from advice. Trained by `python -m evals.sharpening.train`; training and running share this file.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.encoder.opened import Kept
from assistant.questions import edits
from assistant.questions.draft import STRAIGHT, lowered
from assistant.questions.rules import Fault
from assistant.stance.inputs import Role, roles
from assistant.stance.own_words import own_words

FOLDER = Path(__file__).parent / "model"
ARTEFACT = "sharpener.int8.onnx"
OUTPUTS = ("faults", "sound", "tokens", "keep", "phrase", "quote", "vector")
"""What the network gives, in this order."""
MAX_DRAFT, MAX_CONTEXT = 96, 144
"""Tokens. Of the labelled drafts 99 in 100 fit; of a longer context the end is read, of a longer draft the beginning and the end."""


@dataclass(frozen=True, slots=True)
class Row:
    """Token ids and roles; `offsets[i]` is the place in the draft of token i + 1, `said[i]` the place in the context of token i + `after`."""

    ids: tuple[int, ...]
    roles: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    said: tuple[tuple[int, int], ...]

    @property
    def after(self) -> int:
        """The first token of the context."""
        return len(self.offsets) + 2


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the network holds of a draft; likelihoods are 0 to 1.

    Attributes:
        likely: of each fault.
        sound: that the draft is a sentence somebody would say.
        shown: for every token of the draft, that it shows the fault.
        offsets: the place in the draft of each token.
        keep: for every word of the draft (`edits.places`), that it stays in a rewrite.
        phrases: for every word and for the end, the number of the likeliest phrases before it (0: none) and how likely each is.
        said: the place in the context of each token, and how likely a rewrite says it back.
        vector: shape (384,); times a question's vector it is a log-likelihood.
    """

    likely: dict[Fault, float]
    sound: float
    shown: dict[Fault, tuple[float, ...]]
    offsets: tuple[tuple[int, int], ...]
    keep: tuple[float, ...]
    phrases: tuple[tuple[tuple[int, float], ...], ...]
    said: tuple[tuple[tuple[int, int], float], ...]
    vector: tuple[float, ...]

    def span(self, fault: Fault) -> tuple[int, int] | None:
        """The words around the likeliest token that show the fault as well, whole; None when no token does."""
        likely = self.shown[fault]
        if not likely or max(likely) < SHOWN:
            return None
        first = last = max(range(len(likely)), key=likely.__getitem__)
        while first > 0 and likely[first - 1] >= SHOWN * EDGE:
            first -= 1
        while last + 1 < len(likely) and likely[last + 1] >= SHOWN * EDGE:
            last += 1
        return self.offsets[first][0], self.offsets[last][1]


SHOWN, EDGE = 0.4, 0.6
"""Likelihood from which words show a fault, and the share of it that is enough beside the likeliest word."""
CHOICES = 4
"""Phrases looked at before a word."""


def row(tokenizer: Any, draft: str, context: str) -> Row:
    """Lay out a draft and its context."""
    text = lowered(draft.translate(STRAIGHT))
    spoken = tokenizer.encode(text, add_special_tokens=False)
    kept = _both_ends(len(spoken.ids), MAX_DRAFT)
    ids, offsets = [spoken.ids[at] for at in kept], [spoken.offsets[at] for at in kept]
    heard = tokenizer.encode(lowered(context.translate(STRAIGHT)), add_special_tokens=False)
    told, said = heard.ids[-MAX_CONTEXT:], heard.offsets[-MAX_CONTEXT:]
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    theirs = own_words((context,) if context.strip() else ())
    return Row(
        (first, *ids, last, *told, last),
        (Role.PLAIN, *roles(text, offsets, theirs), Role.PLAIN, *[Role.THINKER] * (len(told) + 1)),
        tuple(offsets),
        tuple(said),
    )


def _both_ends(length: int, most: int) -> Sequence[int]:
    if length <= most:
        return range(length)
    return [*range(most // 2), *range(length - most // 2, length)]


class SharpenerModel:
    """Opened at first use; one object serves all threads."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._kept = Kept(folder, ARTEFACT)

    def opinion(self, draft: str, context: str = "") -> Opinion:
        """Read a draft beside what the thinker said. Raises IndexUnavailable if the files are damaged."""
        opened, card = self._kept.open()
        laid = row(opened.tokenizer, draft, context)
        found = dict(zip(OUTPUTS, opened.run(input_ids=laid.ids, roles=laid.roles), strict=True))
        names = [Fault(name) for name in card["faults"]]
        at = tokens_of(laid, draft)
        inside = found["tokens"][0][1 : laid.after - 1]
        return Opinion(
            {fault: _sigmoid(float(score)) for fault, score in zip(names, found["faults"][0], strict=True)},
            _sigmoid(float(found["sound"][0])),
            {fault: tuple(_sigmoid(float(each[place])) for each in inside) for place, fault in enumerate(names)},
            laid.offsets,
            tuple(1.0 if place is None else _sigmoid(float(found["keep"][0][place])) for place in at[:-1]),
            tuple(((0, 1.0),) if place is None else _best(found["phrase"][0][place]) for place in at),
            tuple((place, _sigmoid(float(found["quote"][0][laid.after + n]))) for n, place in enumerate(laid.said)),
            tuple(float(each) for each in found["vector"][0]),
        )

    @property
    def phrases(self) -> tuple[str, ...]:
        """The closed list of what a change may put in; number 1 is the first."""
        return tuple(self._kept.open()[1]["phrases"])

    def level(self, what: str) -> float:
        """Likelihood from which a fault is named, alone or beside a rule that has met it ("closed", "closed beside")."""
        return float(self._kept.open()[1]["levels"][what])

    def open(self) -> None:
        """Open the files now instead of at the first draft. Raises IndexUnavailable as `opinion` does."""
        self._kept.open()


def tokens_of(laid: Row, draft: str) -> list[int | None]:
    """For every word of the draft its first token, for the end the separator; None for words that were not read."""
    first = {start: number for number, (start, _) in reversed(list(enumerate(laid.offsets, start=1)))}
    return [*(first.get(start) for start, _ in edits.places(draft)), len(laid.offsets) + 1]


def _best(scores: Any) -> tuple[tuple[int, float], ...]:
    """The likeliest phrases with their shares."""
    top = float(max(scores))
    powers = [math.exp(float(each) - top) for each in scores]
    order = sorted(range(len(powers)), key=powers.__getitem__, reverse=True)[:CHOICES]
    return tuple((at, powers[at] / sum(powers)) for at in order)


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-value)) if value > -60 else 0.0


@lru_cache(maxsize=1)
def shipped() -> SharpenerModel:
    """The model that ships, one for the process."""
    return SharpenerModel()


@lru_cache(maxsize=256)
def opinion(draft: str, context: str) -> Opinion:
    """What the shipped model holds; the last ones are remembered, because a rewrite is looked at more than once."""
    return shipped().opinion(draft, context)
