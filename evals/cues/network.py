"""Decides the shape of the trained cue reader and how it learns; refuses to know where its messages come from.

A MiniLM encoder (Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation") with, for every token, one score a cue; a
token may carry several cues or none. Needs torch and transformers, which Askwell itself does not.
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
from assistant.schemas import Cue
from evals import learning

CUES = tuple(Cue)
EPOCHS, BATCH, RATE, HEAD_RATE = 5, 16, 1e-4, 1e-3
"""Chosen on the development split."""
DECAY, WARMUP, AVERAGED, DROPPED = 0.01, 0.1, 0.99, 0.1


class Reader(nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
    """Token ids and mask, both int64 of shape (batch, length), to cue scores (batch, length, cues)."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(source, attn_implementation="eager", add_pooling_layer=False)
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        self.score = nn.Linear(self.bert.config.hidden_size, len(CUES))
        nn.init.constant_(self.score.bias, -4.0)  # most tokens carry nothing
        self.drop = nn.Dropout(DROPPED)

    def forward(self, input_ids: Tensor, mask: Tensor) -> Tensor:
        scores: Tensor = self.score(self.drop(self.bert(input_ids=input_ids, attention_mask=mask).last_hidden_state))
        return scores


def padded(rows: Sequence[Window]) -> tuple[Tensor, Tensor]:
    """Token ids and mask of shape (rows, longest)."""
    longest = max(len(row.ids) for row in rows)
    ids = torch.tensor([[*row.ids, *[0] * (longest - len(row.ids))] for row in rows])
    mask = torch.tensor([[1] * len(row.ids) + [0] * (longest - len(row.ids)) for row in rows])
    return ids, mask


@dataclass(frozen=True, slots=True)
class Row:
    """A window and its labels, of shape (tokens with [CLS] and [SEP], cues)."""

    window: Window
    cues: Tensor


def loss(scores: Tensor, batch: Sequence[Row], mask: Tensor) -> Tensor:
    """Cross-entropy of cues, summed over a window's tokens, averaged over the rows."""
    wanted = torch.zeros_like(scores)
    for place, row in enumerate(batch):
        wanted[place, : len(row.cues)] = row.cues
    each = functional.binary_cross_entropy_with_logits(scores, wanted, reduction="none")
    return (each * mask.unsqueeze(-1)).sum() / len(batch) / 8


def train(source: Path, rows: Sequence[Row], seed: int, said: Callable[[str], None] = print) -> Reader:
    """Fine-tune on rows."""
    torch.manual_seed(0)  # every seed starts from the same head
    reader = Reader(source)
    torch.manual_seed(seed)
    chance, lengths = random.Random(seed), [len(row.window.ids) for row in rows]
    steps = EPOCHS * math.ceil(len(rows) / BATCH)
    optimiser, schedule = learning.optimiser(reader, steps, RATE, HEAD_RATE, DECAY, WARMUP)
    averaged = learning.Averaged(reader, AVERAGED)
    for epoch in range(EPOCHS):
        reader.train()
        total = 0.0
        for places in learning.like_length(lengths, BATCH, chance):
            batch = [rows[at] for at in places]
            ids, mask = padded([row.window for row in batch])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = reader(ids, mask)
            total += learning.learn(reader, loss(scores.float(), batch, mask), optimiser, schedule)
            averaged.step()
        said(f"epoch {epoch + 1} of {EPOCHS}: loss {total * EPOCHS / steps:.3f}")
    averaged.settle()
    return reader
