"""Decides what a turn holds while it is said and what of it is shown; refuses to know how it flows (`turn.py`)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from assistant.bounds import bounded
from assistant.budget import Budget
from assistant.coaching import choosing, embedded, moves
from assistant.coaching.plan import Plan, Scene
from assistant.schemas import Brief, Move, Question, SafetyLevel
from assistant.stance import Verdict, guard


@dataclass(frozen=True)
class Steps:
    """The steps of a turn. The product never changes them; an ablation (`evals/voices`) leaves one out to see what it is worth."""

    decide: Callable[[Scene], Plan] = moves.decide
    choose: Callable[..., list[Question]] = choosing.questions
    check: Callable[..., Iterator[Verdict]] = guard
    bound: Callable[[Verdict, Move, frozenset[str]], Verdict] = bounded


EVERY = Steps()


@dataclass(frozen=True)
class TurnUpdate:
    """What of a turn is shown so far; the last one has `done=True`."""

    conversation: str
    turn: int
    move: Move
    because: str
    reply: str
    sentences: tuple[Verdict, ...]
    brief: Brief
    safety: SafetyLevel
    sources: tuple[str, ...]
    voice: str
    notice: str = ""
    tokens: tuple[int, int] = (0, 0)
    """Read and written by a language model, as its endpoint counts them; 0 where it does not say."""
    done: bool = False
    elapsed_ms: float = 0.0


@dataclass
class Reply:
    """A reply while it is said."""

    shown: list[str] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    voice: str = embedded.NAME
    notice: str = ""
    budget: Budget = field(default_factory=lambda: Budget(0))

    @property
    def tokens(self) -> tuple[int, int]:
        return self.budget.read, self.budget.written

    @property
    def asked(self) -> bool:
        return any("?" in line for line in self.shown)
