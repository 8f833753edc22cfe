"""Promises of the marked messages: how they are read, how hands are counted, and that the splits keep apart."""

from pathlib import Path

import pytest

from assistant.errors import CaseMistake
from assistant.schemas import Cue
from evals.cues.marked import SPLITS, Mark, agreed, marked, read


def test_a_file_of_marks_is_read(tmp_path: Path) -> None:
    """Lines of a message are joined, and “#2” means the second place where the words stand."""
    path = tmp_path / "train-x.txt"
    path.write_text("# a\n> never say\n> never\nabsolute#2: never\n\n# b\n> nothing\n", encoding="utf-8")
    first, second = read(path)
    assert first.text == "never say\nnever"
    assert first.marks == (Mark(10, 15, Cue.ABSOLUTE),)
    assert second.marks == ()


@pytest.mark.parametrize("line", ["absolut: never", "absolute: always", "absolute never"])
def test_a_wrong_mark_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    """An unknown cue or words that do not stand in the message are told with file and line."""
    path = tmp_path / "train-x.txt"
    path.write_text(f"# a\n> never say never\n{line}\n", encoding="utf-8")
    with pytest.raises(CaseMistake, match=r"train-x\.txt, line 3"):
        read(path)


def test_two_hands_of_three_make_a_mark() -> None:
    """Overlapping marks of a majority count once, as the shortest of them; one hand alone counts nothing."""
    long, short, other = Mark(0, 20, Cue.FEELING), Mark(5, 9, Cue.FEELING), Mark(5, 9, Cue.WISH)
    assert agreed([[long], [short], [other]]) == (short,)
    assert agreed([[long], [], []]) == ()


def test_no_message_is_in_two_splits() -> None:
    """What is measured on was not trained on: no message is in two splits, but for "idk" and the like."""
    train, dev, test = ({each.text for each in marked(split) if len(each.text.split()) > 2} for split in SPLITS)
    assert train
    assert dev
    assert test
    assert not train & dev
    assert not (train | dev) & test
