"""The trained judge that ships: the file its card describes, and nothing shown when it is not there."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from assistant.encoder.opened import CARD
from assistant.errors import IndexUnavailable
from assistant.stance import Act, Decision, classifier, judge
from assistant.stance.model import ARTEFACT, FOLDER, StanceModel
from assistant.stance.reading import read

LARGEST = 40_000_000
"""Bytes; what the file may weigh in the repository."""


def card() -> dict[str, object]:
    found: dict[str, object] = json.loads((FOLDER / CARD).read_text(encoding="utf-8"))
    return found


def test_the_file_is_the_one_on_the_card() -> None:
    """The card's hash and size are those of the file, and the file is small enough for the repository."""
    held = (FOLDER / ARTEFACT).read_bytes()
    assert card()["artefact"] == {"file": ARTEFACT, "bytes": len(held), "sha256": hashlib.sha256(held).hexdigest()}
    assert len(held) <= LARGEST


def test_the_file_names_no_place_it_was_made_at() -> None:
    """No path of the machine that trained it stands in the file."""
    held = (FOLDER / ARTEFACT).read_bytes()
    assert not any(part in held for part in (b"/home/", b"/tmp/", b"/root/", b"site-packages"))


def test_an_opinion_names_the_words_that_decided() -> None:
    """The stretch that weighs most lies in the sentence and on the words of the advice, not of the reflection."""
    said = ("I am tired of the rota.",)
    reading = read("You are tired of the rota and you should resign today.", said)
    found = StanceModel().opinion(reading, False, (), said)
    assert not found.act.in_stance
    assert "should" in reading.text[found.start : found.end] or "resign" in reading.text[found.start : found.end]


@pytest.mark.parametrize("missing", [ARTEFACT, CARD])
def test_a_missing_file_shows_nothing(missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the model nothing can be judged, and what cannot be judged is not shown."""
    for name in {ARTEFACT, CARD} - {missing}:
        shutil.copy(FOLDER / name, tmp_path / name)
    broken = StanceModel(tmp_path)
    monkeypatch.setattr(classifier, "shipped", lambda: broken)
    verdict = judge("What matters to you?")[0]
    assert (verdict.act, verdict.decision) == (Act.UNJUDGED, Decision.REPLACE)
    with pytest.raises(IndexUnavailable, match="install Askwell again"):
        broken.opinion(read("What matters to you?", ()), False, (), ())


def test_the_same_sentence_is_judged_the_same_in_any_company() -> None:
    """A verdict does not hang on what else was judged in between."""
    text, said = "Perhaps a rota on the door would settle it.", ("Nobody knows whose turn it is.",)
    first = judge(text, said)
    judge("What would you want to be different?", said)
    assert judge(text, said) == first
