"""Decides how drafts with what people would ask instead are read; refuses to know the network that learns from them.

One file a writer in `pairs/`, plain text, to be read by people; the split is what the file's name begins with (`next` has not been learned from yet):

    < what the thinker had said
    > the draft as the peer typed it | faults of the stance page
    = a sharper way to ask the same
    = another one
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import CaseMistake
from assistant.questions.context import stem
from assistant.questions.rules import Fault
from assistant.text import words
from evals import labels

PAIRS = Path(__file__).parent / "pairs"
COMMON = 25
"""Drafts for which people must have brought a word before it belongs to no case in particular."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A faulty draft in its context, and sharper ways to ask the same; `key` is writer:line."""

    key: str
    context: str
    draft: str
    faults: frozenset[Fault]
    rewrites: tuple[str, ...]


def pairs(split: str) -> list[Pair]:
    """All pairs of a split. Raises CaseMistake naming file and line."""
    return [each for path in sorted(PAIRS.glob(f"{split}-*.txt")) for each in read(path)]


def read(path: Path) -> list[Pair]:
    """The pairs of one writer. Raises CaseMistake naming file and line."""
    return list(_read(path, path.read_text(encoding="utf-8").splitlines()))


def _read(path: Path, lines: list[str]) -> Iterator[Pair]:
    context, held = "", list[Pair]()
    for number, line in enumerate(lines, start=1):
        mark, said = line[:1], line[1:].strip()
        if mark == "<":
            context = said
        elif mark == ">":
            yield from held
            draft, _, names = said.rpartition("|")
            held = [Pair(f"{path.stem}:{number}", context, draft.strip(), _faults(names, path, number), ())]
        elif mark == "=" and said and held:
            last = held.pop()
            held.append(Pair(last.key, last.context, last.draft, last.faults, (*last.rewrites, said)))
        elif line.strip():
            raise CaseMistake(
                f"{path.name}, line {number}: “{line}” begins with none of < > =, or stands before its draft."
            )
    yield from held


def _faults(names: str, path: Path, number: int) -> frozenset[Fault]:
    try:
        return frozenset(Fault(name) for name in names.split())
    except ValueError as error:
        raise CaseMistake(
            f"{path.name}, line {number}: “{names.strip()}” names no fault of the stance page."
        ) from error


def general(known: Sequence[Pair]) -> list[str]:
    """Stems of words that people bring into rewrites of many drafts, though neither draft nor context has them: "matter", "notice"."""
    counted: Counter[str] = Counter()
    for pair in known:
        there = {stem(word) for word in words(f"{pair.draft} {pair.context}")}
        counted.update({stem(word) for text in pair.rewrites for word in words(text)} - there)
    return sorted(word for word, times in counted.items() if times >= COMMON)


def digest(split: str) -> str:
    """The hash of a split's files."""
    return labels.digest(PAIRS, split)
