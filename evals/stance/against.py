"""Decides how the baselines are fitted and printed beside the judge; refuses to give them other rows than it had."""

from collections.abc import Mapping, Sequence

from evals.stance import rows
from evals.stance.baselines import BASELINES
from evals.stance.figures import count
from evals.stance.rows import Line


def compare(sets: Mapping[str, Sequence[Line]]) -> None:
    """Fit each baseline on train, choose its threshold on dev, print its figures on every set."""
    train, dev = rows.lines("train"), rows.lines("dev")
    for name, made in BASELINES.items():
        stops = made(train, dev)
        for where, lines in sets.items():
            judged = [(not line.act.in_stance, stop) for line, stop in zip(lines, stops(lines), strict=True)]
            print(f"baseline {name}, {where}:", count(judged).line())
