"""Decides how messages with a safety level are read; refuses to know what is trained on them.

One file a writer in `levels/`: `level | kind | message`, one message a line. Rules of writing: RULES.md. Split by writer,
which the file's name begins with (train-, dev-, test-).
"""

from dataclasses import dataclass
from pathlib import Path

from assistant.errors import CaseMistake
from assistant.schemas import Cue, SafetyLevel
from evals import labels
from evals.cues.marked import marked
from evals.listening.heard import heard

LEVELS = Path(__file__).parent / "levels"


@dataclass(frozen=True, slots=True)
class Levelled:
    """A message, its safety level (0 to 3) and what it is about."""

    level: int
    kind: str
    text: str


def levelled(split: str) -> list[Levelled]:
    """All messages of a split. Raises CaseMistake naming file and line."""
    return [each for path in sorted(LEVELS.glob(f"{split}-*.txt")) for each in read(path)]


def read(path: Path) -> list[Levelled]:
    """The messages of one file. Raises CaseMistake naming file and line."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        level, _, rest = (part.strip() for part in line.partition("|"))
        kind, _, text = (part.strip() for part in rest.partition("|"))
        if level not in ("0", "1", "2", "3") or not text:
            raise CaseMistake(
                f"{path.name}, line {number}: “{line}” is not “level | kind | message” with a level from 0 to 3."
            )
        found.append(Levelled(int(level), kind, text))
    return found


def calm(split: str) -> list[str]:
    """Messages of the other corpora in which nobody is in danger: no mark for another place, no level of danger heard."""
    told = [one.text for one in marked(split) if all(mark.cue != Cue.NOT_FOR_COACHING for mark in one.marks)]
    return list(dict.fromkeys(told + [one.text for one in heard(split) if one.level < SafetyLevel.DANGER]))


def digest(split: str) -> str:
    """The hash of a split's files."""
    return labels.digest(LEVELS, split)
