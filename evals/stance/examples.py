"""Decides how a row of the corpus becomes what the model reads; refuses to know how the model is trained.

The same laying out as at run time (`assistant/stance/inputs.py`), so the trained model meets nothing new there.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from assistant.stance.inputs import Row, row
from assistant.stance.reading import read
from assistant.stance.segments import Segmenter
from evals.stance.rows import Line


def encoded(tokenizer: Any, lines: Sequence[Line]) -> list[Row]:
    """One row of tokens a line."""
    return [_encoded(tokenizer, line.text, line.before, line.thinker) for line in lines]


def _encoded(tokenizer: Any, text: str, before: Sequence[str], thinker: Sequence[str]) -> Row:
    reading = read(text, thinker)
    return row(tokenizer, reading.text, in_list(text), before, thinker, reading.own)


@lru_cache(maxsize=65536)
def in_list(text: str) -> bool:
    """Whether a line stands in a list, a table, a heading or code."""
    segmenter = Segmenter()
    return any(unit.item for unit in [*segmenter.feed(text), *segmenter.close()])
