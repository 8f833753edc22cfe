"""Decides which language model speaks, if any, and what its failures are called; refuses to know what it is asked to say.

LangChain and the provider's package are imported only when a model is configured. One thread of this process carries all
calls: leaving a stream early, or running out of time, closes the connection at once even while the other side is silent.
"""

import asyncio
import os
import threading
import time
from collections.abc import AsyncGenerator, Coroutine, Iterator, Mapping, Sequence
from contextlib import aclosing, suppress
from email.utils import parsedate_to_datetime
from functools import cache
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from assistant.budget import Budget
from assistant.errors import ModelUnavailable
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

_Words = SimpleQueue[str | Exception | None]
"""What one call hands over: pieces of text, then None when it is whole, or what went wrong."""

LONGEST = 8_000
"""Characters of one answer after which the model counts as broken; a turn of coaching needs some 300."""

_TRIES = 2
"""The embedded voice stands ready, so a second try is worth a blip and no more. Ours, not the client's: that one would sleep through a Retry-After."""

_BLIPS = (500, 502, 503, 504)
"""HTTP statuses after which a second try is made at once, while nothing was said yet."""

_CANCELS = 100
"""How often, 10 ms apart, a call that does not stop is told to."""

_CALLS_OUT = (
    "LANGSMITH_TRACING_V2",
    "LANGCHAIN_TRACING_V2",
    "LANGSMITH_TRACING",
    "LANGCHAIN_TRACING",
    "LANGSMITH_GATEWAY",
)
"""Variables that would send conversations to a tracing service or route them through another company's gateway."""

_WHOLE = ("finish_reason", "stop_reason", "stopReason", "done_reason")
"""Where providers say why an answer ended; an answer without any of them was cut off."""

_STATUS: Mapping[int, tuple[str, str]] = {
    400: ("rejected the request", "check that ASKWELL_MODEL names a chat model"),
    401: ("refused the key", "check ASKWELL_API_KEY"),
    403: ("refused the key", "check ASKWELL_API_KEY and what it may use"),
    404: ("is not known there", "check ASKWELL_MODEL and ASKWELL_BASE_URL"),
    429: ("is over its limit", "wait a little, or check the account behind ASKWELL_API_KEY"),
}
_OTHER_STATUS = ("failed on its side", "try again later, or unset ASKWELL_MODEL")

_KINDS: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (("Timeout",), "took longer than {timeout:g} seconds", "choose a faster model, or raise ASKWELL_TIMEOUT"),
    (
        ("ConnectError", "ConnectionRefused", "gaierror"),
        "could not be reached",
        "check ASKWELL_BASE_URL and that the service runs",
    ),
    (("",), "broke off", "check the service, and that ASKWELL_BASE_URL speaks the protocol of its provider"),
)
"""Parts of the names of an exception's classes or its causes', what happened, the way out; the first that fits is told."""


class _CutOff(Exception):
    """The answer ended before it was whole."""


def chat_model(settings: Settings) -> "BaseChatModel | None":
    """The chat model of ASKWELL_MODEL, or None when it is empty; makes no call yet.

    Raises ModelUnavailable when the provider is unknown, or its package or key is missing.
    """
    if not settings.model:
        return None
    provider, _, model = settings.model.partition(":")
    if not provider or not model:
        raise ModelUnavailable(
            f"ASKWELL_MODEL is {settings.model!r}, which is not provider:name; write for example openai:name-of-a-model."
        )
    _keep_quiet()
    from langchain.chat_models import init_chat_model

    try:
        made: BaseChatModel = init_chat_model(model, model_provider=provider, **_options(settings, provider))
    except ImportError:
        package = f"langchain-{provider.replace('_', '-')}"
        raise ModelUnavailable(
            f"The model {settings.model} needs a package that is not installed; run pip install {package}, or unset ASKWELL_MODEL."
        ) from None
    except Exception as error:
        raise ModelUnavailable(_configuration(settings, provider, error)) from None
    return made


def stream_text(
    model: "BaseChatModel",
    messages: Sequence[tuple[str, str]],
    *,
    name: str,
    budget: Budget,
    options: Mapping[str, Any],
) -> Iterator[str]:
    """The words of one answer as they come; `messages` are (role, text), `budget` is what is left of the turn.

    Raises ModelUnavailable with one sentence for whatever goes wrong, also after some words have come. Closing the
    iterator closes the connection.
    """
    words: _Words = SimpleQueue()
    pump = _pump(model, messages, _accepted(model, options), words, budget)
    task = asyncio.run_coroutine_threadsafe(_carry(pump, budget.whole_left()), _loop())
    try:
        while (piece := _next(words, budget)) is not None:
            if isinstance(piece, Exception):
                raise _unavailable(name, piece, budget.limit) from None
            yield piece
    finally:
        task.cancel()


def _options(settings: Settings, provider: str) -> dict[str, Any]:
    address, key = settings.endpoint
    options: dict[str, Any] = {"timeout": settings.timeout, "max_retries": 0}
    if address:
        options["base_url"] = address
    if key:
        options["api_key"] = key
    if provider == "openai" and address:
        options |= {"stream_usage": True, "use_responses_api": False}
        options.setdefault("api_key", "none")  # local servers ask for no key, the client insists on one
    return options


