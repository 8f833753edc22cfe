"""Promises of the trained sharpener: places in the draft and the context, drafts of any length, files held to their card."""

import hashlib
import json
from pathlib import Path

import pytest

from assistant.encoder.opened import CARD, TOKENIZER, open_tokenizer
from assistant.errors import IndexUnavailable
from assistant.questions import nearest
from assistant.questions.context import understand
from assistant.questions.draft import read
from assistant.questions.edits import places
from assistant.questions.model import (
    ARTEFACT,
    FAULTS,
    MAX_CONTEXT,
    MAX_DRAFT,
    REWRITER,
    SEES,
    Network,
    instead,
    row,
    seen,
    seen_by,
)
from assistant.questions.nearest import rewrites
from assistant.questions.rewriting import said_back
from assistant.questions.rules import Fault
from assistant.stance.inputs import Role
from evals.sharpening.labelled import digest
from evals.sharpening.rewrites import digest as rewrites_digest

TOLD = "My manager read my report and said nothing. I keep rewriting it at night."


def test_words_of_the_draft_are_told_from_their_words_and_ours() -> None:
    """Every token knows where it stands and whether the thinker has used its word."""
    laid = row(open_tokenizer(TOKENIZER), "What does rewriting do to you, Captain?", TOLD)
    draft = "What does rewriting do to you, Captain?"
    roles = {draft[slice(*place)]: role for place, role in zip(laid.offsets, laid.roles[1:], strict=False)}
    assert roles["captain" if "captain" in roles else "Captain"] == Role.NEW
    assert Role.ECHOED in roles.values()
    assert all(role == Role.THINKER for role in laid.roles[laid.after :])
    assert [TOLD[slice(*place)].lower() for place in laid.said][:2] == ["my", "manager"]


def test_a_draft_of_any_length_is_read() -> None:
    """Of a very long draft the beginning and the end are read, of a long context the end; words not read stay as they are."""
    long = "and then " * 200 + "what do you want?"
    laid = row(open_tokenizer(TOKENIZER), long, TOLD * 40)
    assert len(laid.offsets) == MAX_DRAFT
    assert len(laid.said) == MAX_CONTEXT
    held = instead(long, TOLD * 40)
    assert len(held.keep) == len(places(long)) == len(held.phrases) - 1
    assert long[laid.offsets[-1][0]] == "?"


def test_an_empty_draft_and_odd_signs_break_nothing() -> None:
    """Whatever is typed gets a likelihood of each fault."""
    for draft in ("", "?", "🙂🙂", "\ud800", "İstanbul?"):
        assert set(seen(draft, "").likely) == set(Fault)
        assert len(instead(draft, "").vector) == 384


def test_what_is_said_back_is_verbatim() -> None:
    """The words a rewrite hangs on stand in the context as they were said."""
    draft, context = read("Why don't you just send it?"), understand(TOLD)
    words = said_back(draft, context)
    assert words
    assert words in TOLD


@pytest.mark.parametrize(
    ("draft", "person", "others"), [("did he like it", "he", " she "), ("did she like it", "she", " he ")]
)
def test_ready_rewrites_speak_of_the_person_as_the_draft_does(draft: str, person: str, others: str) -> None:
    """A rewrite about somebody says he or she as the peer does, and no slot is left open."""
    found = [f" {text.lower()} " for text in rewrites(draft, "")]
    assert found
    assert not any("{" in text or others in text for text in found)


def test_the_cards_tell_of_these_files_and_labels() -> None:
    """Files and labels are the ones the cards name: the drafts for the fault reader, the rewrites for the rewriter."""
    for folder, learned, known in (
        (FAULTS, "drafts", digest("train")),
        (REWRITER, "rewrites", rewrites_digest("train")),
    ):
        card = json.loads((folder / CARD).read_text(encoding="utf-8"))
        assert card["artefact"]["sha256"] == hashlib.sha256((folder / ARTEFACT).read_bytes()).hexdigest()
        assert card["trained_on"][f"{learned}_sha256"] == known


def test_every_fault_has_a_level_chosen_on_dev() -> None:
    """Alone and beside a rule, on the development drafts the card names."""
    card = json.loads((FAULTS / CARD).read_text(encoding="utf-8"))
    assert card["dev_sha256"] == digest("dev")
    assert {*map(str, Fault), *(f"{fault} beside" for fault in Fault), "sound"} == set(card["levels"])


def test_a_damaged_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file cut short, or rewrites that do not fit their vectors, end in one sentence that names it."""
    (tmp_path / CARD).write_bytes((FAULTS / CARD).read_bytes())
    (tmp_path / ARTEFACT).write_bytes(b"short")
    with pytest.raises(IndexUnavailable, match=ARTEFACT):
        seen_by(Network(tmp_path, SEES), "What now?", "")
    (tmp_path / "rewrites.txt").write_text("What now?\n", encoding="utf-8")
    monkeypatch.setattr(nearest, "TEXTS", tmp_path / "rewrites.txt")
    nearest._bank.cache_clear()
    rewrites.cache_clear()
    with pytest.raises(IndexUnavailable, match="holds 1"):
        rewrites("What now?", "")
    nearest._bank.cache_clear()
