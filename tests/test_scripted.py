"""The scripted server as other people's tests meet it: whole answers, faults without a stream, replies made by a function."""

from typing import Any

import pytest

from assistant import settings
from assistant.errors import CallerMistake
from assistant.models import chat_model
from assistant.scripted import Reply, Request, ScriptedServer, scripted_server

MESSAGES = [("system", "Ask."), ("user", "my own private words")]
TEXT = "You said quite a lot there. What stands out to you now?"


def model_of(server: ScriptedServer) -> Any:
    """A chat model whose endpoint is this server."""
    return chat_model(settings.load(model="openai:scripted", base_url=server.base_url, api_key="k", timeout=0.5))


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        pytest.param(TEXT, TEXT, id="text"),
        pytest.param(Reply(TEXT, "empty"), "", id="empty"),
        pytest.param(Reply(TEXT, "length"), TEXT, id="length"),
    ],
)
def test_the_scripted_server_answers_whole_too(reply: str | Reply, told: str) -> None:
    """A caller that asks for no stream gets the same text at once."""
    with scripted_server([reply]) as server:
        assert model_of(server).invoke(MESSAGES).text == told


@pytest.mark.parametrize("fault", ["cut", "malformed", "error", "html", "http-500", "hang-up", "stall"])
def test_whole_answers_can_go_wrong_too(fault: str) -> None:
    """The faults hold for a caller that asks for no stream."""
    with scripted_server([Reply(TEXT, fault)]) as server:
        model = model_of(server)
        with pytest.raises(Exception) as raised:  # noqa: PT011 - each fault surfaces as a class of the client's own
            model.invoke(MESSAGES)
        assert not isinstance(raised.value, AssertionError)


def test_a_function_can_answer() -> None:
    """A reply may be made from the request."""

    def echo(request: Request) -> str:
        return str(request.body["messages"][-1]["content"])

    with scripted_server(echo) as server:
        assert model_of(server).invoke(MESSAGES).text == "my own private words"


def test_an_unknown_fault_is_told() -> None:
    """A typo in a fault's name does not pass for a reply without one."""
    with pytest.raises(CallerMistake, match="The fault 'stal' is not known; choose one of silent"):
        Reply(fault="stal")
