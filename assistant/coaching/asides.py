"""Decides what a move is made of when it leaves the story: pace, repair, safety, questions about us, replies of a word.

Refuses to know when each of these comes; the order of priorities is the table in `moves.py`.
"""

import re
from dataclasses import replace

from assistant.coaching import scene as look
from assistant.coaching.kinds import Kind
from assistant.coaching.plan import ASKING, Plan, Scene
from assistant.coaching.plans import about
from assistant.coaching.reading import Reading
from assistant.coaching.topics import topics_about_us
from assistant.schemas import BriefField, Cue, Move, Quote

_SAFE = re.compile(
    r"figure of speech|not literally|just an expression|\b(?:i'?m|i am|we'?re|everyone(?:'s| is)|nobody(?:'s| is)) (?:safe|fine|ok|in (?:no )?danger)|was a joke|was joking|"
    r"es un decir|estoy (?:bien|a salvo)|era broma",
    re.IGNORECASE,
)


def still(move: Move, because: str, detail: str = "") -> Plan:
    """A plan without a question."""
    return Plan(move, because, ask=False, detail=detail)


def after_danger(scene: Scene) -> Plan:
    """Coaching rests; somebody who says that they are safe is shown the way to a new session."""
    safe = _SAFE.search(scene.reading.message.replace("’", "'"))
    return still(Move.REFER, "coaching rests after what you said", "safe" if safe else "after")


def strain(scene: Scene) -> Plan:
    """Strain is named and a pause offered; words that could mean life itself are asked to be read rightly."""
    return still(
        Move.REFLECT, "what you describe weighs on you", "despair" if scene.alarm.kind == "despair" else "strain"
    )


def back(scene: Scene) -> Plan:
    """Return to what they said before, when they were led away from it."""
    span = look.strongest(scene)
    before = scene.earlier[-1] if scene.earlier else None
    quote = span.quote if span else None
    if quote is None and before is not None:
        spans = sorted(before.open_spans(look.WEIGHT), key=lambda one: look.WEIGHT.index(one.cue))
        fresh = [one.quote for one in spans if not look.quoted_before(scene.said, one.quote)]
        quote = fresh[0] if fresh else look.any_quote(before, scene.said)
    return Plan(
        Move.LIGHTEN,
        "you wanted to stay with what you said",
        quote=quote,
        ask=False,
        detail="back" if quote else "misread",
    )


def misread(scene: Scene) -> Plan:
    """Who puts us right and says it once more is taken at these words; else they are asked for them."""
    quote = look.any_quote(scene.reading, scene.said) if "quotes" not in look.spared(scene) else None
    return Plan(Move.LIGHTEN, "you were not understood", quote=quote, ask=False, detail="back" if quote else "misread")


MENDED = {
    Kind.BACK: "misread",
    Kind.MISREAD: "misread",
    Kind.UNCLEAR: "unclear",
    Kind.DOUBT: "doubt",
    Kind.ASK_ME: "ask",
}
"""Kinds of complaint that are met with amends when the message tells on, and the topic of the amends."""


def mend(scene: Scene) -> Plan:
    """Who complains and tells on is heard in both: a few words of amends, and a question about what they told."""
    plan = about(scene, Move.LIGHTEN, "something went wrong between us, and you went on")
    return replace(plan, detail=f"mend {MENDED[scene.reading.kind]}", also=ASKING)


def picked(scene: Scene) -> Plan:
    """They chose one of their own lines: more about that one."""
    return Plan(Move.INVITE, "you picked this line", quote=look.picked(scene), ask=False, detail="picked")


def about_a_number(scene: Scene) -> Plan:
    """A number on a scale is asked about, not filed."""
    number = look.number(scene.reading)
    return Plan(Move.RESOURCE, f"because you said “{number}”", word=number, cue=Cue.HOLLOW)


def lighten(scene: Scene) -> Plan:
    """After a hollow reply: a smaller question, then a choice of pace, then quiet; never the same again."""
    times = look.hollow_streak(scene)
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


def explain(scene: Scene) -> Plan:
    """Answer a question about the method or about us; who told something beside it is also asked about that."""
    topics = " ".join(topics_about_us(scene.reading.message))
    if scene.reading.tells:
        plan = about(scene, Move.EXPLAIN, "you asked about Askwell in passing, and told more")
        return replace(plan, detail=topics, also=ASKING)
    return still(Move.EXPLAIN, "you asked about the method or about Askwell", topics)
