"""Decides what a move is made of once it is chosen: words reacted to, what is sought, whether it asks.

Refuses to know when each of these comes; the order of priorities is the table in `moves.py`.
"""

import re

from assistant.coaching import kinds
from assistant.coaching import scene as look
from assistant.coaching.kinds import Kind
from assistant.coaching.plan import Plan, Scene
from assistant.coaching.quoting import quotable
from assistant.coaching.reading import Reading, Span, sayable
from assistant.schemas import BriefField, Cue, Move, PhraseKind, Quote

RICH = 8
"""Words from which a message can carry a reflection before a question."""
CROWDED = 120
"""Words from which a first message is answered with several of its places instead of one."""

BY_CUE: dict[Cue, tuple[Move, BriefField | None]] = {
    Cue.AVOIDED_CONVERSATION: (Move.DEEPEN, BriefField.NOT_SAID),
    Cue.OWN_PART: (Move.OWN_PART, BriefField.MY_PART),
    Cue.METAPHOR: (Move.ASK, None),
    Cue.OWN_IDEA: (Move.ASK, None),
    Cue.FEELING: (Move.DEEPEN, None),
    Cue.MIND_READING: (Move.TEST_ASSUMPTION, None),
    Cue.ABSOLUTE: (Move.TEST_ASSUMPTION, None),
    Cue.VALUE: (Move.DEEPEN, None),
    Cue.WISH: (Move.ASK, BriefField.WANT_INSTEAD),
    Cue.NECESSITY: (Move.TEST_ASSUMPTION, None),
    Cue.BLAME_OR_LABEL: (Move.TEST_ASSUMPTION, None),
    Cue.CAUSE: (Move.TEST_ASSUMPTION, None),
    Cue.ATTEMPT: (Move.ASK, BriefField.TRIED),
    Cue.VAGUE_NOUN: (Move.ASK, None),
    Cue.MISSING_COMPARISON: (Move.ASK, None),
}
"""The move each cue calls for, and the brief field its question seeks while that is empty."""

_DESPAIR = re.compile(
    r"what'?s the point of (?:any|it all|anything)|better off (?:just )?(?:not|without me)|not being (?:there|here)\b|disappear|no point (?:in|to) any",
    re.I,
)
_NAMEABLE = (Cue.METAPHOR, Cue.BLAME_OR_LABEL, Cue.VAGUE_NOUN, Cue.FEELING, Cue.VALUE, Cue.ABSOLUTE)


def still(move: Move, because: str, detail: str = "") -> Plan:
    """A plan without a question."""
    return Plan(move, because, ask=False, detail=detail)


def begin(scene: Scene) -> Plan:
    """The first telling: say back what carries weight, then one question that lets the thinker choose where to begin."""
    span = look.strongest(scene)
    return Plan(
        Move.OPEN,
        "this is where you began",
        quote=span.quote if span else look.any_quote(scene.reading, scene.said),
        word=askable_word(span) or look.short(scene.reading),
        cue=span.cue if span else None,
        reflect=True,
        points=_places(scene.reading),
    )


def _places(reading: Reading) -> tuple[Quote, ...]:
    """Three quotes of a long message, in its order and well apart; empty for a shorter one."""
    if len(reading.message.split()) < CROWDED:
        return ()
    chosen: list[Span] = []
    for span in sorted(reading.open_spans(look.WEIGHT), key=lambda one: look.WEIGHT.index(one.cue)):
        apart = all(abs(span.start - other.start) >= 120 for other in chosen)
        if apart and span.quote.text.lower() not in {other.quote.text.lower() for other in chosen}:
            chosen.append(span)
    places = sorted(chosen[:3], key=lambda span: span.start)
    return tuple(span.quote for span in places) if len(places) == 3 else ()


def strain(scene: Scene) -> Plan:
    """Strain is named and a pause offered; words that could mean life itself are asked to be read rightly."""
    detail = "despair" if _DESPAIR.search(scene.reading.message.replace("’", "'")) else "strain"
    return still(Move.REFLECT, "what you describe weighs on you", detail)


