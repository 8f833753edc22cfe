"""Decides what a pair in session can ask for: suggested questions and a sharper draft; refuses to offer anything unasked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.coaching import choosing, embedded, plans
from assistant.coaching import scene as look
from assistant.coaching.plan import Plan, Said, Scene
from assistant.coaching.reading import Span, read
from assistant.coaching.safety import Alarm
from assistant.errors import MessageMistake
from assistant.flows.prepare import checked
from assistant.knowledge import Knowledge
from assistant.questions.sharpen import Sharpened, sharpen
from assistant.schemas import Cue, Lens, Move, Protocol, Question, Quote, SafetyLevel, Stage
from assistant.stance import Decision, judge

FLOW = "pair"
MOST = 3
_CALM = Alarm(SafetyLevel.NOTHING, "", None, "")


@dataclass(frozen=True)
class Suggestion:
    """A question a peer might ask.

    Attributes:
        question: one open question.
        quote: the thinker's words it reacts to, verbatim.
        lens: the side it looks from.
        why: one line on what led to it.
        source: the id of the bank's question.
    """

    question: str
    quote: str
    lens: Lens
    why: str
    source: str


class PairFlow:
    """Questions on request and the sharpener, for two or three people in session."""

    def __init__(self, knowledge: Knowledge, ranking: choosing.Ranking) -> None:
        self._knowledge, self._ranking = knowledge, ranking

    @property
    def protocols(self) -> tuple[Protocol, ...]:
        """The protocols on offer."""
        return self._knowledge.protocols

    def suggest(self, notes: str, asked: Sequence[str] = (), protocol: str = "", stage: str = "") -> list[Suggestion]:
        """One to three questions from different sides; none in a stage of a protocol in which nobody asks.

        Raises MessageMistake for notes without words, or a protocol or stage that does not exist.
        """
        here = self._stage(protocol, stage)
        words = checked(notes)
        if here and "open_question" not in here.allowed_acts:
            return []
        found: list[Suggestion] = []
        for span, quote in _reactions(words):
            chosen = self._one(
                words, span, quote, (*asked, *(one.question for one in found)), {one.lens for one in found}
            )
            if chosen:
                found.append(chosen)
            if len(found) == MOST:
                break
        return found

    def sharpen(self, draft: str, context: str = "") -> Sharpened:
        """The faults of a draft question and up to three sharper ones."""
        return sharpen(draft, context)

    def _stage(self, protocol: str, stage: str) -> Stage | None:
        if not protocol:
            return None
        held = next((one for one in self.protocols if one.id == protocol), None)
        if held is None:
            raise MessageMistake(
                f"There is no protocol {protocol!r}; the names are {', '.join(one.id for one in self.protocols)}."
            )
        if not stage:
            return None
        found = next((one for one in held.stages if one.name.lower() == stage.lower()), None)
        if found is None:
            raise MessageMistake(
                f"{protocol} has no stage {stage!r}; its stages are {', '.join(one.name for one in held.stages)}."
            )
        return found

    def _one(
        self, notes: str, span: Span | None, quote: Quote, asked: Sequence[str], lenses: set[Lens]
    ) -> Suggestion | None:
        """The best question for one place of the notes, from a side not taken yet."""
        before = tuple(Said(0, Move.ASK, text) for text in asked)
        scene = Scene(notes[:80], read(notes, 1), _CALM, {}, said=before)
        for plan in _plans(span, quote):
            for question in choosing.questions(plan, scene, self._knowledge, self._ranking, most=8):
                text = embedded.fitted(question.text, plan)
                if question.lens not in lenses and _shown(text, notes):
                    return _suggestion(question, text, plan, span)
        return None


def _reactions(notes: str) -> list[tuple[Span | None, Quote]]:
    """Places to react to, those that open most first; each cue once, then any other words."""
    reading = read(notes, 1)
    spans = sorted(reading.open_spans(look.WEIGHT), key=lambda span: look.WEIGHT.index(span.cue))
    once: dict[Cue, tuple[Span | None, Quote]] = {}
    for span in spans:
        once.setdefault(span.cue, (span, span.quote))
    rest = look.any_quote(reading) or _whole(notes)
    return [*once.values(), (None, rest), (None, rest), (None, rest)]


def _whole(notes: str) -> Quote:
    """The notes' own first words, when they are too short to hold a clause."""
    found = re.search(r"\w\S*(?:[ \t]+\S+){0,7}", notes)
    start, end = found.span() if found else (0, len(notes))
    text = notes[start:end].rstrip(".!?,;:")
    return Quote(text=text, turn=1, start=start, end=start + len(text))


def _plans(span: Span | None, quote: Quote) -> list[Plan]:
    if span is None:
        general = (Move.ASK, Move.WIDEN, Move.DEEPEN, Move.RESOURCE, Move.OWN_PART, Move.TEST_ASSUMPTION)
        return [Plan(move, "these are the words that stand out", quote=quote) for move in general]
    move = plans.BY_CUE[span.cue][0]
    because = f"because of “{span.text.strip()}”"
    return [
        Plan(one, because, quote=quote, word=plans.askable_word(span), cue=span.cue)
        for one in (move, Move.ASK, Move.WIDEN)
    ]


def _shown(text: str, notes: str) -> bool:
    verdicts = judge(text, (notes,), FLOW)
    return bool(verdicts) and all(one.decision == Decision.SHOW for one in verdicts)


def _suggestion(question: Question, text: str, plan: Plan, span: Span | None) -> Suggestion:
    assert plan.quote is not None  # every plan here reacts to words
    cue = f" ({span.cue.value.replace('_', ' ')})" if span else ""
    return Suggestion(text, plan.quote.text, question.lens, f"{plan.because}{cue}", question.id)
