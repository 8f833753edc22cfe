"""Decides how a text becomes a unit vector; refuses to know what the vectors are compared with or stored in.

Source: sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0),
stored as int8; `card.json` says how close it stays to the float model, `convert.py` makes it again.
"""

import threading
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.encoder.opened import Opened, check_sizes, open_model

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


class Encoder:
    """Sentence vectors from the shipped model; opened at first use, and one object serves all threads.

    Rows are computed one text at a time, without padding. Measured on one core that is about 1.7 times as
    fast as batches of 32 sorted by length, and a vector cannot depend on its neighbours.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._loaded: Opened | None = None

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

    def _load(self) -> Opened:
        with self._lock:
            if self._loaded is None:
                self._loaded = _open(self._folder)
            return self._loaded


def _vector(loaded: Opened, text: str) -> "NDArray[np.float32]":
    """Shape (384,); mean pooling and normalising happen inside the graph."""
    ids = loaded.tokenizer.encode(text).ids
    vector: NDArray[np.float32] = loaded.run(input_ids=ids, attention_mask=[1] * len(ids))[0][0]
    return vector


def _open(folder: Path) -> Opened:
    check_sizes(folder / CARD, {"artefact": folder / ARTEFACT, "tokenizer": folder / TOKENIZER})
    loaded = open_model(folder / ARTEFACT, folder / TOKENIZER)
    loaded.tokenizer.enable_truncation(MAX_TOKENS)
    return loaded


@lru_cache(maxsize=1)
def shipped() -> Encoder:
    """The encoder that ships, one for the process."""
    return Encoder()
