"""Promises of changing a draft word by word: tags undo the difference, versions come likeliest first and differ."""

import pytest

from assistant.questions.changes import versions
from assistant.questions.edits import Tag, applied, places, tags
from assistant.questions.model import Instead

PAIRS = [
    pytest.param("So, um, what do you want from her", "What do you want from her?", id="lead-in-goes"),
    pytest.param("Did he say anything?", "What did he say?", id="opened"),
    pytest.param("What happened, and why?", "What happened?", id="second-goes"),
    pytest.param(
        "how do u want to meet this dragon next time", "How do you want to meet her next time?", id="word-swapped"
    ),
    pytest.param("What's it like, you know, at the front desk?", "What's it like at the front desk?", id="aside-goes"),
]


@pytest.mark.parametrize(("draft", "rewrite"), PAIRS)
def test_the_changes_make_the_rewrite(draft: str, rewrite: str) -> None:
    """Whatever a person wrote instead of a draft can be told as tags, and the tags give it back."""
    assert applied(draft, tags(draft, rewrite)) == rewrite


def test_nothing_is_left_of_a_draft_whose_words_all_go() -> None:
    """A draft without a word kept gives no question."""
    assert applied("Hm.", [Tag(False), Tag(False), Tag(True)]) == ""


def instead(draft: str, keep: list[float], phrases: list[tuple[tuple[int, float], ...]]) -> Instead:
    """What a network might hold of the words of a draft."""
    assert len(keep) == len(places(draft)) == len(phrases) - 1
    return Instead(tuple(keep), tuple(phrases), (), ())


def test_versions_come_likeliest_first_and_differ() -> None:
    """The first version takes the likeliest of each; then one decision is taken otherwise; the draft itself never comes back."""
    none = ((0, 1.0),)
    draft = "Maybe, what do you want?"
    held = instead(draft, [0.3, 0.4, 0.99, 0.99, 0.99, 0.99, 0.99], [none] * 8)
    found = list(versions(draft, held, ("now",)))
    assert found[0] == "What do you want?"
    assert len({*found}) == len(found)
    assert draft not in found


def test_only_cuts_are_tried() -> None:
    """A version with a phrase put in, or with a hole in its middle, is not tried: every second of them was no English."""
    none, put = ((0, 1.0),), ((1, 1.0),)
    draft = "What do you really want now?"
    assert not list(versions(draft, instead(draft, [0.9, 0.9, 0.9, 0.1, 0.9, 0.9, 0.9], [none] * 8), ("then",)))
    assert not list(versions(draft, instead(draft, [0.9] * 7, [put, *[none] * 7]), ("then",)))
