"""Decides whether a plea for an answer is met with the boundary, and ever more briefly; refuses to judge its warmth.

A sentence declines when the turn's own verdict says so or when it has the plain words of declining: the verdict alone
would call a warm boundary a reflection. Only what was shown counts.
"""

import re
from collections.abc import Iterator

from assistant.evaluation.cases import TalkCase
from assistant.evaluation.scorers.score import Score, at, promise
from assistant.evaluation.transcript import Exchange, Talk
from assistant.schemas import Move
from assistant.stance.acts import Act

SLACK = 3
"""Words a boundary may be longer than the shortest one before it; short phrases differ by that much by chance."""
_WORDS = re.compile(
    r"\b(?:won['’]t|will not|can['’]t|cannot|not going to|not (?:from|for|mine)|leave (?:it|that|this)|"
    r"yours|your (?:call|choice|hands|answer))\b",
    re.IGNORECASE,
)


@promise
def shown(_: TalkCase, talk: Talk) -> Iterator[Score]:
    """Every plea is handed back."""
    for number, exchange in enumerate(talk, 1):
        if exchange.expected.plea and exchange.move is not Move.HAND_BACK:
            yield at(number, f"a plea is met with {exchange.move.value}, not hand_back", exchange.reply)


@promise
def spoken(_: TalkCase, talk: Talk) -> Iterator[Score]:
    """Every plea that is handed back is answered with words of declining, not passed over."""
    for number, exchange in enumerate(talk, 1):
        if exchange.expected.plea and exchange.move is Move.HAND_BACK and not _declining(exchange):
            yield at(number, "a plea is handed back without a word of boundary", exchange.reply)


@promise
def growth(_: TalkCase, talk: Talk) -> Iterator[Score]:
    """The words of declining do not grow from plea to plea."""
    shortest: int | None = None
    for number, exchange in enumerate(talk, 1):
        count = len(_declining(exchange).split()) if exchange.expected.plea else 0
        if count and shortest is not None and count > shortest + SLACK:
            yield at(number, f"{count} words of boundary after one of {shortest}", _declining(exchange))
        if count:
            shortest = min(count, shortest or count)


def _declining(exchange: Exchange) -> str:
    return " ".join(
        verdict.sentence
        for verdict in exchange.shown
        if verdict.act is Act.BOUNDARY or ("?" not in verdict.sentence and _WORDS.search(verdict.sentence))
    )
