"""Decides what a move is made of once it is chosen: words reacted to, what is sought, whether it asks.

Refuses to know when each of these comes (the table in `moves.py`); what leaves the story is in `asides.py`.
"""

import re
from dataclasses import replace

from assistant.coaching import scene as look
from assistant.coaching.gaps import GAPS_FROM
from assistant.coaching.plan import ASKING, Plan, Scene
from assistant.coaching.reading import Reading, Span
from assistant.schemas import BriefField, Cue, Move, PhraseKind, Quote

STRONG = 0.85
"""Weight from which words are said back even when the turn before did so."""
RICH = 8
"""Words from which a message can carry a reflection before a question."""


ASKED = 3
"""Questions in a row after which the story goes on with an invitation; with two, "tell me more" stood in every third reply."""
STORY = 20
"""Words from which a plea is taken to tell something as well, which is then asked about."""


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


_NAMEABLE = (Cue.METAPHOR, Cue.BLAME_OR_LABEL, Cue.VAGUE_NOUN, Cue.FEELING, Cue.VALUE, Cue.ABSOLUTE)


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
        also=ASKING if scene.reading.heard and scene.reading.word_count >= STORY else (),
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


def own_question(scene: Scene) -> Plan:
    """A question they asked themselves is offered as the one to bring."""
    line = scene.brief[BriefField.QUESTION][-1]
    quote = Quote(text=line.text.rstrip("?"), turn=scene.turn, start=line.start or 0, end=(line.end or 1) - 1)
    return Plan(Move.CHOOSE_FOCUS, "you asked a question of your own", quote=quote, ask=False, detail="own")


def commit(scene: Scene) -> Plan:
    """A step they named is said back; then the day, when none was named, else what could come between."""
    span = scene.reading.of(Cue.COMMITMENT)[-1]
    quote = span.quote if scene.reading.sayable(span.quote) and not look.quoted_before(scene.said, span.quote) else None
    open_day = not scene.brief.get(BriefField.BY_WHEN) and not look.sought(scene, BriefField.BY_WHEN)
    return Plan(
        Move.COMMIT,
        f"you named a step: “{span.text}”",
        quote=quote,
        cue=Cue.COMMITMENT,
        seek=BriefField.BY_WHEN if open_day else None,
        reflect=quote is not None,
    )


def hand_back(scene: Scene) -> Plan:
    """The boundary and a question about what they told; every third time their own words instead of a question."""
    span = look.strongest(scene)
    before = look.pleas(scene)
    quiet = before % 3 == 2
    earlier = look.points(scene)
    quote = span.quote if span else look.any_quote(scene.reading, scene.said)
    story = quote is not None and scene.reading.word_count >= STORY
    return Plan(
        Move.HAND_BACK,
        "you asked for an answer, and the answers here are yours",
        quote=earlier[-1] if quiet and not span and earlier else quote,
        word=askable_word(span),
        cue=span.cue if span else None if story else Cue.PLEA,
        ask=not quiet,
        detail=str(before),
        also=ASKING
        if scene.reading.heard and (span or story)
        else (BY_CUE[span.cue][0],)
        if span
        else (Move.DEEPEN,)
        if story
        else (),
    )


def stay(scene: Scene) -> Plan:
    """With a turning point: silence the first time, a question about what is new when it comes again soon."""
    span = scene.reading.of(Cue.TURNING_POINT)[0]
    return Plan(
        Move.STAY,
        f"something seems to have turned when you said “{span.text}”",
        quote=span.quote
        if scene.reading.sayable(span.quote) and len(span.quote.text.split()) >= 5
        else look.any_quote(scene.reading, scene.said),
        cue=Cue.TURNING_POINT,
        ask=look.since(scene, Move.STAY) <= 4,
        reflect=True,
    )


def ask_now(scene: Scene) -> Plan:
    """They want to be asked: a question about the heaviest words of this message or of the one before."""
    before = scene.earlier[-1] if scene.earlier else None
    span = look.strongest(scene)
    if span is None and before is not None:
        spans = sorted(before.open_spans(look.WEIGHT), key=lambda one: (look.WEIGHT.index(one.cue), -one.start))
        span = spans[0] if spans else None
    move, seek = BY_CUE[span.cue] if span else (Move.ASK, None)
    return Plan(
        move,
        "you wanted to be asked",
        quote=span.quote if span else None,
        word=askable_word(span),
        cue=span.cue if span else None,
        seek=seek if seek and look.missing(scene, seek) else None,
        also=ASKING,
    )