def back(scene: Scene) -> Plan:
    """Return to what they said before, when they were led away from it."""
    span = look.strongest(scene)
    before = scene.earlier[-1] if scene.earlier else None
    quote = span.quote if span else None
    if quote is None and before is not None:
        spans = sorted(before.open_spans(look.WEIGHT), key=lambda one: look.WEIGHT.index(one.cue))
        quote = spans[0].quote if spans else look.any_quote(before)
    return Plan(
        Move.LIGHTEN,
        "you wanted to stay with what you said",
        quote=quote,
        ask=False,
        detail="back" if quote else "misread",
    )


def own_question(scene: Scene) -> Plan:
    """A question they asked themselves is offered as the one to bring."""
    line = scene.brief[BriefField.QUESTION][-1]
    quote = Quote(text=line.text.rstrip("?"), turn=scene.turn, start=line.start or 0, end=(line.end or 1) - 1)
    return Plan(Move.CHOOSE_FOCUS, "you asked a question of your own", quote=quote, ask=False, detail="own")


def commit(scene: Scene) -> Plan:
    """A step they named is said back; then the day, when none was named, else what could come between."""
    span = scene.reading.of(Cue.COMMITMENT)[-1]
    quote = (
        span.quote
        if sayable(scene.reading.message, span.quote) and not look.quoted_before(scene.said, span.quote)
        else None
    )
    open_day = not scene.brief.get(BriefField.BY_WHEN) and not look.sought(scene, BriefField.BY_WHEN)
    return Plan(
        Move.COMMIT,
        f"you named a step: “{span.text}”",
        quote=quote,
        cue=Cue.COMMITMENT,
        seek=BriefField.BY_WHEN if open_day else None,
        reflect=quote is not None,
    )


def about_a_number(scene: Scene) -> Plan:
    """A number on a scale is asked about, not filed."""
    number = look.number(scene.reading)
    return Plan(Move.RESOURCE, f"because you said “{number}”", word=number, cue=Cue.HOLLOW)


def hand_back(scene: Scene) -> Plan:
    """The boundary and a question about what they told; every third time their own words instead of a question."""
    span = look.strongest(scene)
    before = look.pleas(scene)
    quiet = before % 3 == 2
    earlier = look.points(scene)
    quote = span.quote if span else look.any_quote(scene.reading, scene.said)
    return Plan(
        Move.HAND_BACK,
        "you asked for an answer, and the answers here are yours",
        quote=earlier[-1] if quiet and not span and earlier else quote,
        word=askable_word(span),
        cue=span.cue if span else Cue.PLEA,
        ask=not quiet,
        detail=str(before),
        also=(BY_CUE[span.cue][0],) if span else (),
    )


def lighten(scene: Scene) -> Plan:
    """After a hollow reply: a smaller question, then a choice of pace, then quiet; never the same again."""
    times = look.reply_streak(scene, Kind.HOLLOW)
    detail = {1: "smaller", 2: "pace", 3: "quiet"}.get(times, "smaller")
    first = times == 1
    return Plan(
        Move.LIGHTEN,
        "your answer was short, so this one is smaller"
        if first
        else "the questions are not landing, so the pace is yours",
        cue=Cue.HOLLOW,
        ask=detail == "smaller",
        detail=detail,
    )


def few_words(scene: Scene) -> Plan:
    """After three replies of a word or two: their words side by side, and the choice how to go on."""
    said = [(reading, look.short(reading)) for reading in (*scene.earlier, scene.reading)]
    words = [_whole(reading, text) for reading, text in said if text][-3:]
    return Plan(
        Move.LIGHTEN, "you answer in few words, so the choice is yours", ask=False, detail="few", points=tuple(words)
    )


def _whole(reading: Reading, text: str) -> Quote:
    start = reading.message.index(text)
    return Quote(text=text, turn=reading.turn, start=start, end=start + len(text))


