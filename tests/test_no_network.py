"""Promise: nothing phones home. A whole conversation and the served page work with the network cut off.

In a network namespace of its own where the system allows one (then even a library's own sockets find nothing but
loopback), and everywhere with a guard on Python's sockets that fails the test at the first address elsewhere.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

CONVERSATION = """
import socket, sys
reached = []
def guarded(original):
    def connect(self, address):
        host = address[0] if isinstance(address, tuple) else ""
        if self.family != getattr(socket, "AF_UNIX", None) and host not in ("127.0.0.1", "::1", "localhost", "0.0.0.0"):
            reached.append(address)
            raise OSError(101, "the network is cut off")
        return original(self, address)
    return connect
socket.socket.connect = guarded(socket.socket.connect)
socket.socket.connect_ex = guarded(socket.socket.connect_ex)
lookup = socket.getaddrinfo
def look(host, *rest, **more):
    if host not in (None, "", "127.0.0.1", "::1", "localhost", "0.0.0.0"):
        reached.append(host)
        raise socket.gaierror(-3, "the network is cut off")
    return lookup(host, *rest, **more)
socket.getaddrinfo = look

import threading, time, urllib.request, tempfile
from pathlib import Path
from assistant.testing import temporary_assistant
with temporary_assistant() as assistant:
    conversation = assistant.prepare.begin("me")
    for words in ("I keep doing her work.", "idk", "What should I do?", "I want it to be fair.", "I'll tell her on Friday.", "stop"):
        *_, last = assistant.prepare.say("me", conversation, words)
        assert last.reply, words
    assert assistant.pair.suggest("Nobody ever listens to me.")
    assert assistant.pair.sharpen("Have you tried leaving?", "").faults

from assistant import settings
from assistant.ui.server import serve
with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]
home = tempfile.mkdtemp()
threading.Thread(target=serve, args=(settings.load(home=Path(home), port=port),), kwargs={"open_browser": False}, daemon=True).start()
for _ in range(300):
    try:
        page = urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read().decode()
        break
    except OSError:
        time.sleep(0.2)
else:
    raise SystemExit("the page never came")
assert "Askwell" in page
time.sleep(2)  # time for anything that calls home in the background
print("REACHED", reached)
"""


def _run(prefix: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("ASKWELL_", "GRADIO_", "LANGSMITH_"))
    }
    environment["PYTHONPATH"] = str(ROOT)
    return subprocess.run(
        [*prefix, sys.executable, "-c", CONVERSATION],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


def test_nothing_asks_for_another_host() -> None:
    """Talking, suggesting, sharpening and serving the page reach for no address but loopback."""
    done = _run([])
    assert done.returncode == 0, done.stderr[-3000:]
    assert "REACHED []" in done.stdout


def _namespace() -> list[str]:
    """The command that runs another in a network namespace holding nothing but loopback; empty where not allowed."""
    if not (shutil.which("unshare") and shutil.which("ip")):
        return []
    prefix = ["unshare", "--net", "--map-root-user", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
    tried = subprocess.run([*prefix, "true"], capture_output=True, timeout=20, check=False)
    return prefix if tried.returncode == 0 else []


def test_everything_works_in_an_empty_network_namespace() -> None:
    """The same with no network at all: nothing needs what is not installed."""
    prefix = _namespace()
    if not prefix:
        pytest.skip("network namespaces are not allowed here (needs unshare, ip and the right to use them)")
    done = _run(prefix)
    assert done.returncode == 0, done.stderr[-3000:]
