"""Decides which empty line of the page is asked for next, and from when on; refuses to know how it is asked."""

import re

from assistant.coaching import scene as look
from assistant.coaching.plan import Scene
from assistant.schemas import BriefField, Move

_GAPS: tuple[tuple[BriefField, Move, str], ...] = (
    (BriefField.TRIED, Move.ASK, "what you have tried has not come up yet"),
    (BriefField.WANT_INSTEAD, Move.ASK, "what you want instead has not come up yet"),
    (BriefField.WHY_NOW, Move.ASK, "why this matters now has not come up yet"),
    (BriefField.MY_PART, Move.OWN_PART, "your own part has not come up yet"),
    (BriefField.RELY_ON, Move.RESOURCE, "what you can rely on has not come up yet"),
    (BriefField.NOT_SAID, Move.DEEPEN, "what stays unsaid has not come up yet"),
    (BriefField.ASSUME, Move.TEST_ASSUMPTION, "what you take for granted has not come up yet"),
)
GAPS_FROM = 4
"""From this turn on an empty line of the page may be asked for; before, people want to tell (blind play)."""
_NOTHING_DONE = re.compile(
    r"\b(?:haven'?t|havn'?t|have not|didn'?t) (?:really |actually )?(?:done|tried|do|try) (?:anything|a thing|owt|nothing)\b|\bdone nothing\b|\bno he hecho nada\b|\bnichts (?:gemacht|unternommen)\b",
    re.IGNORECASE,
)
_FEW_WORDS, _TOLD = 3, 12
"""Words from which a message tells something, at first and later."""


def _open(scene: Scene, field: BriefField) -> bool:
    """Whether a line of the page is still to be asked for: who has said that nothing was done is not asked what was."""
    told = (reading.message.replace("’", "'") for reading in (*scene.earlier, scene.reading))
    return field != BriefField.TRIED or not any(map(_NOTHING_DONE.search, told))


def story(scene: Scene) -> bool:
    """The first turns belong to the story, and so does whatever is told at some length: an empty line can wait (blind play)."""
    told = scene.reading.word_count >= _TOLD
    return told or (scene.turn < GAPS_FROM and scene.reading.word_count > _FEW_WORDS)


def gap(scene: Scene) -> tuple[BriefField, Move, str] | None:
    """The next empty line of the page, with the move that asks for it and why; None when none is asked for now."""
    return next(
        (one for one in _GAPS if scene.turn >= GAPS_FROM and look.missing(scene, one[0]) and _open(scene, one[0])),
        None,
    )
