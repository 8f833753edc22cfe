"""Measures what is left of a language model's words under the guard: `python -m evals.voices`. Decides nothing.

Each scripted voice of `said/` speaks in whole turns over real HTTP, and with `--replay FILE` real chatbot replies as if the model had
said them. `--without decide|retrieval|guard` leaves out one step (an ablation). `--sheet FILE` writes what was shown for blind readers;
their labels lie in `labels/`, and the share of turns that both found out of stance is printed beside.
"""

import argparse
import json
import statistics
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from assistant.evaluation.statistics import share
from assistant.testing import temporary_assistant
from evals.voices import labels
from evals.voices.played import WITHOUT, Shown, play
from evals.voices.scripts import GOOD, replayed, scripts


def main() -> None:
    """Play every voice, print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--voice", action="append", default=[], help="only this voice")
    arguments.add_argument("--replay", type=Path, help="JSON lines with id, thinker and text")
    arguments.add_argument("--without", choices=sorted(WITHOUT), help="leave out one step")
    arguments.add_argument("--sheet", type=Path, help="write what was shown, to be read blind")
    arguments.add_argument("--out", type=Path, help="write every turn as JSON lines")
    given = arguments.parse_args()
    wanted = [one for one in scripts() if one.voice in (given.voice or [one.voice])]
    wanted += [replayed(given.replay)] if given.replay else []
    turns: list[Shown] = []
    with temporary_assistant() as assistant:
        for script in wanted:
            played = list(play(assistant, script, WITHOUT[given.without] if given.without else None))
            turns += played
            tell(script.voice, played)
    tell("badly behaved, all", [turn for turn in turns if turn.voice not in GOOD])
    tell("well behaved, all", [turn for turn in turns if turn.voice in GOOD])
    if given.sheet:
        given.sheet.write_text(labels.sheet(turns), encoding="utf-8")
    if given.out:
        rows = (json.dumps({**asdict(turn), "hash": turn.hash}, ensure_ascii=False) for turn in turns)
        given.out.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


def tell(name: str, turns: Sequence[Shown]) -> None:
    """The figures of one voice."""
    if not turns:
        return
    found = [labels.leaked(turn, known) for turn in turns] if (known := labels.read()) else [None]
    agreed = [leaked for leaked in found if leaked is not None]
    times = sorted(turn.elapsed_ms for turn in turns)
    print(name)
    print(f"  the model's words are seen in     {share(sum(turn.survived for turn in turns), len(turns))}")
    print(f"  nothing of the model's was stopped {share(sum(turn.whole for turn in turns), len(turns))}")
    print(
        f"  out of stance for both readers    {share(sum(agreed), len(agreed))}, {len(found) - len(agreed)} not agreed or not read"
    )
    print(
        f"  a turn takes                      median {statistics.median(times):.0f} ms, longest {times[-1]:.0f} ms",
        flush=True,
    )


if __name__ == "__main__":
    main()
