"""Decides how the stance corpus is read and checked; refuses to know what is trained on it.

One file a writer in `corpus/`, plain text, to be read by people:

    @ topic                          a scene: one challenge of one thinker
    > what the thinker said          one line a message, oldest first
    = lines                          what follows are sentences judged each alone
    = reply                          what follows is one reply, in order
    < what the coach said before     counts for the next row only
    act | sentence                   a row

`writers.yaml` says who wrote what, and which split each writer's rows belong to. A writer has topics of their own, so
splitting by writer splits by topic too. `python -m evals.stance.rows` checks every file and prints the counts.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.errors import CaseMistake
from assistant.stance.acts import Act

CORPUS = Path(__file__).parent / "corpus"
SPLITS = ("train", "dev", "test")
MARKS = "@>=<"


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled sentence of the corpus.

    `key` is writer:line number; `reply` numbers the reply it belongs to, 0 for a sentence on its own; `before` is what
    the coach said directly before it, at most two units.
    """

    key: str
    writer: str
    topic: str
    thinker: tuple[str, ...]
    before: tuple[str, ...]
    reply: int
    act: Act
    text: str


def lines(split: str) -> list[Line]:
    """All rows of a split, in the order of `writers.yaml`."""
    return [line for writer, about in writers().items() if about["split"] == split for line in read(writer)]


@lru_cache(maxsize=1)
def writers() -> dict[str, dict[str, str]]:
    """Each writer: split, language, manner and trades."""
    found: dict[str, dict[str, str]] = yaml.safe_load((CORPUS / "writers.yaml").read_text(encoding="utf-8"))
    return found


def digest(split: str) -> str:
    """First 16 characters of the sha256 over the files of a split."""
    named = [writer for writer, about in writers().items() if about["split"] == split]
    return hashlib.sha256(b"".join((CORPUS / f"{each}.txt").read_bytes() for each in named)).hexdigest()[:16]


def read(writer: str) -> list[Line]:
    """The rows of one writer. Raises CaseMistake naming file and line."""
    return list(_read(writer, (CORPUS / f"{writer}.txt").read_text(encoding="utf-8").splitlines()))


def _read(writer: str, written: Sequence[str]) -> Iterator[Line]:
    topic, kind, reply = "", "", 0
    thinker: list[str] = []
    before: list[str] = []
    for number, raw in enumerate(written, start=1):
        mark, said = raw.strip()[:1], raw.strip()[1:].strip()
        if not mark:
            continue
        if mark == "@":
            topic, kind, thinker = said, "", []
        elif mark == ">":
            thinker.append(said)
        elif mark == "=":
            kind, before = said, []
            reply += kind == "reply"
        elif mark == "<":
            before = [said]
        else:
            act, text = _labelled(writer, number, raw.strip(), bool(thinker and kind))
            within = kind == "reply"
            yield Line(
                f"{writer}:{number}", writer, topic, tuple(thinker), tuple(before[-2:]), reply * within, act, text
            )
            before = [*before, text] if within else []


def _labelled(writer: str, number: int, row: str, placed: bool) -> tuple[Act, str]:
    act, bar, text = row.partition(" | ")
    if not (bar and text.strip() and placed and act.strip() in set(Act)):
        raise CaseMistake(f"{writer}.txt, line {number}: {row[:40]!r} is no 'act | sentence' within a scene; mend it.")
    return Act(act.strip()), text.strip()


def main() -> None:
    """Check every file, print the counts by split, language and act."""
    for split in SPLITS:
        found = lines(split)
        inside = sum(line.act.in_stance for line in found)
        replies = len({(line.writer, line.reply) for line in found if line.reply})
        spoken = Counter(writers()[line.writer]["language"] for line in found)
        print(f"{split}: {len(found)} sentences, {inside} in stance, {replies} replies, {dict(spoken)}")
        print(
            "   ", ", ".join(f"{act} {count}" for act, count in Counter(str(line.act) for line in found).most_common())
        )


if __name__ == "__main__":
    main()
