"""Promises of `assistant.text`: what is kept of a text, where sentences end, when two are near."""

import pytest

from assistant.text import clean, fold, sentences, similarity


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        pytest.param("  a\r\nb\rc  ", "a\nb\nc", id="line-ends"),
        pytest.param("a\x00b\x1bc\x7f", "abc", id="control-characters"),
        pytest.param("a\u202eb\u200bc\ufeff", "abc", id="deceiving-marks"),
        pytest.param("👩‍👧 fine", "👩‍👧 fine", id="emoji-family-stays"),
        pytest.param("שלום עולם", "שלום עולם", id="right-to-left-stays"),
        pytest.param("half \ud800 pair", "half ? pair", id="lone-surrogate"),
        pytest.param("e\u0301", "é", id="composed"),
    ],
)
def test_clean_keeps_words_and_drops_what_deceives(raw: str, kept: str) -> None:
    """What a person typed is kept; what could disguise or break it is not."""
    assert clean(raw) == kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One. Two! Three?", ["One.", "Two!", "Three?"], id="plain"),
        pytest.param(
            "See Dr. Bell at 5 p.m. today. Then go.", ["See Dr. Bell at 5 p.m. today.", "Then go."], id="abbreviations"
        ),
        pytest.param("It costs 3.50 a day", ["It costs 3.50 a day"], id="decimal"),
        pytest.param("A line\nAnother line", ["A line", "Another line"], id="line-breaks"),
        pytest.param("a line that is\nwrapped. Next", ["a line that is\nwrapped.", "Next"], id="wrapped-line"),
        pytest.param("She said “no.” Then left…", ["She said “no.”", "Then left…"], id="closing-quote"),
        pytest.param("   \n ", [], id="nothing"),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, expected: list[str]) -> None:
    """Sentences are cut where a reader would stop, and joined again they lose no words."""
    assert sentences(text) == expected


def test_fold_makes_disguised_letters_comparable() -> None:
    """Full-width letters, curly quotes and zero-width characters compare equal to plain text."""
    assert fold("\uff39ou\u200b  SHOULD ’n’") == "you should 'n'"


def test_similarity_tells_a_repeat_from_a_new_question() -> None:
    """The same words in the same order are 1; other words are 0; an empty text is near nothing."""
    assert similarity("What do you want instead?", "what do you want instead") == 1.0
    assert similarity("What do you want instead?", "Who else is touched by this here?") == 0.0
    assert similarity("", "") == 0.0
