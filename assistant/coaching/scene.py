"""Decides how a scene is asked about (streaks, gaps, freshest words); refuses to know which move follows."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import takewhile
from typing import TypeVar

from assistant.coaching.kinds import Kind
from assistant.coaching.plan import Said, Scene
from assistant.coaching.quoting import clauses, stretches
from assistant.coaching.reading import QUOTED_FROM, Reading, Span, to_us
from assistant.pronouns import person_in
from assistant.schemas import BriefField, Cue, Move, Quote
from assistant.text import looks_like_code

_Item = TypeVar("_Item")

WEIGHT: tuple[Cue, ...] = (
    Cue.AVOIDED_CONVERSATION,
    Cue.FEELING,
    Cue.OWN_PART,
    Cue.METAPHOR,
    Cue.OWN_IDEA,
    Cue.MIND_READING,
    Cue.VALUE,
    Cue.WISH,
    Cue.ABSOLUTE,
    Cue.NECESSITY,
    Cue.BLAME_OR_LABEL,
    Cue.CAUSE,
    Cue.ATTEMPT,
    Cue.VAGUE_NOUN,
    Cue.MISSING_COMPARISON,
)
"""Cues from the one that opens most to the one that opens least; ties and staleness move them down (`strongest`)."""

ALIVE = frozenset(
    {Cue.AVOIDED_CONVERSATION, Cue.FEELING, Cue.OWN_PART, Cue.METAPHOR, Cue.TURNING_POINT, Cue.MIND_READING, Cue.VALUE}
)
"""Cues that show that something is moving; while it is, nobody is led on to the next line of a page."""
_THIN = 3
"""Places a clause of fewer than four words drops: "I said yes" says less than what it was said to."""
_EARLY = 4
"""Places a span in the first half of a message drops: people come to what matters last."""
_WORTH = 0.2
"""Weight below which nothing is said back."""
_HEAVY = 20.0
"""Places that words of full weight rise: what the listener hears counts more than which cue it is."""
_STALE = 4
"""Places a cue drops for each of the last three turns whose question already answered to it."""


def last(scene: Scene) -> Said | None:
    """The coach's previous turn."""
    return scene.said[-1] if scene.said else None


def _leading(newest_first: Iterable[_Item], holds: Callable[[_Item], bool]) -> int:
    """How many of the first items in a row have a property."""
    return sum(1 for _ in takewhile(holds, newest_first))


def asking_streak(scene: Scene) -> int:
    """How many of the coach's last turns in a row held a question."""
    return _leading(reversed(scene.said), lambda said: said.asked)


def hollow_streak(scene: Scene) -> int:
    """How many of the thinker's messages in a row were hollow, this one included."""
    return _leading(_newest_first(scene), lambda reading: reading.kind == Kind.HOLLOW)


def _newest_first(scene: Scene) -> tuple[Reading, ...]:
    return (scene.reading, *reversed(scene.earlier))


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
    fresh = [span for span in scene.reading.open_spans(WEIGHT) if not quoted_before(scene.said, span.quote)]

    def place(span: Span) -> tuple[float, int]:
        thin = _THIN if len(span.quote.text.split()) < 4 else 0
        early = _EARLY if span.end < len(scene.reading.message) / 2 and not scene.reading.heard else 0
        heavy = _HEAVY * scene.reading.weight(span.quote.start, span.quote.end)
        return WEIGHT.index(span.cue) + _STALE * recent.count(span.cue) + thin + early - heavy, -span.start

    return min(fresh, key=place, default=None)


def quoted_before(said: Sequence[Said], quote: Quote) -> bool:
    """Whether these words were already said back; nobody wants to hear them again."""
    return any(quote.text.lower() in one.text.lower() for one in said)


def wants_questions(scene: Scene) -> bool:
    """Whether the thinker has asked to be asked, in this message or one of the last six."""
    return any(reading.kind == Kind.ASK_ME for reading in (*scene.earlier[-6:], scene.reading))


_SPARED = {
    "quotes": re.compile(
        r"\b(?:stop|don'?t|quit|no need to|without|not) (?:\w+ ){0,3}(?:quot\w*|repeat\w*|parrot\w*|echo\w*|(?:read|say)(?:ing)? (?:it|that|this|things|stuff|what i\w* \w+)? ?back)\b|"
        r"\blike a parrot\b",
        re.IGNORECASE,
    ),
    "feelings": re.compile(
        r"\b(?:stop|don'?t|quit|no|without|enough|not) (?:\w+ ){0,4}feelings?\b|\b(?:that'?s|thats) feelings again\b",
        re.IGNORECASE,
    ),
}
"""What people ask us not to do (blind play: whoever had to say it twice did not come back)."""


def spared(scene: Scene) -> frozenset[str]:
    """What they have asked us to leave out: "quotes", "feelings"."""
    return frozenset[str]().union(*map(_spared_in, scene.thinker))


@lru_cache(maxsize=256)
def _spared_in(message: str) -> frozenset[str]:
    """Remembered, because every turn asks it of every message again."""
    said = message.replace("’", "'")
    return frozenset(what for what, pattern in _SPARED.items() if pattern.search(said))


