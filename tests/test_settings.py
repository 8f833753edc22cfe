"""Promises of `assistant.settings`: where values come from, and how a wrong one is told."""

from pathlib import Path

import pytest

from assistant import settings
from assistant.errors import SettingsMistake, StoreUnavailable


def test_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """ASKWELL_* wins over askwell.toml, which wins over the default."""
    (tmp_path / "askwell.toml").write_text('port = 7001\nlocale = "de_DE"\n')
    monkeypatch.chdir(tmp_path)
    assert settings.load().port == 7001
    monkeypatch.setenv("ASKWELL_PORT", "7002")
    found = settings.load()
    assert (found.port, found.country) == (7002, "DE")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("PORT", "many", id="not-a-number"),
        pytest.param("PORT", "0", id="no-port"),
        pytest.param("TIMEOUT", "-1", id="negative"),
    ],
)
def test_a_wrong_value_is_one_sentence(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence names the variable and the value."""
    monkeypatch.setenv(f"ASKWELL_{name}", value)
    with pytest.raises(SettingsMistake, match=f"ASKWELL_{name} is '{value}'") as told:
        settings.load()
    assert "\n" not in str(told.value)


def test_a_key_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the settings' text nor a mistake shows the key."""
    monkeypatch.setenv("ASKWELL_API_KEY", "sk-very-secret")
    assert "sk-very-secret" not in repr(settings.load())


def test_a_broken_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """askwell.toml with a mistake, or a name that does not exist, ends in a sentence."""
    monkeypatch.chdir(tmp_path)
    for text in ("port = = 3", 'colour = "blue"'):
        (tmp_path / "askwell.toml").write_text(text)
        with pytest.raises(SettingsMistake):
            settings.load()


def test_an_unwritable_home_is_told(tmp_path: Path) -> None:
    """A data folder that cannot be made ends in a sentence with the way out."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable, match="set ASKWELL_HOME"):
        settings.ensure_home(settings.load(home=tmp_path / "file" / "home"))


def test_every_setting_is_documented() -> None:
    """The table in docs/settings.md and the settings name the same things."""
    text = (Path(__file__).parent.parent / "docs" / "settings.md").read_text()
    assert {f"ASKWELL_{name.upper()}" for name in settings.Settings.model_fields} == {
        word.strip("`|") for word in text.split() if word.startswith("`ASKWELL_")
    }
