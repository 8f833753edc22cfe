"""Decides how public data that must not enter the project is read from a folder beside it; refuses to copy any of it.

`stance_bench` (human-annotated dialogue) and `real_replies` (chatbots' replies) are looked for in `../shared`, or where
ASKWELL_SHARED says. Our labels of the replies' lines are kept by reply id and line number, never by their text.
"""

import csv
import json
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.stance.acts import Act
from evals.stance.judged import by_part
from evals.stance.rows import Line

ROOT = Path(__file__).parents[2]
LABELS = Path(__file__).parent / "labels" / "real_replies.csv"


def shared() -> Path:
    """Where the public data lies."""
    return Path(os.environ.get("ASKWELL_SHARED", ROOT.parent / "shared"))


def bench() -> dict[str, list[Line]]:
    """Each public set: its utterances with a clear label, as lines whose act is advice (out) or process (in)."""
    return {path.stem: list(_bench(path)) for path in sorted((shared() / "stance_bench").glob("*.jsonl"))}


def _bench(path: Path) -> Iterator[Line]:
    for row in _jsonl(path):
        if row["is_expert_answer"] is not None:
            said = (row["context"],) if row.get("context") else ()
            act = Act.ADVICE if row["is_expert_answer"] else Act.PROCESS
            yield Line(row["id"], path.stem, "", said, (), 0, act, row["text"])


@dataclass(frozen=True, slots=True)
class Labelled:
    """One line of a chatbot's reply: two blind labels and what was settled."""

    reply: str
    line: int
    first: Act
    second: Act
    settled: Act


def labels() -> list[Labelled]:
    """All our labels of real replies."""
    with LABELS.open(encoding="utf-8", newline="") as opened:
        return [
            Labelled(row["reply"], int(row["line"]), Act(row["first"]), Act(row["second"]), Act(row["settled"]))
            for row in csv.DictReader(opened)
        ]


def real_lines() -> list[tuple[Labelled, Line, bool]]:
    """Each labelled line with its text and whether the judge, reading the whole reply, stops it."""
    wanted: dict[str, list[Labelled]] = defaultdict(list)
    for label in labels():
        wanted[label.reply].append(label)
    found = []
    for reply in _jsonl(shared() / "real_replies" / "replies.jsonl"):
        if reply["id"] in wanted:
            texts, thinker = reply["text"].split("\n"), tuple(reply["thinker"])
            verdicts = by_part(texts, thinker)
            for label in wanted[reply["id"]]:
                line = Line(reply["id"], reply["model"], "", thinker, (), 1, label.settled, texts[label.line])
                found.append((label, line, any(not each.in_stance for each in verdicts[label.line])))
    return found


def _jsonl(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
