"""Decides the shapes that cross a border between parts; refuses to know who makes or shows them.

The acts of a coach's sentence are in `stance/acts.py`; the faults of a question in `questions/faults.py`.
"""

from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class Shape(BaseModel):
    """Frozen and strict about unknown fields, so a typo in a file is an error with a line number."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Move(StrEnum):
    """What the coach does in one turn; exactly one a turn."""

    OPEN = "open"
    """Contract: what this is and is not. Example: "What do you want to have by the end of this?" """
    INVITE = "invite"
    """Say more. Example: "Tell me more about that." """
    REFLECT = "reflect"
    """Say back, with or without silence. Example: "So you keep ending up doing her work." """
    ASK = "ask"
    """One question fitted to what was said. Example: "What did you notice in that moment?" """
    TEST_ASSUMPTION = "test_assumption"
    """What is seen, what is assumed. Example: "What have you seen that tells you so?" """
    STAY = "stay"
    """Silence with a turning point. Example: "Stay with that for a moment." """
    WIDEN = "widen"
    """Another viewpoint, time or scale. Example: "How will this look in a year?" """
    DEEPEN = "deepen"
    """What matters here. Example: "What makes that important to you?" """
    RESOURCE = "resource"
    """What already works. Example: "What has carried you this far?" """
    OWN_PART = "own_part"
    """The thinker's share. Example: "What do you notice in your own part?" """
    SUM_UP = "sum_up"
    """Their points together. Example: "So far: ..." """
    CHOOSE_FOCUS = "choose_focus"
    """The question for the peers. Example: "What is the question you want to bring?" """
    COMMIT = "commit"
    """What, when, who will know. Example: "Who will know that you did it?" """
    HAND_BACK = "hand_back"
    """After a plea: boundary, then the thinking. Example: "I won't answer that for you." """
    LIGHTEN = "lighten"
    """Hollow replies, fatigue, doubt: a choice of pace. Example: "We can slow down." """
    CLOSE = "close"
    """End when they say so. Example: "Your brief is yours to take along." """
    REFER = "refer"
    """Safety. Example: "This is more than a coaching conversation can hold." """
    EXPLAIN = "explain"
    """A question about the method or the assistant. Example: "I ask; the thinking is yours." """


class Cue(StrEnum):
    """What a span of the thinker's own words holds; the table is in `coaching/reading.py`."""

    ABSOLUTE = "absolute"
    """always, never, everyone"""
    NECESSITY = "necessity"
    """have to, must, no choice"""
    MIND_READING = "mind_reading"
    """she thinks, they don't care"""
    CAUSE = "cause"
    """makes me, because of him"""
    BLAME_OR_LABEL = "blame_or_label"
    """lazy, toxic, "a blocker" """
    VAGUE_NOUN = "vague_noun"
    """communication, alignment, support"""
    MISSING_COMPARISON = "missing_comparison"
    """better, worse, too much"""
    FEELING = "feeling"
    """angry, tired, guilty"""
    VALUE = "value"
    """fair, honest, respect"""
    OWN_PART = "own_part"
    """I keep, I ended up, I said yes"""
    WISH = "wish"
    """I want, if only, hoping"""
    ATTEMPT = "attempt"
    """I tried, we did, I told her"""
    AVOIDED_CONVERSATION = "avoided_conversation"
    """I haven't told, we don't talk about"""
    OWN_IDEA = "own_idea"
    """I might, maybe I could"""
    COMMITMENT = "commitment"
    """I will, by Friday"""
    TURNING_POINT = "turning_point"
    """I just realised, never thought of it"""
    METAPHOR = "metaphor"
    """drowning, wall, walking on eggshells"""
    PLEA = "plea"
    """what should I do, just tell me"""
    HOLLOW = "hollow"
    """idk, yes, not really"""
    NOT_FOR_COACHING = "not_for_coaching"
    """danger, abuse, law, illness"""


