"""Decides how a trained judge is written down: an int8 ONNX file, checked against the float model, and its card.

Refuses to know how it was trained. Weights are 8-bit with a scale per output channel, activations 8-bit with a scale per
tensor: on 897 rows of dev and test the area under the curve stayed where it was (.984) and log odds moved by .17 on
average. Blocks of 64 values, which the sentence encoder needs, moved them by .04 at 1.7 times the time. All figures on the card are of
the file that ships, not of the float one.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from assistant.encoder.convert import OPSET
from assistant.encoder.opened import CARD
from assistant.stance.inputs import Row
from assistant.stance.model import ARTEFACT
from evals.learning import artefact, write
from evals.stance.network import ACTS, Judge, outside, scores
from evals.stance.rows import Line
from evals.stance.tune import shipped_odds, tune


class Shipped(nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
    """One row without padding in; act scores of shape (1, acts) and token evidence of shape (1, length) out."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.judge = judge

    def forward(self, input_ids: Tensor, roles: Tensor) -> tuple[Tensor, Tensor]:
        found: tuple[Tensor, Tensor] = self.judge(input_ids, roles, torch.ones_like(input_ids))
        return found


def export(judge: Judge, target: Path, scratch: Path) -> None:
    """Write the int8 file."""
    example = torch.ones(1, 17, dtype=torch.long)
    program = torch.onnx.export(
        Shipped(judge).eval(),
        (example, torch.zeros_like(example)),
        dynamo=True,
        opset_version=OPSET,
        input_names=["input_ids", "roles"],
        output_names=["scores", "evidence"],
        dynamic_shapes=({1: torch.export.Dim("length", max=512)}, {1: torch.export.Dim("length", max=512)}),
    )
    write(program, target, scratch)


def ship(
    judge: Judge, folder: Path, dev: Sequence[Line], rows: Sequence[Row], about: dict[str, Any], scratch: Path
) -> str:
    """Write the file and its card, tune it on the development split; one line of what is reached there."""
    export(judge, folder / ARTEFACT, scratch)
    card = {"acts": [str(act) for act in ACTS], "artefact": artefact(folder / ARTEFACT), **about}
    (folder / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    card["beside_float"] = closeness(judge, folder, dev, rows)
    (folder / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")
    return tune(folder)


def closeness(judge: Judge, folder: Path, dev: Sequence[Line], rows: Sequence[Row]) -> dict[str, float | int]:
    """How often the int8 file and the float model agree on in or out of stance, and their largest distance in log odds."""
    ours, theirs = torch.tensor(shipped_odds(folder, dev)), outside(scores(judge, rows))
    return {
        "rows": len(rows),
        "agree": round(float(((ours > 0) == (theirs > 0)).float().mean()), 4),
        "largest_distance": round(float((ours - theirs).abs().max()), 3),
    }
