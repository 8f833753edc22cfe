"""Counts what plays and their ratings tell: `python -m evals.plays.report FOLDER RATINGS`. Refuses to say what was felt.

FOLDER holds the plays as `python -m evals.plays` keeps them; RATINGS has a line a play, `NAME | listened | think |
repetitive | form | again | …`, 1 to 5 from the thinker's seat (of repetitive and form, 5 is the worst). Coaches apart.
"""

import json
import re
import statistics
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.evaluation.statistics import wilson
from assistant.stance.vocabulary import content
from assistant.text import sentences, similarity, words
from evals.transcripts import NEAR

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
    """What can be counted in the replies."""
    turns = [turn for play in plays for turn in play]
    counted = {
        "at most one question": sum(turn["coach"].count("?") <= 1 for turn in turns),
        "no question": sum("?" not in turn["coach"] for turn in turns),
        "own words quoted": sum(bool(_quoted(play, at)) for play in plays for at in range(len(play))),
        "own words quoted or picked up": sum(_picked_up(play, at) for play in plays for at in range(len(play))),
        "near-repeat of an earlier question": sum(_repeats(play) for play in plays),
    }
    lines = [f"{name}: {_share(count, len(turns))}" for name, count in counted.items()]
    openings = Counter(tuple(words(turn["coach"])[:4]) for turn in turns)
    opening, most = openings.most_common(1)[0]
    lines.append(f"commonest four-word opening: “{' '.join(opening)}” {_share(most, len(turns))}")
    times = sorted(turn["ms"] for turn in turns if "ms" in turn)
    if times:
        lines.append(
            f"turn: median {statistics.median(times):.0f} ms, p99 {times[int(0.99 * (len(times) - 1))]} ms (first turns load the models)"
        )
    return lines


def _share(count: int, of: int) -> str:
    low, high = wilson(count, of)
    return f"{count} of {of} ({count / of:.1%}, 95 % {low:.1%} to {high:.1%})"


def _quoted(play: Play, at: int) -> list[str]:
    told = " ".join(turn["thinker"] for turn in play[: at + 1])
    return [each for each in re.findall(r"[“«„]([^”»“]+)[”»“]", play[at]["coach"]) if each in told]


def _picked_up(play: Play, at: int) -> bool:
    told = {each for turn in play[max(0, at - 1) : at + 1] for each in content(turn["thinker"].lower())}
    return bool(_quoted(play, at)) or bool(told & set(content(play[at]["coach"].lower())))


def _repeats(play: Play) -> int:
    seen: list[str] = []
    count = 0
    for turn in play:
        asked = [one for one in sentences(turn["coach"]) if one.endswith("?")]
        count += any(similarity(one, old) >= NEAR for one in asked for old in seen)
        seen += asked
    return count


if __name__ == "__main__":
    main(*sys.argv[1:])
