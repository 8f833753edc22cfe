"""Decides how a plan is said without a language model; refuses to know why it was decided and whether it may be shown.

Every sentence is a ready one of knowledge/ with the thinker's own words fitted in; one or two sentences, at most one question.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.coaching import choosing
from assistant.coaching import scene as look
from assistant.coaching.plan import Plan, Scene
from assistant.coaching.quoting import presentable, to_you
from assistant.knowledge import Knowledge
from assistant.pronouns import filled
from assistant.schemas import BriefField, Cue, HelpLine, MethodNote, Move, Phrase, PhraseKind, Question
from assistant.text import fold
from assistant.tongues import QUOTES

NAME = "embedded"
ELSEWHERE = "INT"
"""The country of help lines that serve anywhere."""


ECHO = 10
"""Words up to which a clause may be said back with nothing around it."""


@dataclass(frozen=True)
class Part:
    """One piece of a reply: its words and the id of what it was made from."""

    text: str
    source: str


@dataclass(frozen=True)
class Speaker:
    """The embedded voice for one scene: picks ready sentences and fits words into them."""

    plan: Plan
    scene: Scene
    knowledge: Knowledge
    candidates: Sequence[Question]
    country: str = ""
    model: bool = False
    """Whether a language model is configured; what is said about privacy depends on it."""

    @property
    def speechless(self) -> bool:
        """Whether the thinker writes in a language there is no voice for; help lines are named all the same."""
        return self.scene.reading.language == "other" and self.plan.move != Move.REFER

    def parts(self) -> list[Part]:
        """The reply in pieces, in order; never empty."""
        if self.speechless:
            return self._some(self._ready(PhraseKind.OTHER_LANGUAGE))
        made = _SAY[self.plan.move](self)
        return [*(made or self._some(self._ready(PhraseKind.FALLBACK))), *self._beside()]

    def _beside(self) -> list[Part]:
        """One line about help after the answer, where something graver may stand behind the words; once, it can be read again."""
        if (
            self.scene.alarm.kind != "aside"
            or self.plan.move == Move.CLOSE
            or any("aside" in said.topics for said in self.scene.said)
        ):
            return []
        return self._some(self._on(PhraseKind.STRAIN, "aside"))

    def question(self) -> Part | None:
        """The plan's question, fitted; None when the plan asks nothing or nothing of the bank fits."""
        if not self.plan.ask or not self.candidates:
            return None
        best = self.candidates[0]
        return Part(fitted(best.text, self.plan), best.id)

    def reflection(self) -> Part | None:
        """Their words said back: quoted, or turned to "you" where that is certain and would not sound like a charge."""
        quote = self.plan.quote
        if quote is None or not presentable(quote.text) or "quotes" in look.spared(self.scene):
            return None
        if len(quote.text.split()) <= ECHO and self._echo_due():
            return self._on(PhraseKind.REFLECTION, "echo")
        return self._ready(PhraseKind.REFLECTION)

    def _echo_due(self) -> bool:
        """Every other time words are said back, only they are said."""
        last = next((said for said in reversed(self.scene.said) if PhraseKind.REFLECTION in said.kinds), None)
        return self.scene.reading.language == "en" and (last is None or "echo" not in last.topics)

    def _some(self, *parts: Part | None) -> list[Part]:
        return [part for part in parts if part is not None]

    def _ready(self, kind: PhraseKind, allowed: Callable[[Phrase], bool] = lambda _: True) -> Part | None:
        """A ready sentence whose slots can be filled, filled."""
        fits = self._fillable()
        found = choosing.phrase(
            kind, self.plan, self.scene, self.knowledge, lambda one: allowed(one) and set(one.slots) <= fits
        )
        return Part(self._filled(found.text), found.id) if found else None

    def _on(self, kind: PhraseKind, topic: str) -> Part | None:
        """A ready sentence of a kind on one topic."""
        return replace(self, plan=replace(self.plan, detail=topic))._ready(kind, lambda one: topic in one.topics)

    def _fillable(self) -> set[str]:
        has = {
            "quote": bool(self.plan.quote),
            "word": bool(self.plan.word),
            "points": bool(self.plan.points),
            "help": True,
        }
        confessed = self.plan.cue in (Cue.OWN_PART, Cue.AVOIDED_CONVERSATION, Cue.TURNING_POINT)
        has["you"] = bool(self.plan.quote and not confessed and to_you(presentable(self.plan.quote.text)))
        return {name for name, there in has.items() if there}

    def _filled(self, text: str) -> str:
        quote = presentable(self.plan.quote.text) if self.plan.quote else ""
        turned = to_you(quote) or ""
        text = text.replace("{you}", turned[:1].upper() + turned[1:] if text.startswith("{you}") else turned)
        left, right = QUOTES[choosing.speech(self.scene)]
        text = text.replace(
            "{points}", "; ".join(f"{left}{presentable(point.text)}{right}" for point in self.plan.points)
        )
        text = text.replace("{help}", help_text(self.knowledge.helplines, self.country))
        return fitted(text, self.plan)

    def begin(self) -> list[Part]:
        """The first turn: a greeting is greeted, a challenge is said back before anything is asked."""
        if self.plan.detail == "greeting":
            return self._some(self._ready(PhraseKind.GREETING))
        if self.plan.points:
            return self._some(
                self._ready(PhraseKind.SUM_UP), self._ready(PhraseKind.CHECK, lambda one: "first" in one.topics)
            )
        return self._some(self.reflection(), self.question())

    def ask(self) -> list[Part]:
        """A reflection where the plan wants one, and the question."""
        if self.plan.detail == "picked":
            return self._some(self._ready(PhraseKind.INVITE, lambda one: "quote" in one.slots))
        question = self.question()
        before = self.reflection() if self.plan.reflect or question is None else None
        return self._some(before, question or self._ready(PhraseKind.INVITE, lambda one: not (before and one.slots)))

    def reflect(self) -> list[Part]:
        """Said back, and room left; strain is named and a pause offered."""
        if self.plan.detail:
            return self._some(self._ready(PhraseKind.STRAIN))
        return self._some(
            self.reflection(), self._ready(PhraseKind.PAUSE, lambda one: Cue.TURNING_POINT not in one.cues)
        )

    def stay(self) -> list[Part]:
        """With a turning point: mostly silence."""
        if self.plan.ask:
            return self.ask()
        return self._some(self.reflection(), self._ready(PhraseKind.PAUSE, lambda one: Cue.TURNING_POINT in one.cues))

    def hand_back(self) -> list[Part]:
        """The boundary, shorter each time, then the thinking handed back."""
        times = int(self.plan.detail or 0)
        lines = sorted(
            self.knowledge.phrases_of(PhraseKind.BOUNDARY, choosing.speech(self.scene)), key=lambda one: -len(one.text)
        )
        line = lines[min(times, len(lines) - 1)] if lines else None
        boundary = Part(line.text, line.id) if line else None
        return self._some(
            boundary,
            self.question() if self.plan.ask else self._ready(PhraseKind.EARLIER) or self._ready(PhraseKind.PAUSE),
        )

    def lighten(self) -> list[Part]:
        """A smaller question, or the choice of pace named."""
        if self.plan.detail.startswith("mend"):
            return self._some(self._ready(PhraseKind.LIGHTEN), self.question())
        return self._some(self.question() if self.plan.ask else self._ready(PhraseKind.LIGHTEN)) or self._some(
            self._ready(PhraseKind.PAUSE)
        )

    def sum_up(self) -> list[Part]:
        """Their points side by side and a check."""
        return self._some(self._ready(PhraseKind.SUM_UP), self._ready(PhraseKind.CHECK, lambda one: not one.topics))

    def focus(self) -> list[Part]:
        """Towards the question for the peers, or towards what they are wanted for."""
        if self.plan.points or self.plan.detail == "own":
            return self._some(
                self._ready(PhraseKind.NEAREST, lambda one: bool(one.topics) == (self.plan.detail == "own"))
            )
        if self.plan.seek == BriefField.ASK_OF_PEERS:
            return self._some(self._ready(PhraseKind.METHOD), self.question())
        first = not any(said.move == Move.CHOOSE_FOCUS for said in self.scene.said)
        return self._some(self._ready(PhraseKind.FOCUS) if first else None, self.question())

    def explain(self) -> list[Part]:
        """What was asked about the method or about us, from the notes; then a question where the plan asks one."""
        topics = self.plan.detail.split()
        note = asked_about(self.scene.reading.message, self.knowledge.methods) if topics == ["how"] else None
        told = [Part(note.answer, note.id)] if note else [self._about(topic) for topic in topics]
        return self._some(*told, self.question())

    def _about(self, topic: str) -> Part | None:
        """What is said of one thing about ourselves; with a language model other things are true."""
        true = "model" if self.model and topic in ("privacy", "internet") else topic
        return replace(self, plan=replace(self.plan, detail=true))._ready(PhraseKind.EXPLAIN)

    def refer(self) -> list[Part]:
        """Beyond coaching: plain words and where to turn."""
        kinds = {"danger": PhraseKind.DANGER, "after": PhraseKind.AFTER_DANGER, "safe": PhraseKind.AFTER_DANGER}
        kind = kinds.get(self.plan.detail, PhraseKind.OUTSIDE)
        after = kind == PhraseKind.AFTER_DANGER
        said = self._ready(kind, lambda one: not after or bool(one.topics) == (self.plan.detail == "safe"))
        return self._some(said or self._other_outside())

    def _other_outside(self) -> Part | None:
        other = [
            one
            for one in self.knowledge.phrases_of(PhraseKind.OUTSIDE, choosing.speech(self.scene))
            if "other" in one.topics
        ]
        return Part(other[0].text, other[0].id) if other else None

    def close(self) -> list[Part]:
        """The end, when they say so or the page is whole."""
        return self._some(self._ready(PhraseKind.CLOSING))


