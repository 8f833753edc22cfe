"""Decides what one epoch of the fault reader's training is made of: labelled drafts, rewrites and questions of the bank, spoilt sentences.

Refuses to know the network. Needs torch, which Askwell itself does not.
"""

import random
from collections.abc import Iterator, Sequence
from typing import Any

import torch

from assistant import knowledge
from assistant.pronouns import filled
from assistant.questions.model import Row, row
from evals.sharpening.labelled import Drafted
from evals.sharpening.network import FAULTS, Lesson
from evals.sharpening.pairs import Pair

ONE_IN = 3
"""Every third draft of an epoch loses its question mark, as somebody in a hurry types it."""
ALONE = 0.1
"""Share of the drafts that are read without what the thinker had said, as in a list of questions; their labels stay."""
BANKED = 300
"""Questions of the bank in one epoch; they are sharp, whatever was said before or nothing."""
REWRITES = 1500
"""Rewrites in one epoch, sharp in the context of their draft; as many are spoilt, to tell what is no sentence."""
QUOTE, WORD = "I keep redoing their work", "stuck"
SAID = f"{QUOTE} and I feel {WORD}."
"""Stands in for what was said before a question of the bank that repeats words."""


class Material:
    """Everything an epoch draws from; `tokenizer` is the encoder's.

    Of `pairs` only one hand has named the faults and nobody marked the words; those whose draft stands in `drafts` give rewrites alone.
    """

    def __init__(self, tokenizer: Any, drafts: Sequence[Drafted], pairs: Sequence[Pair]) -> None:
        known = {each.text for each in drafts}
        self._tokenizer, self._drafts, self._pairs = tokenizer, drafts, pairs
        self._further = [pair for pair in pairs if pair.draft not in known]
        bank = (one for one in knowledge.load().questions if one.language == "en")
        self._bank = [filled(one.text.format_map(_Said()), "she") for one in bank]

    def epoch(self, chance: random.Random) -> list[Lesson]:
        """The lessons of one epoch, varied by chance."""
        return [
            *(self._drafted(each, chance) for each in self._drafts),
            *(self._named(each, chance) for each in self._further),
            *(self._sharp(one, chance.choice(("", SAID)), chance) for one in chance.sample(self._bank, BANKED)),
            *self._rewritten(chance),
        ]

    def _drafted(self, draft: Drafted, chance: random.Random) -> Lesson:
        context = "" if chance.random() < ALONE else draft.context
        laid = row(self._tokenizer, varied(draft.text, chance), context)
        share = torch.tensor([sum(fault in hand.faults for hand in draft.hands) / 2 for fault in FAULTS])
        return Lesson(laid, share, torch.tensor(list(_shown(draft, laid))) if draft.marked else None)

    def _named(self, pair: Pair, chance: random.Random) -> Lesson:
        context = "" if chance.random() < ALONE else pair.context
        named = torch.tensor([float(fault in pair.faults) for fault in FAULTS])
        return Lesson(row(self._tokenizer, varied(pair.draft, chance), context), named)

    def _sharp(self, text: str, context: str, chance: random.Random) -> Lesson:
        laid = row(self._tokenizer, varied(text, chance), context)
        return Lesson(laid, torch.zeros(len(FAULTS)), torch.zeros(len(laid.offsets), len(FAULTS)), sound=1.0)

    def _rewritten(self, chance: random.Random) -> Iterator[Lesson]:
        for pair in chance.sample(self._pairs, min(REWRITES, len(self._pairs))):
            text = chance.choice(pair.rewrites)
            yield self._sharp(text, pair.context, chance)
            yield Lesson(row(self._tokenizer, spoilt(text, chance), pair.context), sound=0.0)


def varied(text: str, chance: random.Random) -> str:
    """The same question as somebody in a hurry types it: only the end changes, so the marked words keep their place."""
    bare = text.rstrip("?")
    return bare if chance.randrange(ONE_IN) == 0 and bare.strip() else text


def spoilt(text: str, chance: random.Random) -> str:
    """A sentence with one to three words lost, doubled, swapped or in the wrong place."""
    words = text.split()
    for _ in range(chance.choice((1, 1, 2, 3))):
        at = chance.randrange(len(words))
        way = chance.randrange(4)
        if way == 0 and len(words) > 2:
            del words[at]
        elif way == 1:
            words.insert(chance.randrange(len(words)), words[at])
        elif way == 2:
            other = chance.randrange(len(words))
            words[at], words[other] = words[other], words[at]
        else:
            words.insert(at, chance.choice(("what", "to", "you", "is", "how", "the", "do", "for you", "with", "have")))
    return " ".join(words)


def _shown(draft: Drafted, laid: Row) -> Iterator[list[float]]:
    """For each token of the draft, the share of hands that marked it with each fault."""
    for start, end in laid.offsets:
        yield [
            sum(any(m.fault == fault and m.start < end and start < m.end for m in hand.marks) for hand in draft.hands)
            / 2
            for fault in FAULTS
        ]


class _Said(dict[str, str]):
    """Fills the slots of a question; those for a person stay."""

    def __missing__(self, slot: str) -> str:
        return {"quote": QUOTE, "word": WORD}.get(slot, "{" + slot + "}")
