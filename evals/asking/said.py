"""Decides how messages with what they ask of the chat are read; refuses to know what is trained on them.

One file a writer in `said/`, "what | message" a line, the split in the file's name. The messages of `evals/listening` join them, with what
their readers called them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.coaching.asking import Asks
from assistant.coaching.kinds import Kind
from assistant.coaching.reading import PLEA
from assistant.errors import CaseMistake
from evals import labels
from evals.listening.heard import Heard, heard

SAID = Path(__file__).parent / "said"
_KINDS: dict[str, Asks] = {
    Kind.ABOUT_US: Asks.EXPLAIN, Kind.SUM_UP: Asks.PROCESS, Kind.FORMULATE: Asks.PROCESS, Kind.PAUSE: Asks.PROCESS,
    Kind.ASK_ME: Asks.PROCESS, Kind.STOP: Asks.CLOSE, Kind.GREETING: Asks.COURTESY, Kind.TELLING: Asks.TELL,
}  # fmt: skip
"""Kinds of the listening corpus that are one of ours; its other ones are left out."""


@dataclass(frozen=True, slots=True)
class Said:
    """A message, what the coach had said before it, and what it asks of the chat."""

    text: str
    asks: Asks
    before: str = ""


def said(split: str) -> list[Said]:
    """All messages of a split. Raises CaseMistake naming file and line."""
    written = [each for path in sorted(SAID.glob(f"{split}-*.txt")) for each in _read(path)]
    return [*written, *_listened(heard(split) if split == "train" else ())]


def _read(path: Path) -> Iterator[Said]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        what, _, text = (part.strip() for part in line.partition("|"))
        if what not in list(Asks) or not text:
            raise CaseMistake(
                f"{path.name}, line {number}: “{line[:40]}” is not one of {', '.join(Asks)}, a bar and a message."
            )
        yield Said(text, Asks(what))


def _listened(rows: Sequence[Heard]) -> Iterator[Said]:
    for row in rows:
        asks = Asks.PLEA if PLEA in row.kinds else _KINDS.get(row.kinds[0]) if row.kinds else None
        if asks:
            yield Said(row.text, asks, row.before)


def digest(split: str) -> str:
    """The hash of a split's files."""
    return labels.digest(SAID, split)
