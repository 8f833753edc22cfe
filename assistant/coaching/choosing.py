"""Decides which question or ready sentence fits a plan best; refuses to know how it is fitted into words.

A small sum of reasons, each with its weight below; ties are broken by a hash of conversation and id, so that the same
conversation always gets the same words and two conversations rarely do.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from hashlib import blake2b
from itertools import islice

from assistant import referents
from assistant.coaching import scene as look
from assistant.coaching.plan import ASKING, Plan, Scene
from assistant.knowledge import Knowledge
from assistant.pronouns import SLOTS
from assistant.schemas import Move, Phrase, PhraseKind, Question
from assistant.text import similarity, words
from assistant.tongues import SPOKEN

Vector = tuple[float, ...]
Ranking = Callable[[str, Vector | None], dict[str, float]]
"""Text and what the listener makes of it → nearness of each question id: 0 to 1, or with a vector the log of how likely it fits."""

_FEELINGS = re.compile(
    r"\b(?:feel\w*|sit\w* with you|gets? to you|body|scar\w+|hurts?|afraid|to have said|weigh\w*|inside you|do to you)\b",
    re.IGNORECASE,
)
"""Questions about feelings, for those who do not want them."""
BEGINNING = 3
"""Turns in which a question that opens a conversation may be asked."""
NEAR = 0.5
"""Trigram overlap from which two sentences count as the same thing said twice."""

_CUE, _MOVE, _SEEK, _OWN_WORDS, _NEARNESS, _DEPTH, _LENGTH = 3.0, 2.0, 3.0, 1.0, 1.5, 0.6, 0.12


_SOUGHT, _MAIN, _OPEN_LINE, _PLAY = 2.0, 0.7, 0.5, 0.9
"""In natural logarithms, as the listener's likelihoods: a sought field counts as seven times, the plan's own move as twice,
an empty line of the page as one and a half times as likely. The last is the play of chance: of questions that fit about as
well, not everybody gets the same (in blind play one question stood in every second conversation)."""


def questions(plan: Plan, scene: Scene, knowledge: Knowledge, ranking: Ranking, most: int = 6) -> list[Question]:
    """The best questions for a plan, best first; empty when nothing of the bank may be asked."""
    heard = scene.reading.heard
    near = ranking(scene.reading.message[-600:], heard.vector if heard else None)
    weight, far = (1.0, min(near.values(), default=0.0)) if heard else (_NEARNESS, 0.0)
    before, spared = _Before(scene), look.spared(scene)
    fit = _fit_heard if heard else _fit
    scored = [
        (weight * near.get(one.id, far) + fit(one, plan, scene) - before.worn(one), one)
        for one in _pool(plan, scene, knowledge, near)
        if _may_be_asked(one, plan, scene) and not _unwanted(one, spared)
    ]
    scored.sort(key=lambda pair: (-pair[0], _tie(scene, pair[1].id)))
    fresh = (one for _, one in scored if referents.told(one.text, scene.thinker) and not before.asked(one))
    return list(islice(fresh, most))


def _unwanted(one: Question, spared: Collection[str]) -> bool:
    """Whether they have asked to be spared such questions."""
    return ("quotes" in spared and "quote" in one.slots) or ("feelings" in spared and bool(_FEELINGS.search(one.text)))


def _pool(plan: Plan, scene: Scene, knowledge: Knowledge, near: Mapping[str, float]) -> Collection[Question]:
    """Questions of the plan's moves; where a listener has spoken and asking is all that is wanted, those it holds likely."""
    moves = {plan.move, *plan.also}
    if not scene.reading.heard or not near or not moves & {*ASKING}:
        return knowledge.questions_of(moves, speech(scene)).values()
    likely = {key: knowledge.by_id[key] for key in near if key in knowledge.by_id}
    return {**likely, **knowledge.questions_of(moves - {*ASKING}, speech(scene))}.values()