def _configuration(settings: Settings, provider: str, error: Exception) -> str:
    if isinstance(error, ValueError) and "Unsupported" in str(error):
        return f"ASKWELL_MODEL names the provider {provider!r}, which LangChain does not know; write for example openai:name."
    if not settings.endpoint[1]:
        return f"The model {settings.model} needs a key; set ASKWELL_API_KEY, or unset ASKWELL_MODEL."
    return (
        f"The model {settings.model} cannot be set up ({type(error).__name__}); "
        "check ASKWELL_MODEL, ASKWELL_BASE_URL and ASKWELL_API_KEY."
    )


def _keep_quiet() -> None:
    """Switch off what would call out: in the environment, and for what has read the environment already."""
    os.environ.update(dict.fromkeys(_CALLS_OUT, "false"))
    from langsmith import configure

    configure(enabled=False)


def _accepted(model: "BaseChatModel", options: Mapping[str, Any]) -> dict[str, Any]:
    """The options this model takes: some refuse a temperature, and thinking aloud would eat the tokens of the answer."""
    profile: Mapping[str, Any] = model.profile or {}
    dropped = {"temperature"} if profile.get("temperature") is False else set()
    dropped |= {"max_tokens"} if profile.get("reasoning_output") else set()
    return {name: value for name, value in options.items() if name not in dropped and value is not None}


_starting = threading.Lock()


def _loop() -> asyncio.AbstractEventLoop:
    with _starting:
        return _running_loop()


@cache
def _running_loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="askwell-model", daemon=True).start()
    return loop


async def _carry(work: Coroutine[Any, Any, None], timeout: float) -> None:
    """Run until done, out of time or left. One cancel is not enough: `asyncio.wait_for` of Python 3.11, which providers
    use, swallows it when a chunk comes in at the same moment, and the connection would stay open."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait({task}, timeout=timeout)
    finally:
        for _ in range(_CANCELS):
            if task.done():
                break
            task.cancel()
            await asyncio.sleep(0.01)


async def _pump(
    model: "BaseChatModel",
    messages: Sequence[tuple[str, str]],
    options: Mapping[str, Any],
    words: _Words,
    budget: Budget,
) -> None:
    for left in reversed(range(_TRIES)):
        said = False
        try:
            async with aclosing(_pieces(model, messages, options, budget)) as pieces:
                async for piece in pieces:
                    words.put(piece)
                    said = True
            words.put(None)
            break
        except Exception as error:  # providers have their own; JSONDecodeError, ValueError and httpx2's leak too
            if said or not left or getattr(error, "status_code", None) not in _BLIPS:
                words.put(error)
                break


async def _pieces(
    model: "BaseChatModel", messages: Sequence[tuple[str, str]], options: Mapping[str, Any], budget: Budget
) -> AsyncGenerator[str, None]:
    length = 0
    reasons: set[str] = set()
    async for chunk in model.astream(list(messages), **options):
        reasons |= {str(chunk.response_metadata[key]).lower() for key in _WHOLE if chunk.response_metadata.get(key)}
        if used := chunk.usage_metadata:
            budget.spend(used["input_tokens"], used["output_tokens"])
        text = str(chunk.text)
        length += len(text)
        if text:
            yield text
        if length > LONGEST:
            raise _CutOff
    if not length or not reasons or reasons & {"length", "max_tokens"}:
        raise _CutOff


def _next(words: _Words, budget: Budget) -> str | Exception | None:
    try:
        return words.get(timeout=budget.left())
    except Empty:
        return TimeoutError()


def _unavailable(name: str, error: Exception, timeout: float) -> ModelUnavailable:
    what, way_out = _failure(error, timeout)
    lasting = not isinstance(error, _CutOff)
    return ModelUnavailable(f"The model {name} {what}; {way_out}.", _asked_to_wait(error), lasting, what)


def _asked_to_wait(error: Exception) -> float:
    """Seconds named in a Retry-After, as a number or a date (RFC 9110); 0 without one."""
    headers: Mapping[str, str] = getattr(getattr(error, "response", None), "headers", None) or {}
    told = headers.get("retry-after", "")
    with suppress(ValueError):
        return max(0.0, float(told))
    with suppress(TypeError, ValueError):
        return max(0.0, parsedate_to_datetime(told).timestamp() - time.time())
    return 0.0


def _failure(error: Exception, timeout: float) -> tuple[str, str]:
    """What went wrong and the way out. Never the error's own text: it may repeat the conversation or the key."""
    status = getattr(error, "status_code", None)
    if isinstance(error, _CutOff):
        return "gave no whole answer", "try again, or choose another model in ASKWELL_MODEL"
    if isinstance(status, int):
        what, way_out = _STATUS.get(status, _OTHER_STATUS)
        return f"{what} (HTTP {status})", way_out
    names = _names(error)
    what, way_out = next((told, out) for parts, told, out in _KINDS if any(part in names for part in parts))
    return what.format(timeout=timeout), way_out


def _names(error: BaseException | None) -> str:
    """The names of an exception's classes, and of those that led to it."""
    names: list[str] = []
    while error is not None:
        names += [kind.__name__ for kind in type(error).__mro__]
        error = error.__cause__ or error.__context__
    return " ".join(names)
