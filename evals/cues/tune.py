"""Decides the levels of the shipped reader: `python -m evals.cues.tune`. Refuses to see train and test.

All on the development split, with the int8 file as it ships. For every cue the level is taken that gives the best F0.5,
which counts precision twice: a cue that is missed costs a less fitting question, a wrong one shows that nobody listened.
Then, in the same way, the level for words that a pattern has matched as well. Levels at which nine in ten are right were
tried first: half of the cues were then hardly ever found.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.coaching.model import FOLDER, Found, MessageModel, Opinion, visible
from assistant.coaching.reading import PATTERNS, matched
from assistant.encoder.opened import CARD
from assistant.schemas import Cue
from assistant.tongues import tongue
from evals.cues.marked import Mark, Marked, digest, marked
from evals.labels import f_measure

BETA = {Cue.PLEA: 1.0}
"""Whoever asks for an answer and is not heard asks again, so here recall counts as much."""
_BETA = 0.25
LEVELS = [*(round(0.02 * step, 2) for step in range(2, 50)), 0.99, 0.995, 0.999]
LEAST = 4
"""Spans a level must find before it counts."""
NEVER = 1.01
Row = tuple[Marked, Opinion, list[tuple[Cue, int, int]]]
"""A marked message, what the model holds of it, and what the patterns match."""


def main() -> None:
    """Choose on dev, write the card, print what was chosen."""
    print(tune(FOLDER))


def tune(folder: Path) -> str:
    """Write the levels on the card; one line of them."""
    path = folder / CARD
    card = json.loads(path.read_text(encoding="utf-8"))
    model = MessageModel(folder)
    rows: list[Row] = [
        (
            message,
            model.read(visible(message.text)),
            list(matched(visible(message.text), PATTERNS.get(tongue(message.text) or "en", {}))),
        )
        for message in marked("dev")
    ]
    chosen = {cue: levels(cue, rows) for cue in map(Cue, card["cues"])}
    card |= {
        "thresholds": {str(cue): alone for cue, (alone, _) in chosen.items()},
        "beside": {str(cue): beside for cue, (_, beside) in chosen.items()},
        "dev_sha256": digest("dev"),
    }
    path.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    named = ", ".join(f"{cue} {alone}/{beside}" for cue, (alone, beside) in chosen.items())
    return f"{len(rows)} messages: {named}"


def levels(cue: Cue, rows: Sequence[Row]) -> tuple[float, float]:
    """The level of a cue alone, and beside a pattern."""
    alone = _best(cue, rows, lambda level, row: row[1].found(cue, level))
    return alone, _best(cue, rows, lambda level, row: [*row[1].found(cue, alone), *_beside(cue, row, level)])


def _beside(cue: Cue, row: Row, level: float) -> list[Found]:
    of_cue = [(start, end, row[1].likely(cue, start, end)) for other, start, end in row[2] if other == cue]
    return [Found(cue, start, end, likely) for start, end, likely in of_cue if likely >= level]


def _best(cue: Cue, rows: Sequence[Row], found: Callable[[float, Row], list[Found]]) -> float:
    """The level with the highest F0.5, the highest of equal ones; NEVER when too little is found at any."""
    reached = {level: _f(cue, [(row[0], found(level, row)) for row in rows]) for level in [*LEVELS, NEVER]}
    return max(reached, key=lambda level: (reached[level], level))


def _f(cue: Cue, found: Sequence[tuple[Marked, list[Found]]]) -> float:
    hits = [_right(each, message) for message, spans in found for each in spans]
    marks = [(mark, spans) for message, spans in found for mark in message.marks if mark.cue == cue]
    seen = sum(any(mark.meets(Mark(each.start, each.end, cue)) for each in spans) for mark, spans in marks)
    if len(hits) < LEAST or not seen:
        return 0.0
    return f_measure(sum(hits) / len(hits), seen / len(marks), BETA.get(cue, _BETA))


def _right(found: Found, message: Marked) -> bool:
    return any(mark.meets(Mark(found.start, found.end, found.cue)) for mark in message.marks)


if __name__ == "__main__":
    main()
