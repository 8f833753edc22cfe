"""Measures what Askwell adds to a language model's answer: `python -m evals.voices.overhead`. Decides nothing.

In one run, in turns, against the same instant server: a bare streaming call with the `openai` package that sends the very messages a
turn sent, and the turn itself. Then how long the first sentence is held back after its last token came. Run it on a quiet machine.
"""

import argparse
import statistics
import time
from collections.abc import Iterator, Sequence
from itertools import islice

from openai import OpenAI

from assistant.bootstrap import Assistant
from assistant.budget import Budget
from assistant.coaching.plan import Plan, Scene
from assistant.scripted import ScriptedServer, scripted_server
from assistant.testing import speaking, temporary_assistant
from assistant.turn import Turns
from assistant.voices import Voice
from evals.voices.played import OWNER, Model
from evals.voices.scripts import Line, openings

TURNS, WARM = 60, 5
"""Turns measured, and turns before them that warm everything up."""


class Watched:
    """A voice that notes when the last token of the first sentence came."""

    def __init__(self, inner: Voice) -> None:
        self._inner, self.came = inner, 0.0
        self.name, self.label, self.instructions = inner.name, inner.label, inner.instructions
        self.say_again = inner.say_again

    def say(self, plan: Plan, scene: Scene, candidates: Sequence[str], budget: Budget) -> Iterator[str]:
        """The inner voice's words; noted is the piece that ends in a mark, before the one that begins the next sentence."""
        ended, self.came = 0.0, 0.0
        for piece in self._inner.say(plan, scene, candidates, budget):
            if ended and not self.came and piece.strip():
                self.came = ended
            yield piece
            ended = time.perf_counter() if piece.rstrip().endswith((".", "?", "!")) else ended
        self.came = self.came or ended


def main() -> None:
    """Print the medians of both ways and of their difference."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--turns", type=int, default=TURNS)
    given = arguments.parse_args()
    model = Model()
    lines = openings()
    with temporary_assistant() as assistant, scripted_server(model) as server:
        rows = list(islice(_measured(assistant, server, model, lines), WARM + given.turns))[WARM:]
    bare, turn, more, held = ([row[at] * 1000 for row in rows] for at in range(4))
    for name, found in (
        ("a bare streaming call", bare), ("a turn of Askwell", turn), ("what Askwell adds", more), ("first sentence held back", held),
    ):  # fmt: skip
        cut = statistics.quantiles(found, n=20)
        print(f"{name:<26} median {statistics.median(found):6.1f} ms, p95 {cut[-1]:6.1f} ms (n={len(found)})")


def _measured(
    assistant: Assistant, server: ScriptedServer, model: Model, lines: Sequence[Line]
) -> Iterator[tuple[float, float, float, float]]:
    """Seconds of a bare call, of a turn, of their difference, and from the first sentence's last token to its being shown."""
    bare = OpenAI(base_url=server.base_url, api_key="none", max_retries=0)
    own = speaking(assistant, server.base_url)
    turns: Turns = own.prepare._turns
    watched = turns._voice = Watched(own.voice)  # type: ignore[arg-type]
    while True:
        for line in lines:
            model.line = line
            conversation, began, shown = own.prepare.begin(OWNER), time.perf_counter(), 0.0
            for _ in own.prepare.say(OWNER, conversation, line.message):
                shown = shown or time.perf_counter()
            took = time.perf_counter() - began
            if not server.requests:
                continue
            sent = server.requests[-1].body
            began = time.perf_counter()
            for _ in bare.chat.completions.create(**sent):
                pass
            called = time.perf_counter() - began
            server.requests.clear()
            yield called, took, took - called, shown - watched.came


if __name__ == "__main__":
    main()
