"""Promises of `assistant.knowledge`: the shipped files are whole, and a mistake names file, line and reason."""

import shutil
from pathlib import Path

import pytest

from assistant import knowledge, settings
from assistant.errors import KnowledgeMistake
from assistant.schemas import BriefField, Move, PhraseKind


def test_the_shipped_knowledge_is_large_enough() -> None:
    """At least 150 questions, 12 protocols and 12 method notes, all with a source that is named."""
    held = knowledge.load()
    assert len(held.questions) >= 150
    assert len(held.protocols) >= 12
    assert len(held.methods) >= 12
    assert {one.source for one in (*held.questions, *held.protocols, *held.methods)} <= held.sources


def test_every_move_that_asks_has_questions() -> None:
    """Whatever move is decided, the bank holds at least four plain questions for it."""
    silent = {Move.INVITE, Move.REFLECT, Move.SUM_UP, Move.CLOSE, Move.REFER, Move.EXPLAIN, Move.STAY}
    for move in set(Move) - silent:
        assert sum(move in one.moves and one.language == "en" for one in knowledge.load().questions) >= 4, move


def test_every_brief_field_can_be_asked_for() -> None:
    """Each line of the brief but the situation, which is told unasked, has a question whose answer belongs in it."""
    for field in set(BriefField) - {BriefField.SITUATION}:
        assert any(one.fills == field for one in knowledge.load().questions), field


def test_every_kind_of_ready_sentence_is_there() -> None:
    """No kind of phrase that the voice reaches for is empty."""
    for kind in PhraseKind:
        assert knowledge.load().phrases_of(kind), kind


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the knowledge folder to make mistakes in."""
    return Path(shutil.copytree(settings.shipped("knowledge"), tmp_path / "knowledge"))


MISTAKES = [
    pytest.param("lens: meaning", "lens: meaningful", "lens", id="unknown-lens"),
    pytest.param("depth: 1", "depth: 9", "depth", id="depth-out-of-range"),
    pytest.param("source: own", "source: nobody-1999", "SOURCES.md", id="unknown-source"),
    pytest.param("?\n", "? And why?\n", "question mark", id="two-questions"),
    pytest.param("slots: [word]", "slots: []", "slots", id="slot-not-listed"),
    pytest.param("  depth:", " depth:", "YAML", id="not-yaml"),
    pytest.param("  language: en", "  language: en\n  colour: blue", "colour", id="unknown-key"),
]


@pytest.mark.parametrize(("right", "wrong", "reason"), MISTAKES)
def test_a_mistake_names_file_line_and_reason(copy: Path, right: str, wrong: str, reason: str) -> None:
    """One wrong character in a bank file ends in one sentence that leads to it."""
    path = copy / "questions" / "meaning.yaml"
    text = path.read_text()
    assert right in text
    path.write_text(text.replace(right, wrong, 1))
    with pytest.raises(KnowledgeMistake, match=reason) as told:
        knowledge.load(copy)
    if reason != "SOURCES.md":
        line = int(str(told.value).split("line ")[1].split(":")[0])
        changed = text[: text.index(right)].count("\n") + 1
        assert "meaning.yaml" in str(told.value)
        assert abs(line - changed) <= 10, "the line leads to the entry"


def test_an_id_is_used_once(copy: Path) -> None:
    """Two entries with one id could not be told apart in a stored turn."""
    shutil.copy(copy / "questions" / "meaning.yaml", copy / "questions" / "again.yaml")
    with pytest.raises(KnowledgeMistake, match="used 2 times"):
        knowledge.load(copy)


def test_broken_utf8_is_told(copy: Path) -> None:
    """A file that is not UTF-8 is named."""
    (copy / "phrases" / "pause.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnowledgeMistake, match=r"pause\.yaml"):
        knowledge.load(copy)
