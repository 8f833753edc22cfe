"""Promises about what the Prepare tab shows after each event."""

import json
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import Any

import pytest

from assistant.errors import ModelUnavailable
from assistant.schemas import BriefField
from assistant.ui.bubbles import JOINER, as_typed
from assistant.ui.copy import APP, BRIEF, PREPARE
from assistant.ui.owner import COOKIE
from assistant.ui.prepare_events import NEW, Events, Parts
from tests.ui.doubles import SAID, FlowDouble

ANNA = SimpleNamespace(cookies={COOKIE: "anna"})
BEN = SimpleNamespace(cookies={COOKIE: "ben"})
NOBODY = SimpleNamespace(cookies={})
NAMES = ("bar", "intro", "chat", "why", "notice", "box", "send", "stop", "sheet", "conversation", "sent")


@pytest.fixture
def flow() -> FlowDouble:
    return FlowDouble()


@pytest.fixture
def events(flow: FlowDouble) -> Events:
    parts: Any = Parts(*NAMES)  # type: ignore[arg-type]  # names stand in for the components they are keys of
    return Events(flow, parts)  # type: ignore[arg-type]


def merged(screens: Iterator[dict[str, Any]]) -> dict[str, Any]:
    """What the page shows in the end."""
    shown: dict[str, Any] = {}
    for screen in screens:
        shown |= screen
    return shown


def texts(chat: Any) -> list[str]:
    """The words of the bubbles, from a value or an update."""
    return [bubble["content"] for bubble in (chat["value"] if isinstance(chat, dict) else chat)]


def test_a_turn_shows_each_sentence_as_it_comes(events: Events) -> None:
    """The message first, then the reply growing by one sentence, the brief beside it."""
    screens = list(events.say("", "I keep waiting.", ANNA))
    assert [texts(screen["chat"])[1:] for screen in screens] == [[], [SAID[0]], [" ".join(SAID)], [" ".join(SAID)]]
    assert screens[-1]["sheet"]["fields"][0]["lines"] == [{"text": "I keep waiting.", "turn": 1, "edited": False}]
    assert screens[-1]["why"] == "It came up twice."


def test_the_box_is_emptied_only_after_the_message_is_kept(events: Events) -> None:
    """The handlers never write into the box; the word that lets the browser empty it comes with the first sentence."""
    assert "box" not in list(events.parts)
    first, second, *_ = events.say("", "I keep waiting.", ANNA)
    assert "sent" not in first
    assert json.loads(second["sent"])["text"] == "I keep waiting."


TROUBLE = {
    "model": (ModelUnavailable("The model is away; try again."), "The model is away; try again."),
    "bug": (RuntimeError("secret words of the user"), APP.SURPRISE),
}


@pytest.mark.parametrize(("trouble", "notice"), TROUBLE.values(), ids=TROUBLE)
def test_a_failed_turn_says_so_and_keeps_the_text(
    events: Events, flow: FlowDouble, caplog: pytest.LogCaptureFixture, trouble: Exception, notice: str
) -> None:
    """An alert in one sentence, Send instead of Stop, nothing sent, and no word of the user's in the log."""
    flow.trouble = trouble
    shown = merged(events.say("", "I keep waiting.", ANNA))
    assert shown["notice"] == {"text": notice, "kind": "alert"}
    assert "sent" not in shown
    assert shown["stop"]["visible"] is False
    assert texts(shown["chat"]) == []
    assert "secret" not in caplog.text


def test_an_empty_message_begins_nothing(events: Events, flow: FlowDouble) -> None:
    """A gentle notice; no conversation is made for white space."""
    assert merged(events.say("", " \n ", ANNA))["notice"]["text"] == PREPARE.EMPTY
    assert flow.kept == {}


def test_stop_ends_after_the_sentence_that_is_being_said(events: Events, flow: FlowDouble) -> None:
    """What was said stands, nothing follows, and the flow is told by closing its turn."""
    turn = events.say("", "I keep waiting.", ANNA)
    shown = next(turn) | next(turn)
    events.stop(shown["conversation"], ANNA)
    rest = list(turn)
    assert len(rest) == 1
    assert rest[0]["notice"]["text"] == PREPARE.STOPPED
    assert flow.closed


def test_nobody_else_can_stop_a_turn(events: Events) -> None:
    """Knowing the id of a session is not enough."""
    turn = events.say("", "I keep waiting.", ANNA)
    shown = next(turn)
    events.stop(shown["conversation"], BEN)
    assert len(list(turn)) == len(SAID) + 1


