"""Decides how the two shipped networks of the sharpener are made: `python -m evals.sharpening.train WHEEL JUDGE`. Refuses to measure them.

Install as for `evals/stance/train.py`, in an environment of its own. Both start from the stance judge, which is trained first.
The fault reader learns from the labelled drafts of `train`, the rewriter beside that from what people wrote instead of
them; one network for both named fewer faults. Chance is seeded; the weights of two seeds are averaged. Measured by `python -m evals.sharpening`.
"""

import argparse
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from assistant.encoder import Encoder
from assistant.encoder.convert import OPSET, UPSTREAM, WEIGHTS_SHA256, WHEEL, WHEEL_VERSION, unpack
from assistant.encoder.opened import CARD, open_tokenizer
from assistant.questions.model import ARTEFACT, FAULTS, REWRITER, REWRITES, SEES
from evals.sharpening.labelled import digest, drafted
from evals.sharpening.rewrites import digest as rewrites_digest
from evals.sharpening.rewrites import phrases, rewritten
from evals.sharpening.tune import tune

SEEDS = (1, 2)


def main() -> None:
    """Train on the labelled drafts, write the artefact."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("wheel", type=Path, help=f"the wheel {WHEEL}=={WHEEL_VERSION}")
    arguments.add_argument(
        "judge", type=Path, help="the judge's weights, from `python -m evals.stance.train --weights`"
    )
    arguments.add_argument("--threads", type=int, default=2)
    given = arguments.parse_args()
    os.environ["HF_HUB_OFFLINE"] = "1"
    import torch

    from evals.learning import quiet

    quiet(given.threads)
    with tempfile.TemporaryDirectory() as name:
        source = unpack(given.wheel, Path(name))
        for folder, outputs in ((FAULTS, SEES), (REWRITER, REWRITES)):
            taught = blend(source, torch.load(given.judge), rewrites=folder == REWRITER)
            export(taught, outputs, folder / ARTEFACT, Path(name))
            ship(folder, given)
    print(tune(FAULTS))


def closed_list() -> list[str]:
    """The phrases that the changes of `train` need."""
    texts, known = {each.key: each.text for each in drafted("train")}, rewritten("train")
    return phrases((texts[key], each.small) for key, each in known.items() if key in texts)


def blend(source: Path, start: dict[str, Any], rewrites: bool) -> Any:
    """One network out of a run for each seed; `rewrites`: whether it learns to rewrite as well."""
    from evals.learning import mean
    from evals.sharpening import network
    from evals.sharpening.lessons import Material

    listed = closed_list()
    material = Material(open_tokenizer(source / "tokenizer.json"), drafted("train"), rewritten("train"), listed)
    near = vectors(material.order) if rewrites else None
    runs = [network.train(source, material.epoch, near, len(listed), seed, start).state_dict() for seed in SEEDS]
    sharpener = network.Sharpener(source, len(listed))
    sharpener.load_state_dict(mean(runs))
    return sharpener.eval()


def vectors(order: list[str]) -> Any:
    """The sentence encoder's vectors of the rewrites, three a draft, shape (n, 384)."""
    import torch

    known = rewritten("train")
    texts = [text for key in order for text in (known[key].small, known[key].theirs, known[key].lens)]
    return torch.from_numpy(Encoder().encode(texts))


def export(sharpener: Any, outputs: tuple[str, ...], target: Path, scratch: Path) -> None:
    """Write the int8 file, which takes one draft without padding and gives these of the outputs of `network.Found`."""
    import torch

    from evals.learning import write

    class Shipped(torch.nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
        def __init__(self) -> None:
            super().__init__()
            self.sharpener = sharpener.eval()

        def forward(self, input_ids: Any, roles: Any) -> Any:
            found = self.sharpener(input_ids, roles, torch.ones_like(input_ids))
            return tuple(getattr(found, name) for name in outputs)

    length = {1: torch.export.Dim("length", max=512)}
    program = torch.onnx.export(
        Shipped().eval(),
        (torch.ones(1, 17, dtype=torch.long), torch.zeros(1, 17, dtype=torch.long)),
        dynamo=True,
        opset_version=OPSET,
        input_names=["input_ids", "roles"],
        output_names=list(outputs),
        dynamic_shapes=(length, length),
    )
    write(program, target, scratch)


def ship(folder: Path, given: argparse.Namespace) -> None:
    """Write the card."""
    from evals.learning import artefact
    from evals.sharpening import network

    card = {
        "faults": [str(fault) for fault in network.FAULTS],
        "phrases": closed_list(),
        "artefact": artefact(folder / ARTEFACT),
        "upstream": {"model": UPSTREAM, "licence": "Apache-2.0", "weights_sha256": WEIGHTS_SHA256},
        "trained_on": {
            "drafts": len(drafted("train")), "drafts_sha256": digest("train"),
            "rewritten": len(rewritten("train")), "rewrites_sha256": rewrites_digest("train"),
        },
        "settings": {
            "seeds": list(SEEDS), "threads": given.threads, "epochs": network.EPOCHS, "batch": network.BATCH,
            "rate": network.RATE, "head_rate": network.HEAD_RATE,
        },
        "command": f"python -m evals.sharpening.train {given.wheel.name} {given.judge.name}",
    }  # fmt: skip
    (folder / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
