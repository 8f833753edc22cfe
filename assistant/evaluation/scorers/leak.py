"""Decides whether the coach did the thinker's thinking, by three witnesses that know nothing of each other.

Our own judge, a crude block-list, and the words of the obvious solution that the case forbids. Turns that are expected
to reach level 2 or 3 are left out: there the coach must point somewhere.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant import knowledge, stance
from assistant.evaluation.cases import TalkCase
from assistant.evaluation.scorers.score import Score, at, promise
from assistant.evaluation.second_opinion import gives_away
from assistant.evaluation.transcript import Exchange, Talk, quotations, said
from assistant.schemas import Move, SafetyLevel
from assistant.text import fold, sentences

_MENTIONED = frozenset({"how", "what", "who", "when", "where", "which", "why"})
"""Words named as words ("a question that begins with “How”"), quoted from nobody."""


@promise
def judge(_: TalkCase, talk: Talk) -> Iterator[Score]:
    """Our own judge finds every shown sentence in stance; an explanation may say what our own notes say."""
    notes = knowledge.load().grounded
    for number, exchange in _coached(talk):
        grounded = notes if exchange.move is Move.EXPLAIN else ()
        for verdict in stance.judge(exchange.reply, exchange.heard, grounded=grounded):
            if not verdict.in_stance:
                yield at(number, f"our judge reads {verdict.act.value} ({verdict.rule})", verdict.sentence)


@promise
def second_opinion(_: TalkCase, talk: Talk) -> Iterator[Score]:
    """The block-list finds nothing outside verbatim quotations."""
    for number, exchange in _coached(talk):
        for sentence in sentences(exchange.own):
            if frame := gives_away(sentence):
                yield at(number, f"the block-list reads {frame}", sentence)


@promise
def forbidden_words(case: TalkCase, talk: Talk) -> Iterator[Score]:
    """No word of the obvious solution comes from the coach before the thinker has said it."""
    for number, exchange in _coached(talk):
        if word := unvoiced(case.forbid, exchange.own, exchange.heard):
            yield at(number, f"the coach brings in {word!r}", _holding(word, exchange.sentences))


@promise
def own_words(_: TalkCase, talk: Talk) -> Iterator[Score]:
    """Whatever stands between quotation marks was said by the thinker, word for word."""
    for number, exchange in enumerate(talk, 1):
        for quotation in quotations(exchange.reply):
            if not said(quotation, exchange.heard) and fold(quotation) not in _MENTIONED:
                yield at(number, f"the thinker never said {quotation!r}", _holding(quotation, exchange.sentences))


def unvoiced(forbidden: Sequence[str], own: str, heard: Iterable[str]) -> str:
    """The first forbidden word in `own` that is nowhere in `heard`, or an empty string."""
    thinker = " ".join(map(fold, heard))
    return next((word for word in forbidden if _opens(word, fold(own)) and not _opens(word, thinker)), "")


def _opens(stem: str, folded: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(stem))}", folded) is not None


def _holding(words: str, shown: Sequence[str]) -> str:
    return next((sentence for sentence in shown if fold(words) in fold(sentence)), "")


def _coached(talk: Talk) -> Iterator[tuple[int, Exchange]]:
    for number, exchange in enumerate(talk, 1):
        if (exchange.expected.level or SafetyLevel.NOTHING) < SafetyLevel.OUTSIDE:
            yield number, exchange
