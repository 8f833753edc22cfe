"""Decides which ready rewrites are nearest to what a draft is after; refuses to know whether they are sharp there.

The rewrites are plain questions written by people for drafts like this one (`rewrites.txt`, one a line), their vectors the
sentence encoder's (`rewrites.npy`, 16-bit, the same order). `python -m evals.sharpening.bank` writes both.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import IndexUnavailable
from assistant.pronouns import filled, person_in
from assistant.questions.model import REWRITER, Instead

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TEXTS, VECTORS = REWRITER / "rewrites.txt", REWRITER / "rewrites.npy"
_THEY = re.compile(r"\b(?:they|them|their)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE)
MOST = 60
"""Rewrites looked at, nearest first."""


def rewrites(held: Instead, draft: str, context: str) -> Iterator[tuple[str, float]]:
    """Ready rewrites, nearest first, with their log-likelihood up to a constant; the person as draft and context have them."""
    import numpy as np

    texts, vectors = _bank()
    scores = vectors @ np.array(held.vector, dtype=np.float32)
    person = person_in(draft) or person_in(context) or ""
    for at in np.argsort(-scores)[:MOST]:
        text = texts[int(at)]
        if _fits(text, person):
            yield filled(text, person), float(scores[at])


def _fits(text: str, person: str) -> bool:
    """Whether the one it speaks of is somebody they speak of in that way."""
    if "{th" in text:
        return person in ("he", "she")
    if _SHE.search(text):
        return person == "she"
    return person == "they" or not _THEY.search(text)


@lru_cache(maxsize=1)
def _bank() -> "tuple[tuple[str, ...], NDArray[np.float32]]":
    import numpy as np

    try:
        texts = tuple(TEXTS.read_text(encoding="utf-8").splitlines())
        vectors = np.load(VECTORS).astype(np.float32)
    except (OSError, ValueError) as error:
        raise IndexUnavailable(
            f"The rewrites in {Path(TEXTS).parent} cannot be read; install Askwell again."
        ) from error
    if len(texts) != len(vectors):
        raise IndexUnavailable(
            f"{TEXTS.name} holds {len(texts)} rewrites and {VECTORS.name} {len(vectors)}; install Askwell again."
        )
    return texts, vectors
