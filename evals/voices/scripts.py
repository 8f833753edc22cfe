"""Decides how the scripted voices are read: what a model would say to each message of forty people. Refuses to play them.

In `said/`, plain text to be read by people: `turns-*.txt` holds what the people type, `voice-*.txt` what one kind of model answers and
what it says when its worst sentence is sent back:

    # a01.1
    > the reply
    + the second attempt
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from assistant.errors import CaseMistake
from assistant.text import clean

SAID = Path(__file__).parent / "said"
GOOD = ("good-a", "good-b", "fresh-good")
"""Voices that keep to the prompt; of these as much as possible should be shown."""


@dataclass(frozen=True)
class Line:
    """A message, what the model answers, and what it says when a sentence is sent back; `key` is person.turn."""

    key: str
    message: str
    reply: str
    again: str


@dataclass(frozen=True)
class Script:
    """One voice in conversation with several people, each a row of lines."""

    voice: str
    talks: tuple[tuple[Line, ...], ...]


def scripts(folder: Path = SAID) -> list[Script]:
    """Every voice of the folder, by name. Raises CaseMistake naming file and line."""
    typed = dict(_typed(folder))
    return [_script(path, typed) for path in sorted(folder.glob("voice-*.txt"))]


def openings() -> list[Line]:
    """The first line of every talk of the voices that behave."""
    return [talk[0] for script in scripts() if script.voice in GOOD for talk in script.talks]


def replayed(path: Path) -> Script:
    """Replies of real chatbots (`id`, `thinker`, `text` a line of JSON) as if the model had said them, insisting when sent back."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if clean(row["thinker"][-1])]  # a few of them had said nothing at the last
    told = [(row["id"].rpartition(":"), row) for row in rows]
    talks = [
        tuple(Line(f"{name}:{turn}", row["thinker"][-1], row["text"], row["text"]) for (_, _, turn), row in talk)
        for name, talk in groupby(told, lambda each: each[0][0])
    ]
    return Script("replayed", tuple(talks))


def _script(path: Path, typed: dict[str, str]) -> Script:
    lines = [Line(key, _message(key, typed, path), *[*fields, "", ""][:2]) for key, fields in _blocks(path, ">+")]
    talks = tuple(tuple(talk) for _, talk in groupby(lines, lambda line: line.key.partition(".")[0]))
    return Script(path.stem.removeprefix("voice-"), talks)


def _message(key: str, typed: dict[str, str], path: Path) -> str:
    if key not in typed:
        raise CaseMistake(f"{path.name}: nobody typed the message {key!r}; it must stand in a file turns-*.txt.")
    return typed[key]


def _typed(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("turns-*.txt")):
        for name, messages in _blocks(path, ">"):
            yield from ((f"{name}.{turn}", message) for turn, message in enumerate(messages, 1))


def _blocks(path: Path, marks: str) -> Iterator[tuple[str, list[str]]]:
    """The name after each # (up to a bar) with the lines below it, without their marks."""
    name, held = "", list[str]()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        mark, rest = line[:1], line[1:].strip()
        if mark == "#":
            if name:
                yield name, held
            name, held = rest.partition("|")[0].strip(), []
        elif mark and mark in marks and name:
            held.append(rest)
        elif line.strip():
            raise CaseMistake(f"{path.name}, line {number}: “{line[:40]}” begins with none of # {' '.join(marks)}.")
    if name:
        yield name, held
