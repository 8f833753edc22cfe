"""Promises of the messages with a safety level: how they are read, and that the splits keep apart."""

from pathlib import Path

import pytest

from assistant.errors import CaseMistake
from evals.cues.marked import SPLITS
from evals.safety.levelled import calm, levelled, read


def test_no_message_is_in_two_splits() -> None:
    """What the watch is measured on was not trained on, messages of the other corpora included."""
    train, dev, test = ({each.text for each in levelled(split)} for split in SPLITS)
    assert train
    assert dev
    assert test
    assert not train & dev
    assert not (train | dev) & test
    longer = {text for text in calm("train") if len(text.split()) > 8}
    assert longer
    assert not longer & test


def test_a_wrong_level_is_named_with_its_line(tmp_path: Path) -> None:
    """A level outside 0 to 3 is told with file and line."""
    path = tmp_path / "train-x.txt"
    path.write_text("0 | none | fine\n4 | danger | no such level\n", encoding="utf-8")
    with pytest.raises(CaseMistake, match="line 2"):
        read(path)
