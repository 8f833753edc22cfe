"""Decides the levels of the shipped fault reader: `python -m evals.sharpening.tune`. Refuses to see train and test.

All on the development split, with the int8 file as it ships. For every fault the level with the best F1 on the first hand's
labels, once alone and once for drafts in which a rule has met the fault as well.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from assistant.encoder.opened import CARD
from assistant.questions.faults import by_rules
from assistant.questions.model import FOLDER, FaultReader
from assistant.questions.rules import Fault
from evals.labels import f_measure
from evals.sharpening.labelled import digest, drafted

LEVELS = [round(0.05 * step, 2) for step in range(1, 20)]
MIDDLE = 0.5
SOUND = 0.8
"""Likelihood from which a rewrite is taken for a sentence somebody would say (read off 300 that were written for drafts of dev)."""
LEAST = 0.35
"""Below this a fault that no rule has met is not named: a sharp question called faulty costs more trust than a fault passed over."""
SMOOTH = 0.02
"""How far F1 may fall below the best for a level nearer to the middle: the development split is small."""
Scored = tuple[float, bool]
"""How likely a fault was held, and whether the hand named it."""


def main() -> None:
    """Choose on dev, write the card, print what was chosen."""
    print(tune(FOLDER))


def tune(folder: Path) -> str:
    """Write the levels on the card; one line of them."""
    path, reader, drafts = folder / CARD, FaultReader(folder), drafted("dev")
    card = json.loads(path.read_text(encoding="utf-8"))
    likely = [reader.see(each.text, each.context).likely for each in drafts]
    met = [{fault.name for fault in by_rules(each.text, each.context)} for each in drafts]
    levels = {}
    for fault in Fault:
        rows = [(each[fault], fault in draft.hands[0].faults) for each, draft in zip(likely, drafts, strict=True)]
        alone = level([row for row, rules in zip(rows, met, strict=True) if fault not in rules])
        levels[str(fault)] = max(alone, LEAST)
        levels[f"{fault} beside"] = level(
            [row for row, rules in zip(rows, met, strict=True) if fault in rules], LEVELS[0]
        )
    levels["sound"] = SOUND
    path.write_text(
        json.dumps(card | {"levels": levels, "dev_sha256": digest("dev")}, indent=2) + "\n", encoding="utf-8"
    )
    return f"{len(drafts)} drafts: " + ", ".join(f"{name} {at}" for name, at in levels.items())


def level(scored: Sequence[Scored], wanted: float = MIDDLE) -> float:
    """Of the levels with nearly the best F1 the one nearest to the wanted one: beside a rule the lowest."""
    reached = {each: f1(scored, each) for each in LEVELS}
    best = max(reached.values())
    return min((each for each in LEVELS if reached[each] >= best - SMOOTH), key=lambda each: abs(each - wanted))


def f1(scored: Sequence[Scored], level: float) -> float:
    """Of naming the fault from this level on; 1 where there is nothing to find and nothing is found."""
    found = [right for likely, right in scored if likely >= level]
    there = sum(right for _, right in scored)
    if not found or not there:
        return float(not found and not there)
    return f_measure(sum(found) / len(found), sum(found) / there, 1.0)


if __name__ == "__main__":
    main()
