"""Decides how labelled draft questions are read and how two hands are compared; refuses to know what is trained on them.

One file a writer and hand in `drafts/`, plain text, to be read by people. `.a.txt` is the writer's:

    # key of a draft
    < what the thinker had said
    > the draft as the peer typed it
    labels: closed advice_in_disguise    faults of the stance page, or `sharp`
    closed: have you told                the words that show a fault, one line a fault

`.b.txt` holds a second hand's labels and words for the same keys; it saw neither the first hand's nor the code. Splits are by
writer, which the file's name begins with, and every writer has a world of work of their own. Rules: RULES.md.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assistant.errors import CaseMistake
from assistant.questions.rules import Fault
from evals import labels

DRAFTS = Path(__file__).parent / "drafts"
SHARP = "sharp"
SPLITS = ("train", "dev", "test")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a draft, in characters, that show a fault."""

    start: int
    end: int
    fault: Fault


@dataclass(frozen=True)
class Judged:
    """What one hand says of a draft; no fault means sharp."""

    faults: frozenset[Fault]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Drafted:
    """A draft with what the thinker had said, and what the two hands say of it."""

    key: str
    context: str
    text: str
    hands: tuple[Judged, Judged]

    @cached_property
    def agreed(self) -> frozenset[Fault]:
        """The faults that both hands name."""
        return self.hands[0].faults & self.hands[1].faults

    @property
    def marked(self) -> bool:
        """Whether the hands said which words show the faults (the rows of the rules' own tests do not)."""
        return not self.hands[0].faults or bool(self.hands[0].marks)

    @cached_property
    def doubtful(self) -> frozenset[Fault]:
        """The faults that one hand names and the other does not."""
        return self.hands[0].faults ^ self.hands[1].faults


def drafted(split: str) -> list[Drafted]:
    """All drafts of a split. Raises CaseMistake naming file and line."""
    return [each for path in sorted(DRAFTS.glob(f"{split}-*.a.txt")) for each in read(path)]


def read(path: Path) -> list[Drafted]:
    """The drafts of one writer, with the second hand's labels beside. Raises CaseMistake naming file and line."""
    second = path.with_name(path.name.replace(".a.txt", ".b.txt"))
    texts = {key: (_one(lines, "<"), _one(lines, ">")) for key, lines in _blocks(path)}
    hands = [{key: _judged(lines, texts[key][1], one) for key, lines in _blocks(one)} for one in (path, second)]
    return [Drafted(key, *text, (hands[0][key], hands[1][key])) for key, text in texts.items()]


def digest(split: str) -> str:
    """The hash of a split's files."""
    return labels.digest(DRAFTS, split)


Line = tuple[int, str]


def _blocks(path: Path) -> Iterator[tuple[str, list[Line]]]:
    key, held = "", list[Line]()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("# "):
            if key:
                yield key, held
            key, held = line[2:].strip(), []
        elif line.strip():
            held.append((number, line))
    if key:
        yield key, held


def _one(lines: list[Line], mark: str) -> str:
    return next((line[2:].strip() for _, line in lines if line.startswith(mark)), "")


def _judged(lines: list[Line], text: str, path: Path) -> Judged:
    faults, marks = frozenset[Fault](), list[Mark]()
    for number, line in lines:
        if re.match("[<>]", line):
            continue
        name, _, said = (part.strip() for part in line.partition(":"))
        try:
            if name == "labels":
                faults = frozenset(Fault(one) for one in said.split() if one != SHARP)
            else:
                start = text.index(said)
                marks.append(Mark(start, start + len(said), Fault(name)))
        except ValueError as error:
            raise CaseMistake(
                f"{path.name}, line {number}: “{line}” names no fault of the stance page, or words that do not stand in the draft."
            ) from error
    return Judged(faults, tuple(marks))
