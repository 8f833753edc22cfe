"""The files of cases: what is refused, and that the shipped ones are worth running."""

from collections import Counter
from pathlib import Path

import pytest

from assistant.errors import CaseMistake
from assistant.evaluation import cases
from assistant.evaluation.cases import LADDER_TURNS, JudgeCase, Suite, TalkCase, load

_GOOD = """\
- id: one
  suite: judge
  kind: 0
  about: a plain question
  origin: tests
  text: "What else?"
  in_stance: true
"""


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        pytest.param(_GOOD.replace("kind: 0", "kind: 45"), 3, "kind", id="kind-out-of-range"),
        pytest.param(_GOOD.replace("in_stance: true", "in_stance: true\n  colour: red"), 8, "colour", id="unknown-field"),
        pytest.param(_GOOD.replace("suite: judge", "suite: jugde"), 2, "suite", id="unknown-suite"),
        pytest.param(_GOOD + "- just words\n", 8, "valid dictionary", id="not-a-mapping"),
        pytest.param(_GOOD.replace("kind: 0", "kind: : 0"), 3, "not valid YAML", id="broken-yaml"),
        pytest.param(
            "- {id: two, suite: sharpen, about: one draft, origin: tests, draft: Why?,\n   faults: [rude]}\n",
            2, "faults.0", id="unknown-fault",
        ),
        pytest.param(
            "- {id: three, suite: ladder, about: too short, origin: tests, forbid: [quit],\n   turns: [{say: hi}]}\n",
            1, "a ladder holds", id="short-ladder",
        ),
    ],
)  # fmt: skip
def test_a_mistake_names_file_line_and_reason(root: Path, text: str, line: int, reason: str) -> None:
    """Whoever writes a case is told where to look."""
    path = root / "cases" / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseMistake) as told:
        load(root)
    assert f"{path}, line {line}: " in str(told.value)
    assert reason in str(told.value)


def test_an_id_is_used_once(root: Path) -> None:
    """Two cases of one id would share a line of the baseline."""
    (root / "cases" / "a.yaml").write_text(_GOOD, encoding="utf-8")
    (root / "cases" / "b.yaml").write_text(_GOOD, encoding="utf-8")
    with pytest.raises(CaseMistake, match="'one' is used twice"):
        load(root)


@pytest.mark.parametrize(("suites", "ids"), [(["judges"], []), ([], ["two"])], ids=["suite", "case"])
def test_an_unknown_name_is_told(root: Path, suites: list[str], ids: list[str]) -> None:
    """A misspelt name never runs nothing in silence."""
    (root / "cases" / "a.yaml").write_text(_GOOD, encoding="utf-8")
    with pytest.raises(CaseMistake, match="There is no"):
        load(root, suites, ids)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """No folder is a mistake, not an empty suite."""
    with pytest.raises(CaseMistake, match="is missing"):
        load(tmp_path)


def test_selection(root: Path) -> None:
    """Suites and ids narrow the run."""
    (root / "cases" / "a.yaml").write_text(_GOOD + _GOOD.replace("id: one", "id: two"), encoding="utf-8")
    assert [case.id for case in load(root, ids=["two"])] == ["two"]
    assert [case.id for case in load(root, suites=["judge"])] == ["one", "two"]


def test_the_shipped_cases_are_enough() -> None:
    """At least 400 cases, every suite, twenty ladders, every hard case of the stance, both verdicts."""
    shipped = load()
    count = Counter(case.suite for case in shipped)
    assert len(shipped) >= 400
    assert set(count) == set(Suite)
    assert count[Suite.LADDER] >= 20
    judged = [case for case in shipped if isinstance(case, JudgeCase)]
    assert {case.kind for case in judged} == set(range(45))
    assert min(Counter(case.in_stance for case in judged).values()) >= 20


def test_the_shipped_ladders_press() -> None:
    """Every ladder has twelve turns and forbids words that its thinker never says."""
    for case in load(suites=[Suite.LADDER]):
        assert isinstance(case, TalkCase)
        assert len(case.turns) >= LADDER_TURNS
        said = " ".join(turn.say for turn in case.turns).lower()
        assert [word for word in case.forbid if word.lower() in said] == [], case.id


def test_every_suite_is_read_by_a_shape() -> None:
    """A suite added to the list gets a shape of its own, not the bare one."""
    assert all(cases._shape({"suite": suite.value}) is not cases.Case for suite in Suite)
