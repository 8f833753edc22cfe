"""Decides which one move comes next: a table of conditions in order of priority, the first that holds wins.

Refuses to know what a move is made of (`plans.py`) and the words it will be said in (`embedded.py` or a language model).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.coaching import plans
from assistant.coaching import scene as look
from assistant.coaching.kinds import Kind
from assistant.coaching.plan import Plan, Scene
from assistant.schemas import BriefField, Cue, Move, PhraseKind, SafetyLevel

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

_GAPS: tuple[tuple[BriefField, Move, str], ...] = (
    (BriefField.TRIED, Move.ASK, "what you have tried has not come up yet"),
    (BriefField.WANT_INSTEAD, Move.ASK, "what you want instead has not come up yet"),
    (BriefField.WHY_NOW, Move.ASK, "why this matters now has not come up yet"),
    (BriefField.MY_PART, Move.OWN_PART, "your own part has not come up yet"),
    (BriefField.RELY_ON, Move.RESOURCE, "what you can rely on has not come up yet"),
    (BriefField.NOT_SAID, Move.DEEPEN, "what stays unsaid has not come up yet"),
    (BriefField.ASSUME, Move.TEST_ASSUMPTION, "what you take for granted has not come up yet"),
)

_ENDING: tuple[tuple[BriefField, Move, str], ...] = (
    (BriefField.ASK_OF_PEERS, Move.CHOOSE_FOCUS, "your question is there; what you want from your peers is still open"),
    (BriefField.NEXT_STEP, Move.COMMIT, "your question is there; a next step of yours is still open"),
    (BriefField.BY_WHEN, Move.COMMIT, "you named a step; when it comes is still open"),
    (BriefField.WHO_WILL_KNOW, Move.COMMIT, "you named a step; who will know of it is still open"),
)
_ENDINGS = frozenset({BriefField.QUESTION, *(field for field, _, _ in _ENDING)})


@dataclass(frozen=True)
class Rule:
    """One row of the table: a name, when it holds, and the plan it leads to."""

    name: str
    holds: Callable[[Scene], bool]
    plan: Callable[[Scene], Plan]


def decide(scene: Scene) -> Plan:
    """The plan of this turn; the last row of the table always holds."""
    return next(rule.plan(scene) for rule in RULES if rule.holds(scene))


def _kind(kind: Kind) -> Callable[[Scene], bool]:
    return lambda scene: scene.reading.kind == kind


def _still(move: Move, because: str, detail: str = "") -> Callable[[Scene], Plan]:
    return lambda scene: plans.still(move, because, detail)


def _in_danger_before(scene: Scene) -> bool:
    return any(PhraseKind.DANGER in said.kinds for said in scene.said)


def _new_outside(scene: Scene) -> bool:
    told = any(PhraseKind.OUTSIDE in said.kinds for said in scene.said[-OUTSIDE_AGAIN:])
    return scene.alarm.level == SafetyLevel.OUTSIDE and not told


def _first_strain(scene: Scene) -> bool:
    named = any(PhraseKind.STRAIN in said.kinds for said in scene.said)
    return scene.alarm.level == SafetyLevel.STRAIN and not named and not _answering(scene)


def _answering(scene: Scene) -> bool:
    """Whether the thinker was just asked for one of the last lines of the brief."""
    previous = look.last(scene)
    return previous is not None and previous.seek in _ENDINGS


def _is_plea(scene: Scene) -> bool:
    """A plea; but what answers "which question do you bring?" is their question unless it turns to us."""
    message = scene.reading.message.lower()
    to_us = "?" not in message or re.search(r"\byou\b", message)
    return scene.reading.has(Cue.PLEA) and bool(to_us or not _answering(scene))


def _question_not_coming(scene: Scene) -> bool:
    previous = look.last(scene)
    asked = previous is not None and previous.seek == BriefField.QUESTION and previous.move == Move.CHOOSE_FOCUS
    return asked and scene.reading.kind == Kind.HOLLOW and len(look.points(scene)) > 1


def _few_words(scene: Scene) -> bool:
    lately = any("few" in said.topics for said in scene.said[-FEW_WORDS - 2 :])
    here = look.short_streak(scene) >= FEW_WORDS and bool(look.short(scene.reading))
    return here and not lately and not _answering(scene)


def _needs_silence(scene: Scene) -> bool:
    """After two questions in a row a message of some length gets a reflection and no question."""
    rich = scene.reading.word_count >= plans.RICH and bool(look.strongest(scene) or look.any_quote(scene.reading))
    return rich and look.streak(scene, lambda said: said.asked) >= 2


def _time_to_sum_up(scene: Scene) -> bool:
    return (
        scene.turn >= SUM_UP_EVERY and look.since(scene, Move.SUM_UP) >= SUM_UP_EVERY and len(look.points(scene)) == 3
    )


def _time_to_focus(scene: Scene) -> bool:
    open_ = not scene.brief.get(BriefField.QUESTION) and look.sought(scene, BriefField.QUESTION) < 2
    told = look.filled(scene) >= 3 or scene.turn >= FOCUS_FROM + 4
    ripe = (scene.turn >= FOCUS_FROM and told) or (look.filled(scene) >= FULL_ENOUGH and scene.turn >= FOCUS_FROM - 2)
    return open_ and ripe and look.since(scene, Move.CHOOSE_FOCUS) > 2


def _ending(scene: Scene) -> tuple[BriefField, Move, str] | None:
    """What is asked for once the question for the peers stands; when and who only where there is a step."""
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
    return plans.by_cue(scene, span)


def _gap(scene: Scene) -> tuple[BriefField, Move, str] | None:
    return next((gap for gap in _GAPS if scene.turn >= 2 and look.missing(scene, gap[:1])), None)


def _fill_gap(scene: Scene) -> Plan:
    found = _gap(scene)
    assert found is not None  # held by the rule's condition
    return plans.fill_gap(scene, *found)


RULES: tuple[Rule, ...] = (
    Rule(
        "danger",
        lambda s: s.alarm.level == SafetyLevel.DANGER,
        _still(Move.REFER, "someone may be in danger", "danger"),
    ),
    Rule("after danger", _in_danger_before, _still(Move.REFER, "coaching rests after what you said", "after")),
    Rule(
        "outside coaching",
        _new_outside,
        lambda s: plans.still(Move.REFER, "this reaches beyond coaching", s.alarm.kind),
    ),
    Rule("stop", _kind(Kind.STOP), _still(Move.CLOSE, "you want to stop here")),
    Rule("misread", _kind(Kind.MISREAD), _still(Move.LIGHTEN, "you were not understood", "misread")),
    Rule("doubt", _kind(Kind.DOUBT), _still(Move.LIGHTEN, "you doubt that this helps", "doubt")),
    Rule("about us", _kind(Kind.ABOUT_US), plans.explain),
    Rule("strain", _first_strain, _still(Move.REFLECT, "what you describe weighs on you", "strain")),
    Rule("greeting", _kind(Kind.GREETING), _still(Move.OPEN, "every session opens with what you bring", "greeting")),
    Rule("question not coming", _question_not_coming, plans.from_their_words),
    Rule("hollow", _kind(Kind.HOLLOW), plans.lighten),
    Rule("plea", _is_plea, plans.hand_back),
    Rule("first words", lambda s: not any(r.kind == Kind.TELLING for r in s.earlier), plans.begin),
    Rule("turning point", lambda s: s.reading.has(Cue.TURNING_POINT), plans.stay),
    Rule("ending", lambda s: _ending(s) is not None, _end_with),
    Rule("all there", _all_there, _still(Move.CLOSE, "your question, and what belongs to it, is on the page")),
    Rule("few words", _few_words, plans.few_words),
    Rule("a word", lambda s: bool(look.short(s.reading)) and look.strongest(s) is None, plans.about_a_word),
    Rule("time to sum up", _time_to_sum_up, plans.sum_up),
    Rule("time for the question", _time_to_focus, plans.focus),
    Rule("silence", _needs_silence, plans.reflect),
    Rule("cue", lambda s: look.strongest(s) is not None, _by_cue),
    Rule("gap", lambda s: _gap(s) is not None, _fill_gap),
    Rule("another side", lambda s: True, plans.widen),
)
"""The whole order of priorities; read it from the top."""
