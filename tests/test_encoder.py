"""Promises of the sentence encoder: sensible neighbours, one vector per text, files as the card says."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from assistant import errors
from assistant.encoder import DIMENSION, MODEL_ID, Encoder
from assistant.encoder.encoder import ARTEFACT, CARD, FOLDER, MAX_TOKENS, TOKENIZER

# The int8 layers scale each block of a row by itself: neighbours change a vector by rounding only (1e-6).
TOLERANCE = 1e-5

TEXTS = (
    "The rota changes every week and nobody asks us.",
    "Two directors give me opposite instructions.",
    "What have you already tried with your deputy?",
    "Ja.",
    " ".join(["We talked about the roof, the drains and the cost of scaffolding."] * 12),
    "",
)

# A text, one on the same matter, one on another, and the cosines of the float model for both pairs.
TRIPLES = {
    "workload": (
        "I am drowning in tasks and cannot say no.",
        "My plate is too full and I accept every extra job.",
        "The museum opens a new wing for Roman glass.",
        0.319,
        -0.008,
    ),
    "trust": (
        "My team hides mistakes from me.",
        "People I manage are afraid to admit errors.",
        "The bus to the airport leaves from platform two.",
        0.523,
        -0.055,
    ),
    "same topic word, other matter": (
        "Our sales meeting runs over every single time.",
        "Discussions with the sales group never finish on schedule.",
        "The garden centre has a summer sale on ferns.",
        0.507,
        0.217,
    ),
    "question and statement": (
        "How could I raise pay with my boss?",
        "I want to ask my manager for a higher salary.",
        "Otters hold hands while they sleep.",
        0.512,
        -0.086,
    ),
}


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@pytest.mark.parametrize(("text", "near", "far", "near_cosine", "far_cosine"), TRIPLES.values(), ids=TRIPLES.keys())
def test_related_texts_are_nearer(
    encoder: Encoder, text: str, near: str, far: str, near_cosine: float, far_cosine: float
) -> None:
    """A text lies clearly nearer to one on the same matter, by the amounts the float model gives."""
    vectors = encoder.encode([text, near, far])
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2
    assert [vectors[0] @ vectors[1], vectors[0] @ vectors[2]] == pytest.approx([near_cosine, far_cosine], abs=0.03)


def test_rows_have_unit_length(encoder: Encoder) -> None:
    """Every row, of an empty text too, is float32 of length 1, so a dot product is a cosine."""
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), DIMENSION)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=TOLERANCE)


def test_order_and_company_do_not_change_a_vector(encoder: Encoder) -> None:
    """A text has one vector, whatever is encoded with it and in whatever order."""
    together = encoder.encode(TEXTS)
    np.testing.assert_allclose(encoder.encode(TEXTS[::-1])[::-1], together, atol=TOLERANCE)
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    np.testing.assert_allclose(alone, together, atol=TOLERANCE)


def test_no_texts_give_no_rows_and_open_nothing(tmp_path: Path) -> None:
    """An empty list gives shape (0, 384), without any model file."""
    assert Encoder(tmp_path).encode([]).shape == (0, DIMENSION)


def test_reads_256_tokens_and_no_more(encoder: Encoder) -> None:
    """Words after the 256th token change nothing; words before it, past upstream's 128, do."""
    room = MAX_TOKENS - 2  # the first and last token mark the ends
    full, longer = "river " * room, "river " * room + "invoice " * 50
    late = "river " * (room - 50) + "invoice " * 50
    vectors = encoder.encode([full, longer, late])
    np.testing.assert_allclose(vectors[0], vectors[1], atol=TOLERANCE)
    assert vectors[0] @ vectors[2] < 0.99


def test_threads_share_one_encoder() -> None:
    """Threads that meet at first use get the vectors one thread gets."""
    shared, expected = Encoder(), Encoder().encode(TEXTS)
    with ThreadPoolExecutor(4) as pool:
        for vectors in pool.map(lambda _: shared.encode(TEXTS), range(4)):
            np.testing.assert_allclose(vectors, expected, atol=TOLERANCE)


@pytest.mark.parametrize("part", ["artefact", "tokenizer"])
def test_files_are_those_of_the_card(part: str) -> None:
    """Size and sha256 of both shipped files equal what card.json says."""
    described = json.loads((FOLDER / CARD).read_text(encoding="utf-8"))[part]
    content = (FOLDER / described["file"]).read_bytes()
    assert len(content) == described["bytes"]
    assert hashlib.sha256(content).hexdigest() == described["sha256"]


def test_model_id_names_the_artefact() -> None:
    """MODEL_ID ends with the start of the artefact's sha256, so another artefact has another id."""
    digest = hashlib.sha256((FOLDER / ARTEFACT).read_bytes()).hexdigest()
    assert MODEL_ID.rsplit(".", 1)[1] == digest[:8]


def test_card_promises_closeness_to_the_float_model() -> None:
    """The shipped conversion was measured on 200 texts or more and never fell below .99."""
    measured = json.loads((FOLDER / CARD).read_text(encoding="utf-8"))["cosine_with_float_model"]
    assert measured["texts"] >= 200
    assert 0.99 <= measured["min"] <= measured["mean"] <= 1


def _without_artefact(folder: Path) -> None:
    (folder / ARTEFACT).unlink()


def _cut_artefact(folder: Path) -> None:
    (folder / ARTEFACT).write_bytes((folder / ARTEFACT).read_bytes()[:1000])


def _scrambled_artefact(folder: Path) -> None:
    (folder / ARTEFACT).write_bytes(b"\xff" * (folder / ARTEFACT).stat().st_size)


def _without_card(folder: Path) -> None:
    (folder / CARD).unlink()


def _card_without_sizes(folder: Path) -> None:
    (folder / CARD).write_text("{}", encoding="utf-8")


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        pytest.param(_without_artefact, ARTEFACT, id="artefact missing"),
        pytest.param(_cut_artefact, "1000 bytes", id="artefact cut off"),
        pytest.param(_scrambled_artefact, "cannot be read", id="artefact of the right size, wrong content"),
        pytest.param(_without_card, CARD, id="card missing"),
        pytest.param(_card_without_sizes, CARD, id="card says nothing"),
    ],
)
def test_damaged_files_have_a_named_error(damage: Callable[[Path], None], named: str, tmp_path: Path) -> None:
    """Missing or wrong files raise IndexUnavailable, which names the file and the way out."""
    for name in (ARTEFACT, TOKENIZER, CARD):
        shutil.copy(FOLDER / name, tmp_path)
    damage(tmp_path)
    with pytest.raises(errors.IndexUnavailable, match=named) as caught:
        Encoder(tmp_path).encode(["hello"])
    assert "install Askwell again" in str(caught.value)


def test_importing_is_light() -> None:
    """Importing the encoder and making one loads neither onnxruntime nor tokenizers nor numpy."""
    code = (
        "import sys; from assistant.encoder import Encoder; Encoder();"
        "print(sorted({'onnxruntime', 'tokenizers', 'numpy', 'torch'} & set(sys.modules)))"
    )
    command, root = [sys.executable, "-c", code], FOLDER.parents[1]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "[]"
