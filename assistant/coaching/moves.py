"""Decides which one move comes next: a table of conditions in order of priority, the first that holds wins.

Refuses to know the words it will be said in (`embedded.py` or a language model) and where questions come from.
"""

from collections.abc import Callable
from dataclasses import dataclass

from assistant.coaching import scene as look
from assistant.coaching.plan import Plan, Scene
from assistant.coaching.reading import Kind, Span
from assistant.schemas import BriefField, Cue, Move, PhraseKind, Quote, SafetyLevel

SUM_UP_EVERY = 6
"""Turns between two summaries; a peer session of twelve turns then has one or two."""
FOCUS_FROM = 8
"""From this turn on the question for the peers is asked for, earlier when the brief is full enough."""
FULL_ENOUGH = 5
"""Brief fields that hold something when the question for the peers may come early."""
OUTSIDE_AGAIN = 6
"""Turns after which the way to other help is pointed out once more."""
RICH = 8
"""Words from which a message can carry a reflection before a question."""

_BY_CUE: dict[Cue, tuple[Move, BriefField | None]] = {
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

_GAPS: tuple[tuple[BriefField, Move], ...] = (
    (BriefField.TRIED, Move.ASK),
    (BriefField.WANT_INSTEAD, Move.ASK),
    (BriefField.WHY_NOW, Move.ASK),
    (BriefField.MY_PART, Move.OWN_PART),
    (BriefField.RELY_ON, Move.RESOURCE),
    (BriefField.NOT_SAID, Move.DEEPEN),
    (BriefField.ASSUME, Move.TEST_ASSUMPTION),
)

_ENDING: tuple[tuple[BriefField, Move, str], ...] = (
    (BriefField.ASK_OF_PEERS, Move.CHOOSE_FOCUS, "your question for the peers is there; what you want from them is still open"),
    (BriefField.NEXT_STEP, Move.COMMIT, "your question is there; a next step of yours is still open"),
    (BriefField.BY_WHEN, Move.COMMIT, "you named a step; when it comes is still open"),
    (BriefField.WHO_WILL_KNOW, Move.COMMIT, "you named a step; who will know of it is still open"),
)


@dataclass(frozen=True)
class Rule:
    """One row of the table: a name, when it holds, and the plan it leads to."""

    name: str
    holds: Callable[[Scene], bool]
    plan: Callable[[Scene], Plan]


def decide(scene: Scene) -> Plan:
    """The plan of this turn; the last row of the table always holds."""
    return next(rule.plan(scene) for rule in RULES if rule.holds(scene))


def move_for(cue: Cue) -> Move:
    """The move that a cue calls for when nothing else is known."""
    return _BY_CUE[cue][0]


def _kind(kind: Kind) -> Callable[[Scene], bool]:
    return lambda scene: scene.reading.kind == kind


def _still(move: Move, because: str, detail: str = "") -> Callable[[Scene], Plan]:
    """A plan without a question."""
    return lambda scene: Plan(move, because, ask=False, detail=detail)


def _in_danger_before(scene: Scene) -> bool:
    return any(PhraseKind.DANGER in said.kinds for said in scene.said)


def _new_outside(scene: Scene) -> bool:
    told = any(PhraseKind.OUTSIDE in said.kinds for said in scene.said[-OUTSIDE_AGAIN:])
    return scene.alarm.level == SafetyLevel.OUTSIDE and not told


def _first_strain(scene: Scene) -> bool:
    named = any(PhraseKind.STRAIN in said.kinds for said in scene.said)
    return scene.alarm.level == SafetyLevel.STRAIN and not named


def _is_plea(scene: Scene) -> bool:
    """A plea, unless the thinker was just asked for the question they bring to their peers: then it is that question."""
    previous = look.last(scene)
    asked_for_it = previous is not None and previous.seek == BriefField.QUESTION
    return scene.reading.has(Cue.PLEA) and not (asked_for_it and " you " not in f" {scene.reading.message.lower()} ")


def _hand_back(scene: Scene) -> Plan:
    """Every third plea is met without a question, so that the boundary does not become a machine."""
    span = look.strongest(scene)
    before = look.pleas(scene)
    return Plan(
        Move.HAND_BACK,
        "you asked for an answer, and the answers here are yours",
        quote=span.quote if span else None,
        word=askable_word(span),
        cue=span.cue if span else Cue.PLEA,
        ask=before % 3 != 2,
        detail=str(before),
    )


def _lighten(scene: Scene) -> Plan:
    """First a smaller question, then a choice of pace, then quiet; never the same again."""
    times = look.reply_streak(scene, Kind.HOLLOW)
    return Plan(
        Move.LIGHTEN,
        "your answer was short, so this one is smaller" if times == 1 else "the questions are not landing, so the pace is yours",
        cue=Cue.HOLLOW,
        ask=times == 1 or times > 3,
        detail=("smaller", "pace", "quiet")[min(times, 3) - 1] if times <= 3 else "smaller",
    )


def _question_not_coming(scene: Scene) -> bool:
    previous = look.last(scene)
    asked = previous is not None and previous.seek == BriefField.QUESTION
    return asked and scene.reading.kind == Kind.HOLLOW and len(look.points(scene)) > 1


def _from_their_words(scene: Scene) -> Plan:
    return Plan(
        Move.CHOOSE_FOCUS, "the question did not come at once, so here are your own words", points=look.points(scene), ask=False,
        seek=BriefField.QUESTION,
    )


def _stay(scene: Scene) -> Plan:
    span = scene.reading.of(Cue.TURNING_POINT)[0]
    fresh = look.since(scene, Move.STAY) > 4
    quote = span.quote if look.quotable(span.quote) else look.any_quote(scene.reading)
    return Plan(
        Move.STAY, f"something seems to have turned when you said “{span.text}”", quote=quote, cue=Cue.TURNING_POINT,
        ask=not fresh, reflect=True,
    )


def _begin(scene: Scene) -> Plan:
    """The first message: say back what carries weight, then one question that lets the thinker choose where to begin."""
    span = look.strongest(scene)
    return Plan(
        Move.OPEN, "this is where you began", quote=span.quote if span else look.any_quote(scene.reading), word=askable_word(span),
        cue=span.cue if span else None, reflect=True, points=_crowd(scene),
    )


def _crowd(scene: Scene) -> tuple[Quote, ...]:
    """Several quotes of a message of more than 120 words, so that a long telling is not answered in one phrase."""
    if scene.reading.word_count < 120:
        return ()
    seen: dict[str, Span] = {}
    for span in sorted(scene.reading.spans, key=_weight):
        near = any(abs(span.start - other.start) < 120 for other in seen.values())
        if span.cue in look.WEIGHT and look.quotable(span.quote) and not near:
            seen.setdefault(span.quote.text.lower(), span)
    chosen = sorted(list(seen.values())[:3], key=lambda span: span.start)
    return tuple(span.quote for span in chosen) if len(chosen) == 3 else ()


def _weight(span: Span) -> int:
    return look.WEIGHT.index(span.cue) if span.cue in look.WEIGHT else len(look.WEIGHT)


def _needs_silence(scene: Scene) -> bool:
    """After two questions in a row a message of some length gets a reflection and no question."""
    rich = scene.reading.word_count >= RICH and bool(look.strongest(scene) or look.any_quote(scene.reading))
    return rich and look.streak(scene, lambda said: said.asked) >= 2


def _reflect(scene: Scene) -> Plan:
    span = look.strongest(scene)
    quote = span.quote if span else look.any_quote(scene.reading)
    return Plan(
        Move.REFLECT, "after two questions it was time to listen", quote=quote, cue=span.cue if span else None, ask=False,
        reflect=True,
    )


def _time_to_sum_up(scene: Scene) -> bool:
    return scene.turn >= SUM_UP_EVERY and look.since(scene, Move.SUM_UP) >= SUM_UP_EVERY and len(look.points(scene)) == 3


def _time_to_focus(scene: Scene) -> bool:
    open_ = not scene.brief.get(BriefField.QUESTION) and look.sought(scene, BriefField.QUESTION) < 2
    ripe = scene.turn >= FOCUS_FROM or (look.filled(scene) >= FULL_ENOUGH and scene.turn >= FOCUS_FROM - 2)
    return open_ and ripe and look.since(scene, Move.CHOOSE_FOCUS) > 2


def _focus(scene: Scene) -> Plan:
    span = look.strongest(scene)
    return Plan(
        Move.CHOOSE_FOCUS, "there is enough on the page to look for your question", quote=span.quote if span else None,
        word=askable_word(span), cue=span.cue if span else None, seek=BriefField.QUESTION,
    )


def _ending(scene: Scene) -> tuple[BriefField, Move, str] | None:
    """What is asked for once the question for the peers stands; who will know only where there is a step."""
    if not scene.brief.get(BriefField.QUESTION):
        return None
    for field, move, because in _ENDING:
        depends = field in (BriefField.BY_WHEN, BriefField.WHO_WILL_KNOW) and not scene.brief.get(BriefField.NEXT_STEP)
        if not depends and look.missing(scene, [field]):
            return field, move, because
    return None


def _end_with(scene: Scene) -> Plan:
    found = _ending(scene)
    assert found is not None  # held by the rule's condition
    field, move, because = found
    return Plan(move, because, seek=field)


def _all_there(scene: Scene) -> bool:
    """The ending has been asked through and the brief not yet handed over."""
    return bool(scene.brief.get(BriefField.QUESTION)) and look.since(scene, Move.CLOSE) == 99 and _ending(scene) is None


def _by_cue(scene: Scene) -> Plan:
    span = look.strongest(scene)
    assert span is not None  # held by the rule's condition
    move, seek = _BY_CUE[span.cue]
    if seek and scene.brief.get(seek):
        seek = None
    return Plan(
        move, f"because you said “{span.text.strip()}”", quote=span.quote, word=askable_word(span), cue=span.cue, seek=seek,
        reflect=_reflects(scene),
    )


def _reflects(scene: Scene) -> bool:
    """Every other turn opens by saying something back, when there is enough to say back."""
    previous = look.last(scene)
    return scene.reading.word_count >= RICH and (previous is None or PhraseKind.REFLECTION not in previous.kinds)


def _gap(scene: Scene) -> BriefField | None:
    return look.missing(scene, (field for field, _ in _GAPS)) if scene.turn >= 2 else None


def _fill_gap(scene: Scene) -> Plan:
    field = _gap(scene)
    assert field is not None  # held by the rule's condition
    quote = look.any_quote(scene.reading)
    because = f"nothing on “{field.value.replace('_', ' ')}” has come up yet"
    return Plan(dict(_GAPS)[field], because, quote=quote, word=_short(scene), seek=field, reflect=_reflects(scene) and bool(quote))


def _wide(scene: Scene) -> Plan:
    move = Move.WIDEN if look.since(scene, Move.WIDEN) > 3 else Move.INVITE
    return Plan(move, "to look at it from another side", quote=look.any_quote(scene.reading), word=_short(scene))


def askable_word(span: Span | None) -> str:
    """The words of a cue when they can stand in a question: one to four, and no pronoun at their edge."""
    if span is None or span.cue not in (Cue.METAPHOR, Cue.BLAME_OR_LABEL, Cue.VAGUE_NOUN, Cue.FEELING, Cue.VALUE, Cue.ABSOLUTE):
        return ""
    bare = span.text if span.cue != Cue.FEELING else span.text.split()[-1]
    return bare.strip() if len(bare.split()) <= 4 else ""


def _short(scene: Scene) -> str:
    """A reply of one to three words is itself the word to ask about."""
    text = scene.reading.message.strip(" .!?,;:\"'“”()")
    telling = any(char.isalpha() for char in text) and len(text) > 2
    return text if telling and len(text.split()) <= 3 and "\n" not in text else ""


def _always(_: Scene) -> bool:
    return True


RULES: tuple[Rule, ...] = (
    Rule("danger", lambda s: s.alarm.level == SafetyLevel.DANGER, _still(Move.REFER, "someone may be in danger", "danger")),
    Rule("after danger", _in_danger_before, _still(Move.REFER, "coaching rests after what you said", "after")),
    Rule("outside coaching", _new_outside, lambda s: Plan(Move.REFER, "this reaches beyond coaching", ask=False, detail=s.alarm.kind)),
    Rule("stop", _kind(Kind.STOP), _still(Move.CLOSE, "you want to stop here")),
    Rule("misread", _kind(Kind.MISREAD), _still(Move.LIGHTEN, "you were not understood", "misread")),
    Rule("doubt", _kind(Kind.DOUBT), _still(Move.LIGHTEN, "you doubt that this helps", "doubt")),
    Rule("about us", _kind(Kind.ABOUT_US), _still(Move.EXPLAIN, "you asked about the method or about Askwell")),
    Rule("strain", _first_strain, _still(Move.REFLECT, "what you describe weighs on you", "strain")),
    Rule("greeting", _kind(Kind.GREETING), lambda s: Plan(Move.OPEN, "every session opens with what you bring", detail="greeting")),
    Rule("question not coming", _question_not_coming, _from_their_words),
    Rule("hollow", _kind(Kind.HOLLOW), _lighten),
    Rule("plea", _is_plea, _hand_back),
    Rule("first words", lambda s: not any(r.kind == Kind.TELLING for r in s.earlier), _begin),
    Rule("turning point", lambda s: s.reading.has(Cue.TURNING_POINT), _stay),
    Rule("ending", lambda s: _ending(s) is not None, _end_with),
    Rule("all there", _all_there, _still(Move.CLOSE, "your question, and what belongs to it, is on the page")),
    Rule("time to sum up", _time_to_sum_up, lambda s: Plan(Move.SUM_UP, "several things have come together", points=look.points(s))),
    Rule("time for the question", _time_to_focus, _focus),
    Rule("silence", _needs_silence, _reflect),
    Rule("cue", lambda s: look.strongest(s) is not None, _by_cue),
    Rule("gap", lambda s: _gap(s) is not None, _fill_gap),
    Rule("wide", _always, _wide),
)
"""The whole order of priorities; read it from the top."""
