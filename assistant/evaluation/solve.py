"""Decides how a case is put to an assistant, one solver a shape of case; refuses to judge what comes back."""

from collections.abc import Iterator, Sequence
from typing import Any

from assistant import stance
from assistant.errors import MessageMistake, WorldFailed
from assistant.evaluation import scorers
from assistant.evaluation.cases import JudgeCase, SharpenCase, SuggestCase, TalkCase
from assistant.evaluation.scorers.questions import Suggested
from assistant.evaluation.scorers.score import HELD, QuestionScorer, Score, broken
from assistant.evaluation.subject import Subject, Update
from assistant.evaluation.transcript import Exchange, Talk
from assistant.text import clean

Named = tuple[str, Score]


def solve(assistant: Subject, case: object) -> Iterator[Named]:
    """Run one case; gives the name and score of every promise that was looked at."""
    match case:
        case JudgeCase():
            yield "judge", _judged(case)
        case TalkCase():
            talk = converse(assistant, case)
            yield from ((name, score(case, talk)) for name, score in scorers.TALK.items())
        case SuggestCase():
            yield from _each(scorers.SUGGEST, case, _suggested(assistant, case))
        case SharpenCase():
            yield from _each(scorers.SHARPEN, case, assistant.pair.sharpen(case.draft, case.context))


def converse(assistant: Subject, case: TalkCase) -> Talk:
    """Hold the scripted conversation under an owner and an id of its own, and forget it whatever happens.

    The id is the same in every run, because the embedded voice varies its wording by it.
    """
    owner = f"evaluation-{case.id}"
    conversation = assistant.prepare.begin(owner, owner)
    try:
        talk: list[Exchange] = []
        heard: tuple[str, ...] = ()
        for turn in case.turns:
            heard = (*heard, clean(turn.say))
            last = _last(assistant.prepare.say(owner, conversation, turn.say), len(heard))
            talk.append(
                Exchange(turn, heard, last.reply, last.move, last.safety, last.brief, last.sentences, last.voice)
            )
        return tuple(talk)
    finally:
        assistant.prepare.forget(owner, conversation)


def _last(updates: Iterator[Update], turn: int) -> Update:
    said = list(updates)
    last = said[-1] if said else None
    if last is None or not last.done:
        raise WorldFailed(f"Turn {turn} broke off before its last update; run the case again with `--only`.")
    return last


def _judged(case: JudgeCase) -> Score:
    verdicts = stance.judge(case.text, case.thinker, case.flow)
    out = next((verdict for verdict in verdicts if not verdict.in_stance), None)
    if not verdicts:
        return broken("nothing was judged", case.text)
    if case.in_stance and out:
        return broken(f"in stance, but read as {out.act.value} ({out.rule})", out.sentence)
    if not case.in_stance and not out:
        acts = ", ".join(f"{verdict.act.value} ({verdict.rule})" for verdict in verdicts)
        return broken(f"out of stance, but read as {acts}", case.text)
    return HELD


def _suggested(assistant: Subject, case: SuggestCase) -> Sequence[Suggested]:
    """The suggestions; notes that cannot be taken give none."""
    try:
        return assistant.pair.suggest(case.notes, asked=case.asked)
    except MessageMistake:
        return ()


def _each(table: dict[str, QuestionScorer], case: Any, found: Any) -> Iterator[Named]:
    yield from ((name, score(case, found)) for name, score in table.items())