def story(scene: Scene) -> Plan:
    """Something said back, and a question that lets the story go on; after two questions in a row only an invitation."""
    quote = look.any_quote(scene.reading, scene.said)
    first = scene.turn < GAPS_FROM
    spared = "quotes" in look.spared(scene)
    return Plan(
        Move.INVITE if first else Move.DEEPEN,
        "there may be more to this",
        quote=quote,
        ask=look.asking_streak(scene) < ASKED or look.wants_questions(scene) or quote is None or spared,
        reflect=quote is not None and not spared,
        also=(Move.OPEN, *ASKING) if first else ASKING,
    )


def reflect(scene: Scene) -> Plan:
    """Only say back, and leave room."""
    return replace(about(scene, Move.REFLECT, "after two questions it was time to listen"), ask=False, reflect=True)


def about(scene: Scene, move: Move, because: str) -> Plan:
    """A plan that takes up the strongest words of the message, or any that can be said back."""
    span = look.strongest(scene)
    quote = span.quote if span else look.any_quote(scene.reading, scene.said)
    return Plan(move, because, quote=quote, word=askable_word(span), cue=span.cue if span else None)


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
        seek=None if (seek and scene.brief.get(seek)) or scene.reading.heard else seek,
        reflect=reflects(scene),
        also=ASKING if scene.reading.heard else (),
    )


def fill_gap(scene: Scene, field: BriefField, move: Move, because: str) -> Plan:
    """Ask for what nothing has been said about."""
    quote = look.any_quote(scene.reading, scene.said)
    return Plan(move, because, quote=quote, seek=field, reflect=reflects(scene) and quote is not None)


def widen(scene: Scene) -> Plan:
    """Look from another side, or simply invite more."""
    move = Move.WIDEN if look.since(scene, Move.WIDEN) > 3 else Move.INVITE
    quote = look.any_quote(scene.reading, scene.said)
    return Plan(move, "to look at it from another side", quote=quote, also=ASKING if scene.reading.heard else ())


def reflects(scene: Scene) -> bool:
    """Every other turn opens by saying something back, when there is enough to say back; words of great weight always do."""
    previous = look.last(scene)
    due = previous is None or PhraseKind.REFLECTION not in previous.kinds
    if "quotes" in look.spared(scene):
        return False
    return scene.reading.word_count >= RICH and (due or scene.reading.heaviest >= STRONG)


_FELT = re.compile(
    r"\b(?:angry|furious|mad|livid|tired|exhausted|frustrated|guilty|guilt|ashamed|shame|anxious|worried|nervous|scared|afraid|fear|relieved|"
    r"relief|sad|lonely|alone|overwhelmed|stuck|resentful|hurt|embarrassed|disappointed|helpless|fed up|torn|annoyed|stressed|jealous|"
    r"envy|confused|lost|invisible|insulted|humiliated|useless|trapped|drained|bitter|uneasy|desperate|upset|ignored|undermined|gutted|"
    r"uncomfortable|proud|rage|dread|panic|numb|stupid|cansad[oa]|agotad[oa]|enfadad[oa]|rabia|miedo|culpable|sol[oa]|triste|hart[oa]|"
    r"müde|wütend|sauer|traurig|enttäuscht|erschöpft|frustriert|ratlos|hilflos|genervt|verletzt|einsam|überfordert|unsicher|stolz)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?:(?:a|an|the|such|so|very|really|too|just|is|are|was|were|it's|he's|she's|they're|i'm|un|una|el|la|ein\w*|der|die|das|ist|sind|zu)\s+)+",
    re.IGNORECASE,
)
_VERBAL = re.compile(
    r"\b(?:i|you|he|she|it|we|they|is|are|was|were|be|have|has|had|do|does|did|don't|not|and|but|to|of|at|for|with|that|ich|er|sie|es|nicht|und|que|no|me|se)\b",
    re.IGNORECASE,
)
"""What no word to ask about holds: a clause cut short is no word."""


def askable_word(span: Span | None) -> str:
    """The words of a cue when they can stand in a question: a feeling by its name, else one to three words."""
    if span is None or span.cue not in _NAMEABLE:
        return ""
    if span.cue == Cue.FEELING:
        named = _FELT.search(span.text)
        return named[0] if named else ""
    bare = _BEFORE.sub("", span.text.strip(" ,.;:!?"))
    return bare if 1 <= len(bare.split()) <= 3 and not _VERBAL.search(bare) else ""
