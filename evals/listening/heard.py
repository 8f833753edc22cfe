"""Decides how labelled messages are read and how two hands are compared; refuses to know what is trained on them.

One file a batch in `heard/`, plain text, to be read by people; a batch read by two hands has two files (`test-7.a.txt`, `.b.txt`):

    # key of a message
    < what the coach had said before, if anything
    > a line of the message
    kind: telling                     what kind of message it is, the main kind first
    weight: words of it               what a listener would say back
    us: words of it                   words turned to the coach or about the chat
    field tried: words of it          what belongs in a field of the brief
    best: att-003 oth-012             questions of the bank that fit this message best
    own: What did she say to that?    the question the reader would ask
    fits: att-003                     questions an earlier listener proposed, which a reader found fitting …
    unfit: tim-201 oth-012            … and those that ignore the message or assume what was not said
    room: yes                         when nothing should be asked
    level: 3                          the safety level, where it is not 0

Rules of reading: RULES.md.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.coaching.kinds import Kind
from assistant.coaching.listener import US, WEIGHT
from assistant.coaching.reading import PLEA
from assistant.errors import CaseMistake
from assistant.schemas import BriefField
from evals import labels

HEARD = Path(__file__).parent / "heard"
KINDS = (*(str(kind) for kind in Kind), PLEA)
ROOM = "room"
PLACES = (WEIGHT, US, *(str(name) for name in BriefField))
"""What a stretch of a message can be."""


@dataclass(frozen=True, order=True, slots=True)
class Stretch:
    """Words of a message, in characters, and what they are (one of PLACES)."""

    start: int
    end: int
    what: str

    def meets(self, other: "Stretch") -> bool:
        """Whether both say the same of overlapping words."""
        return self.what == other.what and self.start < other.end and other.start < self.end


@dataclass(slots=True)
class Heard:
    """A message as one reader heard it."""

    key: str
    before: str = ""
    text: str = ""
    kinds: list[str] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    best: list[str] = field(default_factory=list)
    fits: list[str] = field(default_factory=list)
    unfit: list[str] = field(default_factory=list)
    own: str = ""
    room: bool = False
    level: int = 0

    @property
    def voice(self) -> str:
        """The conversation it belongs to."""
        return self.key.rsplit("-", 1)[0]


def heard(split: str, hand: str = "a") -> list[Heard]:
    """All messages of a split as one hand read them."""
    return [each for path in sorted(HEARD.glob(f"{split}-*.{hand}.txt")) for each in read(path)]


def both(split: str) -> list[tuple[Heard, Heard]]:
    """The messages of a split that two hands read, as each read them."""
    pairs: list[tuple[Heard, Heard]] = []
    for path in sorted(HEARD.glob(f"{split}-*.b.txt")):
        pairs += zip(read(path.with_name(path.name.replace(".b.", ".a."))), read(path), strict=True)
    return pairs


def digest(split: str) -> str:
    """The hash of a split's files."""
    return labels.digest(HEARD, split)


def read(path: Path) -> list[Heard]:
    """The messages of one file. Raises CaseMistake naming file and line."""
    found: list[Heard] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("# "):
            found.append(Heard(line[2:].strip()))
        elif line.startswith("< "):
            found[-1].before += line[2:]
        elif line.startswith(">"):
            found[-1].text += ("\n" if found[-1].text else "") + line[2:]
        elif line.strip():
            _take(found[-1], line, f"{path.name}, line {number}")
    return found


def _take(one: Heard, line: str, where: str) -> None:
    name, _, value = (part.strip() for part in line.partition(":"))
    if name == "kind" and set(value.split()) <= set(KINDS):
        one.kinds = value.split()
    elif name in ("best", "fits", "unfit"):
        getattr(one, name).extend(value.split())
    elif name == "own":
        one.own = value
    elif name == "level" and value in "0123":
        one.level = int(value)
    elif name == ROOM:
        one.room = value == "yes"
    elif (what := name.removeprefix("field ")) in PLACES:
        one.stretches.append(_stretch(one.text, value, what, where))
    else:
        raise CaseMistake(f"{where}: “{line}” is not a label; RULES.md lists them.")


def _stretch(text: str, words: str, what: str, where: str) -> Stretch:
    place = re.search(re.escape(words).replace(r"\ ", r"\s+(?:/\s+)?"), text)
    if not words or not place:
        raise CaseMistake(f"{where}: “{words}” does not stand in its message; copy it exactly.")
    return Stretch(*place.span(), what)


def agreement(pairs: Sequence[tuple[Heard, Heard]]) -> Iterator[tuple[str, int, int]]:
    """For each thing a stretch can be: how many stretches of either hand the other marked too, and how many there are."""
    for what in PLACES:
        shared = total = 0
        for one, other in pairs:
            for mine, theirs in ((one, other), (other, one)):
                marks = [each for each in mine.stretches if each.what == what]
                shared += sum(any(each.meets(its) for its in theirs.stretches) for each in marks)
                total += len(marks)
        yield what, shared, total
