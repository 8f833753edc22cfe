"""Decides whether a folded sentence is written in letters the judge can read; refuses to say in which language."""

import re

_NOT_LATIN = re.compile(r"[^\W\d_a-zæœøßðþłđ§ªº]")


def legible(folded: str) -> bool:
    """False when a letter is of another script than Latin (look-alikes have been put right by then)."""
    return _NOT_LATIN.search(folded) is None