class _Before:
    """What was asked already, prepared once a turn: a thousand questions are held against it."""

    def __init__(self, scene: Scene) -> None:
        self._said = scene.said
        self._sources = {source for said in scene.said for source in said.sources}
        lines = [[words(line) for line in said.text.replace("? ", "?\n").splitlines()] for said in scene.said]
        self._four = {tuple(line[:4]) for turn in lines for line in turn}
        self._two = Counter(tuple(line[:2]) for turn in lines[-3:] for line in turn)

    def asked(self, one: Question) -> bool:
        """Whether it, or nearly the same, was asked."""
        return one.id in self._sources or any(similarity(one.text, said.text) >= NEAR for said in self._said)

    def worn(self, one: Question) -> float:
        """Openings heard before wear out: four words alike anywhere, two words alike in the last three turns."""
        opening = words(one.text)
        return 3.0 * (tuple(opening[:4]) in self._four) + 0.8 * self._two[tuple(opening[:2])]


def phrase(
    kind: PhraseKind, plan: Plan, scene: Scene, knowledge: Knowledge, allowed: Callable[[Phrase], bool]
) -> Phrase | None:
    """A ready sentence of a kind, the one used longest ago; those that name the plan's cue or topic come first."""
    used = [source for said in scene.said for source in said.sources]
    wanted = [one for one in knowledge.phrases_of(kind, speech(scene)) if allowed(one) and _of_topic(one, plan)]
    last = {source: position for position, source in enumerate(used)}
    return min(
        wanted,
        key=lambda one: (last.get(one.id, -1), not (plan.cue and plan.cue in one.cues), _tie(scene, one.id)),
        default=None,
    )


def speech(scene: Scene) -> str:
    """The language to answer in: theirs where there is a bank for it, else English."""
    return scene.reading.language if scene.reading.language in SPOKEN else "en"


def _of_topic(one: Phrase, plan: Plan) -> bool:
    """A phrase with topics or cues is only for these."""
    return (plan.detail in one.topics or not one.topics) and (plan.cue in one.cues or not one.cues)


def _may_be_asked(one: Question, plan: Plan, scene: Scene) -> bool:
    """Right move and language, its slots can be filled, what it builds on is there, and it was not asked before."""
    if one.language != speech(scene) or not {plan.move, *plan.also} & set(one.moves):
        return False
    if plan.seek and one.fills != plan.seek and (one.fills or plan.move in (Move.CHOOSE_FOCUS, Move.COMMIT)):
        return False  # the last lines of the page are asked for plainly
    if one.moves[0] == Move.OPEN and scene.turn > BEGINNING:
        return False
    if ("quote" in one.slots and (plan.quote is None or plan.reflect)) or ("word" in one.slots and not plan.word):
        return False
    if not plan.person and {*SLOTS} & {*one.slots}:
        return False
    if any(not scene.brief.get(field) for field in one.needs):
        return False
    # a question about a cue only makes sense right after that cue
    return not one.cues or plan.cue in one.cues or bool(scene.reading.heard and scene.reading.has(*one.cues))


def _fit(one: Question, plan: Plan, scene: Scene) -> float:
    fit = 0.0
    if plan.cue:
        fit += _CUE * (plan.cue in one.cues)
    if plan.seek:
        fit += _SEEK if one.fills == plan.seek else -_SEEK
    fit += _MOVE * (one.moves[0] == plan.move)
    fit += _OWN_WORDS * bool(one.slots)
    fit -= _DEPTH * abs(one.depth - wanted_depth(scene)) + _LENGTH * max(len(one.text.split()) - 9, 0)
    return fit


def _fit_heard(one: Question, plan: Plan, scene: Scene) -> float:
    """Beside what the listener holds likely only what it cannot know: what is sought, and what was asked before."""
    fit = (
        _SOUGHT * (one.fills == plan.seek)
        if plan.seek
        else _OPEN_LINE * bool(one.fills and look.missing(scene, one.fills))
    )
    return fit + _MAIN * (plan.move in one.moves) + _PLAY * _chance(scene, one.id)


def wanted_depth(scene: Scene) -> float:
    """1 in the first two turns, 2 from the fourth on, 2.5 late: depth follows trust."""
    return min(1.0 + 0.4 * max(scene.turn - 1, 0), 2.0 if scene.turn < 8 else 2.5)


def _chance(scene: Scene, key: str) -> float:
    """0 to 1, the same for the same conversation, turn and question."""
    return int.from_bytes(_tie(scene, key)[:4], "big") / 0xFFFFFFFF


def _tie(scene: Scene, key: str) -> bytes:
    return blake2b(f"{scene.conversation}/{scene.turn}/{key}".encode("utf-8", "replace"), digest_size=8).digest()