def alive(scene: Scene) -> bool:
    """Whether something is moving in this message: a live cue in more than a few words."""
    return scene.reading.word_count >= 6 and scene.reading.has(*ALIVE)


def lately(scene: Scene, turns: int, *topics: str) -> bool:
    """Whether one of the last turns was of these topics."""
    return any(said.topics & set(topics) for said in scene.said[-turns:])


def person(scene: Scene) -> str:
    """How the person they spoke of last is spoken of, in this message or the one before: "he", "she", "they", or empty."""
    texts = [scene.reading.message, *(one.message for one in reversed(scene.earlier[-1:]))]
    return next((found for found in map(person_in, texts) if found is not None), "")


def any_quote(reading: Reading, said: Sequence[Said] = ()) -> Quote | None:
    """Words to say back when no cue was found: those that best hold what weighs.

    Without a listener it is the last clause of four words or more, one with "I" or "my" first.
    """
    text = reading.message[:QUOTED_FROM]
    found = []
    for start, end in stretches(text) if reading.heard else clauses(text):
        quote = Quote(text=text[start:end], turn=reading.turn, start=start, end=end)
        line = text[text.rfind("\n", 0, start) + 1 :].split("\n")[0]
        long_enough = len(quote.text.split()) >= 4 and not looks_like_code(line)
        if long_enough and not reading.begs(start) and reading.sayable(quote) and not quoted_before(said, quote):
            found.append(quote)
    if reading.heard:
        best = max(found, key=reading.worth, default=None)
        return best if best and reading.heaviest >= _WORTH else None
    own = [quote for quote in found if re.match(r"(?:i|i'm|i've|my)\b", quote.text.replace("’", "'"), re.IGNORECASE)]
    chosen = own or found
    return chosen[-1] if chosen else None


def points(scene: Scene, most: int = 3) -> tuple[Quote, ...]:
    """The quotes that sum the conversation up: one a message, best not said back before, the strongest and the newest."""
    summed = " ".join(said.text.lower() for said in scene.said if said.move == Move.SUM_UP)
    quoted = " ".join(said.text.lower() for said in scene.said)
    found = _points(scene, quoted)
    found = found if len(found) >= most else _points(scene, summed)
    newest = len(found)
    ranked = sorted(enumerate(found), key=lambda one: one[1][0] - one[0] * len(WEIGHT) / max(2 * newest, 1))
    return tuple(quote for _, (_, quote) in sorted(ranked[:most], key=lambda one: one[0]))


def _points(scene: Scene, before: str) -> list[tuple[int, Quote]]:
    """The strongest quote of each message with its weight, without what stands in `before`."""
    chosen: list[tuple[int, Quote]] = []
    for reading in (*scene.earlier, scene.reading):
        spans = [span for span in reading.open_spans(WEIGHT) if len(span.quote.text.split()) >= 4]
        fresh = [span for span in spans if span.quote.text.lower() not in before]
        if fresh:
            best = min(fresh, key=lambda span: WEIGHT.index(span.cue))
            if best.quote.text.lower() not in {quote.text.lower() for _, quote in chosen}:
                chosen.append((WEIGHT.index(best.cue), best.quote))
    return chosen


def short(reading: Reading) -> str:
    """A reply of one or two words is itself the word to ask about; empty for any other."""
    text = reading.message.strip(" .!?,;:\"'“”()")
    telling = (
        sum(char.isalpha() for char in text) > 2
        and "\n" not in text
        and reading.kind == Kind.TELLING
        and not to_us(text)
    )
    return text if telling and len(text.split()) <= 2 else ""


def short_streak(scene: Scene) -> int:
    """How many of the thinker's messages in a row were one or two words, this one included."""
    return _leading(_newest_first(scene), lambda reading: bool(short(reading)) or reading.kind == Kind.HOLLOW)


def missing(scene: Scene, field: BriefField) -> bool:
    """Whether a field is empty and was not asked for yet."""
    return not scene.brief.get(field) and not sought(scene, field)


def number(reading: Reading) -> str:
    """A reply that is only a number, as after a scale; empty for any other."""
    found = re.fullmatch(r"\W*(\d{1,2})(?:\s*(?:/|out of)\s*10)?\W*", reading.message)
    return found[1] if found else ""


def picked(scene: Scene) -> Quote | None:
    """The line chosen from a list of their words just laid out ("the first", "last one"), as a quote."""
    previous = last(scene)
    found = re.match(
        r"(?:the |la |el )?(first|second|third|last|[123]|primer[ao]?|segund[ao]|tercer[ao]?|últim[ao])\b(?: one)?\W*$",
        scene.reading.message,
        re.I,
    )
    lines = re.findall(r"[“«]([^”»]+)[”»]", previous.text) if previous else []
    if not found or len(lines) < 2:
        return None
    place = {"second": 1, "2": 1, "segunda": 1, "segundo": 1, "third": 2, "3": 2, "tercera": 2, "tercero": 2}.get(
        found[1].lower(), 0
    )
    line = lines[-1] if found[1].lower() in ("last", "última", "último") else lines[min(place, len(lines) - 1)]
    turn, start = next(((one.turn, one.message.find(line)) for one in scene.earlier if line in one.message), (1, -1))
    return Quote(text=line, turn=turn, start=start, end=start + len(line)) if start >= 0 else None
