"""Decides the network that is taught to listen, its loss and its training loop; refuses to know where labels come from.

MiniLM with three heads: what each token belongs to, what kind of message it is, and a vector that is trained to lie near
the questions readers chose, among all questions of the bank (their vectors are the sentence encoder's, and stay). Needs
torch and transformers, which Askwell itself does not.
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

from assistant.coaching.listener import Window
from evals import learning
from evals.listening.heard import KINDS, PLACES, ROOM

SORTS = (*KINDS, ROOM)
EPOCHS, BATCH, RATE, HEAD_RATE = 5, 16, 8e-5, 1e-3
WARMUP, DECAY, DROPOUT, AVERAGED = 0.06, 0.01, 0.1, 0.99
RISE = 3.0
"""Weight of a token that belongs to something beside one that does not; most tokens belong to nothing."""
HEAT = 0.05
"""Temperature of the softmax over questions; the vectors carry it in their length."""
BY_PLACE, BY_SORT, BY_QUESTION, BY_OWN, BY_UNFIT = 10.0, 1.0, 1.0, 0.3, 0.5


class Listener(nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
    """Ids and types, each (rows, tokens) → token scores, kind scores, vectors."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(source, add_pooling_layer=False)
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)  # words never seen keep their places
        width = self.bert.config.hidden_size
        self.dropout = nn.Dropout(DROPOUT)
        self.place = nn.Linear(width, len(PLACES))
        self.sort = nn.Linear(width, len(SORTS))
        self.heed = nn.Linear(width, 1)
        self.point = nn.Linear(width, width)
        with torch.no_grad():  # at the start every token counts the same, and the vector is the sentence encoder's
            self.heed.weight.zero_()
            self.point.weight.copy_(torch.eye(width))
            self.point.bias.zero_()

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Shapes (rows, tokens, places), (rows, sorts) and (rows, 384): logits.

        The third, times a question's vector, gives the logit of that question.
        """
        states = self.bert(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        theirs = mask * (1 - types)
        share = theirs.unsqueeze(-1).to(states.dtype)
        middle = (states * share).sum(1, keepdim=True) / share.sum(1, keepdim=True)
        heeded = torch.softmax(self.heed(states).squeeze(-1).masked_fill(theirs == 0, -1e4), dim=-1)
        pooled = (states * heeded.unsqueeze(-1)).sum(1, keepdim=True)
        vectors = self.point(functional.normalize(pooled, dim=-1)) / HEAT
        middle = self.dropout(middle)
        return self.place(self.dropout(states)), self.sort(middle).squeeze(1), vectors.squeeze(1)


@dataclass(frozen=True, slots=True)
class Row:
    """One window and what is known of it: (tokens, places), (sorts,), places of fitting questions in the bank, the own question's vector."""

    window: Window
    places: Tensor | None = None
    sorts: Tensor | None = None
    best: tuple[int, ...] = ()
    unfit: tuple[int, ...] = ()
    own: Tensor | None = None


def padded(windows: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, types and mask, each (rows, tokens)."""
    longest = max(len(each.ids) for each in windows)
    ids, types, mask = (torch.zeros(len(windows), longest, dtype=torch.long) for _ in range(3))
    for at, each in enumerate(windows):
        ids[at, : len(each.ids)] = torch.tensor(each.ids)
        types[at, : len(each.ids)] = torch.tensor(each.types)
        mask[at, : len(each.ids)] = 1
    return ids, types, mask


def loss(found: tuple[Tensor, ...], batch: Sequence[Row], bank: Tensor) -> Tensor:
    """Token and kind cross-entropy; for the vector, minus the log share of fitting questions among all."""
    places, sorts, vectors = (each.float() for each in found)
    total = torch.zeros(())
    said = [(at, row) for at, row in enumerate(batch) if row.places is not None]
    if said:
        cut = [slice(row.window.first, row.window.first + len(row.window.offsets)) for _, row in said]
        scores = torch.cat([places[at, span] for (at, _), span in zip(said, cut, strict=True)])
        wanted = torch.cat([row.places for _, row in said if row.places is not None])
        weight = 1 + (RISE - 1) * wanted
        total = total + BY_PLACE * functional.binary_cross_entropy_with_logits(scores, wanted, weight=weight)
    known = [at for at, row in enumerate(batch) if row.sorts is not None]
    if known:
        marks = torch.stack([row.sorts for row in batch if row.sorts is not None])
        total = total + BY_SORT * functional.binary_cross_entropy_with_logits(
            sorts[known], marks, reduction="sum"
        ) / len(known)
    asked = [at for at, row in enumerate(batch) if row.best]
    if asked:
        among = functional.log_softmax(vectors[asked] @ bank.T, dim=-1)
        each = [among[at, list(batch[row].best)].mean() for at, row in enumerate(asked)]
        total = total - BY_QUESTION * torch.stack(each).mean()
        weighed = [_apart(among[at], batch[row]) for at, row in enumerate(asked) if batch[row].unfit]
        total = total + BY_UNFIT * (torch.stack(weighed).mean() if weighed else 0.0)
    own = [at for at, row in enumerate(batch) if row.own is not None]
    if len(own) > 1:
        near = vectors[own] @ torch.stack([row.own for row in batch if row.own is not None]).T
        total = total + BY_OWN * functional.cross_entropy(near, torch.arange(len(own)))
    return total


def _apart(among: Tensor, row: Row) -> Tensor:
    """Minus the log share of a fitting question beside all those found unfit, the mean over the fitting ones."""
    beside = torch.logsumexp(among[list(row.unfit)], 0)
    fitting = among[list(row.best)]
    return (torch.logaddexp(fitting, beside) - fitting).mean()


def train(
    source: Path,
    rows: Sequence[Row],
    bank: Tensor,
    seed: int,
    start: dict[str, Tensor] | None = None,
    said: Callable[[str], None] = print,
) -> Listener:
    """Fine-tune on rows; `start` are weights of another network with the same body."""
    torch.manual_seed(0)  # every seed starts from the same heads
    listener = Listener(source)
    if start:
        listener.load_state_dict({name: each for name, each in start.items() if name.startswith("bert.")}, strict=False)
    torch.manual_seed(seed)
    chance, lengths = random.Random(seed), [len(row.window.ids) for row in rows]
    steps = EPOCHS * math.ceil(len(rows) / BATCH)
    optimiser, schedule = learning.optimiser(listener, steps, RATE, HEAD_RATE, DECAY, WARMUP)
    averaged = learning.Averaged(listener, AVERAGED)
    for epoch in range(EPOCHS):
        listener.train()
        total = 0.0
        for places in learning.like_length(lengths, BATCH, chance):
            batch = [rows[at] for at in places]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                found = listener(*padded([row.window for row in batch]))
            total += learning.learn(listener, loss(found, batch, bank), optimiser, schedule)
            averaged.step()
        said(f"epoch {epoch + 1} of {EPOCHS}: loss {total * EPOCHS / steps:.3f}")
    averaged.settle()
    return listener
