"""Whole turns against a language-model server that nobody here wrote (aimock, `.ci/aimock`): the same faults, the same promises."""

import json
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.bootstrap import Assistant, temporary
from assistant.reply import TurnUpdate
from assistant.stance import Decision, judge
from assistant.testing import speaking

ROOT = Path(__file__).parents[1]
SERVER = ROOT / ".ci" / "aimock" / "node_modules" / ".bin" / "llmock"
WAY_OUT = "aimock is not installed here; run npm install --no-package-lock in .ci/aimock"
TOLD = "I keep redoing her handover on {key} and I haven't told her."
GOOD = "You said “I haven't told her”. What keeps it unsaid?"
ADVICE = "You should tell her on Monday."
TIME, SPARE = 1.5, 2.5
"""Seconds a turn may take here, and what the machine may take beside."""

pytestmark = [
    pytest.mark.skipif(not (SERVER.exists() and shutil.which("node")), reason=WAY_OUT),
    pytest.mark.usefixtures("clean_environment"),
]


@dataclass(frozen=True)
class Script:
    """What the server does for a message that holds the key; whether the person is told that the model fell silent."""

    fixture: dict[str, object]
    told: bool = True


def _error(status: int, **more: object) -> dict[str, object]:
    return {"response": {"error": {"message": "no", "type": "test"}, "status": status, **more}}


SCRIPTS = {
    "monday": Script({"response": {"content": GOOD}}, told=False),
    "tuesday": Script(_error(401)),
    "wednesday": Script(_error(403)),
    "thursday": Script(_error(404)),
    "friday": Script(_error(429, retryAfter=30)),
    "saturday": Script(_error(500)),
    "sunday": Script(_error(503)),
    "january": Script({"response": {"content": GOOD}, "truncateAfterChunks": 2}),
    "february": Script({"response": {"content": GOOD}, "latency": 900, "disconnectAfterMs": 500}),
    "march": Script({"response": {"content": GOOD}, "streamingProfile": {"ttft": 30_000}}),
    "april": Script({"response": {"toolCalls": [{"name": "search", "arguments": {"query": "advice"}}]}}),
    "may": Script({"response": {"content": GOOD}, "chaos": {"malformedRate": 1.0}}),
    "june": Script({"response": {"content": GOOD}, "chaos": {"disconnectRate": 1.0}}),
    "july": Script({"response": {"content": GOOD, "reasoning": "They want advice. " + ADVICE}}, told=False),
    "august": Script({"response": {"content": ADVICE}}, told=False),
    "september": Script({"response": {"content": GOOD, "finishReason": "length"}}),
}
"""By a word of the thinker's message; each is said on a day or in a month of its own."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The server's address, once it answers."""
    file = tmp_path_factory.mktemp("aimock") / "fixtures.json"
    fixtures = [{"match": {"userMessage": key}, **script.fixture} for key, script in SCRIPTS.items()]
    file.write_text(json.dumps({"fixtures": fixtures}), encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([str(SERVER), "-p", str(port), "-f", str(file), "--log-level", "silent"])
    try:
        for _ in range(200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="module")
def assistant() -> Iterator[Assistant]:
    """One assistant for all: its index takes seconds to fill."""
    with temporary() as made:
        assert made.ranking
        yield made


def say(assistant: Assistant, address: str, words: str) -> TurnUpdate:
    """One turn with a voice of its own, so that no failure lets the next one rest."""
    flow = speaking(assistant, address, model="openai:independent", timeout=TIME).prepare
    return list(flow.say("me", flow.begin("me"), words))[-1]


@pytest.mark.parametrize("key", SCRIPTS)
def test_whatever_it_does_the_reply_is_whole(assistant: Assistant, address: str, key: str) -> None:
    """One question, all of it in stance and in time; where the model fell silent the person is told."""
    words = TOLD.format(key=key)
    began = time.monotonic()
    last = say(assistant, address, words)
    assert time.monotonic() - began < TIME + SPARE
    assert last.done
    assert last.reply.count("?") == 1
    assert all(verdict.decision == Decision.SHOW for verdict in judge(last.reply, (words,)))
    assert ADVICE not in last.reply
    assert bool(last.notice) == SCRIPTS[key].told


def test_good_words_are_heard_as_they_are(assistant: Assistant, address: str) -> None:
    """What it says in stance is what is shown, and its tokens are counted."""
    last = say(assistant, address, TOLD.format(key="monday"))
    assert last.reply == GOOD
    assert last.voice.startswith("openai:independent")
    assert min(last.tokens) > 0
