"""Decides the network that names the faults of a draft, its loss and its training loop.

A MiniLM encoder (Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation") that starts from the stance judge, which has
learned to hold a sentence against the thinker's words. Heads: faults of the whole draft; for every token of the draft which
faults it shows; whether a sentence is sound. Needs torch and transformers, which Askwell itself does not. Refuses to know
where drafts come from.
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from assistant.questions.model import Row
from assistant.questions.rules import Fault
from assistant.stance.inputs import Role
from evals import learning

FAULTS = tuple(Fault)
EPOCHS, BATCH, RATE, HEAD_RATE = 8, 16, 1e-4, 1e-3
"""Chosen on the development split."""
DECAY, WARMUP, AVERAGED, DROPPED = 0.01, 0.06, 0.99, 0.1
BY_TOKEN, BY_SOUND = 0.125, 0.5
LOWEST = -9.0
"""Stands in for tokens outside the draft where the strongest is sought."""


class Found(NamedTuple):
    """Logits: (rows, faults), (rows,), (rows, tokens, faults)."""

    faults: Tensor
    sound: Tensor
    tokens: Tensor


class Sharpener(nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
    """Token ids, roles and mask, int64 of shape (rows, tokens)."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(source, attn_implementation="eager", add_pooling_layer=False)
        width = self.bert.config.hidden_size
        self.bert.embeddings.token_type_embeddings = nn.Embedding(len(Role), width)
        self.bert.embeddings.word_embeddings.weight.requires_grad = False  # words never seen keep their places
        self.fault = nn.Linear(2 * width, len(FAULTS) + 1)
        self.token = nn.Linear(width, len(FAULTS))
        nn.init.constant_(self.token.bias, -3.0)  # most tokens show nothing
        self.drop = nn.Dropout(DROPPED)

    def forward(self, input_ids: Tensor, roles: Tensor, mask: Tensor) -> Found:
        hidden = self.drop(self.bert(input_ids=input_ids, attention_mask=mask, token_type_ids=roles).last_hidden_state)
        drafted = (mask.bool() & (roles < int(Role.BEFORE))).unsqueeze(-1)
        strongest = hidden.masked_fill(~drafted, LOWEST).max(1, keepdim=True).values
        whole = torch.cat(
            [hidden[:, :1], strongest], -1
        )  # kept three-dimensional: the 8-bit converter reads no other product
        scores = self.fault(whole).squeeze(1)
        return Found(scores[:, :-1], scores[:, -1], self.token(hidden))


@dataclass(frozen=True, slots=True)
class Lesson:
    """A laid out draft and what is known of it; None is unknown.

    `faults`, shape (faults,), and `tokens`, (tokens of the draft, faults): shares of the hands; `sound`: 1 for a sentence somebody
    wrote, 0 for a spoilt one.
    """

    row: Row
    faults: Tensor | None = None
    tokens: Tensor | None = None
    sound: float | None = None


def padded(rows: Sequence[Row]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, roles and mask, each (rows, longest)."""
    longest = max(len(each.ids) for each in rows)
    ids, mask = (torch.zeros(len(rows), longest, dtype=torch.long) for _ in range(2))
    roles = torch.full((len(rows), longest), int(Role.THINKER))
    for at, each in enumerate(rows):
        ids[at, : len(each.ids)] = torch.tensor(each.ids)
        roles[at, : len(each.roles)] = torch.tensor(each.roles)
        mask[at, : len(each.ids)] = 1
    return ids, roles, mask


def loss(found: Found, batch: Sequence[Lesson]) -> Tensor:
    """The sum of what every head owes."""
    found = Found(*(each.float() for each in found))
    return _whole(found, batch) + BY_TOKEN * _tokens(found, batch)


def _summed(scores: list[Tensor], wanted: list[Tensor]) -> Tensor:
    """Binary cross-entropy, summed over each row and averaged over the rows; nothing without rows."""
    if not scores:
        return torch.zeros(())
    return functional.binary_cross_entropy_with_logits(torch.cat(scores), torch.cat(wanted), reduction="sum") / len(
        scores
    )


def _whole(found: Found, batch: Sequence[Lesson]) -> Tensor:
    faults = [(at, each.faults) for at, each in enumerate(batch) if each.faults is not None]
    sound = [(at, torch.tensor([each.sound])) for at, each in enumerate(batch) if each.sound is not None]
    return _summed([found.faults[at] for at, _ in faults], [each for _, each in faults]) + BY_SOUND * _summed(
        [found.sound[at : at + 1] for at, _ in sound], [each for _, each in sound]
    )


def _tokens(found: Found, batch: Sequence[Lesson]) -> Tensor:
    known = [(at, each.tokens) for at, each in enumerate(batch) if each.tokens is not None]
    return _summed(
        [found.tokens[at, 1 : 1 + len(each)].flatten() for at, each in known], [each.flatten() for _, each in known]
    )


def train(
    source: Path,
    lessons: Callable[[random.Random], Sequence[Lesson]],
    seed: int,
    start: dict[str, Tensor],
    said: Callable[[str], None] = print,
) -> Sharpener:
    """Fine-tune; `lessons` gives those of one epoch, varied from the random source handed in; `start` are the stance judge's weights."""
    torch.manual_seed(0)  # every seed starts from the same heads, or their weights could not be averaged
    sharpener = Sharpener(source)
    sharpener.load_state_dict({name: each for name, each in start.items() if name.startswith("bert.")}, strict=False)
    torch.manual_seed(seed)
    chance = random.Random(seed)
    steps = EPOCHS * math.ceil(len(lessons(random.Random(seed))) / BATCH)
    optimiser, schedule = learning.optimiser(sharpener, steps, RATE, HEAD_RATE, DECAY, WARMUP)
    averaged = learning.Averaged(sharpener, AVERAGED)
    for epoch in range(EPOCHS):
        sharpener.train()
        total, rows = 0.0, lessons(chance)
        for places in learning.like_length([len(each.row.ids) for each in rows], BATCH, chance):
            batch = [rows[at] for at in places]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                found = sharpener(*padded([each.row for each in batch]))
            total += learning.learn(sharpener, loss(found, batch), optimiser, schedule)
            averaged.step()
        said(f"epoch {epoch + 1} of {EPOCHS}: loss {total * EPOCHS / steps:.3f}")
    averaged.settle()
    return sharpener
