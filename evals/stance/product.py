"""Decides which of the product's own words the judge is trained on besides the corpus; refuses to measure on them.

Askwell's own questions and phrases must never be stopped, and they are no test of anything, so they go into training:
each after the words of a scene of the training split, slots filled from those words. Never part of dev or test.
"""

import random
from collections.abc import Iterator, Sequence

from assistant.knowledge import load
from assistant.pronouns import filled
from assistant.schemas import Phrase, PhraseKind, Question
from assistant.stance.acts import Act
from evals.stance.rows import Line

SCENES_EACH = 2
_ACTS = {
    PhraseKind.BOUNDARY: Act.BOUNDARY,
    PhraseKind.GREETING: Act.COURTESY,
    PhraseKind.REFLECTION: Act.SIMPLE_REFLECTION,
    PhraseKind.SUM_UP: Act.SUMMARY,
    PhraseKind.CHECK: Act.CLOSED_QUESTION,
    PhraseKind.EXPLAIN: Act.METHOD_INFO,
    PhraseKind.METHOD: Act.METHOD_INFO,
    PhraseKind.OUTSIDE: Act.REFERRAL,
    PhraseKind.DANGER: Act.REFERRAL,
}
_SHORTEST, _LONGEST = 3, 8
"""Words of a quote cut from the thinker's message."""


def product_lines(written: Sequence[Line]) -> list[Line]:
    """Bank questions and phrases after the scenes of some training rows; the same ones every time."""
    chance = random.Random(7)
    scenes = sorted({line.thinker for line in written})
    known = load()
    items: list[Question | Phrase] = [*known.questions, *known.phrases]
    return [line for item in items for line in _lines(item, chance.sample(scenes, SCENES_EACH), chance)]


def _lines(item: Question | Phrase, scenes: Sequence[tuple[str, ...]], chance: random.Random) -> Iterator[Line]:
    if isinstance(item, Phrase) and "help" in item.slots:
        return
    for thinker in scenes:
        text = filled(_filled(item.text, thinker, chance), "they")
        yield Line(f"product:{item.id}", "product", "product", thinker, (), 0, act_of(item, text), text)


def act_of(item: Question | Phrase, text: str) -> Act:
    """The act of one sentence of the product's own."""
    if isinstance(item, Question) or text.rstrip().endswith("?"):
        return Act.OPEN_QUESTION
    return _ACTS.get(item.kind, Act.PROCESS)


def _filled(text: str, thinker: Sequence[str], chance: random.Random) -> str:
    for slot in ("quote", "points", "word", "you"):
        text = text.replace("{" + slot + "}", _cut(thinker, chance, slot == "word"))
    return text


def _cut(thinker: Sequence[str], chance: random.Random, one: bool) -> str:
    words = chance.choice(list(thinker)).split()
    size = 1 if one else chance.randint(_SHORTEST, _LONGEST)
    start = chance.randrange(max(1, len(words) - size))
    return " ".join(words[start : start + size]).strip(".,;:!?\"'“”")
