"""Decides from which probability on a sentence is stopped: by cost. Refuses to see the test.

Letting an answer through is ten times worse than stopping a good sentence, because a stopped sentence is replaced by a
good question. So a sentence is stopped from a probability of one in eleven on, where both mistakes are expected to cost
the same (Elkan 2001, "The Foundations of Cost-Sensitive Learning"); what is fitted, on the development split, is the
temperature that makes probabilities true. Levels sought on the split itself were tried first: the cheapest one hung on
three rows, and the highest within one standard error of it jumped from .08 to .14 between two trainings.
"""

import math
from collections.abc import Sequence

LEAK_COST, STOP_COST = 10.0, 1.0
LEVEL = STOP_COST / (LEAK_COST + STOP_COST)


def cost(scored: Sequence[tuple[bool, float]], level: float) -> float:
    """What a threshold costs on (is out of stance, probability) rows."""
    return sum(
        LEAK_COST if out and probability < level else STOP_COST if not out and probability >= level else 0.0
        for out, probability in scored
    )


def calibrated(scored: Sequence[tuple[bool, float]]) -> list[tuple[bool, float]]:
    """(is out of stance, log odds) rows as (is out of stance, probability) at their own best temperature."""
    divisor = temperature(scored)
    return [(out, probability(odds, divisor)) for out, odds in scored]


def probability(odds: float, divisor: float) -> float:
    """Log odds as a probability, cooled."""
    return 1 / (1 + math.exp(-max(-500.0, min(500.0, odds / divisor))))


def temperature(scored: Sequence[tuple[bool, float]]) -> float:
    """The divisor of the log odds that makes (is out of stance, log odds) rows likeliest (Guo et al. 2017)."""
    tried = [0.5 + 0.05 * step for step in range(71)]
    return min(tried, key=lambda each: sum(_surprise(out, odds / each) for out, odds in scored))


def _surprise(out: bool, odds: float) -> float:
    signed = odds if out else -odds
    return math.log1p(math.exp(-signed)) if signed > -30 else -signed
