"""Decides which promises a case's evidence is held against; refuses to run anything: the same evidence gives the same scores."""

from collections.abc import Iterator
from typing import Any

from assistant.evaluation import scorers
from assistant.evaluation.cases import AnyCase, JudgeCase, PairedCase, SharpenCase, SuggestCase, TalkCase
from assistant.evaluation.evidence import Evidence
from assistant.evaluation.scorers import paired
from assistant.evaluation.scorers.score import HELD, QuestionScorer, Score, broken

Named = tuple[str, Score]


def score(case: AnyCase, found: Evidence) -> Iterator[Named]:
    """The name and score of every promise that was looked at."""
    match case:
        case JudgeCase():
            yield "judge", _judged(case, found)
        case TalkCase():
            yield from ((name, each(case, found.talk)) for name, each in scorers.TALK.items())
        case PairedCase():
            yield from ((name, each(found.talk, found.other)) for name, each in paired.PAIRED.items())
        case SuggestCase():
            yield from _each(scorers.SUGGEST, case, found.suggested)
        case SharpenCase():
            yield from _each(scorers.SHARPEN, case, found.sharpened)


def _judged(case: JudgeCase, found: Evidence) -> Score:
    out = next((verdict for verdict in found.verdicts if not verdict.in_stance), None)
    if not found.verdicts:
        return broken("nothing was judged", case.text)
    if case.in_stance and out:
        return broken(f"in stance, but read as {out.act.value} ({out.rule})", out.sentence)
    if not case.in_stance and not out:
        acts = ", ".join(f"{verdict.act.value} ({verdict.rule})" for verdict in found.verdicts)
        return broken(f"out of stance, but read as {acts}", case.text)
    return HELD


def _each(table: dict[str, QuestionScorer], case: Any, found: Any) -> Iterator[Named]:
    yield from ((name, each(case, found)) for name, each in table.items())
