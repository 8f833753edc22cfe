"""Decides what a scripted language-model server answers; refuses to know who asks and what is made of the answer.

A real HTTP server on 127.0.0.1 that speaks the chat-completions protocol of OpenAI, streamed (server-sent events) and whole.

    with scripted_server(["What did you notice?", Reply(fault="http-500")]) as server:
        ...   # base_url=server.base_url, any key, any model name
        server.requests[0].body["messages"]
"""

import json
import re
import select
import socket
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

from assistant.errors import CallerMistake

FAULTS: Mapping[str, str] = {
    "silent": "takes the request and never answers",
    "ping": "sends keep-alive comments and never a word",
    "stall": "says half of the text, then nothing more",
    "endless": "says the text again and again until the caller leaves",
    "cut": "closes the connection after half of the text",
    "short": "ends the stream cleanly after half of the text, without saying why",
    "length": "says half of the text and ends with the reason “length”",
    "malformed": "sends something that is not JSON after half of the text",
    "error": "sends an error object after half of the text",
    "empty": "ends properly without a word",
    "html": "answers with a web page, as a wrong address does",
    "hang-up": "closes the connection without an answer",
    "think": "says its thoughts between tags, then the text",
    "tool": "calls a tool that nobody offered, and says nothing",
    "flood": "says the text again and again, 50,000 words in all, and ends properly",
    "busy": "answers 429 and asks for thirty seconds",
    "http-NNN": "answers with that status, e.g. http-401, http-429, http-500",
}
"""Every way to go wrong. A refused connection needs no fault: use `base_url` after the `with` block has ended."""
BUSY = 30
"""Seconds a busy server asks for."""
THOUGHT = "<think>They want to be told what to do. You should send the message today.</think>"
FLOOD = 50_000  # words
_HALF = frozenset({"stall", "cut", "short", "length", "malformed", "error"})
_PAUSE = 0.01
"""Seconds between two looks at a waiting caller, and between two chunks of an endless answer."""


@dataclass(frozen=True)
class Reply:
    """One answer: its text, and the fault it goes wrong with (a name of `FAULTS`; empty for none)."""

    text: str = "You said quite a lot there. What stands out to you now?"
    fault: str = ""

    def __post_init__(self) -> None:
        """Raises CallerMistake for a fault that is not in the list."""
        if self.fault and self.fault not in FAULTS and not re.fullmatch(r"http-[345]\d\d", self.fault):
            raise CallerMistake(f"The fault {self.fault!r} is not known; choose one of {', '.join(FAULTS)}.")


@dataclass(frozen=True)
class Request:
    """What one caller sent; header names are in lower case."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]


Replies = Sequence[str | Reply] | Callable[[Request], str | Reply]


@dataclass
class ScriptedServer:
    """A running server: where it is and what it was asked. `left` is set once a caller closed before the end; `pace` is in words a second, 0 for at once."""

    replies: Replies
    pace: float = 0.0
    port: int = 0
    requests: list[Request] = field(default_factory=list)
    left: threading.Event = field(default_factory=threading.Event)
    stopping: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @property
    def base_url(self) -> str:
        """The address to configure, with the /v1 that the protocol's clients expect."""
        return f"http://127.0.0.1:{self.port}/v1"

    def answer(self, request: Request) -> Reply:
        """Take note of a request and pick its reply; the last of a list answers all further requests."""
        with self._lock:
            self.requests.append(request)
            number = len(self.requests) - 1
        script = self.replies
        reply = script(request) if callable(script) else script[min(number, len(script) - 1)]
        return Reply(reply) if isinstance(reply, str) else reply


