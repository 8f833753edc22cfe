"""Decides how a model file is opened and run on this machine; refuses to know what any model computes.

The only place that imports onnxruntime and tokenizers.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import IndexUnavailable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

REPAIR = "install Askwell again"


@dataclass(frozen=True)
class Opened:
    """A model ready to run: `tokenizer` (of the library tokenizers, no padding, no cutting) and the session."""

    tokenizer: Any
    session: Any

    def run(self, **inputs: Sequence[int]) -> "list[NDArray[np.float32]]":
        """Every output of the graph for one row of int64 inputs, each given as shape (1, length)."""
        import numpy as np

        named = {name: np.array([values], dtype=np.int64) for name, values in inputs.items()}
        outputs: list[NDArray[np.float32]] = self.session.run(None, named)
        return outputs


def open_model(artefact: Path, tokenizer: Path) -> Opened:
    """Open both files. Raises IndexUnavailable when one cannot be read."""
    import onnxruntime
    from tokenizers import Tokenizer

    onnxruntime.disable_telemetry_events()
    try:
        words = Tokenizer.from_file(str(tokenizer))
        session = onnxruntime.InferenceSession(str(artefact), _options(), providers=["CPUExecutionProvider"])
    except Exception as error:  # both libraries raise bare Exception subclasses for files they cannot read
        raise IndexUnavailable(f"The model {artefact.name} in {artefact.parent} cannot be read; {REPAIR}.") from error
    words.no_padding()  # upstream's file pads to 128 and cuts at 128
    words.no_truncation()
    return Opened(words, session)


def check_sizes(card: Path, files: Mapping[str, Path]) -> dict[str, Any]:
    """The card as read. Compares sizes only, which catches unfetched and cut-off files in microseconds.

    `files` maps the card's section to the file it describes; the tests compare the sha256. Raises IndexUnavailable.
    """
    try:
        about: dict[str, Any] = json.loads(card.read_text(encoding="utf-8"))
        expected = {path: about[section]["bytes"] for section, path in files.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexUnavailable(f"The model's {card.name} in {card.parent} cannot be read; {REPAIR}.") from error
    for path, size in expected.items():
        found = path.stat().st_size if path.is_file() else 0
        if found != size:
            raise IndexUnavailable(f"The model's {path.name} has {found} bytes, not {size}; {REPAIR}.")
    return about


def _options() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # On a busy machine several threads wait for one another and can be many times slower than one.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only
    return options
