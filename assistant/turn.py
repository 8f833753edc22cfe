"""Decides how one turn flows: read → decide → say → check; every door's chat goes through `Turns.take`.

    message ─► kept ─► read (cues, safety) ─► decide (move) ─► choose (questions of the bank)
                                                                    │
    shown ◄─ kept ◄─ guard: split → judge → show, or the embedded coach instead ◄─ said by the voice

Refuses to know screens, owners and what a brief looks like on paper. Nothing is shown that was not judged and kept first.
"""

import logging
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import cast

from assistant.bounds import stems
from assistant.budget import Budget
from assistant.coaching import brief, choosing, embedded
from assistant.coaching.embedded import Part, Speaker
from assistant.coaching.plan import Plan, Said, Scene
from assistant.coaching.reading import Reading, read
from assistant.coaching.safety import look
from assistant.errors import ModelUnavailable
from assistant.knowledge import Knowledge
from assistant.mishaps import mishap
from assistant.reply import EVERY, Reply, Steps, TurnUpdate
from assistant.schemas import Message, Move, PhraseKind, Question, Role
from assistant.stance import Decision, Verdict, unjudged
from assistant.store import Conversation, Store
from assistant.voices import Voice

FLOW = "prepare"
_log = logging.getLogger(__name__)


OURS = (Move.REFER, Move.EXPLAIN)
"""Moves that never go through a language model: help lines and facts about ourselves."""
MOST_SENTENCES = 4
"""Of a language model in one turn; its prompt asks for three."""
MODEL_FAILED = "The language model {happened}; Askwell's own voice went on."
NOTHING_TO_SAY = "Nothing of the answer could be shown; your message is kept, please go on."


