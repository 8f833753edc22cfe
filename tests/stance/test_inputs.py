"""What the trained judge reads of a sentence: whose each word is, and which of the thinker's words it is read after."""

from pathlib import Path
from typing import Any

import pytest

from assistant import encoder
from assistant.encoder.opened import open_model
from assistant.stance.inputs import MAX_BEFORE, MAX_SENTENCE, MAX_THINKER, Role, Row, row
from assistant.stance.model import ARTEFACT, FOLDER
from assistant.stance.reading import read

SAID = ("I keep covering the late shift for Priya.", "Maybe I should hand back the rota.")


@pytest.fixture(scope="module")
def tokenizer() -> Any:
    return open_model(FOLDER / ARTEFACT, Path(encoder.__file__).parent / "tokenizer.json").tokenizer


def laid(
    tokenizer: Any, text: str, thinker: tuple[str, ...] = SAID, item: bool = False, said: tuple[str, ...] = ()
) -> Row:
    reading = read(text, thinker)
    return row(tokenizer, reading.text, item, said, thinker, reading.own)


def words(tokenizer: Any, found: Row, role: Role) -> str:
    return str(tokenizer.decode([each for each, its in zip(found.ids, found.roles, strict=True) if its == role]))


def test_echoed_and_new_words_are_told_apart(tokenizer: Any) -> None:
    """A content word counts as the thinker's in any of its forms; every other content word is new; grammar is plain."""
    found = laid(tokenizer, "You are covering shifts, so email the director.")
    assert words(tokenizer, found, Role.ECHOED) == "covering shifts"
    assert words(tokenizer, found, Role.NEW) == "email director"
    assert "you are" in words(tokenizer, found, Role.PLAIN)


def test_a_quotation_of_the_thinker_is_masked(tokenizer: Any) -> None:
    """The thinker's own words in quotation marks are one sign, whatever they say."""
    assert "§" in tokenizer.decode(list(laid(tokenizer, "You said “I should hand back the rota”.").ids))


def test_the_sentence_the_coach_and_the_thinker_keep_to_their_room(tokenizer: Any) -> None:
    """However long each part is, none takes the room of another."""
    long = "the rota and the rota again " * 60
    found = laid(tokenizer, long, (long, long), said=(long, long))
    count = {role: sum(its == role for its in found.roles) for role in Role}
    assert len(found.offsets) == MAX_SENTENCE
    assert (count[Role.BEFORE], count[Role.THINKER]) == (MAX_BEFORE + 1, MAX_THINKER + 1)
    assert len(found.ids) == len(found.roles)


def test_of_a_long_story_the_part_that_matters_is_read(tokenizer: Any) -> None:
    """What the sentence talks about is found far back, and the thinker's last words are always there."""
    story = (
        "I might sell the boat.",
        *(f"On day {n} we counted the crates in hall {n}." for n in range(40)),
        "So much for today.",
    )
    heard = words(tokenizer, laid(tokenizer, "What would selling the boat give you?", story), Role.THINKER)
    assert "i might sell the boat" in heard
    assert "so much for today" in heard


def test_a_list_item_is_marked(tokenizer: Any) -> None:
    """Where a sentence stands changes what it is, so it is said."""
    assert laid(tokenizer, "Early starts", item=True).ids != laid(tokenizer, "Early starts").ids


def test_offsets_point_into_the_sentence(tokenizer: Any) -> None:
    """Evidence is shown in the sentence as the rules read it, with or without a list mark before it."""
    for item in (False, True):
        found = laid(tokenizer, "Email the director", item=item)
        pieces = ["email the director"[start:end] for start, end in found.offsets]
        assert [each for each in pieces if each] == ["email", "the", "director"]
