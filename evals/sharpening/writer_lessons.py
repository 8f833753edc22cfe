"""Decides what one epoch of the rewriter's training is made of: drafts with what people would ask instead, and sentences to be mended.

Mending sentences with words lost and out of order (Lewis et al. 2020, "BART") teaches the decoder English before it has to
rewrite. Needs torch, which Askwell itself does not. Refuses to know the network.
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from assistant.questions.draft import STRAIGHT, lowered
from assistant.questions.model import row
from evals.sharpening.lessons import varied
from evals.sharpening.network import padded
from evals.sharpening.pairs import Pair
from evals.sharpening.writer import LONGEST
from evals.stance.rows import lines, writers

ALONE = 0.08
"""Share of drafts read without what the thinker had said."""
AT_FIRST, LATER, OWN = 0.3, 0.05, 0.15
"""Share of the corpus' sentences to be mended in the first epoch and in later ones; of rewrites to be mended, in each."""
LOST, SHUFFLED = 0.25, 3
"""Share of words lost, and how many places a word may stray."""
WORDS = (4, 24)
"""Fewest and most words of a sentence to be mended."""
COMMON = 3
"""Sentences of the corpus in which a word piece must stand before it may be written, where no rewrite has it."""
NOTHING = -5
"""An id no token has."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A source, and what is to be written from it; one or two ways."""

    draft: str
    context: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """`ids`, `roles`, `mask`: (sources, tokens); `shown`, `wanted`: (targets, tokens), each wanted token after those shown; `of`: the source of each target."""

    ids: Tensor
    roles: Tensor
    mask: Tensor
    shown: Tensor
    wanted: Tensor
    of: Tensor

    @property
    def copied(self) -> Tensor:
        """For every target the ids that can be copied, `NOTHING` beyond the end."""
        return torch.where(self.mask.bool(), self.ids, torch.full_like(self.ids, NOTHING))[self.of]


class Material:
    """Everything an epoch draws from; `tokenizer` is the encoder's."""

    def __init__(self, tokenizer: Any, known: Sequence[Pair]) -> None:
        self._tokenizer, self._pairs = tokenizer, known
        self._begin, self._end = (tokenizer.token_to_id(name) for name in ("[CLS]", "[SEP]"))
        about = writers()
        english = [each for each in lines("train") if about[each.writer].get("language", "en") == "en"]
        self._sentences = [
            (each.text, " ".join(each.thinker)) for each in english if WORDS[0] <= len(each.text.split()) <= WORDS[1]
        ]

    def vocabulary(self) -> list[int]:
        """Ids the decoder may write: all of the rewrites, the common ones of other sentences, the end."""
        rewrites = {piece for pair in self._pairs for text in pair.rewrites for piece in self._ids(text)}
        other = Counter(piece for text, _ in self._sentences for piece in set(self._ids(text)))
        return sorted(rewrites | {piece for piece, times in other.items() if times >= COMMON} | {self._end})

    def epoch(self, number: int, chance: random.Random) -> list[Lesson]:
        """The lessons of one epoch, varied by chance."""
        share = LATER if number else AT_FIRST
        spoilt = chance.sample(self._sentences, int(len(self._sentences) * share))
        own = [(pair.rewrites[0], pair.context) for pair in chance.sample(self._pairs, int(len(self._pairs) * OWN))]
        return [
            *(self._rewritten(pair, chance) for pair in self._pairs),
            *(Lesson(noised(text, chance), context, (text,)) for text, context in [*spoilt, *own]),
        ]

    def of_pairs(self, known: Sequence[Pair], chance: random.Random) -> Batch:
        """Pairs as one batch, to look at without learning from them."""
        return self.batch([self._rewritten(pair, chance) for pair in known])

    def batch(self, lessons: Sequence[Lesson]) -> Batch:
        """Laid out and padded."""
        rows = [row(self._tokenizer, each.draft, each.context) for each in lessons]
        written = [self._ids(text)[: LONGEST - 2] for each in lessons for text in each.targets]
        shown = torch.full((len(written), max(map(len, written)) + 1), self._end)
        wanted = torch.full_like(shown, -1)
        for at, pieces in enumerate(written):
            shown[at, : len(pieces) + 1] = torch.tensor([self._begin, *pieces])
            wanted[at, : len(pieces) + 1] = torch.tensor([*pieces, self._end])
        of = torch.tensor([at for at, each in enumerate(lessons) for _ in each.targets])
        return Batch(*padded(rows), shown, wanted, of)

    def _ids(self, text: str) -> list[int]:
        found: list[int] = self._tokenizer.encode(lowered(text.translate(STRAIGHT)), add_special_tokens=False).ids
        return found

    def _rewritten(self, pair: Pair, chance: random.Random) -> Lesson:
        context = "" if chance.random() < ALONE else pair.context
        return Lesson(varied(pair.draft, chance), context, pair.rewrites[:2])


def noised(text: str, chance: random.Random) -> str:
    """A sentence without its end mark, words lost and out of order."""
    kept = [word for word in text.rstrip("?.").split() if chance.random() > LOST]
    places = [at + chance.random() * SHUFFLED for at in range(len(kept))]
    return " ".join(word for _, word in sorted(zip(places, kept, strict=True))) or text
