"""Decides how the encoder of a shipped int8 network is had back in float, to go on training from it; refuses to know its heads.

What `learning.write` rounded is multiplied out: hidden states correlate .999 with those of the file. So a later network
needs only what is in the repository, not the weights of an earlier run.
"""

from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import numpy_helper

MATRICES = (
    "attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense",
    "intermediate.dense", "output.dense",
)  # fmt: skip
"""The matrices of one layer, in the order in which the graph uses them."""
ROUNDED, LAYERS = "_quantized", 6


def encoder_of(path: Path) -> dict[str, Any]:
    """The weights of the MiniLM in an ONNX file, named as transformers names them, each beginning with "bert."."""
    held = {each.name: numpy_helper.to_array(each) for each in onnx.load(path).graph.initializer}
    whole = {name: array for name, array in held.items() if "bert." in name and not _part(name)}
    rounded = [name.removesuffix(ROUNDED) for name in held if name.endswith(ROUNDED)]
    tables = {name: _float(held, name) for name in rounded if "bert." in name}
    graph = sorted((name for name in rounded if "bert." not in name), key=lambda name: int(name.rpartition("_")[2]))
    named = [f"bert.encoder.layer.{layer}.{matrix}.weight" for layer in range(LAYERS) for matrix in MATRICES]
    turned = {name: _float(held, each).T for name, each in zip(named, graph, strict=False)}
    every = {name[name.index("bert.") :]: array for name, array in {**whole, **tables}.items()} | turned
    return {name: torch.tensor(np.ascontiguousarray(array)) for name, array in every.items()}


def _part(name: str) -> bool:
    return name.endswith((ROUNDED, "_scale", "_zero_point", "position_ids"))


def _float(held: dict[str, Any], name: str) -> Any:
    return (held[name + ROUNDED].astype(np.float32) - held[f"{name}_zero_point"].astype(np.float32)) * held[
        f"{name}_scale"
    ]
