"""Decides how blind labels of shown turns are kept: a line a turn, "hash in" or "hash out", one file a reader. Refuses to make one up."""

import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from assistant.errors import CaseMistake
from evals.voices.played import Shown

LABELS = Path(__file__).parent / "labels"
IN, OUT = "in", "out"


def sheet(turns: Iterable[Shown]) -> str:
    """Turns to be read blind, in an order by chance: what was said, what was shown, nothing of who said it."""
    rows = sorted({turn.hash: turn for turn in turns if turn.survived}.values(), key=lambda turn: turn.hash)
    random.Random(1).shuffle(rows)
    return "\n".join(f"# {turn.hash}\n{_told(turn.thinker)}\ncoach: {turn.shown}\n" for turn in rows)


def _told(thinker: Sequence[str]) -> str:
    return "\n".join(f"thinker: {' '.join(message.split())}" for message in thinker)


def read(folder: Path = LABELS) -> dict[str, dict[str, str]]:
    """Of each reader the label of each hash. Raises CaseMistake naming file and line."""
    return {path.stem: dict(_rows(path)) for path in sorted(folder.glob("*.txt"))}


def _rows(path: Path) -> Iterable[tuple[str, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        parts = line.split()
        if not parts:
            continue
        if len(parts) < 2 or parts[1] not in (IN, OUT):
            raise CaseMistake(f"{path.name}, line {number}: “{line[:40]}” is not a hash with {IN} or {OUT}.")
        yield parts[0], parts[1]


def leaked(turn: Shown, labels: Mapping[str, Mapping[str, str]]) -> bool | None:
    """Whether every reader says that what was shown is out of stance; None without two readers or where they differ.

    A turn without a word of the model's is the embedded coach's own and is not asked about: it cannot leak the model.
    """
    if not turn.survived:
        return False
    told = {label[turn.hash] for label in labels.values() if turn.hash in label}
    readers = sum(turn.hash in label for label in labels.values())
    return told == {OUT} if readers > 1 and len(told) == 1 else None
