"""Promises of the trained fault reader: places in the draft, drafts of any length, a file held to its card."""

import hashlib
import json
from pathlib import Path

import pytest

from assistant.encoder.opened import CARD, TOKENIZER, open_tokenizer
from assistant.errors import IndexUnavailable
from assistant.questions.model import ARTEFACT, FOLDER, MAX_CONTEXT, MAX_DRAFT, FaultReader, row, seen
from assistant.questions.rules import Fault
from assistant.stance.inputs import Role
from evals.sharpening.labelled import digest

TOLD = "My manager read my report and said nothing. I keep rewriting it at night."


def test_words_of_the_draft_are_told_from_their_words_and_ours() -> None:
    """Every token knows where it stands and whether the thinker has used its word."""
    laid = row(open_tokenizer(TOKENIZER), "What does rewriting do to you, Captain?", TOLD)
    draft = "What does rewriting do to you, Captain?"
    roles = {draft[slice(*place)]: role for place, role in zip(laid.offsets, laid.roles[1:], strict=False)}
    assert roles["captain" if "captain" in roles else "Captain"] == Role.NEW
    assert Role.ECHOED in roles.values()
    assert all(role == Role.THINKER for role in laid.roles[len(laid.offsets) + 2 :])


def test_a_draft_of_any_length_is_read() -> None:
    """Of a very long draft the beginning and the end are read, of a long context the end."""
    long = "and then " * 200 + "what do you want?"
    laid = row(open_tokenizer(TOKENIZER), long, TOLD * 40)
    assert len(laid.offsets) == MAX_DRAFT
    assert len(laid.ids) == MAX_DRAFT + MAX_CONTEXT + 3
    assert long[laid.offsets[-1][0]] == "?"


def test_an_empty_draft_and_odd_signs_break_nothing() -> None:
    """Whatever is typed gets a likelihood of each fault."""
    for draft in ("", "?", "🙂🙂", "\ud800", "İstanbul?"):
        assert set(seen(draft, "").likely) == set(Fault)


def test_the_card_tells_of_this_file_and_these_labels() -> None:
    """File and labels are the ones the card names."""
    card = json.loads((FOLDER / CARD).read_text(encoding="utf-8"))
    assert card["artefact"]["sha256"] == hashlib.sha256((FOLDER / ARTEFACT).read_bytes()).hexdigest()
    assert card["trained_on"]["drafts_sha256"] == digest("train")


def test_every_fault_has_a_level_chosen_on_dev() -> None:
    """Alone and beside a rule, on the development drafts the card names."""
    card = json.loads((FOLDER / CARD).read_text(encoding="utf-8"))
    assert card["dev_sha256"] == digest("dev")
    assert {*map(str, Fault), *(f"{fault} beside" for fault in Fault), "sound"} == set(card["levels"])


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    """A file cut short ends in one sentence that names it."""
    (tmp_path / CARD).write_bytes((FOLDER / CARD).read_bytes())
    (tmp_path / ARTEFACT).write_bytes(b"short")
    with pytest.raises(IndexUnavailable, match=ARTEFACT):
        FaultReader(tmp_path).see("What now?", "")
