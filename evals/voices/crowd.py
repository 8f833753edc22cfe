"""Measures many conversations at once in one process: `python -m evals.voices.crowd`. Decides nothing.

The scripted server speaks at a steady pace, as a hosted model does; measured is the time to the first sentence on the screen, of one
conversation alone and of fifty at once, in the same run. Run it on a quiet machine.
"""

import argparse
import statistics
import threading
import time

from assistant.bootstrap import Assistant
from assistant.scripted import scripted_server
from assistant.testing import speaking, temporary_assistant
from evals.voices.played import OWNER
from evals.voices.scripts import Line, openings

AT_ONCE, ALONE, PACE = 50, 10, 30.0
"""Conversations at once, turns of one alone that it is held against, and tokens a second."""
TARGET = 1.3


def main() -> None:
    """Print the first sentence's p95 of both, and how many turns went wrong."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--at-once", type=int, default=AT_ONCE)
    given = arguments.parse_args()
    lines = openings()
    text = "You said something just now. What is the first thing that comes to mind when you hear it?"
    with temporary_assistant() as assistant, scripted_server([text], pace=PACE) as server:
        own = speaking(assistant, server.base_url)
        one = [first(own, line)[0] for line in lines[: ALONE + 1]][1:]
        found: list[tuple[float, bool]] = []
        threads = [
            threading.Thread(target=lambda line=line: found.append(first(own, line)))
            for line in (lines * given.at_once)[: given.at_once]
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    alone, crowd = (statistics.quantiles(times, n=20)[-1] for times in (one, [took for took, _ in found]))
    print(f"one conversation alone, first sentence p95:  {alone:.2f} s (n={len(one)})")
    print(f"{given.at_once} at once, first sentence p95: {crowd:.2f} s, {crowd / alone:.2f} times (wanted {TARGET})")
    print(f"turns that the model did not finish:         {sum(not whole for _, whole in found)} of {len(found)}")


def first(own: Assistant, line: Line) -> tuple[float, bool]:
    """Seconds until the first sentence is shown, and whether the turn was the model's to its end."""
    conversation, began, shown = own.prepare.begin(OWNER), time.perf_counter(), 0.0
    updates = []
    for update in own.prepare.say(OWNER, conversation, line.message):
        shown = shown or time.perf_counter() - began
        updates.append(update)
    return shown, updates[-1].voice.startswith("openai:") and not updates[-1].notice


if __name__ == "__main__":
    main()
