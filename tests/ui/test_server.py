"""Promises about starting: what is in the way is said in one sentence, with exit code 1 and no traceback."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import settings as settings_files
from assistant.errors import AddressInUse, SettingsMistake
from assistant.settings import Settings
from assistant.ui.server import address, listen, serve


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program listens on."""
    other = socket.socket()
    other.bind(("127.0.0.1", 0))
    other.listen()
    yield other.getsockname()[1]
    other.close()


def settings(tmp_path: Path, **changed: object) -> Settings:
    """Settings with a data folder of their own."""
    return settings_files.load(**({"home": tmp_path, "database_url": "", "model": "", "port": _free()} | changed))


def _free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def only_sentence(capsys: pytest.CaptureFixture[str]) -> str:
    """What was said on standard error: one line, and nothing on standard output."""
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_a_taken_port_is_named_with_the_way_out(tmp_path: Path, taken: int, capsys: pytest.CaptureFixture[str]) -> None:
    """The number, and the variable to change."""
    assert serve(settings(tmp_path, port=taken), open_browser=False) == 1
    sentence = only_sentence(capsys)
    assert str(taken) in sentence
    assert "ASKWELL_PORT" in sentence


def test_two_starting_at_once_do_not_share_a_port(tmp_path: Path) -> None:
    """The second learns it before it has loaded anything."""
    one = settings(tmp_path)
    with listen(one), pytest.raises(AddressInUse):
        listen(one)


def test_a_host_that_is_not_here_is_named(tmp_path: Path) -> None:
    """An address of another machine cannot be listened on (192.0.2.0/24 is kept for documentation, RFC 5737)."""
    with pytest.raises(SettingsMistake, match="ASKWELL_HOST"):
        listen(settings(tmp_path, host="192.0.2.1"))


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder inside a file can be made by nobody, not even root."""
    (tmp_path / "file").write_text("")
    assert serve(settings(tmp_path, home=tmp_path / "file" / "data"), open_browser=False) == 1
    assert "ASKWELL_HOME" in only_sentence(capsys)


def test_a_damaged_database_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Found at the start, not at the first message; the file is left as it is."""
    broken = tmp_path / "askwell.sqlite3"
    broken.write_bytes(b"not a database, whatever its name says" * 100)
    before = broken.read_bytes()
    assert serve(settings(tmp_path), open_browser=False) == 1
    sentence = only_sentence(capsys)
    assert "damaged" in sentence
    assert str(broken) in sentence
    assert broken.read_bytes() == before


@pytest.mark.parametrize(
    ("host", "said"),
    [("127.0.0.1", "http://127.0.0.1:7860"), ("0.0.0.0", "http://127.0.0.1:7860"), ("::1", "http://[::1]:7860"),
     ("::", "http://[::1]:7860"), ("example.org", "http://example.org:7860")],
)  # fmt: skip
def test_the_address_said_is_one_a_browser_can_open(tmp_path: Path, host: str, said: str) -> None:
    """Listening everywhere is not an address; one of this computer is."""
    assert address(settings(tmp_path, host=host, port=7860)) == said
