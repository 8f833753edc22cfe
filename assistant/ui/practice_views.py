"""Decides how a step of a practice round looks as HTML; refuses to know which drafts come and what answers are worth."""

from collections import Counter
from typing import TYPE_CHECKING

from assistant.ui.copy import PRACTICE, SHARPEN
from assistant.ui.markup import status, text
from assistant.ui.sharpen_views import name_of, notes, places

if TYPE_CHECKING:
    from assistant.flows.practice import Answer, Mended, Round

_MOST_MISSED = 3


def points(value: float) -> str:
    """A number of points as people write it: 4½."""
    whole, half = int(value), value % 1
    return f"{whole or ''}½" if half else str(whole)


def _title(words: str) -> str:
    """A heading that takes the focus when its part appears."""
    return f'<h3 tabindex="-1">{text(words)}</h3>'


def step(now: "Round") -> str:
    """The draft to look at and what had been said before it."""
    place = PRACTICE.STEP.format(number=now.at + 1, count=len(now.drafts))
    so_far = PRACTICE.POINTS[now.points != 1].format(points=points(now.points))
    return (
        f'<div class="sheet">{_title(place)}<p class="quiet">{text(so_far)}</p>'
        f'<p class="quiet">{text(PRACTICE.SAID)}</p><blockquote>{text(now.draft.context)}</blockquote>'
        f'<p class="quiet">{text(PRACTICE.ASKED)}</p><p class="ask">{text(now.draft.draft)}</p></div>'
    )


def told(now: "Round", answer: "Answer") -> str:
    """What was right, missed and wrong, in words, with every place marked and why."""
    worth = PRACTICE.GAINED[int(answer.points * 2)]
    rows = [
        _row(PRACTICE.RIGHT if fault.name in answer.right else PRACTICE.MISSED, str(fault.name), fault.why, number)
        for number, fault in enumerate(answer.faults, 1)
    ]
    rows += [
        _row(PRACTICE.WRONG, name, PRACTICE.WOULD_BE.format(meaning=SHARPEN.MEANINGS[name])) for name in answer.wrong
    ]
    works = f"<p>{text(PRACTICE.WAS_SHARP.format(works=answer.works))}</p>" if answer.works else ""
    listed = f'<ul class="verdicts">{"".join(rows)}</ul>' if rows else ""
    return _title(f"{_verdict(answer)} ({worth})") + works + places(now.draft.draft, answer.faults, "") + listed


def _verdict(answer: "Answer") -> str:
    if answer.points == 1:
        return PRACTICE.EXACT if answer.faults else PRACTICE.EXACT_SHARP
    return PRACTICE.SOME if answer.right else PRACTICE.NOT_YET


def _row(lead: str, name: str, why: str, number: int = 0) -> str:
    reason = why or SHARPEN.MEANINGS[name].capitalize() + "."
    called = f"{number or ''} {name_of(name)}".strip()
    return f"<li><span>{text(lead)}</span> <strong>{text(called)}</strong>: {text(reason)}</li>"


def mended(version: str, found: "Mended") -> str:
    """What the fault finder says of someone's own version."""
    if found.faults:
        return status(PRACTICE.OWN_FAULTS) + places(version, found.faults, "") + notes(found.faults)
    lines = (
        PRACTICE.OWN_SHARP.format(works=found.works),
        PRACTICE.OWN_POINT if found.point else "",
        PRACTICE.OWN_SAME if found.same else "",
    )
    return status(" ".join(filter(None, lines)))


def example(now: "Round") -> str:
    """Our own version."""
    return f'<p class="quiet">{text(PRACTICE.EXAMPLE)}</p><p class="ask">{text(now.draft.sharper)}</p>'


def own_heading() -> str:
    """Above the box for someone's own version."""
    return f'<h3>{text(PRACTICE.OWN_TITLE)}</h3><p class="quiet">{text(PRACTICE.OWN_INTRO)}</p>'


def score(now: "Round") -> str:
    """How the round went, and which faults were missed most."""
    reached = PRACTICE.SCORE.format(points=points(now.points), most=now.most)
    often = Counter(now.missed).most_common(_MOST_MISSED)
    names = ", ".join(PRACTICE.MISSED_TIMES.format(fault=name_of(name), times=times) for name, times in often)
    missed = f"{PRACTICE.MISSED_MOST}: {names}." if names else PRACTICE.MISSED_NONE
    return f'{_title(PRACTICE.SCORE_INTRO)}<p class="score">{text(reached)}</p><p>{text(missed)}</p>'
