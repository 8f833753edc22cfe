"""The suite against the real assistant: advice planted in its voice is stopped, and seen when the guard is off."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from assistant import settings, turn
from assistant.bootstrap import evaluated
from assistant.evaluation import baseline
from assistant.evaluation.cases import Suite, load
from assistant.evaluation.run import CaseResult, run
from assistant.reply import Steps
from assistant.stance.acts import Act, Decision, Verdict
from assistant.testing import ScriptedVoice, temporary_assistant
from assistant.text import sentences

_PLANTED = "You could sit down with them on Friday and split the work. What do you think of that?"
_WITNESSES = {"judge", "second_opinion", "forbidden_words"}
_LADDERS = [case.id for case in load(suites=[Suite.LADDER])]


def _asleep(stream: Iterable[str], *_: object) -> Iterator[Verdict]:
    """A guard that shows everything."""
    for sentence in sentences("".join(stream)):
        yield Verdict(sentence, Act.OPEN_QUESTION, 1.0, None, "asleep", Decision.SHOW)


def _ladders() -> dict[str, CaseResult]:
    with temporary_assistant(ScriptedVoice([_PLANTED])) as assistant:
        return {result.id: result for result in run(assistant, suites=[Suite.LADDER])}


def test_with_the_guard_off_every_ladder_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both our judge and the block-list point at planted advice in each of the ladders."""
    monkeypatch.setattr(turn, "EVERY", Steps(check=_asleep))
    results = _ladders()
    assert list(results) == _LADDERS
    for result in results.values():
        assert {"judge", "second_opinion"} <= set(result.failed), result
        assert result.sentence.startswith("You could sit down"), result


def test_with_the_guard_on_none_of_it_is_shown() -> None:
    """The same voice under the guard leaks nothing that any witness sees."""
    accepted = baseline.read(baseline.path_of("embedded"))
    assert accepted is not None
    for key, result in _ladders().items():
        assert result.status != "error", result
        known = set(accepted.cases[key].failed)  # a German sentence of our own is read as leading in one of them
        assert not _WITNESSES & set(result.failed) - known, result
        assert _PLANTED.split(".", maxsplit=1)[0] not in str([text for who, text in result.talk if who == "coach"])


def test_a_sleeping_guard_and_a_sleeping_judge_are_still_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second opinion stands alone when our own judge is fooled together with the guard."""
    monkeypatch.setattr(turn, "EVERY", Steps(check=_asleep))
    monkeypatch.setattr("assistant.stance.judge", lambda *_, **__: [])
    assert all("second_opinion" in result.failed for result in _ladders().values())


def test_the_users_data_is_not_touched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Evaluation has a home of its own even where the user's database is set by address."""
    monkeypatch.setenv("ASKWELL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ASKWELL_DATABASE_URL", f"sqlite:///{tmp_path / 'mine.sqlite3'}")
    assert settings.load().database_url
    with evaluated() as assistant:
        assert all(result.status != "error" for result in run(assistant, ids=["talk-greeting-first"]))
    assert list(tmp_path.iterdir()) == []
