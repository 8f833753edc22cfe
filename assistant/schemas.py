"""Decides the shapes that cross a border between parts; refuses to know who makes or shows them.

Their closed lists are in `vocabulary.py` and are handed on from here.
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.vocabulary import BriefField, Cue, Lens, Move, PhraseKind, Role, SafetyLevel

__all__ = [
    "Brief",
    "BriefField",
    "BriefLine",
    "Cue",
    "HelpLine",
    "Identifier",
    "Language",
    "Lens",
    "Message",
    "MethodNote",
    "Move",
    "Phrase",
    "PhraseKind",
    "PracticeDraft",
    "Protocol",
    "Question",
    "Quote",
    "Role",
    "SafetyLevel",
    "Shape",
    "Stage",
]


class Shape(BaseModel):
    """Frozen and strict about unknown fields, so a typo in a file is an error with a line number."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Quote(Shape):
    """Words of the thinker's, verbatim: `message[start:end] == text` for the thinker's message of that turn."""

    text: str
    turn: int
    """1 for the thinker's first message of the conversation, 2 for the second, …"""
    start: int
    end: int


class Message(Shape):
    """One stored message of a conversation."""

    turn: int
    role: Role
    text: str
    at: datetime | None = None
    move: Move | None = None
    voice: str = ""
    """`embedded`, or the prompt version and model name that spoke."""
    because: str = ""
    """One line on why this move came, for the thinker on request."""
    sources: tuple[str, ...] = ()
    """Ids of the questions and phrases used."""
    safety: SafetyLevel = SafetyLevel.NOTHING
    complete: bool = True
    """False while a turn is being said, and after one was cut off."""


class BriefLine(Shape):
    """One line of the brief: a verbatim span, or the person's own edit (`edited`; then offsets may be None)."""

    text: str
    turn: int | None = None
    start: int | None = None
    end: int | None = None
    edited: bool = False


Brief = dict[BriefField, tuple[BriefLine, ...]]
"""Only fields that hold something; an empty field stays empty."""

Language = Literal["en", "es", "de"]
Identifier = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]


class Question(Shape):
    """A question of the bank; asks one thing, names no solution, fits any quote it takes."""

    id: Identifier
    text: str = Field(min_length=8, max_length=220)
    lens: Lens
    moves: tuple[Move, ...] = Field(min_length=1)
    cues: tuple[Cue, ...] = ()
    depth: int = Field(ge=1, le=3)
    needs: tuple[BriefField, ...] = ()
    """Brief fields that must hold something before this may be asked."""
    slots: tuple[Literal["quote", "word", "they", "them", "their"], ...] = ()
    """`quote`: a clause of theirs, `word`: one to four words, both verbatim inside quotation marks; `they`, `them`, `their`: the
    person they spoke of, as he, she or they."""
    fills: BriefField | None = None
    """The brief field that a substantive answer belongs to."""
    language: Language = "en"
    source: str
    """A key of knowledge/SOURCES.md."""


class Phrase(Shape):
    """A ready sentence (or two) of the embedded voice that is not a question of the bank."""

    id: Identifier
    kind: PhraseKind
    text: str = Field(min_length=2, max_length=400)
    slots: tuple[Literal["quote", "word", "you", "points", "help"], ...] = ()
    """`you`: a clause turned to the second person; `points`: several quotes; `help`: a help line's own line."""
    cues: tuple[Cue, ...] = ()
    topics: tuple[str, ...] = ()
    fills: BriefField | None = None
    """The brief field that the answer to it belongs to."""
    language: Language = "en"


class Stage(Shape):
    """One stage of a protocol. Minutes for a group of the protocol's usual size."""

    name: str
    minutes: float = Field(gt=0, le=120)
    purpose: str
    who_speaks: str
    allowed_acts: tuple[str, ...] = Field(min_length=1)
    """Names of `stance.acts.Act` that peers use in this stage; checked at load."""
    assistant: Literal["silent", "on_request", "prompts"]
    artefact: str = ""


class Protocol(Shape):
    """A way of running a peer-coaching session."""

    id: Identifier
    name: str
    source: str
    """A key of knowledge/SOURCES.md."""
    summary: str
    roles: tuple[str, ...] = Field(min_length=2)
    people: str
    """How many people it suits, e.g. "3" or "4-6"."""
    stages: tuple[Stage, ...] = Field(min_length=2)


class MethodNote(Shape):
    """A note on how peer coaching works, shown when someone asks about the method."""

    id: Identifier
    title: str
    source: str
    keywords: tuple[str, ...]
    answer: str
    """One or two sentences the coach may say, each `method_info`."""
    body: str


class PracticeDraft(Shape):
    """A colleague's draft question to practise on; without faults it is sharp."""

    id: Identifier
    context: str = Field(min_length=8)
    """What the thinker had said."""
    draft: str = Field(min_length=2, max_length=400)
    faults: dict[str, str] = {}
    """Names of the stance page's faults, each with the words of the draft that show it, or "" for the whole draft."""
    sharper: str = ""
    """One way to ask it without faults; empty for a sharp draft."""


class HelpLine(Shape):
    """A place to turn to; shipped ones name country and the date they were checked."""

    country: str
    name: str
    contact: str
    for_what: Literal["crisis", "emergency", "work", "abuse"]
    checked: str
