"""Promises of the trained reader: whole words, places in the message, windows of any length, files held to their card."""

import hashlib
import json
from pathlib import Path

import pytest

from assistant.coaching.model import ARTEFACT, FOLDER, WINDOW, MessageModel, shipped, visible, windows
from assistant.encoder.opened import CARD, TOKENIZER, open_model
from assistant.errors import IndexUnavailable
from assistant.schemas import Cue
from evals.cues.marked import digest

CLEAR = [
    pytest.param("I feel so guilty about the interns.", Cue.FEELING, id="feeling"),
    pytest.param("What should I do about her? Just tell me.", Cue.PLEA, id="plea"),
    pytest.param("I haven't told her that I applied elsewhere.", Cue.AVOIDED_CONVERSATION, id="unsaid"),
    pytest.param("Maybe I could ask Dana to swap the Tuesdays.", Cue.OWN_IDEA, id="own-idea"),
]


@pytest.mark.parametrize(("message", "cue"), CLEAR)
def test_a_plain_cue_is_seen_without_any_pattern(message: str, cue: Cue) -> None:
    """The reader sees plain cases by itself, in whole words of the message."""
    found = [each for each in shipped().cues(message) if each.cue == cue]
    assert found
    for each in found:
        before, after = message[: each.start], message[each.end :]
        assert not (before[-1:].isalnum())
        assert not (after[:1].isalnum())


def test_a_pattern_counts_only_beside_a_reader_that_finds_it_likely() -> None:
    """What a pattern matches is kept or dropped by the reader, and kept as it is where patterns are trusted."""
    message = "The invoice number is 4711."
    match = [(Cue.FEELING, 4, 11)]
    assert not shipped().cues(message, match)
    assert [(each.start, each.end) for each in shipped().cues(message, match, trusted=True)] == [(4, 11)]


def test_windows_hold_every_word_once_and_stay_short() -> None:
    """A long message is cut at sentences, a long sentence where it must be; no token is lost or read twice."""
    tokenizer = open_model(FOLDER / ARTEFACT, TOKENIZER).tokenizer
    text = "One short sentence. " * 30 + "and one that goes on and on without a stop " * 40
    found = list(windows(tokenizer, text))
    places = [place for window in found for place in window.offsets]
    assert places == sorted(places)
    assert len(places) == len(set(places)) == len(tokenizer.encode(text, add_special_tokens=False).ids)
    assert all(len(window.ids) <= WINDOW + 2 for window in found)


def test_what_is_blanked_keeps_its_length() -> None:
    """Code, links and halves of characters are blanked in place, so that offsets stay true."""
    for message in ("see https://example.org/never `always` ok", "a\ud800b ’never’", "```\nnever\n``` fine"):
        assert len(visible(message)) == len(message)
    assert "never" not in visible("see https://example.org/never and `never`")
    assert shipped().cues(visible("\ud800")) == []


def test_the_card_tells_of_this_file_and_these_marks() -> None:
    """File, training marks and development marks are the ones the card names."""
    card = json.loads((FOLDER / CARD).read_text(encoding="utf-8"))
    assert card["artefact"]["sha256"] == hashlib.sha256((FOLDER / ARTEFACT).read_bytes()).hexdigest()
    assert (card["trained_on"]["train_sha256"], card["dev_sha256"]) == (digest("train"), digest("dev"))
    assert set(card["thresholds"]) == set(card["beside"]) == {str(cue) for cue in Cue}


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    """A file cut short ends in one sentence that names it, before anything is read with it."""
    (tmp_path / CARD).write_bytes((FOLDER / CARD).read_bytes())
    (tmp_path / ARTEFACT).write_bytes(b"short")
    with pytest.raises(IndexUnavailable, match=ARTEFACT):
        MessageModel(tmp_path).cues("I feel tired.")
