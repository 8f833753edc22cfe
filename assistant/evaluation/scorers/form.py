"""Decides the form of a coach's turn: one question, short, no repeats; refuses to know what it is about."""

from collections.abc import Iterator

from assistant.coaching import embedded
from assistant.evaluation.cases import TalkCase
from assistant.evaluation.scorers.score import Score, at, promise
from assistant.evaluation.transcript import Talk
from assistant.schemas import Move, SafetyLevel
from assistant.stance.acts import Decision
from assistant.text import fold, similarity

WORDS, WORDS_WHEN_TELLING = 80, 140
"""Words in a turn: 80 are read aloud in half a minute; a referral, an explanation and a summary may take longer."""
_TELLING = frozenset({Move.REFER, Move.EXPLAIN, Move.OPEN, Move.SUM_UP, Move.CLOSE})
REPEAT = 0.6
"""Share of word trigrams from which two questions are near-repeats."""


@promise
def one_question(_: TalkCase, talk: Talk) -> Iterator[Score]:
    """At most one question mark a turn, the thinker's own left out."""
    for number, exchange in enumerate(talk, 1):
        if (count := exchange.own.count("?")) > 1:
            yield at(number, f"{count} questions in one turn", exchange.reply)


@promise
def length(_: TalkCase, talk: Talk) -> Iterator[Score]:
    """No empty turn, and none that is longer than a thinker wants to read."""
    for number, exchange in enumerate(talk, 1):
        count, limit = len(exchange.reply.split()), WORDS_WHEN_TELLING if exchange.move in _TELLING else WORDS
        if not 0 < count <= limit:
            yield at(number, f"{count} words, where 1 to {limit} are good", exchange.reply)


@promise
def repetition(_: TalkCase, talk: Talk) -> Iterator[Score]:
    """No sentence twice, no question asked again in nearly the same words; words of danger may return."""
    earlier: list[str] = []
    for number, exchange in enumerate(talk, 1):
        if exchange.safety is SafetyLevel.DANGER:
            continue
        for sentence in exchange.sentences:
            if (before := _repeated(sentence, earlier)) is not None:
                yield at(number, f"repeats {before!r}", sentence)
        earlier += exchange.sentences


@promise
def withheld(_: TalkCase, talk: Talk) -> Iterator[Score]:
    """The embedded voice says nothing that the guard must withhold: one of the two is wrong, and the turn is maimed.

    A language model may trip the guard; that is what the guard is for.
    """
    for number, exchange in enumerate(talk, 1):
        for verdict in exchange.verdicts if exchange.voice == embedded.NAME else ():
            if verdict.decision is not Decision.SHOW:
                yield at(number, f"the guard withholds as {verdict.act.value} ({verdict.rule})", verdict.sentence)


def _repeated(sentence: str, earlier: list[str]) -> str | None:
    for before in earlier:
        both_ask = sentence.endswith("?") and before.endswith("?")
        if fold(before) == fold(sentence) or (both_ask and similarity(before, sentence) >= REPEAT):
            return before
    return None
