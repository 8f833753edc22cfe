"""Decides how a model file is opened and run on this machine; refuses to know what any model computes.

The only place that imports onnxruntime and tokenizers.
"""

import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import IndexUnavailable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

REPAIR = "install Askwell again"
CARD = "card.json"
TOKENIZER = Path(__file__).parent / "tokenizer.json"


@dataclass(frozen=True)
class Opened:
    """A model ready to run: `tokenizer` (of the library tokenizers, no padding, no cutting) and the session."""

    tokenizer: Any
    session: Any

    def run(self, **inputs: Sequence[int]) -> "list[NDArray[np.float32]]":
        """Every output of the graph for one row of int64 inputs, each given as shape (1, length)."""
        import numpy as np

        named = {name: np.array([values], dtype=np.int64) for name, values in inputs.items()}
        return self.feed(**named)

    def feed(self, **inputs: "NDArray[Any]") -> "list[NDArray[np.float32]]":
        """Every output of the graph for inputs that already have the shape it takes."""
        outputs: list[NDArray[np.float32]] = self.session.run(None, inputs)
        return outputs


class Kept:
    """A trained model with its card, which open at first use; one object serves all threads.

    `folder` holds the file `artefact` and its `card.json`, which describes it under `section`; the tokenizer is the one all shipped models share.
    """

    def __init__(self, folder: Path, artefact: str, section: str = "artefact") -> None:
        self._folder, self._artefact, self._section = folder, artefact, section
        self._lock = threading.Lock()
        self._open: tuple[Opened, dict[str, Any]] | None = None

    def open(self) -> tuple[Opened, dict[str, Any]]:
        """The model and its card. Raises IndexUnavailable when a file is missing or is not the one the card describes."""
        with self._lock:
            if self._open is None:
                path = self._folder / self._artefact
                card = check_sizes(self._folder / CARD, {self._section: path})
                self._open = open_model(path, TOKENIZER), card
            return self._open


def open_tokenizer(path: Path) -> Any:
    """Upstream's tokenizer as everything here reads with it: its file pads to 128 and cuts at 128, we do neither."""
    from tokenizers import Tokenizer

    words = Tokenizer.from_file(str(path))
    words.no_padding()
    words.no_truncation()
    return words


def open_model(artefact: Path, tokenizer: Path) -> Opened:
    """Open both files. Raises IndexUnavailable when one cannot be read."""
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    try:
        words = open_tokenizer(tokenizer)
        session = onnxruntime.InferenceSession(str(artefact), _options(), providers=["CPUExecutionProvider"])
    except Exception as error:  # both libraries raise bare Exception subclasses for files they cannot read
        raise IndexUnavailable(f"The model {artefact.name} in {artefact.parent} cannot be read; {REPAIR}.") from error
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
