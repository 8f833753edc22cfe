"""Decides what the trained fault reader says of a draft: how likely each fault is and which words show it.

Refuses to know the rules beside it, when a fault is named (`faults.py`) and what could be asked instead (`writing.py`). It reads

    [CLS] draft [SEP] what the thinker said [SEP]

and every token has a role, the same as for the stance judge: whether a content word of the draft is the thinker's own is
what tells an echo from advice. Trained by `python -m evals.sharpening.train`; training and running share this file, and the
rewriter reads the same rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.encoder.opened import Kept
from assistant.odds import likelihood
from assistant.questions.draft import STRAIGHT, lowered
from assistant.questions.rules import Fault
from assistant.stance.inputs import Role, roles
from assistant.stance.own_words import own_words

FOLDER = Path(__file__).parent / "fault_reader"
ARTEFACT = "network.int8.onnx"
SEES = ("faults", "sound", "tokens")
"""What it gives, in this order."""
MAX_DRAFT, MAX_CONTEXT = 96, 144
"""Tokens. Of the labelled drafts 99 in 100 fit; of a longer context the end is read, of a longer draft the beginning and the end."""


@dataclass(frozen=True, slots=True)
class Row:
    """Token ids and roles; `offsets[i]` is the place in the draft of token i + 1."""

    ids: tuple[int, ...]
    roles: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]


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


SHOWN, EDGE = 0.4, 0.6
"""Likelihood from which words show a fault, and the share of it that is enough beside the likeliest word."""


def row(tokenizer: Any, draft: str, context: str) -> Row:
    """Lay out a draft and its context."""
    text = lowered(draft.translate(STRAIGHT))
    spoken = tokenizer.encode(text, add_special_tokens=False)
    kept = _both_ends(len(spoken.ids), MAX_DRAFT)
    ids, offsets = [spoken.ids[at] for at in kept], [spoken.offsets[at] for at in kept]
    heard = tokenizer.encode(lowered(context.translate(STRAIGHT)), add_special_tokens=False)
    told = heard.ids[-MAX_CONTEXT:]
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    theirs = own_words((context,) if context.strip() else ())
    return Row(
        (first, *ids, last, *told, last),
        (Role.PLAIN, *roles(text, offsets, theirs), Role.PLAIN, *[Role.THINKER] * (len(told) + 1)),
        tuple(offsets),
    )


def _both_ends(length: int, most: int) -> Sequence[int]:
    if length <= most:
        return range(length)
    return [*range(most // 2), *range(length - most // 2, length)]


class FaultReader:
    """The network, opened at first use; one object serves all threads."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._kept = Kept(folder, ARTEFACT)

    def see(self, draft: str, context: str) -> Seen:
        """Lay out and read a draft. Raises IndexUnavailable if the files are damaged."""
        opened, card = self._kept.open()
        laid = row(opened.tokenizer, draft, context)
        faults, sound, tokens = opened.run(input_ids=laid.ids, roles=laid.roles)
        names, inside = [Fault(name) for name in card["faults"]], tokens[0][1 : len(laid.offsets) + 1]
        return Seen(
            {fault: likelihood(float(score)) for fault, score in zip(names, faults[0], strict=True)},
            likelihood(float(sound[0])),
            {fault: tuple(likelihood(float(each[place])) for each in inside) for place, fault in enumerate(names)},
            laid.offsets,
        )

    def level(self, what: str) -> float:
        """Likelihood from which a fault is named, alone or beside a rule that has met it ("closed", "closed beside")."""
        return float(self._kept.open()[1]["levels"][what])


@lru_cache(maxsize=1)
def fault_reader() -> FaultReader:
    """The fault reader that ships, one for the process."""
    return FaultReader()


@lru_cache(maxsize=256)
def seen(draft: str, context: str) -> Seen:
    """What the shipped fault reader holds; the last ones are remembered, because a rewrite is looked at more than once."""
    return fault_reader().see(draft, context)
