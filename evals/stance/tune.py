"""Decides the temperature of the written judge: `python -m evals.stance.tune`. Refuses to see train and test.

It is fitted on the development split with the int8 file as it ships, and written on its card with the threshold that
follows from the costs (`thresholds.py`) and what is reached there.
Training ends with this; it needs no torch, so a changed label in `dev` asks for no new training.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from assistant.encoder.opened import CARD, TOKENIZER, open_model
from assistant.stance.acts import Act
from assistant.stance.inputs import Row
from assistant.stance.model import ARTEFACT, FOLDER, log_odds
from evals.stance.examples import encoded
from evals.stance.figures import area, count
from evals.stance.rows import Line, digest, lines
from evals.stance.thresholds import LEAK_COST, LEVEL, STOP_COST, probability, temperature


def main() -> None:
    """Choose on dev, write the card, print what is reached there."""
    print(tune(FOLDER))


def tune(folder: Path) -> str:
    """Complete the card in a folder; one line of what is reached on dev."""
    dev = lines("dev")
    odds = shipped_odds(folder, dev)
    held = [(not line.act.in_stance, each) for line, each in zip(dev, odds, strict=True)]
    divisor = temperature(held)
    scored = [(out, probability(each, divisor)) for out, each in held]
    counts = count([(out, each >= LEVEL) for out, each in scored])
    path = folder / CARD
    card = json.loads(path.read_text(encoding="utf-8"))
    card |= {
        "temperature": round(divisor, 3),
        "threshold": round(LEVEL, 4),
        "threshold_costs": {"leak": LEAK_COST, "false_stop": STOP_COST},
        "dev_sha256": digest("dev"),
        "on_dev": {
            "rows": len(dev),
            "out_of_stance_stopped": round(counts.recall, 4),
            "in_stance_stopped": round(counts.stopped / max(1, counts.stopped + counts.passed), 4),
            "area_under_curve": round(area(scored), 4),
        },
    }
    path.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    return f"threshold {LEVEL:.4f}, area under the curve {area(scored):.4f}, {counts.line()}"


def shipped_odds(folder: Path, chosen: Sequence[Line]) -> list[float]:
    """Log odds of being out of stance that the written file gives each line."""
    opened = open_model(folder / ARTEFACT, TOKENIZER)
    acts = [Act(name) for name in json.loads((folder / CARD).read_text(encoding="utf-8"))["acts"]]
    rows: list[Row] = encoded(opened.tokenizer, chosen)
    return [
        log_odds([float(each) for each in opened.run(input_ids=row.ids, roles=row.roles)[0][0]], acts) for row in rows
    ]


if __name__ == "__main__":
    main()
