"""Whole turns with a language model over real HTTP that goes wrong in every way: each ends in a whole reply, in stance and in time."""

import time
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import select

from assistant import answers, turn
from assistant.bootstrap import Assistant, temporary
from assistant.reply import TurnUpdate
from assistant.scripted import FAULTS, Reply, ScriptedServer, scripted_server
from assistant.stance import Decision, judge
from assistant.store.tables import MessageRow
from assistant.testing import speaking

TOLD = "I keep redoing her handover and I haven't told her."
GOOD = "You said “I haven't told her”. What keeps it unsaid?"
ADVICE = "You should tell her on Monday."
Talks = Callable[..., Assistant]
TIME, SPARE = 1.5, 2.0
"""Seconds a turn may take here, and what the machine may take beside."""


pytestmark = pytest.mark.usefixtures("clean_environment")


@pytest.fixture(scope="module")
def shared() -> Iterator[Assistant]:
    """One assistant for all: its index takes seconds to fill."""
    with temporary() as assistant:
        assert assistant.ranking
        yield assistant


@pytest.fixture
def with_model(shared: Assistant) -> Talks:
    """An assistant of this server's, whose turns may take so many seconds."""

    def made(server: ScriptedServer, timeout: float = TIME) -> Assistant:
        return speaking(shared, server.base_url, timeout=timeout)

    return made


def say(assistant: Assistant, words: str = TOLD, conversation: str = "") -> TurnUpdate:
    """One turn, whole."""
    return list(assistant.prepare.say("me", conversation or assistant.prepare.begin("me"), words))[-1]


def in_stance(reply: str) -> bool:
    """Whether every sentence may be shown after what was told."""
    return all(verdict.decision == Decision.SHOW for verdict in judge(reply, (TOLD,)))


FAULTY = [
    *(fault for fault in FAULTS if fault != "http-NNN"),
    "http-401",
    "http-403",
    "http-404",
    "http-429",
    "http-500",
]


TOLD_OF = {
    "silent": "took longer than",
    "cut": "broke off",
    "length": "gave no whole answer",
    "http-401": "refused the key",
    "http-404": "is not known there",
    "http-429": "is over its limit",
    "http-500": "failed on its side",
    "think": "",
}
"""What the person is told of a fault, in part."""


@pytest.mark.parametrize("fault", FAULTY)
def test_whatever_goes_wrong_the_reply_is_whole(with_model: Talks, fault: str) -> None:
    """A question is asked once, all of it is in stance, the time is kept, and where the model fell silent the person is told."""
    with scripted_server([Reply(GOOD, fault)]) as server:
        assistant = with_model(server)
        began = time.monotonic()
        last = say(assistant)
    assert time.monotonic() - began < TIME + SPARE
    assert last.done
    assert last.reply.count("?") == 1
    assert in_stance(last.reply)
    assert TOLD_OF.get(fault, "The language model ") in last.notice
    assert bool(last.notice) == (fault != "think")


ACCIDENTS = {
    "refusal": "I'm sorry, but I can't help with that.",
    "machine": "As an AI language model, I cannot have an opinion. What do you think?",
    "german": "Was hält dich davon ab, es ihr zu sagen, wenn du ehrlich bist?",
    "prompt": "You may write only sentences that say back what the thinker said, in or near their own words.",
    "fence": "<<<message | I keep redoing her handover message>>>",
    "advice": ADVICE,
    "advice-after-good": f"You said “I haven't told her”. {ADVICE} What else?",
    "lecture": "Delegation fails when leaders fear losing control. Research shows that trust grows in small steps.",
    "role-in-front": f"Coach: {ADVICE}",
    "markdown-list": "Options:\n1. Talk to her.\n2. Escalate it.\n3. Let it go.",
    "the-same-again": "You said “I haven't told her”. " * 40,
    "two-questions": "You said “I haven't told her”. What keeps it unsaid? And what would telling her change?",
}


@pytest.mark.parametrize("words", ACCIDENTS.values(), ids=ACCIDENTS.keys())
def test_whatever_is_said_nothing_out_of_stance_is_shown(with_model: Talks, words: str) -> None:
    """Accidents and advice, insisted on when asked to repair, reach nobody; one question is asked, by whichever voice."""
    with scripted_server([words]) as server:
        assistant = with_model(server)
        last = say(assistant)
    assert last.reply.count("?") == 1
    assert in_stance(last.reply)
    assert ADVICE not in last.reply
    assert last.reply.count("You said") <= 1


def test_a_repaired_sentence_is_shown(with_model: Talks) -> None:
    """The second try is the model's own, told why, and what it says then is heard."""
    with scripted_server([ADVICE, "What keeps it unsaid?"]) as server:
        assistant = with_model(server)
        last = say(assistant)
    assert "What keeps it unsaid?" in last.reply
    assert last.voice.startswith("openai:scripted")
    assert ADVICE in str(server.requests[1].body["messages"])


def test_thoughts_are_not_shown(with_model: Talks) -> None:
    """What a model puts between tags is for itself."""
    with scripted_server([Reply(GOOD, "think")]) as server:
        assistant = with_model(server)
        assert say(assistant).reply == GOOD


def test_a_silent_model_gives_way_after_the_first_limit(with_model: Talks) -> None:
    """The embedded voice begins long before the whole time is over."""
    with scripted_server([Reply(fault="silent")]) as server:
        assistant = with_model(server, timeout=30.0)
        began = time.monotonic()
        last = say(assistant)
    assert time.monotonic() - began < 4 + SPARE
    assert last.notice == turn.MODEL_FAILED.format(happened="took longer than 4 seconds")


def test_a_dead_endpoint_is_left_alone_for_a_while(with_model: Talks) -> None:
    """After two failures in a row no further call is made, and the person is told each time."""
    with scripted_server([Reply(fault="http-401")]) as server:
        assistant = with_model(server)
        told = [say(assistant).notice for _ in range(4)]
        assert len(server.requests) == 2
    assert ["refused the key" in words for words in told] == [True, True, False, False]
    assert ["is asked again in" in words for words in told] == [False, False, True, True]


def test_a_busy_endpoint_is_left_the_time_it_asks_for(with_model: Talks) -> None:
    """A Retry-After holds from the first failure on."""
    with scripted_server([Reply(fault="busy")]) as server:
        assistant = with_model(server)
        say(assistant)
        asked = len(server.requests)
        say(assistant)
        assert len(server.requests) == asked


def test_a_model_that_works_again_is_heard_again(with_model: Talks) -> None:
    """One failure does not silence it."""
    with scripted_server([Reply(fault="http-401"), GOOD]) as server:
        assistant = with_model(server)
        assert say(assistant).notice
        assert say(assistant).reply == GOOD


def test_tokens_are_counted_and_kept(with_model: Talks) -> None:
    """What the endpoint counts is told with the turn and stands in the database."""
    with scripted_server([GOOD]) as server:
        assistant = with_model(server)
        last = say(assistant)
        assert last.tokens == (1, len(GOOD.split()))
        assert answers.turn(last)["tokens"] == {"read": 1, "written": len(GOOD.split())}
        with assistant.store._session() as session:
            row = session.scalars(
                select(MessageRow).where(MessageRow.conversation_id == last.conversation, MessageRow.role == "coach")
            ).one()
            assert (row.tokens_read, row.tokens_written) == last.tokens
