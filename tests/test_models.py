"""A language model over real HTTP, against the scripted server: its words, its failures, and what stays on this machine."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import models, settings
from assistant.budget import Budget
from assistant.errors import ModelUnavailable
from assistant.models import chat_model, stream_text
from assistant.scripted import FAULTS, Reply, ScriptedServer, scripted_server

MESSAGES = [("system", "Ask."), ("user", "my own private words")]
KEY = "sk-the-key"
TEXT = "You said quite a lot there. What stands out to you now?"


pytestmark = pytest.mark.usefixtures("clean_environment")


def ask(server: ScriptedServer, timeout: float = 5.0) -> Iterator[str]:
    """The words a model behind this server says."""
    model = chat_model(settings.load(model="openai:scripted", base_url=server.base_url, api_key=KEY, timeout=timeout))
    assert model is not None
    return stream_text(
        model,
        MESSAGES,
        name="openai:scripted",
        budget=Budget(timeout, timeout),
        options={"temperature": 0.4, "max_tokens": 60},
    )


def test_words_come_in_pieces() -> None:
    """Streamed words arrive as they are sent, and together they are the whole text."""
    with scripted_server([TEXT]) as server:
        pieces = list(ask(server))
    assert len(pieces) == len(TEXT.split())
    assert "".join(pieces) == TEXT


def test_the_request_holds_messages_options_and_key() -> None:
    """The endpoint is asked for a stream, with roles, options and the configured key, and for nothing else."""
    with scripted_server() as server:
        list(ask(server))
    (request,) = server.requests
    assert request.path == "/v1/chat/completions"
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert [(message["role"], message["content"]) for message in request.body["messages"]] == MESSAGES
    assert request.body["stream"] is True
    assert request.body["temperature"] == 0.4
    assert request.body["max_completion_tokens"] == 60


BROKEN = "broke off; check the service"
INCOMPLETE = "gave no whole answer; try again"
SLOW = "took longer than 0.5 seconds; choose a faster model"


ENDINGS = {
    "silent": SLOW,
    "ping": SLOW,
    "stall": SLOW,
    "endless": SLOW,
    "cut": BROKEN,
    "malformed": BROKEN,
    "error": BROKEN,
    "html": BROKEN,
    "short": INCOMPLETE,
    "length": INCOMPLETE,
    "empty": INCOMPLETE,
    "hang-up": BROKEN,
    "tool": INCOMPLETE,
    "flood": INCOMPLETE,
    "busy": "is over its limit (HTTP 429); wait",
    "http-400": "rejected the request (HTTP 400)",
    "http-401": "refused the key (HTTP 401); check ASKWELL_API_KEY",
    "http-404": "is not known there (HTTP 404); check ASKWELL_MODEL",
    "http-429": "is over its limit (HTTP 429); wait",
    "http-500": "failed on its side (HTTP 500); try again later",
    "http-503": "failed on its side (HTTP 503); try again later",
}


@pytest.mark.parametrize(("fault", "told"), ENDINGS.items(), ids=ENDINGS)
def test_each_fault_ends_in_one_sentence(fault: str, told: str) -> None:
    """Whatever the endpoint does, the turn ends in ModelUnavailable, in time, and repeats neither words nor key."""
    with scripted_server([Reply(TEXT, fault)]) as server, pytest.raises(ModelUnavailable) as raised:
        list(ask(server, timeout=0.5 if told == SLOW else 10.0))
    sentence = str(raised.value)
    assert sentence.startswith(f"The model openai:scripted {told}")
    assert sentence.count(". ") == 0
    assert sentence.endswith(".")
    assert not any(secret in sentence for secret in (KEY, "private", "Scripted failure"))
    assert raised.value.__suppress_context__


def test_every_fault_of_the_list_is_tried() -> None:
    """A fault added to the scripted server is added to the table above."""
    assert {fault for fault in ENDINGS if not fault.startswith("http-")} == set(FAULTS) - {"http-NNN", "think"}


def test_a_refused_connection_ends_in_one_sentence() -> None:
    """With nothing listening, the sentence points to the address."""
    with scripted_server() as server:
        pass
    with pytest.raises(ModelUnavailable, match="could not be reached; check ASKWELL_BASE_URL"):
        list(ask(server))


def test_words_before_a_fault_are_handed_on() -> None:
    """What was said before the connection broke can be judged and shown; the failure comes after it."""
    with scripted_server([Reply("one two three four", "cut")]) as server:
        stream = ask(server)
        assert next(stream) + next(stream) == "one two"
        with pytest.raises(ModelUnavailable):
            next(stream)


def test_one_retry_mends_a_blip() -> None:
    """A single failure of the endpoint is not noticed."""
    with scripted_server([Reply(fault="http-500"), TEXT]) as server:
        assert "".join(ask(server)) == TEXT
    assert len(server.requests) == 2


@pytest.mark.parametrize("fault", ["endless", "stall", "ping"])
def test_closing_early_closes_the_connection(fault: str) -> None:
    """Who stops listening stops the endpoint, though it speaks on, or is silent at the time."""
    with scripted_server([Reply(TEXT, fault)]) as server:
        stream = ask(server, timeout=60.0 if fault != "ping" else 0.5)
        if fault == "ping":
            with pytest.raises(ModelUnavailable):
                next(stream)
        else:
            next(stream)
        stream.close()  # type: ignore[attr-defined]
        assert server.left.wait(20)


def test_two_answers_stream_side_by_side() -> None:
    """One answer that never ends does not hold up another."""
    with scripted_server(lambda request: Reply(TEXT, "endless" if not server.requests[1:] else "")) as server:
        long = ask(server, timeout=60.0)
        next(long)
        assert "".join(ask(server)) == TEXT
        assert next(long)
        long.close()  # type: ignore[attr-defined]


def test_an_answer_without_end_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """An endpoint that ignores the limit of tokens is stopped by length, before the time is up."""
    monkeypatch.setattr(models, "LONGEST", 100)
    with scripted_server([Reply(TEXT, "endless")]) as server:
        with pytest.raises(ModelUnavailable, match="gave no whole answer"):
            list(ask(server, timeout=60.0))
        assert server.left.wait(20)


def test_without_a_model_there_is_none() -> None:
    """An empty ASKWELL_MODEL is the embedded voice, whatever else is set."""
    assert chat_model(settings.load(base_url="http://127.0.0.1:1/v1", api_key=KEY)) is None


@pytest.mark.parametrize(
    ("model", "told"),
    [
        pytest.param("scripted", "is not provider:name", id="no-provider"),
        pytest.param("openai:", "is not provider:name", id="no-name"),
        pytest.param(
            "nosuch:scripted", "names the provider 'nosuch', which LangChain does not know", id="unknown-provider"
        ),
        pytest.param("anthropic:scripted", "run pip install langchain-anthropic", id="package-missing"),
        pytest.param("openai:scripted", "needs a key; set ASKWELL_API_KEY", id="key-missing"),
    ],
)
def test_a_model_that_cannot_be_set_up_says_how_it_could(model: str, told: str) -> None:
    """A wrong setting is told in one sentence before any call is made."""
    with pytest.raises(ModelUnavailable, match=told):
        chat_model(settings.load(model=model))


def test_a_local_server_needs_no_key() -> None:
    """An endpoint of one's own that asks for no key is used without one."""
    with scripted_server([TEXT]) as server:
        model = chat_model(settings.load(model="openai:scripted", base_url=server.base_url))
        assert model is not None
        assert "".join(stream_text(model, MESSAGES, name="m", budget=Budget(5), options={})) == TEXT


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param({}, ("", ""), id="no-model"),
        pytest.param({"model": "openai:x"}, ("http://shared/v1", "shared"), id="fallback"),
        pytest.param(
            {"model": "openai:x", "base_url": "http://own/v1", "api_key": "own"},
            ("http://own/v1", "own"),
            id="own-wins",
        ),
        pytest.param({"model": "anthropic:x"}, ("", ""), id="another-provider"),
    ],
)
def test_shared_variables_serve_only_their_provider(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], expected: tuple[str, str]
) -> None:
    """OPENAI_API_KEY and OPENAI_BASE_URL are read only when an OpenAI model is named, and never win over our own."""
    monkeypatch.setenv("OPENAI_API_KEY", "shared")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://shared/v1")
    assert settings.load(**given).endpoint == expected


