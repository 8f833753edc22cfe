"""Promises of the scripted voices: they are read whole, played through real turns, and a label holds for its words only."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import CaseMistake
from assistant.testing import temporary_assistant
from evals.voices import labels
from evals.voices.played import WITHOUT, Shown, play
from evals.voices.scripts import GOOD, Line, Script, replayed, scripts

TOLD = "I keep redoing her handover and I haven't told her."
ADVICE = "You should tell her on Monday, before the shift starts."
FINE = "You said “I haven't told her”. What keeps it unsaid?"
pytestmark = pytest.mark.usefixtures("clean_environment")


def one(reply: str, again: str = "") -> Script:
    return Script("one", ((Line("a01.1", TOLD, reply, again),),))


def test_every_voice_is_read_with_its_messages() -> None:
    """Ten voices, each line with what was typed and what is said when sent back."""
    found = {script.voice: script for script in scripts()}
    assert len(found) == 10
    assert set(GOOD) <= set(found)
    for script in found.values():
        lines = [line for talk in script.talks for line in talk]
        assert len(lines) >= 42
        assert all(line.message and line.reply and line.again for line in lines)
        assert len({line.reply for line in lines}) == len(lines)


def test_a_mistake_in_a_script_names_file_and_line(tmp_path: Path) -> None:
    """Who writes a voice finds the line, and a message that nobody typed."""
    (tmp_path / "turns-a.txt").write_text("# a01 | one\n> hello\n")
    (tmp_path / "voice-x.txt").write_text("# a01.1\nreply\n")
    with pytest.raises(CaseMistake, match=r"voice-x\.txt, line 2"):
        scripts(tmp_path)
    (tmp_path / "voice-x.txt").write_text("# a07.1\n> reply\n+ again\n")
    with pytest.raises(CaseMistake, match=r"a07\.1"):
        scripts(tmp_path)


def test_real_replies_are_replayed_as_talks(tmp_path: Path) -> None:
    """Turns of one chatbot with one person are one talk; who had said nothing is left out."""
    rows = tmp_path / "r.jsonl"
    told = '{{"id": "bot:x:{0}", "thinker": ["a", "{1}"], "text": "t{0}"}}\n'
    rows.write_text(told.format(1, "b") + told.format(2, " ") + told.format(3, "c"))
    (talk,) = replayed(rows).talks
    assert [(line.message, line.reply) for line in talk] == [("b", "t1"), ("c", "t3")]


def test_words_in_stance_survive_and_advice_does_not_unless_the_guard_is_out() -> None:
    """What each figure counts, and what the ablation is for."""
    with temporary_assistant() as assistant:
        (good,) = play(assistant, one(FINE))
        (bad,) = play(assistant, one(ADVICE, "Just tell her soon."))
        (repaired,) = play(assistant, one(ADVICE, FINE))
        (open_door,) = play(assistant, one(ADVICE), WITHOUT["guard"])
        (plain,) = play(assistant, one(FINE), WITHOUT["decide"])
    assert (good.survived, good.whole) == (True, True)
    assert (bad.survived, bad.whole) == (False, False)
    assert "Monday" not in bad.shown
    assert (repaired.survived, repaired.whole) == (True, False)
    assert ADVICE in open_door.shown
    assert plain.move == "invite"


def test_a_leak_needs_two_readers_and_the_very_words() -> None:
    """Where readers differ, or the words have changed, nothing is counted."""
    turn = Shown("one", "a01.1", (TOLD,), ADVICE, ADVICE, "ask", 1, 1, "", 1.0)
    both = {"r1": {turn.hash: "out"}, "r2": {turn.hash: "out"}}
    assert labels.leaked(turn, both) is True
    assert labels.leaked(turn, {"r1": both["r1"]}) is None
    assert labels.leaked(turn, both | {"r2": {turn.hash: "in"}}) is None
    assert labels.leaked(replace(turn, shown=FINE), both) is None
    assert labels.leaked(replace(turn, kept=0), {}) is False
    assert turn.hash in labels.sheet([turn])
    assert "one" not in labels.sheet([turn]).replace(turn.hash, "")
