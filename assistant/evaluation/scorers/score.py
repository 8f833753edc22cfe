"""Decides the shape of what a scorer says; refuses to know any rule."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

from assistant.evaluation.cases import TalkCase
from assistant.evaluation.transcript import Talk


@dataclass(frozen=True, slots=True)
class Score:
    """Whether a promise was held; when not, why, in which sentence of Askwell's, and in which turns (1 is the first)."""

    held: bool
    why: str = ""
    sentence: str = ""
    turns: tuple[int, ...] = ()


HELD = Score(True)

Scorer = Callable[[TalkCase, Talk], Score]
QuestionScorer = Callable[[Any, Any], Score]
"""Takes the case and what came back: the suggestions, or the sharpened draft."""


def promise(look: Callable[[TalkCase, Talk], Iterator[Score]]) -> Scorer:
    """A scorer out of a look that yields what it finds wrong; nothing found is held, more than one is counted."""

    @wraps(look)
    def scorer(case: TalkCase, talk: Talk) -> Score:
        found = list(look(case, talk))
        if not found:
            return HELD
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        turns = tuple(dict.fromkeys(turn for each in found for turn in each.turns))
        return replace(found[0], why=found[0].why + more, turns=turns)

    return scorer


def broken(why: str, sentence: str = "") -> Score:
    """The score of a promise that was not held."""
    return Score(False, why, sentence)


def at(turn: int, why: str, sentence: str = "") -> Score:
    """The same, naming the turn (1 is the first)."""
    return Score(False, f"turn {turn}: {why}", sentence, (turn,))
