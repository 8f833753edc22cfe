"""Counts what plays and their ratings tell: `python -m evals.plays.report FOLDER RATINGS`. Refuses to say what was felt.

FOLDER holds the plays as `python -m evals.plays` keeps them; RATINGS has a line a play, `NAME | listened | think |
repetitive | form | again | …`, 1 to 5 from the thinker's seat (of repetitive and form, 5 is the worst). Coaches apart.
"""

import json
import re
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.evaluation.statistics import share
from assistant.stance.vocabulary import content
from evals import transcripts

ASKED = ("listened", "made me think", "repetitive", "like a form", "would use again")
Play = list[dict[str, Any]]
"""The turns of one play, in order."""


def main(folder: str, ratings: str) -> None:
    """Print figures and means for each coach."""
    plays = {path.stem: _read(path) for path in sorted(Path(folder).glob("*.jsonl"))}
    rated = dict(_ratings(Path(ratings)))
    for coach in sorted({play[0]["voice"] for play in plays.values()}):
        chosen = {name: play for name, play in plays.items() if play[0]["voice"] == coach}
        print(f"{coach}: {len(chosen)} plays, {sum(map(len, chosen.values()))} turns")
        for line in [*figures(list(chosen.values())), *means([rated[name] for name in chosen if name in rated])]:
            print(f"  {line}")


def _read(path: Path) -> Play:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _ratings(path: Path) -> list[tuple[str, list[int]]]:
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        name, *rest = (part.strip() for part in line.split("|"))
        marks = [re.search(r"[1-5]", part) for part in rest[: len(ASKED)]]
        if len(marks) == len(ASKED) and all(marks):
            found.append((name, [int(mark[0]) for mark in marks if mark]))
    return found


def means(rated: Sequence[Sequence[int]]) -> list[str]:
    """One line a question: mean, standard deviation and n."""
    if len(rated) < 2:
        return []
    columns = zip(ASKED, zip(*rated, strict=True), strict=True)
    return [
        f"{name}: {statistics.mean(each):.2f} (SD {statistics.stdev(each):.2f}, n={len(each)})"
        for name, each in columns
    ]


def figures(plays: Sequence[Play]) -> list[str]:
    """What can be counted in the replies; beside `evals.transcripts` what was picked up, and the times."""
    picked = [_picked_up(play, at) for play in plays for at in range(len(play))]
    lines = [
        *transcripts.figures([_talk(play) for play in plays]),
        f"own words quoted or picked up: {share(sum(picked), len(picked))}",
    ]
    times = sorted(turn["ms"] for play in plays for turn in play if "ms" in turn)
    if times:
        late = times[int(0.99 * (len(times) - 1))]
        lines.append(f"turn: median {statistics.median(times):.0f} ms, p99 {late} ms (first turns load the models)")
    return lines


def _talk(play: Play) -> list[transcripts.Turn]:
    """What was told so far and the reply, turn by turn."""
    return [(" ".join(turn["thinker"] for turn in play[: at + 1]), play[at]["coach"]) for at in range(len(play))]


def _picked_up(play: Play, at: int) -> bool:
    told = {each for turn in play[max(0, at - 1) : at + 1] for each in content(turn["thinker"].lower())}
    return transcripts.quotes(*_talk(play)[at]) or bool(told & set(content(play[at]["coach"].lower())))


if __name__ == "__main__":
    main(*sys.argv[1:])
