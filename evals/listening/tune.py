"""Decides the levels of the shipped listener: `python -m evals.listening.tune`. Refuses to see train and test.

All on the development split, with the int8 file as it ships, counted as the product uses it: a field of the brief by
sentence (`brief_heard.pieces`), words to the chat by sentence, a kind by message. The level taken is the lowest at which so
many are right as asked for (`PRECISE`); where no level reaches that, the one with the best F0.5. With few examples a level
is rough; the test split shows what it holds.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.coaching import kinds
from assistant.coaching.brief_heard import pieces
from assistant.coaching.brief_words import CUED
from assistant.coaching.listener import FOLDER, US, Listener
from assistant.coaching.listener import Heard as Taken
from assistant.coaching.model import visible
from assistant.coaching.reading import read, to_us
from assistant.encoder.opened import CARD
from assistant.schemas import BriefField, Cue
from evals.labels import f_measure
from evals.listening.heard import Heard, Stretch, digest, heard

PRECISE = {"us": 0.75, "us beside": 0.6}
"""Share of what is taken that must be right; the same for all others is `FIELD` or `KIND`."""
FIELD, KIND = 0.85, 0.8
LEVELS = [round(0.02 * step, 2) for step in range(10, 50)]
FAIR = 0.6
"""Share that must be right where the share asked for is out of reach."""
FEW, UNTOLD = 8, 0.6
"""Fewer examples than this cannot tell a level; this one is taken then."""
SURE = {kinds.Kind.STOP: 0.6}
"""Below this a kind of message is not believed, of others `LIKELY`: who is said goodbye to in the middle of a story does not come back."""
LIKELY = 0.55
BETA = 0.5
"""Precision counts twice: what is missed costs less than what is wrong."""
LEAST = 5
"""Times a level must find something right before it counts."""
NEVER = 1.01
Scored = tuple[float, bool]
"""How likely something was held, and whether a reader marked it."""
Row = tuple[Heard, Taken]


def main() -> None:
    """Choose on dev, write the card, print what was chosen."""
    print(tune(FOLDER))


def tune(folder: Path) -> str:
    """Write the levels on the card; one line of them."""
    path = folder / CARD
    card = json.loads(path.read_text(encoding="utf-8"))
    _first(path, card)
    listener = Listener(folder)
    rows = taken(listener, heard("dev"))
    levels = {str(field): level(list(placed(rows, field)), FIELD) for field in BriefField}
    levels |= {f"{field} beside": level(list(cued(rows, cue, field)), FIELD) for cue, field in CUED}
    levels[US] = level(list(placed(rows, US)), PRECISE[US])
    levels["us beside"] = level(list(placed(rows, US, to_us)), PRECISE["us beside"])
    levels |= {str(kind): level(list(sorted_as(rows, kind)), KIND, SURE.get(kind, LIKELY)) for kind in kinds.LEARNED}
    path.write_text(
        json.dumps(card | {"levels": levels, "dev_sha256": digest("dev")}, indent=2) + "\n", encoding="utf-8"
    )
    return f"{len(rows)} messages: " + ", ".join(f"{name} {value}" for name, value in levels.items())


def _first(path: Path, card: dict[str, Any]) -> None:
    """A card fresh from training has no levels, and reading needs some: those that change nothing, until they are chosen."""
    if "levels" not in card:
        names = [
            US,
            "us beside",
            *map(str, BriefField),
            *(f"{field} beside" for _, field in CUED),
            *map(str, kinds.LEARNED),
        ]
        path.write_text(json.dumps(card | {"levels": dict.fromkeys(names, NEVER)}), encoding="utf-8")


def taken(listener: Listener, messages: Sequence[Heard]) -> list[Row]:
    """The messages, each with what the listener takes from it."""
    found = ((one, listener.hear(visible(one.text), one.before)) for one in messages)
    return [(one, heard) for one, heard in found if heard is not None]


def placed(rows: Sequence[Row], what: str, among: Callable[[str], bool] = lambda _: True) -> Iterator[Scored]:
    """Every sentence or clause with how likely it is of a sort, and whether words of it were marked so."""
    for one, found in rows:
        for start, end in pieces(one.text):
            if among(one.text[start:end]):
                mark = Stretch(start, end, what)
                yield found.likely(what, start, end), any(mark.meets(each) for each in one.stretches)


def cued(rows: Sequence[Row], cue: Cue, what: str) -> Iterator[Scored]:
    """As `placed`, of the sentences and clauses in which the reader of cues has found the one that goes with a field."""
    for one, found in rows:
        starts = [span.start for span in read(one.text, 1).of(cue)]
        for start, end in pieces(one.text):
            if any(start <= each < end for each in starts):
                mark = Stretch(start, end, what)
                yield found.likely(what, start, end), any(mark.meets(each) for each in one.stretches)


def sorted_as(rows: Sequence[Row], kind: str) -> Iterator[Scored]:
    """Every message with how likely it is of a kind, and whether the reader said so."""
    return ((found.kinds[kind], kind in one.kinds) for one, found in rows)


def level(scored: Sequence[Scored], wanted: float, lowest: float = 0.0) -> float:
    """The lowest level from which on all are precise enough, else the best by F0.5 that is right more often than not.

    NEVER when there is none, or when there are too few examples to tell.
    """
    tried = [each for each in LEVELS if each >= lowest]
    reached = {each: _reached(scored, each) for each in tried}
    if sum(right for _, right in scored) < FEW:
        return max(lowest, UNTOLD)
    precise = [
        each for each in tried if all(reached[up][0] >= wanted or not reached[up][1] for up in tried if up >= each)
    ]
    found = [each for each in precise if reached[each][1]]
    if found:
        return min(found)
    fair = [each for each in tried if reached[each][0] >= FAIR]
    return max(fair, key=lambda each: f_measure(*reached[each], BETA), default=NEVER)


def _reached(scored: Sequence[Scored], level: float) -> tuple[float, float]:
    found = [right for likely, right in scored if likely >= level]
    there = sum(right for _, right in scored)
    return (sum(found) / len(found), sum(found) / there) if sum(found) >= LEAST else (0.0, 0.0)


if __name__ == "__main__":
    main()
