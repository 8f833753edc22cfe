"""Decides which hand-written rewrites become ready ones: `python -m evals.sharpening.bank`. Refuses to train anything.

Of the lens rewrites of `train` that a second reader kept, and of the small ones that name nothing of their case, those that are free of faults and shown by the
stance on their own, none twice. "He" is kept as a slot, so the same question serves for her.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.encoder import Encoder
from assistant.pronouns import filled
from assistant.questions.model import instead
from assistant.questions.nearest import TEXTS, VECTORS
from assistant.stance.vocabulary import content
from assistant.text import fold, similarity
from evals.sharpening.__main__ import is_clean
from evals.sharpening.labelled import drafted
from evals.sharpening.rewrites import rewritten

CULLED, DROP = Path(__file__).parent / "culled.txt", "drop"
"""A second reader's word on the lens rewrites: riddles, questions of one case and such as hint or take for granted are dropped or mended."""
COMMON = 8
"""Rewrites that must hold a word before it counts as nobody's case in particular."""
NEAR = 0.8
"""Overlap of three-word runs from which two rewrites are the same one."""
EVERY, NEAREST = 4, 5
"""Every fourth draft is enough to tell which rewrites are near to everything."""
_COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|both|once|\d+)\b", re.IGNORECASE
)
"""Numbers belong to one case."""
_HE = ((r"\bhe\b", "{they}"), (r"\bhim\b", "{them}"), (r"\bhis\b(?= \w)", "{their}"))


def main() -> None:
    """Write the texts and their vectors."""
    texts = list(kept())
    TEXTS.write_text("\n".join(texts) + "\n", encoding="utf-8")
    vectors = Encoder().encode([filled(text, "he") for text in texts])
    np.save(VECTORS, np.column_stack([vectors, near_to(vectors)]).astype(np.float16))
    print(f"{len(texts)} rewrites")


def near_to(vectors: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """Of each rewrite the log of how many faulty drafts of `train` have it among their nearest, shape (n,)."""
    drafts = [each for each in drafted("train") if each.hands[0].faults][::EVERY]
    held = np.array([instead(each.text, each.context).vector for each in drafts], dtype=np.float32)
    nearest = np.argsort(-(held @ vectors.T), axis=1)[:, :NEAREST]
    return np.log1p(np.bincount(nearest.ravel(), minlength=len(vectors))).astype(np.float32)


def kept() -> Iterator[str]:
    """The rewrites that pass."""
    known, read_again = list(rewritten("train").values()), culled()
    lenses = [read_again.get(each.lens, each.lens) for each in known]
    counted = Counter(word for text in lenses for word in set(content(fold(text))))
    general = [each.small for each in known if all(counted[word] >= COMMON for word in content(fold(each.small)))]
    held: list[str] = []
    for text in dict.fromkeys([*lenses, *general]):
        slotted = _slotted(text)
        if text == DROP or "“" in text or _COUNTED.search(text):
            continue
        if all(similarity(text, other) < NEAR for other in held) and is_clean(text, ""):
            held.append(text)
            yield slotted


def culled() -> dict[str, str]:
    """What another reader made of the lens rewrites: the mended text, or DROP."""
    lines = (line.split("\t") for line in CULLED.read_text(encoding="utf-8").splitlines())
    return dict(lines)


def _slotted(text: str) -> str:
    if re.search(r"\b(?:she|her|hers|they|them|their)\b", text, re.IGNORECASE):
        return text
    for pattern, slot in _HE:
        text = re.sub(pattern, slot, text)
    return text


if __name__ == "__main__":
    main()
