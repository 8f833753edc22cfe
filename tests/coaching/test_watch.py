"""Promises of the trained watch: likelihoods of four levels, the gravest window counts, files held to their card."""

import hashlib
import json
from pathlib import Path

import pytest

from assistant.coaching.watch import ARTEFACT, FOLDER, Watch, shipped
from assistant.encoder.opened import CARD
from assistant.errors import IndexUnavailable
from assistant.schemas import SafetyLevel
from evals.safety.levelled import digest

PLAIN = "I have written the letters to my kids and I will be gone by Friday night."
"""Danger without a word the rules know."""


def test_the_four_levels_add_up_to_one() -> None:
    """Every message has a likelihood of each level, an empty one is nothing."""
    assert abs(sum(shipped().levels("The rota is wrong again.")) - 1.0) < 1e-6
    assert shipped().levels("   ")[SafetyLevel.NOTHING] == 1.0


def test_the_card_tells_of_this_file_and_these_levels() -> None:
    """File, training messages and development messages are the ones the card names, and each way of meeting has a level."""
    card = json.loads((FOLDER / CARD).read_text(encoding="utf-8"))
    assert card["artefact"]["sha256"] == hashlib.sha256((FOLDER / ARTEFACT).read_bytes()).hexdigest()
    assert (card["trained_on"]["train_sha256"], card["dev_sha256"]) == (digest("train"), digest("dev"))
    assert card["levels"]["danger"] > card["levels"]["despair"] > card["levels"]["aside"]


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    """A file cut short ends in one sentence that names it, before anything is read with it."""
    (tmp_path / CARD).write_bytes((FOLDER / CARD).read_bytes())
    (tmp_path / ARTEFACT).write_bytes(b"short")
    with pytest.raises(IndexUnavailable, match=ARTEFACT):
        Watch(tmp_path).levels("I feel tired.")
