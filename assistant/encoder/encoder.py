"""Decides how a text becomes a unit vector; refuses to know what the vectors are compared with or stored in.

The only owner of onnxruntime and tokenizers. Source: sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0),
stored as int8; `card.json` says how close it stays to the float model, `convert.py` makes it again.
"""

import json
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import IndexUnavailable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DIMENSION = 384
MAX_TOKENS = 256  # what upstream was trained with; the rest of a longer text is not read
# The last part is the start of the artefact's sha256: vectors kept under another id must be computed again.
MODEL_ID = "all-MiniLM-L6-v2.int8.2dae19bd"
ARTEFACT = "minilm-l6-v2.int8.onnx"
TOKENIZER = "tokenizer.json"
CARD = "card.json"
FOLDER = Path(__file__).parent

_REPAIR = "install Askwell again or run assistant/encoder/convert.py"


@dataclass(frozen=True)
class _Loaded:
    tokenizer: Any
    session: Any


class Encoder:
    """Sentence vectors from the shipped model; opened at first use, and one object serves all threads.

    Rows are computed one text at a time, without padding. Measured on one core that is about 1.7 times as
    fast as batches of 32 sorted by length, and a vector cannot depend on its neighbours.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._loaded: _Loaded | None = None

    def encode(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Vectors of cleaned texts: shape (n, 384), float32, each row of length 1; (0, 384) for no texts.

        Raises IndexUnavailable if a model file is missing or is not the one `card.json` describes.
        """
        import numpy as np

        rows = np.empty((len(texts), DIMENSION), dtype=np.float32)
        if len(texts):
            loaded = self._load()
            for row, text in zip(rows, texts, strict=True):
                row[:] = _vector(loaded, text)
        return rows

    def _load(self) -> _Loaded:
        with self._lock:
            if self._loaded is None:
                self._loaded = _open(self._folder)
            return self._loaded


def _vector(loaded: _Loaded, text: str) -> "NDArray[np.float32]":
    """Shape (384,); mean pooling and normalising happen inside the graph."""
    import numpy as np

    ids = np.array([loaded.tokenizer.encode(text).ids], dtype=np.int64)
    (vectors,) = loaded.session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
    vector: NDArray[np.float32] = vectors[0]
    return vector


def _open(folder: Path) -> _Loaded:
    _check_sizes(folder)
    import onnxruntime
    from tokenizers import Tokenizer

    onnxruntime.disable_telemetry_events()
    try:
        tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
        session = onnxruntime.InferenceSession(
            str(folder / ARTEFACT), _session_options(), providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # both libraries raise bare Exception subclasses for files they cannot read
        raise IndexUnavailable(f"The sentence encoder in {folder} cannot be read; {_REPAIR}.") from error
    tokenizer.no_padding()  # upstream's file pads to 128 and cuts at 128
    tokenizer.enable_truncation(MAX_TOKENS)
    return _Loaded(tokenizer, session)


def _session_options() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # On a busy machine several threads wait for one another and can be many times slower than one.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only
    return options


def _check_sizes(folder: Path) -> None:
    """Sizes only, which catches unfetched and cut-off files in microseconds; the tests compare the sha256."""
    try:
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        expected = {ARTEFACT: card["artefact"]["bytes"], TOKENIZER: card["tokenizer"]["bytes"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexUnavailable(f"The encoder's {CARD} in {folder} cannot be read; {_REPAIR}.") from error
    for name, size in expected.items():
        path = folder / name
        found = path.stat().st_size if path.is_file() else 0
        if found != size:
            raise IndexUnavailable(f"The encoder's {name} has {found} bytes, not {size}; {_REPAIR}.")
