"""Decides which question or ready sentence fits a plan best; refuses to know how it is fitted into words.

A small sum of reasons, each with its weight below; ties are broken by a hash of conversation and id, so that the same
conversation always gets the same words and two conversations rarely do.
"""

from collections.abc import Callable
from hashlib import blake2b

from assistant.coaching.plan import Plan, Scene
from assistant.coaching.tongues import SPOKEN
from assistant.knowledge import Knowledge
from assistant.schemas import Phrase, PhraseKind, Question
from assistant.text import similarity, words

Ranking = Callable[[str], dict[str, float]]
"""Text → nearness (0 to 1) of each question id; what retrieval gives."""

NEAR = 0.5
"""Trigram overlap from which two sentences count as the same thing said twice."""

_CUE, _MOVE, _SEEK, _OWN_WORDS, _NEARNESS, _DEPTH, _LENGTH = 3.0, 2.0, 3.0, 1.0, 1.5, 0.6, 0.12


def questions(plan: Plan, scene: Scene, knowledge: Knowledge, ranking: Ranking, most: int = 6) -> list[Question]:
    """The best questions for a plan, best first; empty when nothing of the bank may be asked."""
    near = ranking(scene.reading.message[-600:])
    open_ = [one for one in knowledge.questions if _may_be_asked(one, plan, scene)]
    ranked = sorted(
        open_, key=lambda one: (-_fit(one, plan, scene) - _NEARNESS * near.get(one.id, 0.0), _tie(scene, one.id))
    )
    return ranked[:most]


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
    if plan.seek and one.fills not in (plan.seek, None):
        return False
    if ("quote" in one.slots and (plan.quote is None or plan.reflect)) or ("word" in one.slots and not plan.word):
        return False
    if any(not scene.brief.get(field) for field in one.needs):
        return False
    if one.cues and plan.cue not in one.cues:
        return False  # a question about a cue only makes sense right after that cue
    return not any(one.id in said.sources or similarity(one.text, said.text) >= NEAR for said in scene.said)


def _fit(one: Question, plan: Plan, scene: Scene) -> float:
    fit = 0.0
    if plan.cue:
        fit += _CUE * (plan.cue in one.cues)
    if plan.seek:
        fit += _SEEK if one.fills == plan.seek else -_SEEK
    fit += _MOVE * (one.moves[0] == plan.move)
    fit += _OWN_WORDS * bool(one.slots)
    fit -= _DEPTH * abs(one.depth - wanted_depth(scene)) + _LENGTH * max(len(one.text.split()) - 9, 0)
    return fit - _repeats(one, scene)


def wanted_depth(scene: Scene) -> float:
    """1 in the first two turns, 2 from the fourth on, 2.5 late: depth follows trust."""
    return min(1.0 + 0.4 * max(scene.turn - 1, 0), 2.0 if scene.turn < 8 else 2.5)


def _repeats(one: Question, scene: Scene) -> float:
    """Openings heard before wear out: four words alike anywhere, two words alike in the last three turns."""
    opening = words(one.text)
    earlier = [[words(line) for line in said.text.replace("? ", "?\n").splitlines()] for said in scene.said]
    four = any(line[:4] == opening[:4] for turn in earlier for line in turn)
    two = sum(line[:2] == opening[:2] for turn in earlier[-3:] for line in turn)
    return 3.0 * four + 0.8 * two


def _tie(scene: Scene, key: str) -> bytes:
    return blake2b(f"{scene.conversation}/{scene.turn}/{key}".encode("utf-8", "replace"), digest_size=8).digest()
