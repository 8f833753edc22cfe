"""Decides how a case is put to an assistant, one solver a shape of case; refuses to judge what comes back (`scoring.py`)."""

from collections.abc import Iterator, Sequence

from assistant import stance
from assistant.errors import MessageMistake, WorldFailed
from assistant.evaluation.cases import AnyCase, JudgeCase, PairedCase, SharpenCase, SuggestCase, TalkCase, Turn
from assistant.evaluation.evidence import Evidence, Fault, Rewrite, Sharpened, Suggestion
from assistant.evaluation.subject import Subject, Update
from assistant.evaluation.transcript import Exchange, Talk
from assistant.text import clean


def solve(assistant: Subject, case: AnyCase) -> Evidence:
    """Run one case; gives what the scorers look at."""
    match case:
        case JudgeCase():
            return Evidence(verdicts=tuple(stance.judge(case.text, case.thinker, case.flow)))
        case TalkCase():
            return Evidence(talk=converse(assistant, case.id, case.turns))
        case PairedCase():
            one, other = (tuple(Turn(say=text) for text in case.said(slots)) for slots in (case.one, case.other))
            return Evidence(talk=converse(assistant, case.id, one), other=converse(assistant, case.id, other))
        case SuggestCase():
            return Evidence(suggested=_suggested(assistant, case))
        case SharpenCase():
            return Evidence(sharpened=_sharpened(assistant, case))


def converse(assistant: Subject, name: str, turns: Sequence[Turn]) -> Talk:
    """Hold the scripted conversation under an owner and an id of its own, and forget it whatever happens.

    The id is the same in every run, because the embedded voice varies its wording by it.
    """
    owner = f"evaluation-{name}"
    conversation = assistant.prepare.begin(owner, owner)
    try:
        talk: list[Exchange] = []
        heard: tuple[str, ...] = ()
        for turn in turns:
            heard = (*heard, clean(turn.say))
            last = _last(assistant.prepare.say(owner, conversation, turn.say), len(heard))
            talk.append(
                Exchange(
                    turn,
                    heard,
                    last.reply,
                    last.move,
                    last.safety,
                    last.brief,
                    last.sentences,
                    last.voice,
                    last.sources,
                )
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


def _suggested(assistant: Subject, case: SuggestCase) -> tuple[Suggestion, ...]:
    """The suggestions; notes that cannot be taken give none."""
    try:
        found = assistant.pair.suggest(case.notes, asked=case.asked)
    except MessageMistake:
        return ()
    return tuple(Suggestion(question=one.question, quote=one.quote) for one in found)


def _sharpened(assistant: Subject, case: SharpenCase) -> Sharpened:
    found = assistant.pair.sharpen(case.draft, case.context)
    faults = tuple(Fault(name=str(fault.name)) for fault in found.faults)
    return Sharpened(faults=faults, rewrites=tuple(Rewrite(text=one.text) for one in found.rewrites))
