"""A prepare flow without a coach: keeps everything in memory and says what it is told to say."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from assistant.errors import AskwellError, MessageMistake
from assistant.reply import TurnUpdate
from assistant.schemas import Brief, BriefField, BriefLine, Message, Role, SafetyLevel
from assistant.schemas import Move as Moves
from assistant.store import Conversation, Listed

SAID = ("You said it twice.", "What do you hear in that?")


class FlowDouble:
    """Behaves like `PrepareFlow`; `trouble` is raised by the next call of `say`, after `before` updates."""

    def __init__(self) -> None:
        self.kept: dict[str, Conversation] = {}
        self.trouble: Exception | None = None
        self.closed = False

    def begin(self, owner: str) -> str:
        key = f"c{len(self.kept) + 1}"
        self.kept[key] = Conversation(key, owner)
        return key

    def sessions(self, owner: str) -> list[Listed]:
        mine = [one for one in self.kept.values() if one.owner == owner and one.messages]
        return [Listed(one.id, one.messages[0].text, datetime(2026, 1, 2, tzinfo=UTC), 1) for one in reversed(mine)]

    def open(self, owner: str, conversation: str) -> Conversation:
        found = self.kept.get(conversation)
        if found is None or found.owner != owner:
            raise MessageMistake("That session is not here.")
        return found

    def gather(self, owner: str, conversation: str) -> Brief:
        if self.trouble:
            raise self.trouble
        found = self.open(owner, conversation)
        brief = {BriefField.WHY_NOW: (BriefLine(text="since May", turn=1, start=0, end=9),)} if found.messages else {}
        self.kept[conversation] = replace(found, brief=found.brief | brief)
        return self.kept[conversation].brief

    def say(self, owner: str, conversation: str, message: str) -> Iterator[TurnUpdate]:
        if self.trouble:
            raise self.trouble
        found = self.open(owner, conversation)
        turn = len(found.messages) // 2 + 1
        brief: Brief = found.brief | {
            BriefField.SITUATION: (BriefLine(text=message, turn=turn, start=0, end=len(message)),)
        }
        mine = Message(turn=turn, role=Role.THINKER, text=message)
        try:
            for number in range(1, len(SAID) + 1):
                reply = " ".join(SAID[:number])
                coach = Message(turn=turn, role=Role.COACH, text=reply, because="It came up twice.")
                self.kept[conversation] = replace(found, messages=(*found.messages, mine, coach), brief=brief)
                update = TurnUpdate(
                    conversation, turn, Moves.ASK, coach.because, reply, (), brief, SafetyLevel.NOTHING, (), "double"
                )
                yield update
            yield replace(update, done=True)
        finally:
            self.closed = True

    def edit(self, owner: str, conversation: str, field: BriefField, text: str) -> Brief:
        found = self.open(owner, conversation)
        lines = tuple(BriefLine(text=line, edited=True) for line in text.splitlines())
        self.kept[conversation] = replace(found, brief=found.brief | {field: lines})
        return self.kept[conversation].brief

    def markdown(self, owner: str, conversation: str) -> str:
        return "# " + self.open(owner, conversation).id

    def page(self, owner: str, conversation: str) -> str:
        return "<h1>" + self.open(owner, conversation).id + "</h1>"

    def forget(self, owner: str, conversation: str) -> None:
        del self.kept[self.open(owner, conversation).id]


class Broken(AskwellError):
    """Something went wrong on purpose."""
