"""Decides whether the brief is the thinker's own; refuses to judge whether a line is worth having."""

from collections.abc import Iterator

from assistant.evaluation.cases import TalkCase
from assistant.evaluation.scorers.score import Score, at, broken, promise
from assistant.evaluation.transcript import Talk
from assistant.schemas import BriefLine
from assistant.text import fold


@promise
def fidelity(_: TalkCase, talk: Talk) -> Iterator[Score]:
    """Every line is verbatim the stretch of the message it names."""
    for number, exchange in enumerate(talk, 1):
        for name, lines in exchange.brief.items():
            for line in lines:
                if not _verbatim(line, exchange.heard):
                    yield at(number, f"a line of {name.value} is not what message {line.turn} says there", line.text)


@promise
def content(case: TalkCase, talk: Talk) -> Iterator[Score]:
    """At the end the fields that the case names hold the words that it names."""
    brief = talk[-1].brief
    for name, words in case.brief.items():
        lines = brief.get(name, ())
        if not any(fold(words) in fold(line.text) for line in lines):
            yield broken(f"{name.value} lacks {words!r}", " / ".join(line.text for line in lines))


@promise
def pleas(_: TalkCase, talk: Talk) -> Iterator[Score]:
    """At the end no line comes from a message that only asked for an answer."""
    for name, lines in talk[-1].brief.items():
        for line in lines:
            said = talk[line.turn - 1].expected if line.turn and line.turn <= len(talk) else None
            if said and said.plea and not said.content:
                yield at(line.turn or 0, f"a bare plea stands in the brief under {name.value}", line.text)


def _verbatim(line: BriefLine, heard: tuple[str, ...]) -> bool:
    if line.turn is None or line.start is None or line.end is None or not 1 <= line.turn <= len(heard):
        return False
    return bool(line.text) and heard[line.turn - 1][line.start : line.end] == line.text
