"""Decides how sure a share is and how it is written; refuses to know what was counted."""

from math import sqrt

Z95 = 1.959963984540054
"""Two-sided 95 % quantile of the standard normal distribution."""


def wilson(held: int, of: int, z: float = Z95) -> tuple[float, float]:
    """The Wilson score interval (0 to 1) of a share (Wilson 1927); (0, 1) when nothing was counted.

    Unlike a bootstrap it keeps a width when every case holds: 10 of 10 is not 100 % for sure.
    """
    if not 0 <= held <= of:
        raise ValueError(f"{held} of {of} is no share; count again.")
    if of == 0:
        return 0.0, 1.0
    share, square = held / of, z * z
    middle = (share + square / (2 * of)) / (1 + square / of)
    half = z / (1 + square / of) * sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, middle - half), min(1.0, middle + half)


def share(hits: int, of: int) -> str:
    """ "97.1 % (n=140, 95–99)", or "no rows"."""
    if not of:
        return "no rows"
    low, high = wilson(hits, of)
    return f"{hits / of:.1%} (n={of}, {low:.1%}–{high:.1%})"
