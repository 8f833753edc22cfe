"""Decides the levels from which a message is taken to ask something, on the development split: `python -m evals.asking.tune`."""

import json
from pathlib import Path

from assistant.coaching.asking import FOLDER, Asker, Asks
from assistant.encoder.opened import CARD
from assistant.evaluation.statistics import share
from evals.asking.said import said

FALSE = {Asks.PLEA: 0.05, Asks.EXPLAIN: 0.02, Asks.PROCESS: 0.02, Asks.CLOSE: 0.01, Asks.COURTESY: 0.01}
"""Share of other messages that may be taken for each; the other messages of dev were written to be mistaken for pleas."""
LEAST = 0.5


def tune(folder: Path = FOLDER) -> str:
    """Write the levels into the card; what they reach on dev."""
    asker, rows, lines, levels = Asker(folder), said("dev"), list[str](), dict[str, float]()
    likely = [asker.likely(row.text) for row in rows]
    for what, allowed in FALSE.items():
        other = sorted(
            (each[what] for row, each in zip(rows, likely, strict=True) if row.asks is not what), reverse=True
        )
        levels[what] = round(max(LEAST, other[int(allowed * len(other))] + 0.001), 3)
        there = [each[what] for row, each in zip(rows, likely, strict=True) if row.asks is what]
        lines.append(
            f"{what:<9} from {levels[what]:.2f}: seen {share(sum(each >= levels[what] for each in there), len(there))}"
        )
    card = json.loads((folder / CARD).read_text(encoding="utf-8"))
    (folder / CARD).write_text(json.dumps(card | {"levels": levels}, indent=2) + "\n", encoding="utf-8")
    return "\n".join(lines)


if __name__ == "__main__":
    print(tune())