def about_a_word(scene: Scene) -> Plan:
    """A reply of one or two words is the word to ask about."""
    word = look.short(scene.reading)
    return Plan(Move.INVITE, f"because you said “{word}”", word=word, cue=Cue.HOLLOW)


def from_their_words(scene: Scene) -> Plan:
    """When the question for the peers does not come: what they said, to pick from."""
    return Plan(
        Move.CHOOSE_FOCUS,
        "the question did not come at once, so here are your own words",
        points=look.points(scene),
        ask=False,
        seek=BriefField.QUESTION,
    )


def stay(scene: Scene) -> Plan:
    """With a turning point: silence the first time, a question about what is new when it comes again soon."""
    span = scene.reading.of(Cue.TURNING_POINT)[0]
    return Plan(
        Move.STAY,
        f"something seems to have turned when you said “{span.text}”",
        quote=span.quote
        if quotable(span.quote.text) and len(span.quote.text.split()) >= 5
        else look.any_quote(scene.reading, scene.said),
        cue=Cue.TURNING_POINT,
        ask=look.since(scene, Move.STAY) <= 4,
        reflect=True,
    )


def reflect(scene: Scene) -> Plan:
    """Only say back, and leave room."""
    span = look.strongest(scene)
    return Plan(
        Move.REFLECT,
        "after two questions it was time to listen",
        quote=span.quote if span else look.any_quote(scene.reading, scene.said),
        word=askable_word(span),
        cue=span.cue if span else None,
        ask=False,
        reflect=True,
    )


def sum_up(scene: Scene) -> Plan:
    """Their points side by side."""
    return Plan(Move.SUM_UP, "several things have come together", points=look.points(scene))


def focus(scene: Scene) -> Plan:
    """Ask for the question they want to bring."""
    span = look.strongest(scene)
    return Plan(
        Move.CHOOSE_FOCUS,
        "there is enough on the page to look for your question",
        quote=span.quote if span else None,
        word=askable_word(span),
        cue=span.cue if span else None,
        seek=BriefField.QUESTION,
    )


def by_cue(scene: Scene, span: Span) -> Plan:
    """One question fitted to the strongest words of this message."""
    move, seek = BY_CUE[span.cue]
    return Plan(
        move,
        f"because you said “{span.text.strip()}”",
        quote=span.quote,
        word=askable_word(span),
        cue=span.cue,
        seek=None if seek and scene.brief.get(seek) else seek,
        reflect=reflects(scene),
    )


def fill_gap(scene: Scene, field: BriefField, move: Move, because: str) -> Plan:
    """Ask for what nothing has been said about."""
    quote = look.any_quote(scene.reading, scene.said)
    return Plan(move, because, quote=quote, seek=field, reflect=reflects(scene) and quote is not None)


def widen(scene: Scene) -> Plan:
    """Look from another side, or simply invite more."""
    move = Move.WIDEN if look.since(scene, Move.WIDEN) > 3 else Move.INVITE
    return Plan(move, "to look at it from another side", quote=look.any_quote(scene.reading, scene.said))


def explain(scene: Scene) -> Plan:
    """Answer a question about the method or about us."""
    topic = kinds.topic_about_us(scene.reading.message)
    return Plan(Move.EXPLAIN, "you asked about the method or about Askwell", ask=False, detail=topic)


def reflects(scene: Scene) -> bool:
    """Every other turn opens by saying something back, when there is enough to say back."""
    previous = look.last(scene)
    return scene.reading.word_count >= RICH and (previous is None or PhraseKind.REFLECTION not in previous.kinds)


def askable_word(span: Span | None) -> str:
    """The words of a cue when they can stand in a question: one to four."""
    if span is None or span.cue not in _NAMEABLE:
        return ""
    bare = (span.text if span.cue != Cue.FEELING else span.text.split()[-1]).strip()
    return bare if len(bare.split()) <= 4 else ""
