"""Decides which one move comes next: a table of conditions in order of priority, the first that holds wins.

Refuses to know what a move is made of (`plans.py`) and the words it will be said in (`embedded.py` or a language model).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.coaching import asides, gaps, plans
from assistant.coaching import scene as look
from assistant.coaching.brief_words import FOR_THEM, STATED
from assistant.coaching.kinds import Kind
from assistant.coaching.plan import Plan, Scene
from assistant.schemas import BriefField, Cue, Move, PhraseKind, SafetyLevel
from assistant.text import sentences

SUM_UP_EVERY = 6
"""Turns between two summaries; a peer session of twelve turns then has one or two."""
FOCUS_FROM = 8
"""From this turn on the question for the peers is asked for, two turns earlier when the brief is full enough."""
FULL_ENOUGH = 5
"""Brief fields that hold something when the question for the peers may come early."""
OUTSIDE_AGAIN = 6
"""Turns after which the way to other help is pointed out once more."""
FEW_WORDS = 3
"""Replies of one or two words in a row after which the choice of pace is offered."""

_ENDING: tuple[tuple[BriefField, Move, str], ...] = (
    (BriefField.ASK_OF_PEERS, Move.CHOOSE_FOCUS, "your question is there; what you want from your peers is still open"),
    (BriefField.NEXT_STEP, Move.COMMIT, "your question is there; a next step of yours is still open"),
    (BriefField.BY_WHEN, Move.COMMIT, "you named a step; when it comes is still open"),
)
"""Who will know is written when it is said; asking for it after the day made the ending a form (blind play)."""
_HELD_UP = ("back", "unclear", "doubt", "misread", "pace")
"""Topics after which nobody is led on for `_HOLD` turns: the person has just said that it went wrong or too fast."""
_HOLD = 4
_QUIET_FROM, _QUIET_AGAIN = 4, 4
"""From this turn on a reflection may stand alone, and not again within so many turns (blind play: quiet was told to go away)."""
_TELLING = 40
"""Words from which somebody is in the middle of telling; they are led on only from turn `_AT_LAST`."""
_AT_LAST = 14
_SLACK = 6
"""Words up to which a message may be answered with a summary; who tells on wants to be asked on (blind play)."""
_HEAVY, _HEAVIEST = 0.75, 0.9
"""Weight of words that are stayed with; in blind play half of the messages held such, and nine in ten after a confession."""
_OWN_QUESTION = 6
"""From this turn on a question they ask themselves is offered as the one for the peers; before, it is part of the story."""
_AGAIN = 4
"""Turns in which the question for the peers is not brought up twice."""
_CALM = 25
"""Words up to which a message without a live cue may be followed by the next line of the page."""
_ENDINGS = frozenset({BriefField.QUESTION, *(field for field, _, _ in _ENDING)})


_TO_US = re.compile(r"\byou\b(?! see| know)", re.IGNORECASE)
_OWN = re.compile(r"\b(?:i|we|yo|nosotr[oa]s)\b", re.IGNORECASE)
_WELL = re.compile(
    r"\?$|don'?t worry|\bit'?s (?:ok|fine|alright)|\bi'?m (?:ok|fine|alright)\b|\bgood (?:crying|tears)", re.IGNORECASE
)
"""What says that strain needs no naming: a question, or "don't worry"."""


@dataclass(frozen=True)
class Rule:
    """One row of the table: a name, when it holds, and the plan it leads to."""

    name: str
    holds: Callable[[Scene], bool]
    plan: Callable[[Scene], Plan]


def decide(scene: Scene) -> Plan:
    """The plan of this turn; the last row of the table always holds."""
    plan = next(rule.plan(scene) for rule in RULES if rule.holds(scene))
    return replace(
        plan, person="they" if plan.move == Move.CHOOSE_FOCUS else look.person(scene)
    )  # there the peers are meant


def _kind(kind: Kind) -> Callable[[Scene], bool]:
    return lambda scene: scene.reading.kind == kind


def _still(move: Move, because: str, detail: str = "") -> Callable[[Scene], Plan]:
    return lambda scene: asides.still(move, because, detail)


def _first_words(scene: Scene) -> bool:
    return not any(reading.kind == Kind.TELLING for reading in scene.earlier)


def _in_danger_before(scene: Scene) -> bool:
    return any(PhraseKind.DANGER in said.kinds for said in scene.said)


def _new_outside(scene: Scene) -> bool:
    told = any(PhraseKind.OUTSIDE in said.kinds for said in scene.said[-OUTSIDE_AGAIN:])
    return scene.alarm.level == SafetyLevel.OUTSIDE and not told


def _in_doubt(scene: Scene) -> bool:
    """Words that could mean life itself; asked about once in a while, not at every dark word."""
    return scene.alarm.kind == "despair" and not look.lately(scene, OUTSIDE_AGAIN, "despair")


def _first_strain(scene: Scene) -> bool:
    named = any(PhraseKind.STRAIN in said.kinds for said in scene.said)
    return scene.alarm.kind == "strain" and not (named or _answering(scene) or scene.reading.message.endswith("?"))


def _answering(scene: Scene) -> bool:
    """Whether the thinker was just asked for one of the last lines of the brief."""
    previous = look.last(scene)
    return previous is not None and previous.seek in _ENDINGS


def _is_plea(scene: Scene) -> bool:
    """A plea; but what answers "which question do you bring?" is their question unless it turns to us."""
    pleas, told = scene.reading.of(Cue.PLEA), sentences(scene.reading.message)
    if not pleas or any(map(STATED.match, told)) or any(FOR_THEM.search(one) for one in told if _OWN.search(one)):
        return False  # what they will ask their peers is not asked of us
    if not _answering(scene):
        return True
    asked = [one for one in told if any(plea.text in one for plea in pleas)]
    return any("?" not in one or _TO_US.search(one) or not _OWN.search(one) for one in asked)


def _asked_themselves(scene: Scene) -> bool:
    """The question for the peers came in this very message, unasked."""
    lines = scene.brief.get(BriefField.QUESTION, ())
    fresh = bool(lines) and lines[-1].turn == scene.turn and not lines[-1].edited
    return (
        scene.turn >= _OWN_QUESTION
        and fresh
        and not _answering(scene)
        and look.since(scene, Move.CHOOSE_FOCUS) > _AGAIN
    )


def _question_not_coming(scene: Scene) -> bool:
    previous = look.last(scene)
    asked = previous is not None and previous.seek == BriefField.QUESTION and previous.move == Move.CHOOSE_FOCUS
    return asked and scene.reading.kind == Kind.HOLLOW and len(look.points(scene)) > 1


def _few_words(scene: Scene) -> bool:
    lately = any("few" in said.topics for said in scene.said[-FEW_WORDS - 2 :])
    here = look.short_streak(scene) >= FEW_WORDS and bool(look.short(scene.reading))
    return here and not lately and not _answering(scene)


def _needs_silence(scene: Scene) -> bool:
    """Where something lands after two questions: a reflection and no question, seldom, and never for those who want to be asked."""
    if scene.turn < _QUIET_FROM or look.since(scene, Move.REFLECT) <= _QUIET_AGAIN or look.wants_questions(scene):
        return False
    if "quotes" in look.spared(scene):
        return False
    rich = (
        look.alive(scene)
        and scene.reading.word_count >= plans.RICH
        and bool(look.strongest(scene) or look.any_quote(scene.reading, scene.said))
    )
    return rich and look.asking_streak(scene) >= 2


def _may_lead_on(scene: Scene) -> bool:
    """Whether the conversation may be led to its next stage: nothing is moving, nothing just turned, nobody protested."""
    turned = look.since(scene, Move.STAY) <= 2
    telling = scene.reading.word_count > _TELLING and scene.turn < _AT_LAST
    heavy = not _answering(scene) and scene.reading.heaviest >= (_HEAVY if scene.turn < _AT_LAST else _HEAVIEST)
    return not (telling or heavy or look.alive(scene) or turned or look.lately(scene, _HOLD, *_HELD_UP))


def _named_a_step(scene: Scene) -> bool:
    """A step counts from the fourth turn on, when nothing else is moving; before, a "will" belongs to the story."""
    return (
        scene.turn >= 4
        and scene.reading.has(Cue.COMMITMENT)
        and not look.alive(scene)
        and look.since(scene, Move.COMMIT) > 1
    )


def _time_to_sum_up(scene: Scene) -> bool:
    due = scene.turn >= SUM_UP_EVERY and look.since(scene, Move.SUM_UP) >= SUM_UP_EVERY
    slack = not scene.reading.heard or scene.reading.word_count <= _SLACK
    return due and slack and _may_lead_on(scene) and len(look.points(scene)) == 3


def _time_to_focus(scene: Scene) -> bool:
    open_ = not scene.brief.get(BriefField.QUESTION) and look.sought(scene, BriefField.QUESTION) < 2
    told = look.filled(scene) >= 3 or scene.turn >= FOCUS_FROM + 4
    ripe = (scene.turn >= FOCUS_FROM and told) or (look.filled(scene) >= FULL_ENOUGH and scene.turn >= FOCUS_FROM - 2)
    return open_ and ripe and _may_lead_on(scene) and look.since(scene, Move.CHOOSE_FOCUS) > _AGAIN


def _ending(scene: Scene) -> tuple[BriefField, Move, str] | None:
    """What is asked for once the question for the peers stands; when only where there is a step, each once."""
    if not scene.brief.get(BriefField.QUESTION):
        return None
    for field, move, because in _ENDING:
        depends = field == BriefField.BY_WHEN and not scene.brief.get(BriefField.NEXT_STEP)
        if not depends and look.missing(scene, field):
            return field, move, because
    return None


def _end_now(scene: Scene) -> bool:
    """After a short or calm answer; a longer one is listened to first."""
    calm = scene.reading.word_count <= _CALM and _may_lead_on(scene)
    return calm and _ending(scene) is not None


def _end_with(scene: Scene) -> Plan:
    found = _ending(scene)
    assert found is not None  # held by the rule's condition
    field, move, because = found
    return Plan(move, because, seek=field)


def _all_there(scene: Scene) -> bool:
    """The ending has been asked through: offer to stop, once; only the thinker ends a session."""
    whole = bool(scene.brief.get(BriefField.QUESTION)) and _ending(scene) is None
    return whole and _may_lead_on(scene) and look.since(scene, Move.CLOSE) == 99 and scene.reading.word_count <= _CALM


def _after_the_end(scene: Scene) -> bool:
    """A few words after we parted ("k", "thanks, bye") do not start it all again."""
    previous = look.last(scene)
    parted = previous is not None and previous.move == Move.CLOSE and "offer" not in previous.topics
    few = scene.reading.word_count <= 8 and not scene.reading.spans
    return parted and (scene.reading.kind in (Kind.HOLLOW, Kind.GREETING, Kind.STOP) or few)


def _by_cue(scene: Scene) -> Plan:
    span = look.strongest(scene)
    assert span is not None  # held by the rule's condition
    return plans.by_cue(scene, span)


def _fill_gap(scene: Scene) -> Plan:
    found = gaps.gap(scene)
    assert found is not None  # held by the rule's condition
    return plans.fill_gap(scene, *found)


RULES: tuple[Rule, ...] = (
    Rule(
        "danger",
        lambda s: s.alarm.level == SafetyLevel.DANGER,
        _still(Move.REFER, "someone may be in danger", "danger"),
    ),
    Rule("after danger", _in_danger_before, asides.after_danger),
    Rule(
        "outside coaching",
        _new_outside,
        lambda s: asides.still(Move.REFER, "this reaches beyond coaching", s.alarm.kind),
    ),
    Rule("may be danger", _in_doubt, asides.strain),
    Rule("stop", _kind(Kind.STOP), _still(Move.CLOSE, "you want to stop here", "stop")),
    Rule("after the end", _after_the_end, _still(Move.CLOSE, "you had stopped", "stop")),
    Rule("a moment", _kind(Kind.PAUSE), _still(Move.LIGHTEN, "you asked for a moment", "quiet")),
    Rule("mend", lambda s: s.reading.kind in asides.MENDED and s.reading.tells, asides.mend),
    Rule("back", _kind(Kind.BACK), asides.back),
    Rule("unclear", _kind(Kind.UNCLEAR), _still(Move.LIGHTEN, "what was said was not clear", "unclear")),
    Rule("misread", _kind(Kind.MISREAD), asides.misread),
    Rule("doubt", _kind(Kind.DOUBT), _still(Move.LIGHTEN, "you doubt that this helps", "doubt")),
    Rule("wants a question", _kind(Kind.ASK_ME), plans.ask_now),
    Rule("asked to sum up", lambda s: s.reading.kind == Kind.SUM_UP and bool(look.points(s)), plans.sum_up),
    Rule("asked for the question", _kind(Kind.FORMULATE), plans.focus),
    Rule("about us", _kind(Kind.ABOUT_US), asides.explain),
    Rule("strain", _first_strain, asides.strain),
    Rule("greeting", _kind(Kind.GREETING), _still(Move.OPEN, "every session opens with what you bring", "greeting")),
    Rule("question not coming", _question_not_coming, asides.from_their_words),
    Rule("hollow", _kind(Kind.HOLLOW), asides.lighten),
    Rule("plea", _is_plea, plans.hand_back),
    Rule("a first word", lambda s: _first_words(s) and bool(look.short(s.reading)), asides.about_a_word),
    Rule("first words", _first_words, plans.begin),
    Rule("a question of their own", _asked_themselves, plans.own_question),
    Rule("turning point", lambda s: s.reading.has(Cue.TURNING_POINT), plans.stay),
    Rule("a step of theirs", _named_a_step, plans.commit),
    Rule("picked a line", lambda s: look.picked(s) is not None, asides.picked),
    Rule("a number", lambda s: bool(look.number(s.reading)), asides.about_a_number),
    Rule("ending", _end_now, _end_with),
    Rule("all there", _all_there, _still(Move.CLOSE, "your question, and what belongs to it, is on the page", "offer")),
    Rule("few words", _few_words, asides.few_words),
    Rule("a word", lambda s: bool(look.short(s.reading)) and look.strongest(s) is None, asides.about_a_word),
    Rule("time to sum up", _time_to_sum_up, plans.sum_up),
    Rule("time for the question", _time_to_focus, plans.focus),
    Rule("silence", _needs_silence, plans.reflect),
    Rule("cue", lambda s: look.strongest(s) is not None, _by_cue),
    Rule("story", gaps.story, plans.story),
    Rule("gap", lambda s: not s.reading.heard and gaps.gap(s) is not None, _fill_gap),
    Rule("another side", lambda s: True, plans.widen),
)
"""The whole order of priorities; read it from the top."""
