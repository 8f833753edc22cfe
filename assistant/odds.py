"""Decides how a network's score and a likelihood turn into one another; refuses to know what is likely."""

import math
from collections.abc import Sequence

_SURE = 0.001
"""Nearest to 0 and 1 that a likelihood counts as: one token must not outweigh a whole sentence."""


def likelihood(score: float) -> float:
    """Of a score in log odds, 0 to 1."""
    return 1 / (1 + math.exp(-score)) if score > -60 else 0.0


def log_odds(share: float) -> float:
    """Of a likelihood, 0 to 1; between −6.9 and 6.9."""
    share = min(max(share, _SURE), 1 - _SURE)
    return math.log(share / (1 - share))


def shares(values: Sequence[float]) -> list[float]:
    """Scores as likelihoods that sum to one (softmax)."""
    top = max(values)
    powers = [math.exp(each - top) for each in values]
    whole = sum(powers)
    return [each / whole for each in powers]