@pytest.mark.parametrize(
    ("name", "left"),
    [
        pytest.param("scripted", {"temperature": 0.4, "max_tokens": 60}, id="unknown-model-takes-all"),
        pytest.param("o3", {}, id="a-model-that-thinks-aloud"),
    ],
)
def test_options_a_model_refuses_are_left_out(name: str, left: dict[str, float]) -> None:
    """A model known to refuse a temperature is not sent one, and one that thinks aloud keeps its tokens."""
    with scripted_server() as server:
        model = chat_model(settings.load(model=f"openai:{name}", base_url=server.base_url))
        assert model is not None
        list(stream_text(model, MESSAGES, name=name, budget=Budget(5), options={"temperature": 0.4, "max_tokens": 60}))
    body = server.requests[0].body
    sent = {"temperature": body.get("temperature"), "max_tokens": body.get("max_completion_tokens")}
    assert {key: value for key, value in sent.items() if value is not None} == left


CALLS = """
import sys
places = set()
sys.addaudithook(lambda event, args: places.add(str(args[1] if event == "socket.connect" else args[0]))
                 if event in ("socket.connect", "socket.getaddrinfo") else None)
from assistant import settings
from assistant.budget import Budget
from assistant.models import chat_model, stream_text
assert chat_model(settings.load(model="")) is None
print(sorted(name for name in sys.modules if name.split(".")[0] in ("langchain", "langchain_core", "openai")))
model = chat_model(settings.load())
print("".join(stream_text(model, [("user", "hello")], name="m", budget=Budget(20), options={})))
from langchain_core.tracers.langchain import wait_for_all_tracers
wait_for_all_tracers()
print(sorted(places))
"""


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("", id="tracing-is-on"),
        pytest.param(
            "from langsmith.utils import tracing_is_enabled; assert tracing_is_enabled()", id="tracing-was-looked-up"
        ),
    ],
)
def test_nothing_calls_anybody_else(before: str) -> None:
    """With tracing switched on outside, the words go to the endpoint alone; without a model nothing is loaded."""
    with scripted_server([TEXT]) as server, scripted_server() as spy:
        environment = {
            **os.environ,
            "PYTHONPATH": str(Path(models.__file__).parents[1]),
            "ASKWELL_MODEL": "openai:scripted", "OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": KEY,
            "LANGSMITH_TRACING": "true", "LANGCHAIN_TRACING_V2": "true", "LANGSMITH_TRACING_V2": "true",
            "LANGSMITH_API_KEY": "x", "LANGSMITH_ENDPOINT": spy.base_url,
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-c", before + CALLS],
            check=False,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
    loaded, said, places = done.stdout.splitlines()
    assert (loaded, said) == ("[]", TEXT), done.stderr
    assert set(ast.literal_eval(places)) <= {"127.0.0.1", str(("127.0.0.1", server.port))}


def test_no_gateway_stands_between(monkeypatch: pytest.MonkeyPatch) -> None:
    """A gateway named for other programs does not take over the address of the model."""
    monkeypatch.setenv("LANGSMITH_GATEWAY", "http://127.0.0.1:1")
    model = chat_model(settings.load(model="openai:scripted", api_key=KEY))
    assert model is not None
    assert "127.0.0.1" not in str(model.model_dump())
