"""Promises of the trained rewriter: what it writes is a sentence, differs, and comes from files held to their card."""

import hashlib
import json
from pathlib import Path

import pytest

from assistant.encoder.opened import CARD
from assistant.errors import IndexUnavailable
from assistant.questions.context import understand
from assistant.questions.draft import read
from assistant.questions.rewriting import echoed, fits
from assistant.questions.wording import worded
from assistant.questions.writing import FOLDER, LONGEST, READS, SAME_START, WRITES, Rewriter, written
from evals.sharpening.pairs import digest

TOLD = "My manager read my report and said nothing. I keep rewriting it at night."

PIECES = {
    "apostrophes": ("what don ' t you like ?", "What don't you like?"),
    "joined-pieces": ("what about re ##writing ?", "What about rewriting?"),
    "hyphen": ("how was the follow - up ?", "How was the follow-up?"),
    "quotation": ('what is in " said nothing " for you ?', "What is in “said nothing” for you?"),
    "the-speaker": ("what do i know ?", "What do I know?"),
    "a-name": ("what did ottoline say ?", "What did Ottoline say?"),
    "letters": ("how is hr with it ?", "How is HR with it?"),
    "number": ("what is 2 . 5 to you ?", "What is 2.5 to you?"),
}


@pytest.mark.parametrize(("pieces", "text"), PIECES.values(), ids=PIECES.keys())
def test_pieces_become_a_sentence_as_one_types_it(pieces: str, text: str) -> None:
    """Marks stand where they belong, names have their capitals, the first letter too."""
    assert worded(pieces.split(), ("I rang Ottoline. Then HR. My boss was out.", "")) == text


def test_a_word_at_the_start_of_a_sentence_is_no_name() -> None:
    """A capital that only begins a sentence is not carried along."""
    assert worded("what report ?".split(), ("Report is late. Report again.",)) == "What report?"


@pytest.mark.parametrize(
    "draft", ["Have you tried talking to your manager?", "why do you rewrite it??", "so?", "report"]
)
@pytest.mark.parametrize("context", [TOLD, ""])
def test_what_is_written_is_short_and_differs(draft: str, context: str) -> None:
    """Several sentences, none twice, no more than two with the same first word, best first, of a length that can be asked."""
    found = written(draft, context)
    texts = [sentence.text for sentence in found]
    assert len(texts) == len(set(texts)) > 1
    assert [each.likely for each in found] == sorted((each.likely for each in found), reverse=True)
    assert all(2 < len(text.split()) <= LONGEST for text in texts)
    assert SAME_START == 2


def test_the_same_draft_gets_the_same_sentences() -> None:
    """Nothing is left to chance."""
    assert Rewriter().write("Did you ask him?", TOLD) == Rewriter().write("Did you ask him?", TOLD)


@pytest.mark.parametrize("draft", ["", "?", "🙂🙂", "\ud800", "and then " * 300])
def test_whatever_is_typed_breaks_nothing(draft: str) -> None:
    """Odd signs and endless drafts get an answer, if only a poor one."""
    assert isinstance(written(draft, TOLD * 30), tuple)


FITS = {
    "somebody-nobody-spoke-of": ("What would you want her to hear?", False),
    "two-questions": ("What did you see? What did you hear?", False),
    "no-question": ("What you see in the report.", False),
    "fits": ("What would you want your manager to hear about the report?", True),
}


@pytest.mark.parametrize(("text", "expected"), FITS.values(), ids=FITS.keys())
def test_only_questions_that_fit_are_looked_at(text: str, expected: bool) -> None:
    """One question, about people they have spoken of."""
    assert fits(text, read("Have you tried talking to your manager?"), understand(TOLD)) is expected


def test_the_word_of_theirs_is_named() -> None:
    """A word the thinker used and the draft did not is what the asker is told of."""
    assert echoed("What happens at night?", read("Did you sleep?"), understand(TOLD)) == "night"
    assert echoed("How do you sleep?", read("Did you sleep?"), understand(TOLD)) == ""


def test_the_card_tells_of_these_files_and_pairs() -> None:
    """Files and pairs are the ones the card names."""
    card = json.loads((FOLDER / CARD).read_text(encoding="utf-8"))
    for part in (READS, WRITES):
        assert card[part]["sha256"] == hashlib.sha256((FOLDER / f"{part}.int8.onnx").read_bytes()).hexdigest()
    assert card["trained_on"]["pairs_sha256"] == digest("train")


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    """A file cut short ends in one sentence that names it."""
    (tmp_path / CARD).write_bytes((FOLDER / CARD).read_bytes())
    (tmp_path / f"{READS}.int8.onnx").write_bytes(b"short")
    with pytest.raises(IndexUnavailable, match=READS):
        Rewriter(tmp_path).write("What now?", "")
