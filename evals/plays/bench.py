"""Lets the coach answer what real clients said: `python -m evals.plays.bench FOLDER`. Counts, and keeps none of their words.

FOLDER holds the public data as `../shared/stance_bench` does: JSON lines with `conv` and `context`, the turn of the other
speaker. The clients answered somebody else, so whether the coach follows cannot be told; what can be counted can.
"""

import argparse
import json
from pathlib import Path

from assistant.testing import temporary_assistant
from evals.plays.report import Play, figures

DIALOGUES = ("annomi", "esconv", "misc_mibot")
"""The files in which one speaker tells of a matter of their own."""
LEAST, MOST = 4, 16
"""Turns of a conversation that are used."""


def main() -> None:
    """Print the figures over all conversations."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--conversations", type=int, default=150, help="at most so many of each file")
    given = arguments.parse_args()
    told = [talk for name in DIALOGUES for talk in clients(given.folder / f"{name}.jsonl")[: given.conversations]]
    plays = answered(told)
    print(f"{len(plays)} conversations, {sum(map(len, plays))} turns")
    for line in figures(plays):
        print(f"  {line}")


def clients(path: Path) -> list[list[str]]:
    """The turns of each client in order, each once."""
    held: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        said = (row.get("context") or "").strip()
        turns = held.setdefault(row["conv"], [])
        if said and said not in turns:
            turns.append(said)
    return [turns[:MOST] for turns in held.values() if len(turns) >= LEAST]


def answered(told: list[list[str]]) -> list[Play]:
    """Each client's turns with the coach's replies."""
    plays: list[Play] = []
    with temporary_assistant() as assistant:
        assistant.warm()
        for turns in told:
            conversation = assistant.prepare.begin("bench")
            play: Play = []
            for message in turns:
                *_, last = assistant.prepare.say("bench", conversation, message)
                play.append(
                    {"thinker": message, "coach": last.reply, "voice": last.voice, "ms": round(last.elapsed_ms)}
                )
            plays.append(play)
    return plays


if __name__ == "__main__":
    main()
