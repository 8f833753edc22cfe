"""Decides how a trained judge is written down: an int8 ONNX file, checked against the float model, and its card.

Refuses to know how it was trained. Weights are 8-bit with a scale per output channel, activations 8-bit with a scale per
tensor: on 897 rows of dev and test the area under the curve stayed where it was (.984) and log odds moved by .17 on
average. Blocks of 64 values, which the sentence encoder needs, moved them by .04 at 1.7 times the time. One bit of the
weights is left free (`reduce_range`), since processors without VNNI overflow otherwise. All figures on the card are of
the file that ships, not of the float one.
"""

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from assistant.encoder.convert import OPSET, sha256, strip_notes
from assistant.encoder.opened import open_model
from assistant.stance.inputs import Row
from assistant.stance.model import ARTEFACT, CARD, TOKENIZER
from evals.stance.figures import area
from evals.stance.network import ACTS, Judge, outside, scores
from evals.stance.rows import Line
from evals.stance.thresholds import cheapest, temperature


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
    program.save(scratch / "float.onnx", external_data=False)
    target.parent.mkdir(parents=True, exist_ok=True)
    quantize_dynamic(scratch / "float.onnx", target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    small = onnx.load(target)
    strip_notes(small)
    onnx.save(small, target)


def shipped_scores(folder: Path, rows: Sequence[Row]) -> Tensor:
    """Act scores of the written file, shape (rows, acts)."""
    opened = open_model(folder / ARTEFACT, TOKENIZER)
    return torch.tensor([opened.run(input_ids=row.ids, roles=row.roles)[0][0].tolist() for row in rows])


def closeness(judge: Judge, folder: Path, rows: Sequence[Row]) -> dict[str, float | int]:
    """How often the int8 file and the float model agree on in or out of stance, and their largest distance in log odds."""
    ours, theirs = outside(shipped_scores(folder, rows)), outside(scores(judge, rows))
    return {
        "rows": len(rows),
        "agree": round(float(((ours > 0) == (theirs > 0)).float().mean()), 4),
        "largest_distance": round(float((ours - theirs).abs().max()), 3),
    }


def write_card(folder: Path, about: dict[str, Any]) -> None:
    """Write card.json: what the file is, what it was made from, what it reaches."""
    path = folder / ARTEFACT
    artefact = {"file": ARTEFACT, "bytes": path.stat().st_size, "sha256": sha256(path)}
    card = {"acts": [str(act) for act in ACTS], "artefact": artefact, **about}
    (folder / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def ship(
    judge: Judge, folder: Path, dev: Sequence[Line], rows: Sequence[Row], about: dict[str, Any], scratch: Path
) -> None:
    """Write the file, choose temperature and threshold on the development split with it, write the card."""
    export(judge, folder / ARTEFACT, scratch)
    out = [not line.act.in_stance for line in dev]
    odds = list(zip(out, outside(shipped_scores(folder, rows)).tolist(), strict=True))
    divisor = temperature(odds)
    scored = [(held, 1 / (1 + math.exp(-each / divisor))) for held, each in odds]
    level = cheapest(scored)
    stopped = [probability >= level for _, probability in scored]
    figures = {
        "rows": len(dev),
        "out_of_stance_stopped": _share([stop for held, stop in zip(out, stopped, strict=True) if held]),
        "in_stance_stopped": _share([stop for held, stop in zip(out, stopped, strict=True) if not held]),
        "area_under_curve": round(area(scored), 4),
    }
    write_card(
        folder,
        {
            "temperature": round(divisor, 3),
            "threshold": round(level, 4),
            "on_dev": figures,
            "beside_float": closeness(judge, folder, rows),
            **about,
        },
    )


def _share(held: Sequence[bool]) -> float:
    return round(sum(held) / len(held), 4)
