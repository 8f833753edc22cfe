"""Decides how a scene is asked about (streaks, gaps, freshest words); refuses to know which move follows."""

import re
from collections.abc import Callable, Iterable

from assistant.coaching.kinds import Kind
from assistant.coaching.plan import Said, Scene
from assistant.coaching.quoting import clauses, quotable
from assistant.coaching.reading import Reading, Span
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
    return min(
        scene.reading.open_spans(WEIGHT),
        key=lambda span: (WEIGHT.index(span.cue) + _STALE * recent.count(span.cue), -span.start),
        default=None,
    )


def any_quote(reading: Reading) -> Quote | None:
    """Words to say back when no cue was found: the last clause of four words or more that asks nothing of us."""
    text = reading.message[:4000]
    pleas = reading.of(Cue.PLEA)
    for start, end in reversed(clauses(text)):
        to_us = re.search(r"\byou\b", text[start:end], re.IGNORECASE)
        asks = (
            to_us
            or text[end : end + 1] == "?"
            or any(plea.quote.start < end and start < plea.quote.end for plea in pleas)
        )
        if len(text[start:end].split()) >= 4 and quotable(text[start:end]) and not asks:
            return Quote(text=text[start:end], turn=reading.turn, start=start, end=end)
    return None


def points(scene: Scene, most: int = 3) -> tuple[Quote, ...]:
    """The quotes that sum the conversation up: one a message, the strongest of each, spread over its course."""
    chosen: list[Quote] = []
    for reading in (*scene.earlier, scene.reading):
        spans = [span for span in reading.open_spans(WEIGHT) if len(span.quote.text.split()) >= 4]
        if spans:
            best = min(spans, key=lambda span: WEIGHT.index(span.cue)).quote
            if best.text.lower() not in {quote.text.lower() for quote in chosen}:
                chosen.append(best)
    if len(chosen) <= most:
        return tuple(chosen)
    step = (len(chosen) - 1) / (most - 1)
    return tuple(chosen[round(index * step)] for index in range(most))


def short(reading: Reading) -> str:
    """A reply of one or two words is itself the word to ask about; empty for any other."""
    text = reading.message.strip(" .!?,;:\"'“”()")
    telling = sum(char.isalpha() for char in text) > 2 and "\n" not in text and reading.kind == Kind.TELLING
    return text if telling and len(text.split()) <= 2 else ""


def short_streak(scene: Scene) -> int:
    """How many of the thinker's messages in a row were one or two words, this one included."""
    count = 0
    for reading in (scene.reading, *reversed(scene.earlier)):
        if not short(reading) and reading.kind != Kind.HOLLOW:
            break
        count += 1
    return count


def missing(scene: Scene, wanted: Iterable[BriefField], times: int = 1) -> BriefField | None:
    """The first of these fields that is empty and was asked for fewer than `times` times."""
    return next((field for field in wanted if not scene.brief.get(field) and sought(scene, field) < times), None)