_SAY: dict[Move, Callable[[Speaker], list[Part]]] = {
    Move.OPEN: Speaker.begin,
    Move.INVITE: Speaker.ask,
    Move.REFLECT: Speaker.reflect,
    Move.ASK: Speaker.ask,
    Move.TEST_ASSUMPTION: Speaker.ask,
    Move.STAY: Speaker.stay,
    Move.WIDEN: Speaker.ask,
    Move.DEEPEN: Speaker.ask,
    Move.RESOURCE: Speaker.ask,
    Move.OWN_PART: Speaker.ask,
    Move.SUM_UP: Speaker.sum_up,
    Move.CHOOSE_FOCUS: Speaker.focus,
    Move.COMMIT: Speaker.ask,
    Move.HAND_BACK: Speaker.hand_back,
    Move.LIGHTEN: Speaker.lighten,
    Move.CLOSE: Speaker.close,
    Move.REFER: Speaker.refer,
    Move.EXPLAIN: Speaker.explain,
}


def fitted(text: str, plan: Plan) -> str:
    """A ready sentence with the thinker's words in its slots, and the person they spoke of as they do."""
    text = text.replace("{quote}", presentable(plan.quote.text) if plan.quote else "")
    return filled(text.replace("{word}", presentable(plan.word)), plan.person)


def asked_about(message: str, notes: Sequence[MethodNote]) -> MethodNote | None:
    """The method note whose longest keyword stands in the message; None when no keyword does."""
    said = f" {fold(message)} "
    hits = [(len(key), note) for note in notes for key in note.keywords if fold(key) in said]
    return max(hits, key=lambda hit: hit[0])[1] if hits else None


def help_text(lines: Sequence[HelpLine], country: str) -> str:
    """The crisis and emergency lines of the country set, else the international ones, in one line."""
    urgent = [one for one in lines if one.for_what in ("crisis", "emergency")]
    chosen = [one for one in urgent if one.country == country] or [one for one in urgent if one.country == ELSEWHERE]
    return "; ".join(f"{one.name} ({one.contact})" for one in chosen) or "112"
