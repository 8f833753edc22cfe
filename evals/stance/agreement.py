"""Measures how far two blind readers and the writer agree: `python -m evals.stance.agreement`. Settles nothing.

Cohen's kappa with a 95 % interval, once on in or out of stance and once on the act, for the corpus and the real replies.
"""

import csv
from collections.abc import Sequence
from pathlib import Path

from assistant.evaluation.statistics import share
from assistant.stance.acts import Act
from evals.stance.figures import kappa
from evals.stance.public import LABELS, labels
from evals.stance.rows import SPLITS, lines

BLIND = LABELS.parent / "corpus_blind.csv"


def main() -> None:
    """Print every agreement."""
    corpus = blind(BLIND)
    written = {line.key: line.act for split in SPLITS for line in lines(split)}
    print(f"corpus, {len(corpus)} rows labelled twice, blind")
    _print("reader against reader", [(first, second) for _, first, second in corpus])
    _print("first reader against writer", [(first, written[key]) for key, first, _ in corpus])
    _print("second reader against writer", [(second, written[key]) for key, _, second in corpus])
    real = labels()
    print(f"real chatbot replies, {len(real)} lines labelled twice, blind")
    _print("reader against reader", [(each.first, each.second) for each in real])
    out = sum(not each.settled.in_stance for each in real)
    print("  out of stance, as settled:", share(out, len(real)))


def blind(path: Path) -> list[tuple[str, Act, Act]]:
    """Key and both labels of each row that was labelled blind."""
    with path.open(encoding="utf-8", newline="") as opened:
        return [(row["key"], Act(row["first"]), Act(row["second"])) for row in csv.DictReader(opened)]


def _print(name: str, pairs: Sequence[tuple[Act, Act]]) -> None:
    sides = [(str(one.in_stance), str(other.in_stance)) for one, other in pairs]
    acts = [(str(one), str(other)) for one, other in pairs]
    for what, found in (("in or out", sides), ("act", acts)):
        value, (low, high) = kappa(found)
        same = sum(one == other for one, other in found)
        print(f"  {name}, {what}: kappa {value:.2f} ({low:.2f}–{high:.2f}), agree {share(same, len(found))}")


if __name__ == "__main__":
    main()
