"""Decides the shape of the trained judge and how it learns; refuses to know where its rows come from.

A MiniLM encoder (Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation") whose token types are the roles of
`assistant/stance/inputs.py`. On top, every token of the sentence gives a score to every act and a weight; the acts'
scores are the weighted sum, plus what [CLS] says. The weights come out beside the scores: they are the evidence.
Needs torch and transformers, which Askwell itself does not.
"""

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from assistant.stance.acts import Act
from assistant.stance.inputs import Role, Row
from evals import learning

ACTS = tuple(Act)
OUTSIDE = torch.tensor([not act.in_stance for act in ACTS])
EPOCHS, BATCH, RATE, HEAD_RATE = 4, 32, 1e-4, 1e-3
"""Chosen on the development split; see `evals/stance/DATASHEET.md`."""
SMOOTHING, DECAY, WARMUP, AVERAGED = 0.05, 0.01, 0.06, 0.998


class Judge(nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
    """Token ids, roles (both int64, shape (batch, length)) and mask to act scores (batch, acts) and evidence (batch, length)."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(source, attn_implementation="eager", add_pooling_layer=False)
        old = self.bert.embeddings.token_type_embeddings.weight.data
        self.bert.embeddings.token_type_embeddings = nn.Embedding(len(Role), old.shape[1])
        noise = torch.randn(len(Role), old.shape[1], generator=torch.Generator().manual_seed(1)) * 0.02
        self.bert.embeddings.token_type_embeddings.weight.data = old[:1] + noise
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        width = old.shape[1]
        self.score, self.whole, self.weight = (
            nn.Linear(width, len(ACTS)),
            nn.Linear(width, len(ACTS)),
            nn.Linear(width, 1),
        )
        self.drop = nn.Dropout(0.1)

    def forward(self, input_ids: Tensor, roles: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        hidden = self.drop(self.bert(input_ids=input_ids, attention_mask=mask, token_type_ids=roles).last_hidden_state)
        own = mask.bool() & (roles < int(Role.BEFORE))
        weights = torch.softmax(self.weight(hidden).squeeze(-1).masked_fill(~own, -1e4), dim=1)
        tokens = self.score(hidden) * weights.unsqueeze(-1)
        scores = (tokens.sum(1, keepdim=True) + self.whole(hidden[:, :1])).squeeze(1)
        leaning = (tokens - 1e4 * ~OUTSIDE).amax(-1) - (tokens - 1e4 * OUTSIDE).amax(-1)
        return scores, leaning


@dataclass(frozen=True)
class Batch:
    """Padded rows, int64 tensors of shape (rows, length); `at` holds the rows' places in the list they came from."""

    ids: Tensor
    roles: Tensor
    mask: Tensor
    at: tuple[int, ...]


def outside(scores: Tensor) -> Tensor:
    """Log odds that a sentence is out of stance, from act scores of shape (batch, acts)."""
    return scores[:, OUTSIDE].logsumexp(1) - scores[:, ~OUTSIDE].logsumexp(1)


def loss(scores: Tensor, labels: Tensor, smoothing: float = SMOOTHING) -> Tensor:
    """Which act, and once more whether in or out: that is what counts first."""
    out = OUTSIDE[labels].float()
    target = out * (1 - smoothing) + smoothing / 2
    return functional.cross_entropy(
        scores, labels, label_smoothing=smoothing
    ) * 0.5 + functional.binary_cross_entropy_with_logits(outside(scores), target)


def batches(rows: Sequence[Row], size: int, shuffled: random.Random | None = None) -> Iterator[Batch]:
    """Rows of like length together; in a shuffled order of batches when a random source is given."""
    for chosen in learning.like_length([len(row.ids) for row in rows], size, shuffled):
        longest = max(len(rows[at].ids) for at in chosen)
        padded = [[*rows[at].ids, *[0] * (longest - len(rows[at].ids))] for at in chosen]
        roles = [[*rows[at].roles, *[int(Role.THINKER)] * (longest - len(rows[at].roles))] for at in chosen]
        mask = [[1] * len(rows[at].ids) + [0] * (longest - len(rows[at].ids)) for at in chosen]
        yield Batch(torch.tensor(padded), torch.tensor(roles), torch.tensor(mask), tuple(chosen))


def train(
    source: Path,
    epoch_rows: Callable[[random.Random], Sequence[Row]],
    labels: Sequence[int],
    seed: int = 1,
    epochs: int = EPOCHS,
    rate: float = 1.0,
    start: dict[str, Tensor] | None = None,
    smoothing: float = SMOOTHING,
    said: Callable[[str], None] = print,
) -> Judge:
    """Fine-tune; `epoch_rows` gives the rows of one epoch, varied from the random source handed in.

    `rate` is a share of RATE and HEAD_RATE; `start` are weights to go on from.
    """
    torch.manual_seed(0)  # every seed starts from the same head, or their weights could not be averaged
    judge = Judge(source)
    judge.load_state_dict(start or judge.state_dict())
    torch.manual_seed(seed)
    chance = random.Random(seed)
    steps = epochs * math.ceil(len(labels) / BATCH)
    optimiser, schedule = learning.optimiser(judge, steps, RATE * rate, HEAD_RATE * rate, DECAY, WARMUP)
    averaged = learning.Averaged(judge, AVERAGED)
    known = torch.tensor(list(labels))
    for epoch in range(epochs):
        judge.train()
        total = 0.0
        for batch in batches(epoch_rows(chance), BATCH, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores, _ = judge(batch.ids, batch.roles, batch.mask)
            cost = loss(scores.float(), known[list(batch.at)], smoothing)
            total += learning.learn(judge, cost, optimiser, schedule)
            averaged.step()
        said(f"epoch {epoch + 1} of {epochs}: loss {total / math.ceil(len(labels) / BATCH):.3f}")
    averaged.settle()
    return judge


def blended(source: Path, states: Sequence[dict[str, Tensor]]) -> Judge:
    """One network whose weights are the mean of several, trained from the same start with different seeds."""
    judge = Judge(source)
    judge.load_state_dict(learning.mean(states))
    judge.eval()
    return judge


def scores(judge: Judge, rows: Sequence[Row]) -> Tensor:
    """Act scores of every row, shape (rows, acts), in their order."""
    found = torch.empty(len(rows), len(ACTS))
    with torch.no_grad():
        for batch in batches(rows, 64):
            found[list(batch.at)] = judge(batch.ids, batch.roles, batch.mask)[0].float()
    return found
