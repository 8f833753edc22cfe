"""Decides how the shipped fault reader is made: `python -m evals.sharpening.train WHEEL`. Refuses to measure it.

Install as for `evals/stance/train.py`, in an environment of its own. It starts from the shipped stance judge and learns from
the labelled drafts of `train` and from what people asked instead. Chance is seeded; the weights of the seeds are averaged.
Measured by `python -m evals.sharpening`.
"""

import argparse
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from assistant.encoder.convert import OPSET, UPSTREAM, WEIGHTS_SHA256, WHEEL, WHEEL_VERSION, unpack
from assistant.encoder.opened import CARD, open_tokenizer
from assistant.questions.model import ARTEFACT, FOLDER, SEES
from assistant.stance.model import FOLDER as JUDGE
from evals.sharpening.labelled import digest, drafted
from evals.sharpening.pairs import digest as pairs_digest
from evals.sharpening.pairs import pairs
from evals.sharpening.tune import tune

SEEDS = (1, 2)


def main() -> None:
    """Train on the labelled drafts, write the artefact."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("wheel", type=Path, help=f"the wheel {WHEEL}=={WHEEL_VERSION}")
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--into", type=Path, default=FOLDER, help="another folder for the file and its card")
    given = arguments.parse_args()
    os.environ["HF_HUB_OFFLINE"] = "1"
    from evals.learning import quiet

    quiet(given.threads)
    with tempfile.TemporaryDirectory() as name:
        source = unpack(given.wheel, Path(name))
        export(blend(source), given.into / ARTEFACT, Path(name))
    ship(given)
    print(tune(given.into))


def blend(source: Path) -> Any:
    """One network out of a run for each seed."""
    from evals.learning import mean
    from evals.sharpening import network
    from evals.sharpening.lessons import Material
    from evals.weights import encoder_of

    start = encoder_of(next(JUDGE.glob("*.onnx")))
    material = Material(open_tokenizer(source / "tokenizer.json"), drafted("train"), pairs("train"))
    runs = [network.train(source, material.epoch, seed, start).state_dict() for seed in SEEDS]
    sharpener = network.Sharpener(source)
    sharpener.load_state_dict(mean(runs))
    return sharpener.eval()


def export(sharpener: Any, target: Path, scratch: Path) -> None:
    """Write the int8 file, which takes one draft without padding and gives `SEES`."""
    import torch

    from evals.learning import write

    class Shipped(torch.nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
        def __init__(self) -> None:
            super().__init__()
            self.sharpener = sharpener.eval()

        def forward(self, input_ids: Any, roles: Any) -> Any:
            return tuple(self.sharpener(input_ids, roles, torch.ones_like(input_ids)))

    length = {1: torch.export.Dim("length", max=512)}
    program = torch.onnx.export(
        Shipped().eval(),
        (torch.ones(1, 17, dtype=torch.long), torch.zeros(1, 17, dtype=torch.long)),
        dynamo=True,
        opset_version=OPSET,
        input_names=["input_ids", "roles"],
        output_names=list(SEES),
        dynamic_shapes=(length, length),
    )
    write(program, target, scratch)


def ship(given: argparse.Namespace) -> None:
    """Write the card."""
    from evals.learning import artefact
    from evals.sharpening import network

    card = {
        "faults": [str(fault) for fault in network.FAULTS],
        "artefact": artefact(given.into / ARTEFACT),
        "upstream": {"model": UPSTREAM, "licence": "Apache-2.0", "weights_sha256": WEIGHTS_SHA256},
        "trained_on": {
            "drafts": len(drafted("train")), "drafts_sha256": digest("train"),
            "pairs": len(pairs("train")), "pairs_sha256": pairs_digest("train"),
        },
        "settings": {
            "seeds": list(SEEDS), "threads": given.threads, "epochs": network.EPOCHS, "batch": network.BATCH,
            "rate": network.RATE, "head_rate": network.HEAD_RATE,
        },
        "command": f"python -m evals.sharpening.train {given.wheel.name}",
    }  # fmt: skip
    (given.into / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
