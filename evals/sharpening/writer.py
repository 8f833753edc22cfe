"""Decides the network that writes how a draft could be asked instead: an encoder that reads, a decoder that writes and copies.

The encoder is a MiniLM (Wang et al. 2020) that has learned to see faults; the decoder starts from four of its layers
(Rothe et al. 2020, "Leveraging Pre-trained Checkpoints for Sequence Generation Tasks"; deep encoder and shallow decoder:
Kasai et al. 2021) and may copy words of draft and context (See et al. 2017, "Get To The Point"). Needs torch and
transformers, which Askwell itself does not. Refuses to know where the pairs come from.
"""

from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from assistant.stance.inputs import Role

LAYERS = (0, 2, 4, 5)
"""The layers of the encoder that the decoder starts from."""
LONGEST = 40
"""Tokens of a rewrite."""
DROPPED = 0.1
SMOOTHING, LEAST = 0.02, 1e-6
"""Share of the loss that keeps every word possible; the least likelihood that is told from none."""


class Read(NamedTuple):
    """What the decoder looks at: keys and values (layers, rows, heads, tokens, 32), and what is copied from (rows, tokens, width)."""

    keys: Tensor
    values: Tensor
    copied: Tensor


class Written(NamedTuple):
    """Logits over the vocabulary (rows, tokens, words), over the source (rows, tokens, source), of copying (rows, tokens); keys and values of what was written."""

    words: Tensor
    copies: Tensor
    copying: Tensor
    keys: Tensor
    values: Tensor