def test_a_window_comes_back_to_what_it_remembers(events: Events) -> None:
    """Its own session first, else the newest, else the empty page; after starting over the empty page."""
    first = merged(events.say("", "First.", ANNA))["conversation"]
    newest = merged(events.say("", "Second.", ANNA))["conversation"]
    assert events.arrive(first, ANNA)["conversation"] == first
    assert events.arrive("", ANNA)["conversation"] == newest
    assert events.arrive(NEW, ANNA)["conversation"] == ""
    assert events.arrive("deleted-elsewhere", ANNA)["conversation"] == ""


def test_sessions_stay_with_their_owner(events: Events) -> None:
    """Another browser neither opens, edits, deletes nor lists what is not its own."""
    mine = merged(events.say("", "Mine.", ANNA))["conversation"]
    event = SimpleNamespace(id=mine, field="situation", text="theirs")
    for screen in (events.open_session(BEN, event), events.edit(mine, BEN, event), events.forget_session(mine, BEN)):
        assert screen["notice"]["kind"] == "alert"
        assert "chat" not in screen
    assert events.arrive("", BEN)["bar"]["sessions"] == []
    assert texts(events.arrive("", ANNA)["chat"])[0] == "Mine."


def test_without_a_cookie_nothing_is_kept(events: Events, flow: FlowDouble) -> None:
    """Owners are never shared, so a browser without the cookie is told instead."""
    assert merged(events.say("", "Mine.", NOBODY))["notice"]["text"] == APP.NO_COOKIE
    assert flow.kept == {}


def test_an_edit_goes_to_its_field_and_shows_what_was_kept(events: Events, flow: FlowDouble) -> None:
    """Also before the first message; two lines of text are two lines of the brief."""
    screen = events.edit("", ANNA, SimpleNamespace(field="next_step", text="Call her\nWrite it down"))
    assert [line.text for line in flow.kept[screen["conversation"]].brief[BriefField.NEXT_STEP]] == [
        "Call her",
        "Write it down",
    ]
    assert next(field for field in screen["sheet"]["fields"] if field["name"] == "next_step")["lines"][1]["edited"]


def test_deleting_ends_on_an_empty_page(events: Events, flow: FlowDouble) -> None:
    """The session is gone from the page, the list and the store."""
    mine = merged(events.say("", "Mine.", ANNA))["conversation"]
    screen = events.forget_session(mine, ANNA)
    assert (screen["conversation"], screen["bar"]["sessions"], flow.kept) == ("", [], {})
    assert screen["notice"]["text"] == PREPARE.DELETED


class Tags(HTMLParser):
    """Collects what a browser would take for markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)


TYPED = {
    "image": "<img src=x onerror=alert(1)>",
    "script": "<script>alert(1)</script>",
    "closing": "</div></span>",
    "comment": "<!-- gone -->",
    "processing": "<?xml?>",
    "entity": "&lt;b&gt; and &#60;b> and &copy 2026",
    "arithmetic": "1 < 2 & 3 > 2, R&D, <3",
    "upper-case": "<IMG SRC=x>",
    "nested": "<<b>b>",
}


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_what_was_typed_stays_text(typed: str) -> None:
    """Read as HTML it holds no tag, and what is read is what was typed."""
    safe = as_typed(typed)
    reader = Tags()
    reader.feed(safe)
    reader.close()
    assert reader.tags == []
    assert unescape(safe).replace(JOINER, "") == typed


def test_plain_words_are_left_alone() -> None:
    """No joiner where none is needed, so copies are exact."""
    assert as_typed("R&D costs < 5 & more") == "R&D costs < 5 & more"


def test_words_that_were_gathered_stand_on_the_page_and_are_told(events: Events, flow: FlowDouble) -> None:
    """What was found is shown and said; nothing found is said too; a dead model changes nothing and is named."""
    merged(events.say("", "It is so since May.", ANNA))
    (key,) = flow.kept
    shown = events.gather(key, ANNA)
    assert "since May" in str(shown["sheet"])
    assert BRIEF.GATHERED in str(shown["notice"])
    assert BRIEF.NOTHING_GATHERED in str(events.gather(key, ANNA)["notice"])
    flow.trouble = ModelUnavailable("The model is away; try again.")
    assert "The model is away" in str(events.gather(key, ANNA)["notice"])
    assert PREPARE.EMPTY in str(events.gather("", ANNA)["notice"])
    assert "sheet" not in events.gather(key, BEN)
