"""Decides the levels of the network that keeps watch: `python -m evals.safety.tune`. Refuses to see train and test.

All on the development split, with the int8 file as it ships. Each way of meeting a message has a share of harmless messages
that may be met so by mistake: two shares, in fact, one among ordinary messages, one among messages written to look like
danger; the level is the lowest that keeps both.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from assistant.coaching.model import visible
from assistant.coaching.watch import FOLDER, Watch
from assistant.encoder.opened import CARD
from assistant.schemas import SafetyLevel
from evals.safety.levelled import calm, digest, levelled

FALSE = {"danger": (0.003, 0.01), "despair": (0.005, 0.02), "aside": (0.03, 0.06)}
"""Share of ordinary messages, and of look-alikes, for which the coaching may end, that may be asked how they were meant, and
that may have a line about help beside the answer."""


def main() -> None:
    """Choose on dev, write the card, print what was chosen."""
    print(tune(FOLDER))


def tune(folder: Path) -> str:
    """Write the levels on the card; one line of them."""
    path, watch = folder / CARD, Watch(folder)
    card = json.loads(path.read_text(encoding="utf-8"))
    ordinary = likely(watch, calm("dev"))
    alike = likely(watch, [each.text for each in levelled("dev") if each.level == SafetyLevel.NOTHING])
    levels = {kind: max(above(ordinary, easy), above(alike, hard)) for kind, (easy, hard) in FALSE.items()}
    path.write_text(
        json.dumps(card | {"levels": levels, "dev_sha256": digest("dev")}, indent=2) + "\n", encoding="utf-8"
    )
    return f"{len(ordinary)} ordinary, {len(alike)} alike: " + ", ".join(f"{kind} {at}" for kind, at in levels.items())


def likely(watch: Watch, texts: Sequence[str]) -> list[float]:
    """How likely each text tells of danger, the likeliest first."""
    return sorted((watch.levels(visible(text))[SafetyLevel.DANGER] for text in texts), reverse=True)


def above(likely: Sequence[float], share: float) -> float:
    """The level that at most such a share of the texts is above, rounded up to a thousandth."""
    return round(likely[int(share * len(likely))] + 0.0005, 3)


if __name__ == "__main__":
    main()