class Lens(StrEnum):
    """The side from which a question looks at the challenge."""

    OUTCOME = "outcome"
    """Example: "How would you know it had got better?" """
    EXCEPTION = "exception"
    """Example: "When was it a little different?" """
    EVIDENCE = "evidence"
    """Example: "What have you seen or heard?" """
    MEANING = "meaning"
    """Example: "What does that word hold for you?" """
    VALUE = "value"
    """Example: "What matters to you here?" """
    OWN_PART = "own_part"
    """Example: "What do you notice in your own part?" """
    PATTERN = "pattern"
    """Example: "Where have you met this before?" """
    ASSUMPTION = "assumption"
    """Example: "What are you taking as given?" """
    OTHERS_VIEW = "others_view"
    """Example: "What have you heard her say about it?" """
    TIME = "time"
    """Example: "What makes this come up now?" """
    SCALE = "scale"
    """Example: "Where are you between one and ten?" """
    RESOURCE = "resource"
    """Example: "What are you relying on?" """
    CHOICE = "choice"
    """Example: "What choices do you see?" """
    AVOIDANCE = "avoidance"
    """Example: "What has stayed unsaid?" """
    BODY_ENERGY = "body_energy"
    """Example: "What happens to your energy when you say that?" """
    RELATIONSHIP = "relationship"
    """Example: "What is it like between the two of you?" """
    SYSTEM = "system"
    """Example: "Who else is touched by this?" """
    COMMITMENT = "commitment"
    """Example: "What will you do, and when?" """
    LEARNING = "learning"
    """Example: "What did that teach you?" """
    FOCUS = "focus"
    """Example: "What is the question you want to bring to your peers?" """


class BriefField(StrEnum):
    """The lines of the one-page brief, in the order of the page."""

    SITUATION = "situation"
    """What is going on."""
    WHY_NOW = "why_now"
    """What makes it current."""
    TRIED = "tried"
    """What I have tried."""
    MY_PART = "my_part"
    """My part in it."""
    WANT_INSTEAD = "want_instead"
    """What I want instead."""
    ASSUME = "assume"
    """What I assume."""
    NOT_SAID = "not_said"
    """What I have not said."""
    RELY_ON = "rely_on"
    """What I am proud of or rely on."""
    QUESTION = "question"
    """My question for my peers."""
    ASK_OF_PEERS = "ask_of_peers"
    """What I want from them: listen, ask, mirror."""
    NEXT_STEP = "next_step"
    """Next step."""
    BY_WHEN = "by_when"
    """By when."""
    WHO_WILL_KNOW = "who_will_know"
    """Who will know."""


class SafetyLevel(IntEnum):
    """How far a message reaches beyond coaching."""

    NOTHING = 0
    """A figure of speech is this. Example: "this deadline is killing me" """
    STRAIN = 1
    """Named gently; a pause is offered. Example: "I cry every morning before work" """
    OUTSIDE = 2
    """Law, money, medicine, harassment, dismissal. Example: "he keeps touching me" """
    DANGER = 3
    """Danger to anyone. Example: "I don't want to be alive any more" """


class Role(StrEnum):
    """Who wrote a message."""

    THINKER = "thinker"
    COACH = "coach"


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

Language = Literal["en", "es"]
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
    slots: tuple[Literal["quote", "word"], ...] = ()
    """`quote`: a clause of theirs, `word`: one to four words; both stand verbatim inside quotation marks."""
    fills: BriefField | None = None
    """The brief field that a substantive answer belongs to."""
    language: Language = "en"
    source: str
    """A key of knowledge/SOURCES.md."""


class PhraseKind(StrEnum):
    """What a ready sentence of the embedded voice is for."""

    GREETING = "greeting"
    REFLECTION = "reflection"
    INVITE = "invite"
    PAUSE = "pause"
    BOUNDARY = "boundary"
    EARLIER = "earlier"
    LIGHTEN = "lighten"
    SUM_UP = "sum_up"
    CHECK = "check"
    FOCUS = "focus"
    NEAREST = "nearest"
    CLOSING = "closing"
    EXPLAIN = "explain"
    METHOD = "method"
    STRAIN = "strain"
    OUTSIDE = "outside"
    DANGER = "danger"
    AFTER_DANGER = "after_danger"
    OTHER_LANGUAGE = "other_language"
    FALLBACK = "fallback"


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


class HelpLine(Shape):
    """A place to turn to; shipped ones name country and the date they were checked."""

    country: str
    name: str
    contact: str
    for_what: Literal["crisis", "emergency", "work", "abuse"]
    checked: str
