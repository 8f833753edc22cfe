"""Decides how hand-written rewrites of drafts are read, and which phrases their changes need; refuses to know the network.

One file a writer in `rewrites/`, for the faulty drafts of `drafts/` with the same key:

    # key of a draft
    small: the smallest change that makes it sharp
    theirs: the same, built on the thinker's own words
    lens: the same matter from another side, in words that would fit other cases as well
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import CaseMistake
from assistant.questions.edits import tags
from evals import labels

REWRITES = Path(__file__).parent / "rewrites"
KINDS = ("small", "theirs", "lens")
LEAST = 2
"""Drafts in which a phrase must be needed before it is one of the closed list."""


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Three ways to ask a draft instead."""

    key: str
    small: str
    theirs: str
    lens: str


def rewritten(split: str) -> dict[str, Rewritten]:
    """The rewrites of a split by the key of their draft. Raises CaseMistake naming file and line."""
    return {each.key: each for path in sorted(REWRITES.glob(f"{split}-*.txt")) for each in read(path)}


def read(path: Path) -> list[Rewritten]:
    """The rewrites of one file. Raises CaseMistake naming file and line."""
    found: list[dict[str, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        name, _, said = (part.strip() for part in line.partition(":"))
        if line.startswith("# "):
            found.append({"key": line[2:].strip()})
        elif name in KINDS and said and found:
            found[-1][name] = said
        elif line.strip():
            raise CaseMistake(
                f"{path.name}, line {number}: “{line}” is none of {', '.join(KINDS)} with words behind it."
            )
    return [Rewritten(**each) for each in found if set(each) == {"key", *KINDS}]


def digest(split: str) -> str:
    """The hash of a split's files."""
    return labels.digest(REWRITES, split)


def phrases(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """What changes from draft to rewrite put in, the commonest first; each needed in `LEAST` drafts."""
    counted = Counter(tag.phrase for draft, rewrite in pairs for tag in set(tags(draft, rewrite)) if tag.phrase)
    return [phrase for phrase, times in counted.most_common() if times >= LEAST]
