"""Decides how a judge's answers become figures; refuses to know who judged and how a share is written (`statistics.py`).

Every share is printed with its n and a 95 % Wilson interval. Sentences of one reply are not independent, so the interval
of a sentence-level figure is somewhat too narrow; the reply-level figures beside it do not share that fault.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evaluation.statistics import share

Judged = tuple[bool, bool]
"""(is out of stance, was stopped) of one sentence or reply."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Of judged sentences: stopped and shown, by whether they are out of stance."""

    caught: int
    leaked: int
    stopped: int
    """In stance and stopped by mistake."""
    passed: int

    @property
    def precision(self) -> float:
        """Of what was stopped, the share that was out of stance."""
        return self.caught / max(1, self.caught + self.stopped)

    @property
    def recall(self) -> float:
        """Of what was out of stance, the share that was stopped."""
        return self.caught / max(1, self.caught + self.leaked)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.caught / max(1, 2 * self.caught + self.leaked + self.stopped)

    def line(self) -> str:
        """One line with every share and its interval."""
        return (
            f"out of stance stopped {share(self.caught, self.caught + self.leaked)} · "
            f"in stance stopped by mistake {share(self.stopped, self.stopped + self.passed)} · "
            f"precision {share(self.caught, self.caught + self.stopped)} · F1 {self.f1:.3f}"
        )


def count(judged: Sequence[Judged]) -> Counts:
    """Count the four kinds."""
    return Counts(
        sum(out and stopped for out, stopped in judged),
        sum(out and not stopped for out, stopped in judged),
        sum(stopped and not out for out, stopped in judged),
        sum(not out and not stopped for out, stopped in judged),
    )


def area(scored: Sequence[tuple[bool, float]]) -> float:
    """Area under the ROC curve of (is out of stance, score): the share of pairs in the right order, ties half."""
    ordered = sorted(scored, key=lambda pair: pair[1])
    ranks: dict[float, float] = {}
    at = 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end][1] == ordered[at][1]:
            end += 1
        ranks[ordered[at][1]] = (at + end + 1) / 2
        at = end
    positive = [ranks[score] for out, score in scored if out]
    others = len(scored) - len(positive)
    if not positive or not others:
        return float("nan")
    return (sum(positive) - len(positive) * (len(positive) + 1) / 2) / (len(positive) * others)


def calibration(scored: Sequence[tuple[bool, float]], bins: int = 10) -> tuple[float, list[tuple[float, float, int]]]:
    """Expected calibration error (Naeini et al. 2015) of (is out, probability), and per bin: mean, share out, n."""
    cut: list[list[tuple[bool, float]]] = [[] for _ in range(bins)]
    for out, probability in scored:
        cut[min(bins - 1, int(probability * bins))].append((out, probability))
    table = [
        (sum(p for _, p in each) / len(each), sum(out for out, _ in each) / len(each), len(each))
        for each in cut
        if each
    ]
    return sum(abs(mean - hit) * n for mean, hit, n in table) / max(1, len(scored)), table


def kappa(pairs: Sequence[tuple[str, str]]) -> tuple[float, tuple[float, float]]:
    """Cohen's kappa (Cohen 1960) of two labellers and its 95 % interval (large-sample standard error)."""
    n = len(pairs)
    names = {name for pair in pairs for name in pair}
    agree = sum(one == other for one, other in pairs) / n
    chance = sum(sum(one == name for one, _ in pairs) * sum(other == name for _, other in pairs) for name in names) / (
        n * n
    )
    if chance == 1:
        return 1.0, (1.0, 1.0)
    found = (agree - chance) / (1 - chance)
    half = 1.96 * (agree * (1 - agree) / (n * (1 - chance) ** 2)) ** 0.5
    return found, (found - half, min(1.0, found + half))
