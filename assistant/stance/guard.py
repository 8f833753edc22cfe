"""Decides, sentence by sentence, what of a reply may be seen; refuses to let anything through unjudged.

It fails closed: an error in a rule, a chunk that is not text or too little confidence give a verdict that replaces.
"""

from collections.abc import AsyncGenerator, AsyncIterable, Iterable, Iterator, Sequence

from assistant.stance.acts import Act, Decision, Verdict
from assistant.stance.classifier import UNSURE, classify
from assistant.stance.policy import apply, decide
from assistant.stance.segments import Segmenter, Unit
from assistant.text import fold, sentences

SAID = 2
"""Units of the coach's that the next one is read after; the corpus was laid out the same way."""
CERTAIN = 1.0
"""Confidence in a sentence that stands word for word in our own method notes."""


class _Judge:
    """Judges the units of one reply in order and carries what each leaves behind for the next."""

    def __init__(self, thinker: Sequence[str], flow: str, before: str, safety: bool, grounded: Sequence[str]) -> None:
        decide(Act.UNJUDGED, 0.0, flow)
        self._grounded = {fold(sentence) for text in grounded for sentence in sentences(text)}
        self._thinker, self._flow, self._safety = tuple(thinker), flow, safety
        self._said: tuple[str, ...] = (before,) if before else ()

    def units(self, units: Iterable[Unit]) -> Iterator[Verdict]:
        for unit in units:
            verdict = self._one(unit)
            self._said = (*self._said, unit.text)[-SAID:]
            yield apply(verdict, self._flow, self._safety)

    def _one(self, unit: Unit) -> Verdict:
        try:
            if fold(unit.text) in self._grounded:
                return Verdict(unit.text, Act.METHOD_INFO, CERTAIN, None, "from-a-method-note")
            return classify(unit.text, self._thinker, self._said, unit.item, self._safety)
        except Exception:  # whatever goes wrong in judging, the sentence must not be seen
            return unjudged(unit.text, "judging-failed")


def unjudged(text: str, rule: str) -> Verdict:
    """A verdict that shows nothing."""
    return Verdict(text, Act.UNJUDGED, UNSURE, None, rule, Decision.REPLACE)


def judge(
    text: str,
    thinker: Sequence[str] = (),
    flow: str = "prepare",
    before: str = "",
    safety: bool = False,
    grounded: Sequence[str] = (),
) -> list[Verdict]:
    """Split a whole text and judge each sentence. Raises SettingsMistake for an unknown flow.

    Args:
        text: the coach's words.
        thinker: what the thinker has said so far, oldest first; the same sentence echoes or advises depending on it.
        flow: prepare, pair or design.
        before: the coach's sentence before, when it was said apart.
        safety: whether the safety flow is on; only then is a referral shown.
        grounded: texts of method notes; a sentence that stands in one word for word is method information.
    """
    return list(_verdicts([text], _Judge(thinker, flow, before, safety, grounded)))


def guard(
    stream: Iterable[str],
    thinker: Sequence[str] = (),
    flow: str = "prepare",
    safety: bool = False,
    grounded: Sequence[str] = (),
) -> Iterator[Verdict]:
    """Judge a stream of text as it comes: each sentence's verdict as soon as the sentence is complete.

    Arguments as for `judge`. Raises SettingsMistake for an unknown flow, before the first chunk is taken.
    """
    return _verdicts(stream, _Judge(thinker, flow, "", safety, grounded))


async def judged_sentences(
    stream: AsyncIterable[str],
    thinker: Sequence[str] = (),
    flow: str = "prepare",
    safety: bool = False,
    grounded: Sequence[str] = (),
) -> AsyncGenerator[Verdict, None]:
    """`guard` for an asynchronous stream; arguments as for `judge`. The stream is closed when the reader stops."""
    judging, segmenter = _Judge(thinker, flow, "", safety, grounded), Segmenter()
    try:
        async for chunk in stream:
            for verdict in _taken(chunk, segmenter, judging):
                yield verdict
        for verdict in judging.units(segmenter.close()):
            yield verdict
    finally:
        if isinstance(stream, AsyncGenerator):
            await stream.aclose()


def _verdicts(stream: Iterable[str], judging: _Judge) -> Iterator[Verdict]:
    segmenter = Segmenter()
    for chunk in stream:
        yield from _taken(chunk, segmenter, judging)
    yield from judging.units(segmenter.close())


def _taken(chunk: object, segmenter: Segmenter, judging: _Judge) -> Iterator[Verdict]:
    if isinstance(chunk, str):
        yield from judging.units(segmenter.feed(chunk))
    else:
        yield unjudged("", "not-text")
