"""Trains the second net of the safety reading (`python -m evals.safety`), or prints how it does (`--report`).

Decides only what is called; the corpora, the training and the measuring are the modules beside it.
"""

import argparse
import os
import sys
from pathlib import Path

from assistant import settings
from assistant.coaching.safety_net import NAME, Net
from assistant.encoder import Encoder
from assistant.errors import AskwellError
from evals.safety import corpus, report


def main() -> int:
    """Train and keep the weights, or measure those that are kept; 2 for what cannot be used."""
    asked = _arguments()
    try:
        if asked.report:
            for line in report.lines(Net(Encoder()), asked.thinkers):
                print(line, flush=True)
        else:
            _train()
    except AskwellError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _train() -> None:
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # read when numpy is loaded; more threads sum in another order
    from evals.safety import training

    path = settings.shipped("knowledge") / "safety" / NAME
    head = training.trained(corpus.training(), Encoder())
    training.write(head, path)
    print(f"{path.name}: threshold {head['threshold']}, corpus {str(head['data'])[:12]}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals.safety", description=__doc__)
    parser.add_argument("--report", action="store_true", help="measure the kept weights instead of training")
    parser.add_argument("--thinkers", type=Path, help="also count hits on a JSONL file of real messages (`thinker`)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
