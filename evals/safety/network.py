"""Decides the network that keeps watch for danger, its loss and its training loop; refuses to know where messages come from.

A MiniLM encoder (Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation") that starts from the reader of cues, and one
head: the four safety levels. A head beside the cues, as it was before, saw half as many dangers at the same share of false
alarms. Needs torch and transformers, which Askwell itself does not.
"""

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from assistant.coaching.model import Window
from assistant.schemas import SafetyLevel
from evals import learning
from evals.cues.network import padded

EPOCHS, BATCH, RATE, HEAD_RATE = 4, 16, 1e-4, 1e-3
"""Chosen on the development split."""
DECAY, WARMUP, AVERAGED, DROPPED = 0.01, 0.1, 0.99, 0.1
LOWEST = -9.0
"""Stands in for padding where the strongest token is sought."""


class Watch(nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
    """Token ids and mask, both int64 of shape (batch, length), to level scores (batch, 4)."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(source, attn_implementation="eager", add_pooling_layer=False)
        self.bert.embeddings.word_embeddings.weight.requires_grad = False  # words never seen keep their places
        self.level = nn.Linear(2 * self.bert.config.hidden_size, len(SafetyLevel))
        self.drop = nn.Dropout(DROPPED)

    def forward(self, input_ids: Tensor, mask: Tensor) -> Tensor:
        hidden = self.bert(input_ids=input_ids, attention_mask=mask).last_hidden_state
        strongest = hidden.masked_fill(mask.unsqueeze(-1) == 0, LOWEST).max(1, keepdim=True).values
        scores: Tensor = self.level(self.drop(torch.cat([hidden[:, :1], strongest], -1)))
        return scores.squeeze(1)


@dataclass(frozen=True, slots=True)
class Row:
    """A window and its safety level; None where it is only known that nobody is in danger."""

    window: Window
    level: int | None


def loss(scores: Tensor, batch: Sequence[Row]) -> Tensor:
    """Cross-entropy of the level; where only the absence of danger is known, of that."""
    among = functional.log_softmax(scores, dim=-1)
    calm = torch.logsumexp(among[:, : SafetyLevel.DANGER], dim=-1)
    each = [calm[at] if row.level is None else among[at, row.level] for at, row in enumerate(batch)]
    return -torch.stack(each).mean()


def train(
    source: Path, rows: Sequence[Row], seed: int, start: dict[str, Tensor], said: Callable[[str], None] = print
) -> Watch:
    """Fine-tune on rows; `start` are weights of another network with the same body."""
    torch.manual_seed(seed)
    watch = Watch(source)
    watch.load_state_dict({name: each for name, each in start.items() if name.startswith("bert.")}, strict=False)
    chance, lengths = random.Random(seed), [len(row.window.ids) for row in rows]
    steps = EPOCHS * math.ceil(len(rows) / BATCH)
    optimiser, schedule = learning.optimiser(watch, steps, RATE, HEAD_RATE, DECAY, WARMUP)
    averaged = learning.Averaged(watch, AVERAGED)
    for epoch in range(EPOCHS):
        watch.train()
        total = 0.0
        for places in learning.like_length(lengths, BATCH, chance):
            batch = [rows[at] for at in places]
            ids, mask = padded([row.window for row in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = watch(ids, mask)
            total += learning.learn(watch, loss(scores.float(), batch), optimiser, schedule)
            averaged.step()
        said(f"epoch {epoch + 1} of {EPOCHS}: loss {total * EPOCHS / steps:.3f}")
    averaged.settle()
    return watch
