"""Decides what the two trained networks say of a draft: how likely each fault is and which words show it; what to ask instead.

Refuses to know the rules beside them, when a fault is named (`faults.py`) and which rewrites are offered (`sharpen.py`). Both read

    [CLS] draft [SEP] what the thinker said [SEP]

and every token has a role, the same as for the stance judge: whether a content word of the draft is the thinker's own is
what tells an echo from advice. One network for both found fewer faults. Trained by `python -m evals.sharpening.train`; training and running
share this file.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.encoder.opened import Kept
from assistant.odds import likelihood
from assistant.questions import edits
from assistant.questions.draft import STRAIGHT, lowered
from assistant.questions.rules import Fault
from assistant.stance.inputs import Role, roles
from assistant.stance.own_words import own_words

FAULTS, REWRITER = (Path(__file__).parent / name for name in ("fault_reader", "rewriter"))
ARTEFACT = "network.int8.onnx"
SEES, REWRITES = ("faults", "sound", "tokens"), ("keep", "phrase", "quote", "vector")
"""What each of the two gives, in this order."""
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
class Seen:
    """What the fault reader holds of a draft; likelihoods are 0 to 1.

    Attributes:
        likely: of each fault.
        sound: that the draft is a sentence somebody would say.
        shown: for every token of the draft, that it shows the fault.
        offsets: the place in the draft of each token.
    """

    likely: dict[Fault, float]
    sound: float
    shown: dict[Fault, tuple[float, ...]]
    offsets: tuple[tuple[int, int], ...]

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


@dataclass(frozen=True, slots=True)
class Instead:
    """What the rewriter would do with a draft; likelihoods are 0 to 1.

    Attributes:
        keep: for every word of the draft (`edits.places`), that it stays.
        phrases: for every word and for the end, the number of the likeliest phrases before it (0: none) and how likely each is.
        said: the place in the context of each token, and how likely a rewrite says it back.
        vector: shape (384,); times a question's vector it is a log-likelihood.
    """

    keep: tuple[float, ...]
    phrases: tuple[tuple[tuple[int, float], ...], ...]
    said: tuple[tuple[tuple[int, int], float], ...]
    vector: tuple[float, ...]


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


class Network:
    """One of the two networks, opened at first use; one object serves all threads."""

    def __init__(self, folder: Path, outputs: tuple[str, ...]) -> None:
        self._kept = Kept(folder, ARTEFACT)
        self._outputs = outputs

    def run(self, draft: str, context: str) -> tuple[Row, dict[str, Any]]:
        """Lay out and read a draft. Raises IndexUnavailable if the files are damaged."""
        opened, _ = self._kept.open()
        laid = row(opened.tokenizer, draft, context)
        return laid, dict(zip(self._outputs, opened.run(input_ids=laid.ids, roles=laid.roles), strict=True))

    @property
    def card(self) -> dict[str, Any]:
        """What is told of the file: the faults and their levels, the phrases of the closed list."""
        return self._kept.open()[1]

    def level(self, what: str) -> float:
        """Likelihood from which a fault is named, alone or beside a rule that has met it ("closed", "closed beside")."""
        return float(self.card["levels"][what])

    def open(self) -> None:
        """Open the files now instead of at the first draft. Raises IndexUnavailable as `run` does."""
        self._kept.open()


def seen_by(network: Network, draft: str, context: str) -> Seen:
    """The faults of a draft as a network holds them."""
    laid, found = network.run(draft, context)
    names, inside = [Fault(name) for name in network.card["faults"]], found["tokens"][0][1 : laid.after - 1]
    return Seen(
        {fault: likelihood(float(score)) for fault, score in zip(names, found["faults"][0], strict=True)},
        likelihood(float(found["sound"][0])),
        {fault: tuple(likelihood(float(each[place])) for each in inside) for place, fault in enumerate(names)},
        laid.offsets,
    )


def instead_by(network: Network, draft: str, context: str) -> Instead:
    """What a network would do with a draft."""
    laid, found = network.run(draft, context)
    at = tokens_of(laid, draft)
    return Instead(
        tuple(1.0 if place is None else likelihood(float(found["keep"][0][place])) for place in at[:-1]),
        tuple(((0, 1.0),) if place is None else _best(found["phrase"][0][place]) for place in at),
        tuple((place, likelihood(float(found["quote"][0][laid.after + n]))) for n, place in enumerate(laid.said)),
        tuple(float(each) for each in found["vector"][0]),
    )


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


@lru_cache(maxsize=1)
def fault_reader() -> Network:
    """The fault reader that ships, one for the process."""
    return Network(FAULTS, SEES)


@lru_cache(maxsize=1)
def rewriter() -> Network:
    """The rewriter that ships, one for the process."""
    return Network(REWRITER, REWRITES)


@lru_cache(maxsize=256)
def seen(draft: str, context: str) -> Seen:
    """What the shipped fault reader holds; the last ones are remembered, because a rewrite is looked at more than once."""
    return seen_by(fault_reader(), draft, context)


@lru_cache(maxsize=64)
def instead(draft: str, context: str) -> Instead:
    """What the shipped rewriter would do; remembered as well."""
    return instead_by(rewriter(), draft, context)