@contextmanager
def scripted_server(replies: Replies = (Reply(),), pace: float = 0.0) -> Iterator[ScriptedServer]:
    """Serve these replies on a free port of 127.0.0.1 until the block ends.

    `replies` is a list (the last one repeats) or a function from the request to the reply; `pace`: words a second, 0 for all at once.
    """
    script = ScriptedServer(replies, pace)
    http = _Server(("127.0.0.1", 0), _Handler)
    http.script, script.port = script, http.server_address[1]
    thread = threading.Thread(target=http.serve_forever, args=(_PAUSE,), name="scripted-server", daemon=True)
    thread.start()
    try:
        yield script
    finally:
        script.stopping.set()
        http.shutdown()
        http.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # a caller that keeps its connection open must not hold up the end of a test
    script: ScriptedServer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller that leaves in the middle is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: a test's output is its own."""

    def do_POST(self) -> None:
        """Answer one chat completion."""
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))) or b"{}")
        request = Request(self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        reply = self._script.answer(request)
        if not self.path.endswith("/chat/completions"):
            reply = Reply(fault="http-404")
        try:
            self._say(reply, request)
        except (BrokenPipeError, ConnectionResetError):
            self._script.left.set()
            self.close_connection = True

    @property
    def _script(self) -> ScriptedServer:
        return cast(_Server, self.server).script

    def _say(self, reply: Reply, request: Request) -> None:
        if reply.fault.startswith("http-"):
            self._whole(int(reply.fault[5:]), json.dumps(_error("Scripted failure.")))
        elif reply.fault == "busy":
            self._whole(429, json.dumps(_error("Scripted failure.")), wait=BUSY)
        elif reply.fault == "html":
            self._whole(200, "<!doctype html><title>Welcome</title><p>Nothing to see.</p>", "text/html")
        elif reply.fault == "hang-up":
            self._hang_up()
        elif reply.fault == "silent":
            self._wait()
        elif request.body.get("stream"):
            self._stream(reply, request)
        else:
            self._at_once(reply)

    def _at_once(self, reply: Reply) -> None:
        text = json.dumps(_error("Scripted failure.") if reply.fault == "error" else _completion(reply))
        if reply.fault in ("cut", "short", "malformed"):
            text = text[: len(text) // 2]
        if reply.fault in ("stall", "ping", "endless"):
            self._wait()
        else:
            self._whole(200, text, missing=100 if reply.fault == "cut" else 0)

    def _whole(
        self, status: int, text: str, kind: str = "application/json", missing: int = 0, wait: int = 0
    ) -> None:  # fmt: skip
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data) + missing))
        if wait:
            self.send_header("Retry-After", str(wait))
        self.end_headers()
        self.wfile.write(data)
        if missing:
            self._hang_up()

    def _stream(self, reply: Reply, request: Request) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        usage = bool((request.body.get("stream_options") or {}).get("include_usage"))
        for line in _lines(reply, usage):
            if self._script.pace:
                self._script.stopping.wait(1 / self._script.pace)
            self._chunk(line)
            if reply.fault in ("endless", "ping") and (self._script.stopping.wait(_PAUSE) or self._gone()):
                break
        if reply.fault in ("endless", "ping", "stall"):
            self._wait()
        elif reply.fault == "cut":
            self._hang_up()
        else:
            self.wfile.write(b"0\r\n\r\n")

    def _chunk(self, line: str) -> None:
        data = f"{line}\n\n".encode()
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _wait(self) -> None:
        """Hold the connection until the caller leaves or the server stops."""
        while not self._script.stopping.wait(_PAUSE):
            if self._gone():
                self._script.left.set()
                break
        self._hang_up()

    def _gone(self) -> bool:
        readable, _, _ = select.select([self.connection], [], [], 0)
        return bool(readable) and self.connection.recv(1, socket.MSG_PEEK) == b""

    def _hang_up(self) -> None:
        self.close_connection = True
        with suppress(OSError):  # the caller may have closed first
            self.connection.shutdown(socket.SHUT_RDWR)


def _lines(reply: Reply, usage: bool) -> Iterator[str]:
    """The events of a streamed reply, as far as its fault lets them come."""
    words = re.findall(r"\s*\S+", reply.text)
    said = _said(reply, words)
    while reply.fault == "ping":
        yield ": still here"
    yield _event({"role": "assistant", "content": ""})
    while reply.fault == "endless":
        yield from (_event({"content": word}) for word in words)
    if reply.fault == "tool":
        yield _event({"tool_calls": [_TOOL]})
    yield from (_event({"content": word}) for word in said)
    if reply.fault == "malformed":
        yield 'data: {"id": "scripted", "choi'
    if reply.fault == "error":
        yield "data: " + json.dumps(_error("Scripted failure."))
    if reply.fault in ("cut", "stall", "short"):
        return
    yield _event({}, _FINISH.get(reply.fault, "stop"))
    if usage:
        yield "data: " + json.dumps({**_frame("chat.completion.chunk"), "choices": [], "usage": _usage(said)})
    yield "data: [DONE]"


_FINISH = {"length": "length", "tool": "tool_calls"}
_TOOL = {
    "index": 0, "id": "scripted", "type": "function", "function": {"name": "search", "arguments": '{"query": "advice"}'},
}  # fmt: skip


def _said(reply: Reply, words: list[str]) -> list[str]:
    """The words of a reply that its fault lets through or adds."""
    if reply.fault in ("empty", "tool"):
        return []
    if reply.fault == "flood":
        return [*words, *(f" {word.strip()}" for word in words)] * (FLOOD // (2 * len(words)))
    if reply.fault == "think":
        return [*re.findall(r"\s*\S+", THOUGHT), *words]
    return words[: max(1, len(words) // 2)] if reply.fault in _HALF else words


def _event(delta: Mapping[str, Any], finish: str | None = None) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return "data: " + json.dumps({**_frame("chat.completion.chunk"), "choices": [choice]})


def _completion(reply: Reply) -> dict[str, Any]:
    text = "" if reply.fault == "empty" else reply.text
    message = {"role": "assistant", "content": text}
    choice = {"index": 0, "message": message, "finish_reason": "length" if reply.fault == "length" else "stop"}
    return {**_frame("chat.completion"), "choices": [choice], "usage": _usage(text.split())}


def _frame(kind: str) -> dict[str, Any]:
    return {"id": "scripted", "object": kind, "created": 0, "model": "scripted"}


def _usage(words: Sequence[str]) -> dict[str, int]:
    """Counted in words; a scripted server has no tokens."""
    return {"prompt_tokens": 1, "completion_tokens": len(words), "total_tokens": len(words) + 1}


def _error(text: str) -> dict[str, Any]:
    return {"error": {"message": text, "type": "scripted", "code": "scripted"}}
