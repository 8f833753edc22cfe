"""What a language model proposes for a draft: asked only when somebody wants it, and held to the same checks as everything else."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from assistant import settings
from assistant.errors import ModelUnavailable
from assistant.flows.sharpen import SharpenFlow
from assistant.models import chat_model
from assistant.prompts import load_prompts
from assistant.questions.sharpen import sharpen
from assistant.scripted import Reply, ScriptedServer, scripted_server
from assistant.voices import ModelVoice

DRAFT, TOLD = "Have you tried talking to her?", "She rewrote my report and I haven't told her that I saw it."
GOOD = "What has been said between you and her about the report?"
ADVICE = "Could you write her an email about the report?"


pytestmark = pytest.mark.usefixtures("clean_environment")


@contextmanager
def flow(*replies: str | Reply) -> Iterator[tuple[SharpenFlow, ScriptedServer]]:
    """A flow whose model is a scripted server."""
    with scripted_server(replies) as server:
        model = chat_model(settings.load(model="openai:scripted", base_url=server.base_url, timeout=5))
        assert model is not None
        yield SharpenFlow(ModelVoice(model, load_prompts(), "openai:scripted"), 5.0), server


def test_what_passes_comes_first() -> None:
    """Proposals without a fault stand before our own, three in all, and say whose they are."""
    with flow(f"1. {GOOD}") as (asking, _):
        rewrites = asking.proposed(DRAFT, TOLD).rewrites
    assert rewrites[0].text == GOOD
    assert "openai:scripted" in rewrites[0].why
    assert len({each.text for each in rewrites}) == len(rewrites) <= 3


def test_what_does_not_pass_is_not_offered() -> None:
    """Advice, talk and questions with a fault are left out; our own stand as if nobody had been asked."""
    with flow(f"- {ADVICE}\n- You should talk to her.\nHere are some ideas:\n- Is she jealous of you?") as (asking, _):
        assert asking.proposed(DRAFT, TOLD) == sharpen(DRAFT, TOLD)


def test_nothing_is_sent_unasked() -> None:
    """Looking while one types never calls the model, and a sharp question does not either."""
    with flow(GOOD) as (asking, server):
        asking.one(DRAFT, TOLD)
        list(asking.many(asking.rows(DRAFT)))
        asking.proposed("What would you want her to know?", TOLD)
        assert server.requests == []


def test_the_model_is_told_draft_words_and_faults() -> None:
    """Draft and context go as fenced material, with the reasons that the peer sees."""
    with flow(GOOD) as (asking, server):
        asking.proposed(DRAFT, TOLD)
    system, user = (message["content"] for message in server.requests[0].body["messages"])
    assert "The peer must say" in system
    assert f"<<<draft\n| {DRAFT}\ndraft>>>" in user
    assert f"<<<said\n| {TOLD}\nsaid>>>" in user
    assert all(fault.why in user for fault in sharpen(DRAFT, TOLD).faults)


def test_a_model_that_fails_is_told() -> None:
    """One sentence, as everywhere."""
    with flow(Reply(fault="http-401")) as (asking, _), pytest.raises(ModelUnavailable, match="refused the key"):
        asking.proposed(DRAFT, TOLD)
