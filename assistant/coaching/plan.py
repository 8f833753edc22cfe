"""Decides nothing: the shape of what was decided for one turn, which every voice is handed and may only phrase."""

from dataclasses import dataclass

from assistant.coaching.reading import Reading
from assistant.coaching.safety import Alarm
from assistant.schemas import Brief, BriefField, Cue, Move, PhraseKind, Quote


@dataclass(frozen=True)
class Said:
    """One earlier turn of the coach, as far as deciding and saying need it."""

    turn: int
    move: Move
    text: str
    sources: tuple[str, ...] = ()
    cues: frozenset[Cue] = frozenset()
    """The cues its question answered to."""
    seek: BriefField | None = None
    """The brief field its question asked for."""
    kinds: frozenset[PhraseKind] = frozenset()
    """The kinds of its ready sentences."""
    topics: frozenset[str] = frozenset()
    """The topics of its ready sentences ("law", "pace")."""

    @property
    def asked(self) -> bool:
        """Whether that turn held a question."""
        return "?" in self.text


@dataclass(frozen=True)
class Scene:
    """Everything a decision may look at: this message, what came before, and the brief as it stands."""

    conversation: str
    reading: Reading
    alarm: Alarm
    brief: Brief
    earlier: tuple[Reading, ...] = ()
    said: tuple[Said, ...] = ()

    @property
    def turn(self) -> int:
        """Number of this turn; 1 is the first."""
        return self.reading.turn

    @property
    def thinker(self) -> tuple[str, ...]:
        """All the thinker's messages so far, this one last."""
        return (*(reading.message for reading in self.earlier), self.reading.message)


ASKING = (Move.ASK, Move.DEEPEN, Move.WIDEN, Move.TEST_ASSUMPTION, Move.OWN_PART, Move.RESOURCE, Move.INVITE)
"""Moves that are made by asking: what was said decides among their questions."""


@dataclass(frozen=True)
class Plan:
    """What this turn does.

    Attributes:
        move: the one move of this turn.
        because: one line for the thinker on why it came ("because you said “always”").
        quote: the words reacted to, or None.
        word: one to four words of theirs that a question may take up, or empty.
        cue: the cue that led here, or None.
        seek: the brief field this turn asks for, or None.
        ask: whether the turn ends in a question.
        person: how the person they spoke of last is spoken of: "he", "she" or "they"; empty when nobody was.
        reflect: whether it begins by saying something back.
        detail: what kind of this move, when it has kinds ("doubt", "law", "who are you"), or empty.
        points: the quotes of a summary.
        also: further moves whose questions may serve this one.
    """

    move: Move
    because: str
    quote: Quote | None = None
    word: str = ""
    cue: Cue | None = None
    seek: BriefField | None = None
    ask: bool = True
    person: str = ""
    reflect: bool = False
    detail: str = ""
    points: tuple[Quote, ...] = ()
    also: tuple[Move, ...] = ()