class Turns:
    """Takes turns; holds what every turn needs and nothing of any one conversation."""

    def __init__(
        self,
        knowledge: Knowledge,
        store: Store,
        ranking: choosing.Ranking,
        voice: Voice | None = None,
        country: str = "",
        timeout: float = 20.0,
        steps: Steps | None = None,
    ) -> None:
        self._knowledge, self._store, self._ranking, self._steps = knowledge, store, ranking, steps or EVERY
        self._voice, self._country, self._timeout = voice, country, timeout
        self._phrases = {one.id: one for one in knowledge.phrases}
        self._speaking: set[str] = set()

    def take(self, conversation: Conversation, message: str) -> Iterator[TurnUpdate]:
        """Keep a cleaned message and answer it, a sentence at a time."""
        turn = max((one.turn for one in conversation.messages), default=0) + 1
        scene = self._scene(conversation, message, turn)
        updated = brief.update(conversation.brief, conversation.frozen, scene.reading, scene.said)
        self._speaking.add(conversation.id)
        try:
            self._store.add_thinker(conversation.id, turn, message, scene.alarm.level, updated)
            yield from self._answer(replace(scene, brief=updated))
        finally:
            self._speaking.discard(conversation.id)

    def finish(self, conversation: Conversation) -> bool:
        """Complete a turn that a crash cut off: what was shown stands; when nothing was, it is answered now.

        Returns whether anything had to be done; a turn that is being said at this moment (in another tab) is left alone.
        """
        last = conversation.messages[-1] if conversation.messages else None
        whole = last is None or (last.role == Role.COACH and last.complete)
        if last is None or whole or conversation.id in self._speaking:
            return False
        before = tuple(one for one in conversation.messages if one.turn < last.turn)
        asked = next(one for one in conversation.messages if one.turn == last.turn and one.role == Role.THINKER)
        if last.role == Role.COACH and last.text:
            self._store.close_cut_off(conversation.id)
        else:
            deque(self._answer(self._scene(replace(conversation, messages=before), asked.text, last.turn)), maxlen=0)
        return True

    def _scene(self, conversation: Conversation, message: str, turn: int) -> Scene:
        """Read everything the thinker said; the language of the conversation helps with messages too short to tell."""
        earlier: list[Reading] = []
        before = ""
        for one in conversation.messages:
            if one.role == Role.THINKER:
                earlier.append(read(one.text, one.turn, earlier[-1].language if earlier else "", before))
            before = one.text if one.role == Role.COACH else before
        reading = read(message, turn, earlier[-1].language if earlier else "", before)
        said = tuple(self._said(one) for one in conversation.messages if one.role == Role.COACH and one.move)
        alarm = look(message, tuple(one.message for one in earlier))
        return Scene(conversation.id, reading, alarm, conversation.brief, tuple(earlier), said)

    def _said(self, message: Message) -> Said:
        """An earlier turn of the coach, with what its sources tell of it."""
        known = self._knowledge.by_id
        asked = [known[key] for key in message.sources if key in known]
        ready = [self._phrases[key] for key in message.sources if key in self._phrases]
        return Said(
            message.turn,
            message.move or Move.INVITE,
            message.text,
            message.sources,
            frozenset(cue for one in asked for cue in one.cues),
            next((field for field in (*(one.fills for one in asked), *(one.fills for one in ready)) if field), None),
            frozenset(one.kind for one in ready),
            frozenset(topic for one in ready for topic in one.topics),
        )

    def _answer(self, scene: Scene) -> Iterator[TurnUpdate]:
        began = time.perf_counter()
        plan = self._steps.decide(scene)
        candidates = self._steps.choose(plan, scene, self._knowledge, self._ranking) if plan.ask else []
        row = self._store.begin_reply(
            scene.conversation,
            Message(
                turn=scene.turn,
                role=Role.COACH,
                text="",
                move=plan.move,
                because=plan.because,
                safety=scene.alarm.level,
            ),
        )
        reply = Reply()
        try:
            for verdict, shown in self._said_and_checked(plan, scene, candidates, reply):
                text = (" " if reply.shown and shown else "") + shown
                self._store.add_sentence(row, verdict, text)
                reply.verdicts.append(verdict)
                if shown:
                    reply.shown.append(shown)
                    yield self._update(scene, plan, reply, began)
        finally:  # also when the thinker pressed stop: what was shown stands
            self._store.end_reply(row, reply.sources, reply.voice, reply.tokens)
        if not reply.shown:
            reply.notice = NOTHING_TO_SAY
        yield replace(self._update(scene, plan, reply, began), done=True)

    def _update(self, scene: Scene, plan: Plan, reply: Reply, began: float) -> TurnUpdate:
        return TurnUpdate(
            scene.conversation,
            scene.turn,
            plan.move,
            plan.because,
            " ".join(reply.shown),
            tuple(reply.verdicts),
            scene.brief,
            scene.alarm.level,
            tuple(reply.sources),
            reply.voice,
            reply.notice,
            reply.tokens,
            elapsed_ms=(time.perf_counter() - began) * 1000,
        )

    def _said_and_checked(
        self, plan: Plan, scene: Scene, candidates: list[Question], reply: Reply
    ) -> Iterator[tuple[Verdict, str]]:
        """Judged sentences of the voice; from the first that may not be shown on, the embedded coach's instead."""
        speaker = Speaker(plan, scene, self._knowledge, candidates, self._country, self._voice is not None)
        if self._voice and plan.move not in OURS and scene.reading.language != "other":
            whole = yield from self._by_voice(self._voice, plan, scene, candidates, reply)
            if whole:
                return
        for part in self._without_twice(speaker, reply):
            yield from self._checked([part], scene, plan, reply)
        if not reply.shown or (plan.ask and not reply.asked and candidates and not speaker.speechless):
            yield from self._otherwise(speaker, scene, plan, reply)

    def _by_voice(
        self, voice: Voice, plan: Plan, scene: Scene, candidates: list[Question], reply: Reply
    ) -> Generator[tuple[Verdict, str], None, bool]:
        """The voice's sentences while they hold; returns whether the reply is whole without the embedded coach."""
        texts = [embedded.fitted(one.text, plan) for one in candidates]
        budget = reply.budget = Budget(self._timeout)
        try:
            stopped = yield from self._while_it_holds(voice.say(plan, scene, texts, budget), voice, plan, scene, reply)
            if stopped is not None and stopped.decision == Decision.REPAIR:
                again = voice.say_again(plan, scene, texts, budget, stopped.sentence, _reason(stopped))
                stopped = yield from self._while_it_holds(again, voice, plan, scene, reply)
        except ModelUnavailable as error:
            _log.warning("the voice failed: %s", type(error).__name__)
            reply.notice = MODEL_FAILED.format(happened=error.happened)
            return False
        if reply.asked:
            reply.sources = [one.id for one in candidates[:1]]
        return stopped is None and bool(reply.shown) and (reply.asked or not plan.ask)

    def _while_it_holds(
        self, stream: Iterator[str], voice: Voice, plan: Plan, scene: Scene, reply: Reply
    ) -> Generator[tuple[Verdict, str], None, Verdict | None]:
        """Judged sentences up to the first that may not be shown, which is returned and ends the stream at once."""
        said = stems(scene.thinker)
        with closing(cast("Generator[str]", stream)):
            for judged in self._steps.check(stream, scene.thinker, FLOW):
                slip = mishap(judged.sentence, scene.reading.language, voice.instructions)
                verdict = unjudged(judged.sentence, slip) if slip else self._steps.bound(judged, plan.move, said)
                if verdict.decision != Decision.SHOW:
                    yield verdict, ""
                    return verdict
                if (reply.asked and "?" in verdict.sentence) or verdict.sentence in reply.shown:
                    continue  # at most one question survives, and nothing is said twice
                if len(reply.shown) == MOST_SENTENCES:
                    return None
                reply.voice, reply.budget.shown = voice.label, True
                yield verdict, verdict.sentence
        return None

    def _without_twice(self, speaker: Speaker, reply: Reply) -> Iterable[Part]:
        """The embedded coach's pieces; when the voice already said something, only what is still missing: the question."""
        if not reply.shown:
            return speaker.parts()
        question = None if reply.asked else speaker.question()
        return [question] if question else []

    def _checked(self, parts: Iterable[Part], scene: Scene, plan: Plan, reply: Reply) -> Iterator[tuple[Verdict, str]]:
        for part in parts:
            if reply.asked and "?" in part.text:
                continue
            shown = False
            safety = plan.move == Move.REFER or scene.alarm.kind in ("despair", "aside")
            grounded = self._knowledge.grounded if plan.move == Move.EXPLAIN else ()
            for verdict in self._steps.check([part.text], scene.thinker, FLOW, safety, grounded):
                held = verdict.decision == Decision.SHOW
                shown = shown or held
                yield verdict, verdict.sentence if held else ""
            if shown:
                reply.sources.append(part.source)

    def _otherwise(self, speaker: Speaker, scene: Scene, plan: Plan, reply: Reply) -> Iterator[tuple[Verdict, str]]:
        """When the guard stopped our own sentence: the next candidates, then the plainest ready sentence."""
        for question in [] if reply.asked else list(speaker.candidates)[1:]:
            part = Part(embedded.fitted(question.text, plan), question.id)
            yield from self._checked([part], scene, plan, reply)
            if reply.asked:
                return
        if not reply.shown:
            for one in self._knowledge.phrases_of(PhraseKind.FALLBACK, choosing.speech(scene)):
                yield from self._checked([Part(one.text, one.id)], scene, plan, reply)
                if reply.shown:
                    return


def _reason(stopped: Verdict) -> str:
    """Why a sentence was stopped, as the prompt `repair` takes it after "because"."""
    return stopped.rule if stopped.rule.startswith("it ") else f"it is {stopped.act.value.replace('_', ' ')}"
