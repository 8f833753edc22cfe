"""Promises of the trained listener: places in the message, context, questions that follow, files held to their card."""

import hashlib
import json
from pathlib import Path

import pytest

from assistant.coaching.listener import ARTEFACT, BEFORE, FOLDER, US, WEIGHT, WINDOW, Listener, shipped, windows
from assistant.encoder.opened import CARD, TOKENIZER, open_tokenizer
from assistant.errors import IndexUnavailable
from assistant.schemas import BriefField
from evals.listening.heard import KINDS, PLACES, ROOM, digest

STORY = "I told her on Monday that the rota is wrong. She laughed. Since then I say nothing in the meeting."


def test_every_word_has_a_likelihood_of_every_sort() -> None:
    """A stretch is between 0 and 1 for each field, for words worth saying back and for words to the chat."""
    heard = shipped().hear(STORY)
    assert heard is not None
    for what in PLACES:
        assert 0.0 <= heard.likely(what, 0, len(STORY)) <= 1.0
    assert set(heard.kinds) == {*KINDS, ROOM}


def test_words_to_the_chat_are_told_from_the_story() -> None:
    """A remark about the chat is likelier one than the story beside it."""
    heard = shipped().hear(
        "That is a weird question. My boss has stopped talking to me since the audit.", "What colour is it?"
    )
    assert heard is not None
    assert heard.likely(US, 0, 24) > heard.likely(US, 26, 75)
    assert heard.likely(WEIGHT, 26, 75) > heard.likely(WEIGHT, 0, 24)


def test_what_the_coach_said_changes_how_a_reply_is_heard() -> None:
    """The same few words are heard after what they answer."""
    plain, asked = shipped().hear("Talk to Bernie."), shipped().hear("Talk to Bernie.", "What do you want to do next?")
    assert plain
    assert asked
    assert asked.likely(BriefField.NEXT_STEP, 0, 14) > plain.likely(BriefField.NEXT_STEP, 0, 14)


def test_windows_hold_every_word_once_after_the_end_of_what_the_coach_said() -> None:
    """A long message is read in several windows; each begins with at most so much of the coach, marked as such."""
    tokenizer = open_tokenizer(TOKENIZER)
    text = "One short sentence. " * 60
    found = list(windows(tokenizer, "Before that, a lot. " * 30 + "What now?", text))
    places = [place for window in found for place in window.offsets]
    assert len(found) > 1
    assert len(places) == len(set(places)) == len(tokenizer.encode(text, add_special_tokens=False).ids)
    for window in found:
        assert len(window.ids) == len(window.types) == window.first + len(window.offsets) + 1
        assert sum(window.types) == BEFORE + 1
        assert len(window.ids) <= BEFORE + WINDOW + 3


def test_a_message_without_words_is_heard_as_nothing() -> None:
    """Blanked code or an empty message has nothing to hear."""
    assert shipped().hear("   ") is None


def test_the_card_tells_of_this_file_and_these_labels() -> None:
    """File, training labels and development labels are the ones the card names, and everything has a level."""
    card = json.loads((FOLDER / CARD).read_text(encoding="utf-8"))
    assert card["artefact"]["sha256"] == hashlib.sha256((FOLDER / ARTEFACT).read_bytes()).hexdigest()
    assert (card["trained_on"]["train_sha256"], card["dev_sha256"]) == (digest("train"), digest("dev"))
    assert {*map(str, BriefField), US, "us beside"} <= set(card["levels"])


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    """A file cut short ends in one sentence that names it, before anything is read with it."""
    (tmp_path / CARD).write_bytes((FOLDER / CARD).read_bytes())
    (tmp_path / ARTEFACT).write_bytes(b"short")
    with pytest.raises(IndexUnavailable, match=ARTEFACT):
        Listener(tmp_path).hear("I feel tired.")
