"""Decides what someone preparing a session can do with a conversation; refuses to know which door they came through."""

import secrets
from collections.abc import Iterator
from typing import Any, Protocol

from assistant.budget import Budget
from assistant.coaching import brief as briefs
from assistant.coaching.gathering import gathered, open_fields
from assistant.coaching.reading import read
from assistant.errors import MessageMistake
from assistant.flows import export
from assistant.reply import TurnUpdate
from assistant.schemas import Brief, BriefField, Role
from assistant.store import Conversation, Listed, Store
from assistant.text import clean
from assistant.turn import Turns

LONGEST = 20_000
"""Characters of one message; about 3,500 words, more than anyone reads aloud in a session."""


MOST_READ = 40
"""Messages a model looks through, the last ones."""


class Picks(Protocol):
    """What can be asked to pick words: a language model's voice."""

    def propose(self, prompt: str, inputs: dict[str, Any], budget: Budget) -> list[str]:
        """Lines; raises ModelUnavailable."""
        ...


class PrepareFlow:
    """Preparing a peer-coaching session: a chat, and a brief in the person's own words."""

    def __init__(self, store: Store, turns: Turns, picks: Picks | None = None, timeout: float = 20.0) -> None:
        self._store, self._turns, self._picks, self._timeout = store, turns, picks, timeout

    @property
    def gathers(self) -> bool:
        """Whether somebody can be asked to look through the conversation for words that the page lacks."""
        return self._picks is not None

    def gather(self, owner: str, conversation: str) -> Brief:
        """Let a language model pick words for the empty lines of the page; only what was said letter for letter is taken.

        The brief as it stands afterwards. Raises ModelUnavailable; MessageMistake when no model is configured.
        """
        found = self._owned(owner, conversation)
        if self._picks is None:
            raise MessageMistake("No language model is configured to look through your words; set ASKWELL_MODEL.")
        said = [(one.turn, one.text) for one in found.messages if one.role == Role.THINKER]
        fields = open_fields(found.brief, found.frozen)
        if not said or not fields:
            return found.brief
        inputs = {"messages": [text for _, text in said][-MOST_READ:], "fields": fields}
        lines = self._picks.propose("summarise", inputs, Budget(self._timeout, self._timeout))
        brief = {**found.brief, **gathered(lines, said, fields)}
        self._store.replace_brief(conversation, brief)
        return brief

    def begin(self, owner: str, conversation: str = "") -> str:
        """Open a conversation and give its id; `conversation` names it, else the name is random."""
        conversation = conversation or secrets.token_hex(8)
        self._store.begin(conversation, owner)
        return conversation

    def sessions(self, owner: str) -> list[Listed]:
        """The owner's conversations, newest first."""
        return self._store.listed(owner)

    def open(self, owner: str, conversation: str) -> Conversation:
        """A conversation as it stands; a turn that a crash cut off is finished first."""
        found = self._owned(owner, conversation)
        return self._owned(owner, conversation) if self._turns.finish(found) else found

    def say(self, owner: str, conversation: str, message: str) -> Iterator[TurnUpdate]:
        """Take one turn. Raises MessageMistake for a message that cannot be taken; nothing is changed then."""
        words = checked(message)
        yield from self._turns.take(self.open(owner, conversation), words)

    def edit(self, owner: str, conversation: str, field: BriefField, text: str) -> Brief:
        """Write a field of the brief anew, one line of text a line; from then on only the person writes it."""
        found = self._owned(owner, conversation)
        changed = briefs.edited(found.brief, field, clean(text[:LONGEST]))
        self._store.save_brief(conversation, changed, field)
        return changed

    def markdown(self, owner: str, conversation: str) -> str:
        """The brief as Markdown."""
        return export.markdown(self._owned(owner, conversation))

    def page(self, owner: str, conversation: str) -> str:
        """The brief as one printable HTML page that asks nothing of the network."""
        return export.page(self._owned(owner, conversation))

    def forget(self, owner: str, conversation: str) -> None:
        """Delete a conversation for good."""
        self._owned(owner, conversation)
        self._store.forget(conversation)
        read.cache_clear()

    def _owned(self, owner: str, conversation: str) -> Conversation:
        found = self._store.load(conversation)
        if found is None or found.owner != owner:
            raise MessageMistake(
                f"The session {conversation[:40]!r} is not here (it may have been deleted); start a new one or pick another."
            )
        return found


def checked(message: str) -> str:
    """A message cleaned for keeping; raises MessageMistake when it is empty or too long."""
    words = clean(message)
    if not words:
        raise MessageMistake("There was nothing to send; type a few words and send again.")
    if len(words) > LONGEST:
        raise MessageMistake(
            f"The message has {len(words):,} characters and at most {LONGEST:,} can be taken; send the part that matters most."
        )
    return words
