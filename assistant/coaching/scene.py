"""Decides how a scene is asked about (streaks, gaps, freshest words); refuses to know which move follows."""

import re
from collections.abc import Callable, Iterable

from assistant.coaching.plan import Said, Scene
from assistant.coaching.reading import Kind, Reading, Span
from assistant.schemas import BriefField, Cue, Move, Quote

WEIGHT: tuple[Cue, ...] = (
    Cue.AVOIDED_CONVERSATION, Cue.OWN_PART, Cue.METAPHOR, Cue.OWN_IDEA, Cue.FEELING, Cue.MIND_READING, Cue.ABSOLUTE,
    Cue.VALUE, Cue.WISH, Cue.NECESSITY, Cue.BLAME_OR_LABEL, Cue.CAUSE, Cue.ATTEMPT, Cue.VAGUE_NOUN, Cue.MISSING_COMPARISON,
)  # fmt: skip
"""Cues from the one that opens most to the one that opens least; ties and staleness move them down (`strongest`)."""

_STALE = 4
"""Places a cue drops for each of the last three turns whose question already answered to it."""


def last(scene: Scene) -> Said | None:
    """The coach's previous turn."""
    return scene.said[-1] if scene.said else None


def streak(scene: Scene, holds: Callable[[Said], bool]) -> int:
    """How many of the coach's last turns in a row have a property."""
    count = 0
    for said in reversed(scene.said):
        if not holds(said):
            break
        count += 1
    return count


def reply_streak(scene: Scene, kind: Kind) -> int:
    """How many of the thinker's messages in a row are of a kind, this one included."""
    count = 0
    for reading in (scene.reading, *reversed(scene.earlier)):
        if reading.kind != kind:
            break
        count += 1
    return count


def pleas(scene: Scene) -> int:
    """How often the boundary was already drawn in this conversation."""
    return sum(said.move == Move.HAND_BACK for said in scene.said)


def since(scene: Scene, move: Move) -> int:
    """How many turns ago a move was last made; 99 when never."""
    return next((scene.turn - said.turn for said in reversed(scene.said) if said.move == move), 99)


def sought(scene: Scene, field: BriefField) -> int:
    """How often a brief field was already asked for."""
    return sum(said.seek == field for said in scene.said)


def filled(scene: Scene) -> int:
    """How many fields of the brief hold something."""
    return sum(bool(lines) for lines in scene.brief.values())


def strongest(scene: Scene) -> Span | None:
    """The span of this message that opens most and was not just worked on; later words win a tie."""
    recent = [cue for said in scene.said[-3:] for cue in said.cues]
    spans = [span for span in scene.reading.spans if span.cue in WEIGHT and quotable(span.quote)]
    if not spans:
        return None
    return min(spans, key=lambda span: (WEIGHT.index(span.cue) + _STALE * recent.count(span.cue), -span.start))


def quotable(quote: Quote) -> bool:
    """Whether a clause can stand alone between quotation marks: two words at least, letters mostly."""
    return len(quote.text.split()) >= 2 and sum(char.isalpha() for char in quote.text) > len(quote.text) / 2


def any_quote(reading: Reading) -> Quote | None:
    """Words to say back when no cue was found: the last clause of four to fourteen words."""
    clauses = [
        (found.start(), found.end())
        for found in re.finditer(r"[^.!?…;:,\n()\"“”]+", reading.message[:4000])
        if 4 <= len(found.group().split()) <= 14
    ]
    for start, end in reversed(clauses):
        text = reading.message[start:end]
        start += len(text) - len(text.lstrip())
        quote = Quote(text=text.strip(), turn=reading.turn, start=start, end=start + len(text.strip()))
        if quotable(quote) and not reading.has(Cue.PLEA):
            return quote
    return None


def points(scene: Scene, most: int = 3) -> tuple[Quote, ...]:
    """The quotes that sum the conversation up: one a message, the strongest of each, spread over its course."""
    chosen: list[Quote] = []
    for reading in (*scene.earlier, scene.reading):
        spans = [span for span in reading.spans if span.cue in WEIGHT and quotable(span.quote)]
        if spans:
            best = min(spans, key=lambda span: WEIGHT.index(span.cue)).quote
            if best.text.lower() not in {quote.text.lower() for quote in chosen}:
                chosen.append(best)
    if len(chosen) <= most:
        return tuple(chosen)
    step = (len(chosen) - 1) / (most - 1)
    return tuple(chosen[round(index * step)] for index in range(most))


def missing(scene: Scene, wanted: Iterable[BriefField], times: int = 1) -> BriefField | None:
    """The first of these fields that is empty and was asked for fewer than `times` times."""
    return next((field for field in wanted if not scene.brief.get(field) and sought(scene, field) < times), None)
