"""A real Askwell in a process of its own, and a real Chromium to look at it; skips where there is none."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass
class App:
    """`python app.py` on a port and in a data folder of its own; can be stopped and started again."""

    home: Path
    port: int
    process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start and wait until it says where it is."""
        env = {
            name: value for name, value in os.environ.items() if not name.startswith("ASKWELL_") and name != "DISPLAY"
        }
        env |= {"ASKWELL_HOME": str(self.home), "ASKWELL_PORT": str(self.port)}
        self.process = subprocess.Popen(
            [sys.executable, "app.py"], cwd=ROOT, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        assert self.process.stdout
        said = []
        for line in self.process.stdout:  # at a first start it tells how the index is built
            said.append(line)
            if "Askwell is at" in line:
                break
        assert said[-1:] == [f"Askwell is at {self.address}\n"], "".join(said)

    def stop(self) -> str:
        """Press Ctrl-C; gives what was said after the address, and checks that it left in peace."""
        assert self.process
        self.process.send_signal(signal.SIGINT)
        rest, _ = self.process.communicate(timeout=20)
        assert self.process.returncode == 0
        self.process = None
        return rest


@dataclass
class Watch:
    """What a page did behind the scenes."""

    console: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    paths: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """One browser for all tests."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip(f"none of {', '.join(BROWSERS)} is installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    """A running Askwell with nothing stored."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    made = App(tmp_path / "home", port)
    made.start()
    yield made
    if made.process:
        made.process.kill()
        made.process.communicate()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core: the file AXE_JS names, else the one in axe-playwright-python."""
    if named := os.environ.get("AXE_JS"):
        return Path(named).read_text(encoding="utf-8")
    package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed and AXE_JS names no file")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give browser tests a second try: under load Gradio 6.31's client now and then takes a change for the whole value.

    Seen once, in a clean clone ("t.forEach is not a function"); seven runs made to see it again did not. A fault of ours
    fails both tries.
    """
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))
