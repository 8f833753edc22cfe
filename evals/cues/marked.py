"""Decides how marked messages are read and how several hands are counted; refuses to know what is trained on them.

One file a batch in `marks/`, plain text, to be read by people:

    # key of a message
    > a line of the message            further lines of it likewise
    cue: words of it                   a stretch that carries the cue
    cue#2: words                       the second place where these words stand

A batch marked by several hands has a file for each (`test-1.a.txt`, `test-1.b.txt` …) with the same messages. Rules of
marking: RULES.md. `python -m evals.cues.marked` checks every file and prints the counts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import CaseMistake
from assistant.schemas import Cue
from evals import labels

MARKS = Path(__file__).parent / "marks"
SPLITS = ("train", "dev", "test")
MAJORITY = 2
"""Hands of three that must have marked the same cue on overlapping words."""


@dataclass(frozen=True, order=True, slots=True)
class Mark:
    """A stretch of a message, in characters, that carries a cue."""

    start: int
    end: int
    cue: Cue

    def meets(self, other: "Mark") -> bool:
        """Whether both mark the same cue on overlapping words."""
        return self.cue == other.cue and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Marked:
    """A message and what was marked in it, in order of place."""

    key: str
    text: str
    marks: tuple[Mark, ...]


def marked(split: str) -> list[Marked]:
    """All messages of a split; where several hands marked, what most of them did."""
    batches: dict[str, list[list[Marked]]] = {}
    for path in sorted(MARKS.glob(f"{split}-*.txt")):
        batches.setdefault(path.name.split(".")[0], []).append(read(path))
    return [message for hands in batches.values() for message in _agreed(hands)]


def digest(split: str) -> str:
    """The hash of a split's files."""
    return labels.digest(MARKS, split)


def hands(split: str) -> list[list[list[Marked]]]:
    """For each batch of a split that several hands marked: the messages as each hand marked them."""
    names = sorted({path.name.split(".")[0] for path in MARKS.glob(f"{split}-*.?.txt")})
    return [[read(path) for path in sorted(MARKS.glob(f"{name}.?.txt"))] for name in names]


def _agreed(hands: Sequence[Sequence[Marked]]) -> Iterator[Marked]:
    if len(hands) == 1:
        yield from hands[0]
        return
    for versions in zip(*hands, strict=True):
        yield Marked(versions[0].key, versions[0].text, agreed([each.marks for each in versions]))


def agreed(versions: Sequence[Sequence[Mark]]) -> tuple[Mark, ...]:
    """The marks that a majority of hands share, each as the shortest of them; overlapping words of one cue count once."""
    kept: list[Mark] = []
    for mark in sorted((each for marks in versions for each in marks), key=lambda each: each.end - each.start):
        votes = sum(any(mark.meets(other) for other in marks) for marks in versions)
        if votes >= MAJORITY and not any(mark.meets(other) for other in kept):
            kept.append(mark)
    return tuple(sorted(kept))


def read(path: Path) -> list[Marked]:
    """The messages of one file. Raises CaseMistake naming file and line."""
    found: list[Marked] = []
    key, text, marks = "", "", list[Mark]()
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), "# end"], start=1):
        if line.startswith("# "):
            if key:
                found.append(Marked(key, text, tuple(sorted(marks))))
            key, text, marks = line[2:].strip(), "", []
        elif line.startswith(">"):
            text = text + "\n" + line[2:] if text else line[2:]
        elif line.strip():
            marks.append(_mark(line, text, f"{path.name}, line {number}"))
    return found


def _mark(line: str, text: str, where: str) -> Mark:
    fits = re.match(r"([a-z_]+)(?:#(\d))?: (.+)", line)
    if not fits or fits[1] not in {str(cue) for cue in Cue}:
        raise CaseMistake(f"{where}: “{line}” is not “cue: words”; the cues are {', '.join(Cue)}.")
    start = -1
    for _ in range(int(fits[2] or 1)):
        start = text.find(fits[3], start + 1)
    if start < 0:
        raise CaseMistake(f"{where}: “{fits[3]}” does not stand in its message; copy it exactly.")
    return Mark(start, start + len(fits[3]), Cue(fits[1]))


def main() -> None:
    """Print what there is."""
    for split in SPLITS:
        found = marked(split)
        counts = Counter(mark.cue for message in found for mark in message.marks)
        print(f"{split}: {len(found)} messages, {sum(counts.values())} spans")
        print("   " + ", ".join(f"{cue} {counts[cue]}" for cue in Cue))


if __name__ == "__main__":
    main()
