"""Decides which ready rewrites are nearest to what a draft is after; refuses to know whether they are sharp there.

The rewrites are plain questions written by people for drafts like this one (`rewrites.txt`, one a line), their vectors the
sentence encoder's (`rewrites.npy`, 16-bit, the same order; the last column is the log of how many drafts each is near to). `python -m evals.sharpening.bank` writes both.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.encoder import shipped
from assistant.errors import IndexUnavailable
from assistant.pronouns import filled, person_in
from assistant.questions.model import REWRITER, instead

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TEXTS, VECTORS = REWRITER / "rewrites.txt", REWRITER / "rewrites.npy"
_THEY = re.compile(r"\b(?:they|them|their)\b", re.IGNORECASE)
_SHE = re.compile(r"\b(?:she|her|hers)\b", re.IGNORECASE)
BY_DRAFT, BY_HUB = 12.0, 0.5
"""Chosen on dev by how near the first one offered is to what people wrote there (mean cosine .354 instead of .327, theirs and lens; with
the context's vector beside it .368, for a quarter more time)."""
MOST = 60
"""Rewrites looked at, nearest first."""


@lru_cache(maxsize=64)
def rewrites(draft: str, context: str) -> tuple[str, ...]:
    """Ready rewrites, nearest first, the person as draft and context have them; remembered, because two kinds of rewrite need them.

    Near is what the rewriter points at and what resembles the draft; what is near to many drafts counts less.
    """
    import numpy as np

    texts, table = _bank()
    wanted = np.array(instead(draft, context).vector, dtype=np.float32) + BY_DRAFT * shipped().encode([draft])[0]
    scores = table[:, :-1] @ wanted - BY_HUB * table[:, -1]
    person = person_in(draft) or person_in(context) or ""
    looked_at = [texts[int(at)] for at in np.argsort(-scores)[:MOST]]
    return tuple(filled(text, person) for text in looked_at if _fits(text, person))


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
        table = np.load(VECTORS).astype(np.float32)
    except (OSError, ValueError) as error:
        raise IndexUnavailable(
            f"The rewrites in {Path(TEXTS).parent} cannot be read; install Askwell again."
        ) from error
    if len(texts) != len(table):
        raise IndexUnavailable(
            f"{TEXTS.name} holds {len(texts)} rewrites and {VECTORS.name} {len(table)}; install Askwell again."
        )
    return texts, table
