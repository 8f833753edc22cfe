"""Decides which call of the prepare flow an event becomes and which parts of the screen change after it.

Refuses to know how a turn is made. Every handler takes the owner from the cookie and the conversation from the
page, so a restarted server or a second window loses nothing.
"""

import json
import logging
import traceback
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, cast

import gradio as gr

from assistant.errors import AskwellError, MessageMistake
from assistant.schemas import Brief, BriefField, Message, Role
from assistant.ui.brief import as_value
from assistant.ui.bubbles import JOINER, bubble, bubbles_of
from assistant.ui.copy import APP, BRIEF, PREPARE
from assistant.ui.owner import owner_of

if TYPE_CHECKING:
    from assistant.flows.prepare import PrepareFlow
    from assistant.reply import TurnUpdate

Screen = dict[Any, Any]
"""Part of the page → its new value; what is not named stays."""
NEW = "new"
"""What a window remembers after starting over, so that a reload does not bring the last session back."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Parts:
    """The parts of the tab that change."""

    bar: gr.HTML
    intro: gr.HTML
    chat: gr.Chatbot
    why: gr.HTML
    notice: gr.HTML
    box: gr.Textbox
    send: gr.Button
    stop: gr.Button
    sheet: gr.HTML
    conversation: gr.Textbox
    sent: gr.Textbox
    gather: gr.Button | None = None
    """Only where a language model can be asked to look through the conversation."""

    def __iter__(self) -> Iterator[Any]:
        """Every part but the message box, which only the browser empties: a failure never loses what is in it."""
        return (getattr(self, field.name) for field in fields(self) if field.name not in ("box", "gather"))


class Events:
    """The handlers of the Prepare tab."""

    def __init__(self, flow: "PrepareFlow", parts: Parts) -> None:
        self.flow = flow
        self.parts = parts
        self._stopped: set[str] = set()

    def arrive(self, remembered: str, request: gr.Request) -> Screen:
        """A page was opened: show what this window remembers, else the newest session, else the start."""
        return self._told(lambda: self._arrive(_owner(request), remembered))

    def say(self, conversation: str, message: str, request: gr.Request) -> Iterator[Screen]:
        """Take one message and show the reply sentence by sentence."""
        if not message.strip():
            yield self._notice(PREPARE.EMPTY)
            return
        try:
            owner = _owner(request)
            conversation = conversation or self.flow.begin(owner)
            yield from self._turn(owner, conversation, message)
        except Exception as error:  # the page must never be left speaking
            yield self._at_rest() | self._trouble(error) | self._as_kept(request, conversation)

    def stop(self, conversation: str, request: gr.Request) -> Screen:
        """Let the turn end after the sentence that is being said; only then may the next one begin."""
        self._stopped.add(_owner(request) + conversation)
        return {self.parts.stop: gr.update(interactive=False)}

    def edit(self, conversation: str, request: gr.Request, event: gr.EventData) -> Screen:
        """A field of the brief was changed in place."""
        return self._told(lambda: self._edit(_owner(request), conversation, event.field, event.text))

    def gather(self, conversation: str, request: gr.Request) -> Screen:
        """Let the language model pick words for the empty lines of the brief."""
        return self._told(lambda: self._gather(_owner(request), conversation))

    def start_over(self, request: gr.Request) -> Screen:
        """Leave the session as it is and show an empty page."""
        return self._told(lambda: self._blank(_owner(request)))

    def open_session(self, request: gr.Request, event: gr.EventData) -> Screen:
        """Go back to an earlier session."""
        return self._told(lambda: self._show(_owner(request), event.id))

    def forget_session(self, conversation: str, request: gr.Request) -> Screen:
        """Delete the session for good."""

        def forget() -> Screen:
            self.flow.forget(_owner(request), conversation)
            return self._blank(_owner(request)) | self._notice(PREPARE.DELETED)

        return self._told(forget)

    def _arrive(self, owner: str, remembered: str) -> Screen:
        if remembered == NEW:
            return self._blank(owner)
        try:
            return self._show(owner, remembered or self._newest(owner))
        except MessageMistake:  # deleted in another window
            return self._blank(owner)

    def _newest(self, owner: str) -> str:
        return next((session.id for session in self.flow.sessions(owner)), "")

    def _turn(self, owner: str, conversation: str, message: str) -> Iterator[Screen]:
        before = bubbles_of(self.flow.open(owner, conversation).messages)
        asked = [*before, bubble(Role.THINKER, message)]
        chat = gr.update(value=asked, visible=True)
        yield self._speaking() | {self.parts.conversation: conversation, self.parts.chat: chat}
        self._stopped.discard(owner + conversation)
        updates = cast("Generator[TurnUpdate]", self.flow.say(owner, conversation, message))
        for update in updates:
            stopped = owner + conversation in self._stopped
            if not (update.done or stopped):
                yield self._heard(update, asked, message)
                continue
            updates.close()
            end = self._heard(update, asked, message) | self._at_rest() | self._bar(owner, conversation, asked)
            yield end | self._notice(PREPARE.STOPPED) if stopped else end

    def _heard(self, update: "TurnUpdate", asked: list[dict[str, Any]], message: str) -> Screen:
        reply = [bubble(Role.COACH, update.reply)] if update.reply else []
        return {
            self.parts.chat: asked + reply,
            self.parts.sheet: as_value(update.conversation, update.brief),
            self.parts.why: update.because if update.done else "",
            self.parts.notice: {"text": update.notice, "kind": "status"},
            self.parts.sent: json.dumps({"turn": update.turn, "conversation": update.conversation, "text": message}),
        }

    def _edit(self, owner: str, conversation: str, field: str, text: str) -> Screen:
        conversation = conversation or self.flow.begin(owner)
        brief = self.flow.edit(owner, conversation, BriefField(field), text)
        return {self.parts.conversation: conversation, self.parts.sheet: as_value(conversation, brief)} | self._notice(
            ""
        )

    def _gather(self, owner: str, conversation: str) -> Screen:
        if not conversation:
            return self._notice(PREPARE.EMPTY)
        before, brief = self.flow.open(owner, conversation).brief, self.flow.gather(owner, conversation)
        word = BRIEF.GATHERED if brief != before else BRIEF.NOTHING_GATHERED
        return {self.parts.sheet: as_value(conversation, brief)} | self._notice(word)

    def _show(self, owner: str, conversation: str) -> Screen:
        if not conversation:
            return self._blank(owner)
        kept = self.flow.open(owner, conversation)
        return self._page(owner, kept.id, kept.messages, kept.brief)

    def _blank(self, owner: str) -> Screen:
        return self._page(owner, "", (), {})

    def _page(self, owner: str, conversation: str, messages: Sequence[Message], brief: Brief) -> Screen:
        bubbles = bubbles_of(messages)
        last = messages[-1].because if messages else ""
        return (
            self._at_rest()
            | self._notice("")
            | self._bar(owner, conversation, bubbles)
            | {
                self.parts.conversation: conversation,
                self.parts.intro: gr.update(visible=not bubbles),
                self.parts.chat: gr.update(value=bubbles, visible=bool(bubbles)),
                self.parts.sheet: as_value(conversation, brief),
                self.parts.why: last,
            }
        )

    def _bar(self, owner: str, conversation: str, bubbles: list[dict[str, Any]]) -> Screen:
        sessions = [
            {"id": session.id, "opening": session.opening, "at": session.changed_at.isoformat(), "turns": session.turns}
            for session in self.flow.sessions(owner)
        ]
        title = bubbles[0]["content"][:200].replace(JOINER, "") if bubbles else ""
        return {self.parts.bar: {"conversation": conversation, "title": title, "sessions": sessions}}

    def _speaking(self) -> Screen:
        return self._notice("") | {
            self.parts.intro: gr.update(visible=False),
            self.parts.send: gr.update(visible=False),
            self.parts.stop: gr.update(visible=True, interactive=True),
            self.parts.why: "",
        }

    def _at_rest(self) -> Screen:
        return {self.parts.send: gr.update(visible=True), self.parts.stop: gr.update(visible=False)}

    def _notice(self, text: str, kind: str = "status") -> Screen:
        return {self.parts.notice: {"text": text, "kind": kind}}

    def _as_kept(self, request: gr.Request, conversation: str) -> Screen:
        """The conversation as it is kept, or nothing when even that cannot be read."""
        try:
            kept = self.flow.open(_owner(request), conversation)
        except Exception:
            return {}
        return {self.parts.chat: gr.update(value=bubbles_of(kept.messages), visible=bool(kept.messages))} | {
            self.parts.intro: gr.update(visible=not kept.messages)
        }

    def _told(self, act: Callable[[], Screen]) -> Screen:
        try:
            return act()
        except Exception as error:
            return self._trouble(error)

    def _trouble(self, error: Exception) -> Screen:
        if isinstance(error, AskwellError):
            return self._notice(str(error), "alert")
        place = traceback.extract_tb(error.__traceback__)[-1]
        log.error(
            "%s at %s:%s", type(error).__name__, place.filename, place.lineno
        )  # never its words: they may be the user's
        return self._notice(APP.SURPRISE, "alert")


def _owner(request: gr.Request) -> str:
    owner = owner_of(request.cookies)
    if not owner:
        raise MessageMistake(APP.NO_COOKIE)
    return owner