class Layer(nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
    """One decoder layer, normalised after each part as BERT's are."""

    def __init__(self, width: int, heads: int, inner: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.ask, self.told_key, self.told_value, self.told = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.after_self, self.after_told, self.after_inner = (nn.LayerNorm(width, eps=1e-12) for _ in range(3))
        self.drop = nn.Dropout(DROPPED)

    def split(self, states: Tensor) -> Tensor:
        """(rows, tokens, width) to (rows, heads, tokens, width / heads)."""
        rows, tokens, width = states.shape
        return states.view(rows, tokens, self.heads, width // self.heads).transpose(1, 2)

    def forward(
        self, x: Tensor, past: tuple[Tensor, Tensor], told: tuple[Tensor, Tensor], hide: Tensor, unread: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        keys = torch.cat([past[0], self.split(self.key(x))], 2)
        values = torch.cat([past[1], self.split(self.value(x))], 2)
        x = self.after_self(x + self.drop(self.out(attend(self.split(self.query(x)), keys, values, hide))))
        x = self.after_told(x + self.drop(self.told(attend(self.split(self.ask(x)), *told, unread))))
        x = self.after_inner(x + self.drop(self.down(functional.gelu(self.up(x)))))
        return x, keys, values


def attend(query: Tensor, keys: Tensor, values: Tensor, hide: Tensor) -> Tensor:
    """Scaled dot-product attention; `hide` is added to the scores."""
    scores = query @ keys.transpose(-1, -2) / query.shape[-1] ** 0.5 + hide
    mixed = scores.softmax(-1).to(values.dtype) @ values
    return mixed.transpose(1, 2).reshape(mixed.shape[0], mixed.shape[2], -1)


class Writer(nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
    """`vocabulary`: ids the decoder may write by itself; every other token can only be copied."""

    def __init__(self, source: Path, vocabulary: list[int]) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(source, attn_implementation="eager", add_pooling_layer=False)
        config = self.bert.config
        width = config.hidden_size
        self.bert.embeddings.token_type_embeddings = nn.Embedding(len(Role), width)
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        self.register_buffer("vocabulary", torch.tensor(vocabulary))
        self.layers = nn.ModuleList(Layer(width, config.num_attention_heads, config.intermediate_size) for _ in LAYERS)
        self.place = nn.Embedding(LONGEST + 1, width)
        self.before = nn.LayerNorm(width, eps=1e-12)
        self.turn, self.norm = nn.Linear(width, width), nn.LayerNorm(width, eps=1e-12)
        self.words = nn.Linear(width, len(vocabulary))
        self.point, self.copy_key, self.copying = nn.Linear(width, width), nn.Linear(width, width), nn.Linear(width, 1)
        self.drop = nn.Dropout(DROPPED)

    def begin(self) -> None:
        """Start the decoder from the encoder's weights."""
        self.place.weight.data.copy_(self.bert.embeddings.position_embeddings.weight[: LONGEST + 1])
        self.before.load_state_dict(self.bert.embeddings.LayerNorm.state_dict())
        self.words.weight.data.copy_(self.bert.embeddings.word_embeddings.weight[self.vocabulary])
        nn.init.zeros_(self.words.bias)
        for layer, at in zip(self.layers, LAYERS, strict=True):
            told = self.bert.encoder.layer[at]
            near, out = told.attention.self, told.attention.output
            for mine, theirs in (
                (layer.query, near.query), (layer.key, near.key), (layer.value, near.value), (layer.out, out.dense),
                (layer.ask, near.query), (layer.told_key, near.key), (layer.told_value, near.value), (layer.told, out.dense),
                (layer.up, told.intermediate.dense), (layer.down, told.output.dense),
                (layer.after_self, out.LayerNorm), (layer.after_told, out.LayerNorm), (layer.after_inner, told.output.LayerNorm),
            ):  # fmt: skip
                mine.load_state_dict(theirs.state_dict())

    def read(self, input_ids: Tensor, roles: Tensor, mask: Tensor) -> Read:
        """The source, once for all tokens to be written."""
        hidden = self.drop(self.bert(input_ids=input_ids, attention_mask=mask, token_type_ids=roles).last_hidden_state)
        keys = torch.stack([layer.split(layer.told_key(hidden)) for layer in self.layers])
        values = torch.stack([layer.split(layer.told_value(hidden)) for layer in self.layers])
        return Read(keys, values, self.copy_key(hidden))

    def write(
        self, tokens: Tensor, start: Tensor, keys: Tensor, values: Tensor, told: Read, hide: Tensor, unread: Tensor
    ) -> Written:
        """The next tokens after those whose keys and values are given; `start`, shape (1,), is their count."""
        places = start + torch.arange(tokens.shape[1])
        x = self.drop(self.before(self.bert.embeddings.word_embeddings(tokens) + self.place(places)))
        kept = []
        for at, layer in enumerate(self.layers):
            x, *known = layer(x, (keys[at], values[at]), (told.keys[at], told.values[at]), hide, unread)
            kept.append(known)
        said = self.norm(functional.gelu(self.turn(x)))
        copies = self.point(x) @ told.copied.transpose(-1, -2) / x.shape[-1] ** 0.5 + unread[:, 0]
        return Written(
            self.words(said), copies, self.copying(x).squeeze(-1),
            torch.stack([key for key, _ in kept]), torch.stack([value for _, value in kept]),
        )  # fmt: skip

    def forward(self, input_ids: Tensor, roles: Tensor, mask: Tensor, tokens: Tensor, of: Tensor) -> Written:
        """All tokens at once, each seeing those before it, for training; `of[n]` is the source row of written row n."""
        told = self.read(input_ids, roles, mask)
        told, mask = Read(told.keys[:, of], told.values[:, of], told.copied[of]), mask[of]
        rows, length = tokens.shape
        empty = told.keys.new_zeros(len(LAYERS), rows, told.keys.shape[2], 0, told.keys.shape[4])
        hide = torch.full((length, length), -1e4).triu(1)[None, None]
        unread = (1.0 - mask.float())[:, None, None] * -1e4
        return self.write(tokens, torch.tensor([0]), empty, empty, told, hide, unread)


def loss(written: Written, source: Tensor, targets: Tensor, place: Tensor) -> Tensor:
    """Mean over target tokens of the negative log-likelihood, plus a little smoothing of the words.

    `source`, (rows, source): ids that can be copied, below 0 where none; `targets`, (rows, tokens): below 0 beyond the end;
    `place`: of every token id its number in the vocabulary, -1 where it has none.
    """
    counted, at = targets >= 0, place[targets.clamp(min=0)]
    gate, words = written.copying.float().sigmoid(), written.words.float().log_softmax(-1)
    own = words.gather(2, at.clamp(min=0).unsqueeze(-1)).squeeze(-1).exp() * (at >= 0)
    same = source.unsqueeze(1) == targets.unsqueeze(-1)
    taken = (written.copies.float().softmax(-1) * same).sum(-1)
    right = ((1 - gate) * own + gate * taken).clamp(min=LEAST).log()
    return -((right + SMOOTHING * words.mean(-1)) * counted).sum() / counted.sum()
