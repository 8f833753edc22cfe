"""Decides how a network of ours is fine-tuned and written down; refuses to know what it learns and from which rows.

Shared by the judge (`evals/stance`) and the cue reader (`evals/cues`). Needs torch and onnx, which Askwell itself does not.
"""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from assistant.encoder.convert import sha256, strip_notes


def like_length(lengths: Sequence[int], size: int, shuffled: random.Random | None = None) -> list[list[int]]:
    """Places of rows in batches of like length; in a shuffled order of batches when a random source is given."""
    order = sorted(range(len(lengths)), key=lambda at: lengths[at] + (shuffled.random() * 8 if shuffled else 0))
    cut = [order[at : at + size] for at in range(0, len(order), size)]
    if shuffled:
        shuffled.shuffle(cut)
    return cut


def optimiser(network: Any, steps: int, rate: float, head_rate: float, decay: float, warmup: float) -> tuple[Any, Any]:
    """AdamW with a rate of its own for the head, and a schedule that warms up and falls to nothing."""
    body = [each for name, each in network.named_parameters() if name.startswith("bert") and each.requires_grad]
    head = [each for name, each in network.named_parameters() if not name.startswith("bert")]
    found = torch.optim.AdamW([{"params": body, "lr": rate}, {"params": head, "lr": head_rate}], weight_decay=decay)
    warm = max(1, int(steps * warmup))
    return found, torch.optim.lr_scheduler.LambdaLR(
        found, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )


class Averaged:
    """A running mean of a network's weights, which is steadier than the last step's."""

    def __init__(self, network: Any, keep: float) -> None:
        self._network, self._keep, self._done = network, keep, 0
        self._mean = {name: value.clone() for name, value in network.state_dict().items() if value.is_floating_point()}

    def step(self) -> None:
        """Take the weights in after one step of training."""
        self._done += 1
        keep = min(self._keep, self._done / (self._done + 10))
        for name, value in self._network.state_dict().items():
            if name in self._mean:
                self._mean[name].mul_(keep).add_(value, alpha=1 - keep)

    def settle(self) -> None:
        """Give the network the mean."""
        self._network.load_state_dict(self._mean, strict=False)
        self._network.eval()


def learn(network: Any, cost: Tensor, optimiser: Any, schedule: Any) -> float:
    """One step down a cost; the cost."""
    optimiser.zero_grad()
    cost.backward()
    nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    schedule.step()
    return float(cost.detach())


def quiet(threads: int) -> None:
    """Only deterministic operations, so many threads."""
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(True)


def mean(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of several networks' weights, trained from the same start with different seeds.

    A "model soup" (Wortsman et al. 2022): nearly what asking all of them would give, at the price of one.
    """
    first = {name: value.clone() for name, value in states[0].items()}
    for name, value in first.items():
        if value.is_floating_point():
            value.copy_(torch.stack([state[name] for state in states]).mean(0))
    return first


def write(program: Any, target: Path, scratch: Path) -> None:
    """An exported forward pass as an int8 ONNX file: weights 8-bit with a scale per output channel.

    One bit of the weights is left free (`reduce_range`), since processors without VNNI overflow otherwise.
    """
    program.save(scratch / "float.onnx", external_data=False)
    target.parent.mkdir(parents=True, exist_ok=True)
    quantize_dynamic(scratch / "float.onnx", target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    small = onnx.load(target)
    strip_notes(small)
    onnx.save(small, target)


def artefact(path: Path) -> dict[str, object]:
    """What a card says of a written file."""
    return {"file": path.name, "bytes": path.stat().st_size, "sha256": sha256(path)}
