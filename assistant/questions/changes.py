"""Decides which changed versions of a draft are tried, likeliest first; refuses to know whether they are sharp (`faults.py`).

The network gives for every word how likely it stays and which phrase comes before it. The first version takes the likeliest
of each; the next ones decide otherwise where it was least sure.
"""

import heapq
import math
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.questions import edits
from assistant.questions.model import Instead

MOST = 3
"""Versions tried."""
OPEN = 0.12
"""Likelihood from which the other way of deciding about a word is tried."""
FEWEST, MOST_WORDS = 3, 25
"""Words of a version."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """One decision taken otherwise: its word, what then happens there, and what that costs in likelihood (natural log)."""

    at: int
    keep: bool
    phrase: int
    cost: float


def versions(draft: str, held: Instead, phrases: tuple[str, ...]) -> Iterator[str]:
    """Texts that differ from the draft and from one another."""
    best = [_Choice(at, keep, phrase, 0.0) for at, (keep, phrase) in enumerate(_best(held))]
    others = sorted(_others(held), key=lambda one: one.cost)
    seen = {" ".join(draft.lower().split()).rstrip("?! .")}
    for chosen in heapq.nsmallest(MOST, _sets(others), key=lambda one: sum(each.cost for each in one)):
        taken = {each.at: each for each in chosen}
        tags = [_tag(taken.get(each.at, each), phrases) for each in best]
        text = edits.applied(draft, tags) if _cut(tags) else ""
        plain = text.lower().rstrip("?! .")
        if plain not in seen and FEWEST <= len(text.split()) <= MOST_WORDS:
            seen.add(plain)
            yield text


def _best(held: Instead) -> Iterator[tuple[bool, int]]:
    for keep, phrases in zip((*held.keep, 1.0), held.phrases, strict=True):
        yield keep >= 0.5, phrases[0][0]


def _others(held: Instead) -> Iterator[_Choice]:
    for at, (keep, phrases) in enumerate(zip((*held.keep, 1.0), held.phrases, strict=True)):
        kept, (first, share) = keep >= 0.5, phrases[0]
        if OPEN <= keep <= 1 - OPEN:
            yield _Choice(at, not kept, first, abs(math.log(keep / (1 - keep))))
        for phrase, other in phrases[1:]:
            if other >= OPEN:
                yield _Choice(at, kept, phrase, math.log(share / other))


def _sets(others: list[_Choice]) -> Iterator[tuple[_Choice, ...]]:
    """Nothing otherwise, one thing, two things at different words."""
    yield ()
    for first, one in enumerate(others[:MOST]):
        yield (one,)
        yield from ((one, two) for two in others[first + 1 : MOST] if two.at != one.at)


def _cut(tags: list[edits.Tag]) -> bool:
    """Whether one stretch of the draft is all that stays: of versions with words put in or taken out in between, every second was no English."""
    kept = [at for at, tag in enumerate(tags[:-1]) if tag.keep]
    whole = bool(kept) and kept[-1] - kept[0] + 1 == len(kept)
    return whole and not any(tag.phrase for tag in tags)


def _tag(choice: _Choice, phrases: tuple[str, ...]) -> edits.Tag:
    return edits.Tag(choice.keep, phrases[choice.phrase - 1] if choice.phrase else "")
