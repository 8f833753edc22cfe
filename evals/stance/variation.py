"""Decides how the rows differ from epoch to epoch, so that the judge leans on no single part; refuses to know the network."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.stance.inputs import Role, Row
from evals.stance.examples import encoded
from evals.stance.rows import Line

NO_BEFORE, NO_THINKER, NO_END = 0.3, 0.1, 0.1
"""How often an epoch leaves out what stood before, the thinker's words, the last mark of the sentence."""
HARDLY = ("Yeah.", "Mm, I suppose.", "Not really, no.", "I don't know.", "Yes, that's right.", "")
"""What the thinker is left with instead: a judge that hears no more than this has to go by the wording alone."""
PAIRED = "pairs-context"
"""Writers whose rows mean nothing without the thinker's words: the same sentence stands there with both labels."""
STOCK, NO_THINKER_STOCK = "generic", 0.5
"""Writers of stock lines, which mean the same after any words or none."""


def versions(tokenizer: Any, chosen: Sequence[Line]) -> "Versions":
    """Both readings of every row."""
    bare = [replace(each, thinker=(HARDLY[at % len(HARDLY)],)) for at, each in enumerate(chosen)]
    return Versions(encoded(tokenizer, chosen), encoded(tokenizer, bare))


@dataclass(frozen=True)
class Versions:
    """Every row as it stands, and with hardly a word of the thinker's."""

    whole: Sequence[Row]
    hardly: Sequence[Row]


def varied(versions: Versions, chosen: Sequence[Line], chance: random.Random) -> list[Row]:
    """The rows of one epoch: some without what stood around them, so that no single part is leaned on."""
    return [
        _varied(whole, hardly, line, chance)
        for whole, hardly, line in zip(versions.whole, versions.hardly, chosen, strict=True)
    ]


def _varied(row: Row, hardly: Row, line: Line, chance: random.Random) -> Row:
    unheard = NO_THINKER_STOCK if line.writer.startswith(STOCK) else NO_THINKER
    if chance.random() < unheard and not line.writer.startswith(PAIRED):
        row = hardly
    if chance.random() < NO_BEFORE:
        row = without(row, Role.BEFORE)
    if chance.random() < NO_END and line.text[-1] in ".!?" and len(row.offsets) > 2:
        last = len(row.offsets)
        row = Row(row.ids[:last] + row.ids[last + 1 :], row.roles[:last] + row.roles[last + 1 :], row.offsets[:-1])
    return row


def without(row: Row, role: Role) -> Row:
    """The row with the tokens of a role left out, but for the mark that closes the part."""
    kept = [at for at, each in enumerate(row.roles) if each != role]
    closing = max(at for at, each in enumerate(row.roles) if each == role)
    kept = sorted([*kept, closing])
    return replace(row, ids=tuple(row.ids[at] for at in kept), roles=tuple(row.roles[at] for at in kept))
