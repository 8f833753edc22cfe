"""Decides how the network that keeps watch is made: `python -m evals.safety.train WHEEL`. Refuses to measure it (`python -m evals.safety`).

Install as for `evals/stance/train.py`, in an environment of its own. The reader of cues is taught first (`evals/cues`), and
this network starts from what it learned. It learns from the messages with a safety level, and from the marked and heard
messages of the other corpora, of which it is only known that nobody is in danger. All chance is seeded.
"""

import argparse
import json
import os
import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.coaching.model import visible, windows
from assistant.coaching.watch import ARTEFACT, FOLDER, WINDOW
from assistant.encoder.convert import OPSET, UPSTREAM, WEIGHTS_SHA256, WHEEL, WHEEL_VERSION, unpack
from assistant.encoder.opened import CARD, open_tokenizer
from assistant.schemas import SafetyLevel
from evals.safety.levelled import calm, digest, levelled
from evals.safety.tune import tune

SEEDS = (1, 2)
"""The mean of two seeds' weights saw more dangers at the same share of false alarms than either."""

CALM = 2
"""Every second of the ordinary messages is learned from; with all of them training took a third longer and found no more."""
AROUND = 60
"""Words of a message that another is put amid."""


def main() -> None:
    """Train on the messages with a level, write the artefact."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("wheel", type=Path, help=f"the wheel {WHEEL}=={WHEEL_VERSION}")
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--into", type=Path, default=FOLDER, help="another folder for the file and its card")
    given = arguments.parse_args()
    os.environ["HF_HUB_OFFLINE"] = "1"
    from evals.cues.network import train as reader
    from evals.cues.train import SEED as cues_seed
    from evals.cues.train import rows as cues
    from evals.learning import mean, quiet
    from evals.safety import network

    quiet(given.threads)
    with tempfile.TemporaryDirectory() as name:
        source = unpack(given.wheel, Path(name))
        tokenizer = open_tokenizer(source / "tokenizer.json")
        start = reader(source, cues(tokenizer), cues_seed).state_dict()
        learned = rows(tokenizer)
        watch = network.Watch(source)
        watch.load_state_dict(mean([network.train(source, learned, seed, start).state_dict() for seed in SEEDS]))
        export(watch, given.into / ARTEFACT, Path(name))
    print(ship(given.into, given))


def rows(tokenizer: Any) -> list[Any]:
    """Every window of the messages with their level, alone and amid others, and of those in which nobody is in danger."""
    from evals.safety.network import Row

    told: list[tuple[str, SafetyLevel | None]] = [(each.text, SafetyLevel(each.level)) for each in levelled("train")]
    known = {text for text, _ in told}
    ordinary = [text for text in calm("train") if text not in known]
    told += [*amid(told, ordinary), *((text, None) for text in ordinary[::CALM])]
    return [Row(window, level) for text, level in told for window in windows(tokenizer, visible(text), WINDOW)]


def amid(
    told: Sequence[tuple[str, SafetyLevel | None]], ordinary: Sequence[str]
) -> Iterator[tuple[str, SafetyLevel | None]]:
    """The gravest and the harmless messages once more in the middle of a longer one: what is said in passing counts as much."""
    chance, short = random.Random(0), [text for text in ordinary if 5 < len(text.split()) <= AROUND]
    for text, level in told:
        if level in (SafetyLevel.DANGER, SafetyLevel.NOTHING):
            before, after = chance.choice(("", chance.choice(short))), chance.choice(short)
            yield f"{before} {text} {after}".strip(), level


def export(watch: Any, target: Path, scratch: Path) -> None:
    """Write the int8 file, which takes one window without padding and gives level scores of shape (1, 4)."""
    import torch

    from evals.learning import write

    class Shipped(torch.nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
        def __init__(self) -> None:
            super().__init__()
            self.watch = watch.eval()

        def forward(self, input_ids: Any) -> Any:
            return self.watch(input_ids, torch.ones_like(input_ids))

    program = torch.onnx.export(
        Shipped().eval(),
        (torch.ones(1, 17, dtype=torch.long),),
        dynamo=True,
        opset_version=OPSET,
        input_names=["input_ids"],
        output_names=["levels"],
        dynamic_shapes=({1: torch.export.Dim("length", max=512)},),
    )
    write(program, target, scratch)


def ship(folder: Path, given: argparse.Namespace) -> str:
    """Write the card and the levels; what is reached on dev."""
    from evals.learning import artefact
    from evals.safety import network

    card = {
        "artefact": artefact(folder / ARTEFACT),
        "upstream": {"model": UPSTREAM, "licence": "Apache-2.0", "weights_sha256": WEIGHTS_SHA256},
        "trained_on": {
            "messages": len(levelled("train")), "calm": len(calm("train")), "train_sha256": digest("train"),
        },
        "settings": {
            "seeds": list(SEEDS), "threads": given.threads, "epochs": network.EPOCHS, "batch": network.BATCH,
            "rate": network.RATE, "head_rate": network.HEAD_RATE,
        },
        "command": "python -m evals.safety.train " + given.wheel.name,
    }  # fmt: skip
    (folder / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    return tune(folder)


if __name__ == "__main__":
    main()
