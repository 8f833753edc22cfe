"""Decides what one epoch of training is made of: labelled drafts with their rewrites, sharp questions of the bank, spoilt sentences.

Refuses to know the network. Needs torch, which Askwell itself does not.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import torch
from torch import Tensor

from assistant import knowledge
from assistant.pronouns import filled
from assistant.questions import edits
from assistant.questions.model import Row, row, tokens_of
from evals.sharpening.labelled import Drafted
from evals.sharpening.network import FAULTS, Change, Lesson
from evals.sharpening.rewrites import Rewritten

ONE_IN = 3
"""Every third draft of an epoch loses its question mark, as somebody in a hurry types it."""
ALONE = 0.1
"""Share of the drafts that are read without what the thinker had said, as in a list of questions; their labels stay."""
BANKED = 300
"""Questions of the bank in one epoch; they are sharp, whatever was said before or nothing."""
REWRITES = 500
"""Rewrites in one epoch, sharp in the context of their draft; as many are spoilt, to tell what is no sentence."""
QUOTE, WORD = "I keep redoing their work", "stuck"
SAID = f"{QUOTE} and I feel {WORD}."
"""Stands in for what was said before a question of the bank that repeats words."""
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")


class Material:
    """Everything an epoch draws from; `tokenizer` is the encoder's, `phrases` the closed list of what changes may put in.

    `order` are the keys of the rewrites, three vectors each in the list the network points into.
    """

    def __init__(
        self, tokenizer: Any, drafts: Sequence[Drafted], rewrites: Mapping[str, Rewritten], phrases: Sequence[str]
    ) -> None:
        self._tokenizer, self._drafts, self._rewrites = tokenizer, drafts, rewrites
        self._phrase = {phrase: number for number, phrase in enumerate(phrases, start=1)}
        self.order = [each.key for each in drafts if each.key in rewrites]
        bank = (one for one in knowledge.load().questions if one.language == "en")
        self._bank = [filled(one.text.format_map(_Said()), "she") for one in bank]

    def epoch(self, chance: random.Random) -> list[Lesson]:
        """The lessons of one epoch, varied by chance."""
        return [
            *(self._drafted(each, chance) for each in self._drafts),
            *(self._sharp(one, chance.choice(("", SAID)), chance) for one in chance.sample(self._bank, BANKED)),
            *self._rewritten(chance),
        ]

    def _drafted(self, draft: Drafted, chance: random.Random) -> Lesson:
        context = "" if chance.random() < ALONE else draft.context
        laid = row(self._tokenizer, varied(draft.text, chance), context)
        share = torch.tensor([sum(fault in hand.faults for hand in draft.hands) / 2 for fault in FAULTS])
        known = self._rewrites.get(draft.key)
        near = self.order.index(draft.key) * 3 if known else 0
        return Lesson(
            laid,
            share,
            torch.tensor(list(_shown(draft, laid))) if draft.marked else None,
            change=self._change(laid, draft.text, known.small) if known else None,
            quote=_said_back(laid, draft.context, known.theirs) if known and context else None,
            near=(near, near + 1, near + 2) if known else (),
        )

    def _sharp(self, text: str, context: str, chance: random.Random) -> Lesson:
        laid = row(self._tokenizer, varied(text, chance), context)
        return Lesson(laid, torch.zeros(len(FAULTS)), torch.zeros(len(laid.offsets), len(FAULTS)), sound=1.0)

    def _rewritten(self, chance: random.Random) -> Iterator[Lesson]:
        known = [each for each in self._drafts if each.key in self._rewrites]
        for draft in chance.sample(known, min(REWRITES, len(known))):
            given = self._rewrites[draft.key]
            text = chance.choice((given.small, given.theirs, given.lens))
            yield self._sharp(text, draft.context, chance)
            yield Lesson(row(self._tokenizer, spoilt(text, chance), draft.context), sound=0.0)

    def _change(self, laid: Row, draft: str, rewrite: str) -> Change | None:
        """The changes as labels, where the closed list can make them; None where it cannot."""
        tags = edits.tags(draft, rewrite)
        if any(tag.phrase and tag.phrase not in self._phrase for tag in tags):
            return None
        at = tokens_of(laid, draft)
        kept = [(place, tag) for place, tag in zip(at, tags, strict=True) if place is not None]
        return Change(
            torch.tensor([place for place, _ in kept]),
            torch.tensor([float(tag.keep) for _, tag in kept]),
            torch.tensor([self._phrase.get(tag.phrase, 0) for _, tag in kept]),
        )


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


def _said_back(laid: Row, context: str, rewrite: str) -> Tensor:
    """1 for each token of the context that the rewrite quotes."""
    quoted = [context.lower().find(words.strip(" .,!?").lower()) for words in _QUOTED.findall(rewrite)]
    sizes = [len(words.strip(" .,!?")) for words in _QUOTED.findall(rewrite)]
    spans = [(start, start + size) for start, size in zip(quoted, sizes, strict=True) if start >= 0]
    return torch.tensor([float(any(a < end and start < b for a, b in spans)) for start, end in laid.said])


class _Said(dict[str, str]):
    """Fills the slots of a question; those for a person stay."""

    def __missing__(self, slot: str) -> str:
        return {"quote": QUOTE, "word": WORD}.get(slot, "{" + slot + "}")


Epoch = Callable[[random.Random], list[Lesson]]
