"""Decides what a message holds: cues as spans of the thinker's own words, language, and what kind of reply it is.

Local and pure. Refuses to know what the coach will do with it (`moves.py`) and what is dangerous (`safety.py`).
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from assistant.coaching import asking, cues, cues_de, cues_es, listener, model, quoting
from assistant.coaching.asking import Asks
from assistant.coaching.kinds import Kind, about_us, kind_of, leaves, settled, stays
from assistant.schemas import Cue, Quote
from assistant.text import sentence_spans, words
from assistant.tongues import SPOKEN, first_word, tongue

_TO_US = re.compile(
    r"\b(?:you|your|you're|youre|u|ur|yours|yourself)\b|\b(?:this|the|that|an) (?:app|bot|chat|program|machine|tool|parser|software)\b|"
    r"\b(?:that|this|the|stupid|silly|first|last|next) sentences?\b|\b(?:tú|te|usted|esta app)\b|"
    r"\bnot what i (?:asked|said|meant)\b|\bunderstand (?:the|this|that|it|about)\b|\bmakes? (?:no |any )?sense\b|\bof what\b|\bthe (?:first|second|third|last) one\b|\bthat list\b|\bi (?:told|gave) it\b|\bquot(?:e|ed|ing)\b|\bsaid (?:bye|good ?night|stop)\b|\bpeer[- ](?:session|thing|coaching|group|round)\b|\btold (?:to do|i should (?:do|talk)|i\'m to)\b|\b(?:i would|i\'d) like to (?:talk|speak) about\b|\bwhat (?:that|this|you) means?\b|\b(?:weird|funny|odd|good|fair|strange) (?:one|start)\b|\bthat was a joke\b|\bask me something\b|\bquestions?\b|\bfuck off\b|\bpity\b|\bvoice of yours\b|\bwrite that down\b|\btake (?:your|my) time\b|\b(?:that|it|this) came (?:down|across) (?:rather |a bit )?(?:hard|cold|wrong)\b|\bya se lo\b|\bya te lo\b|\bpregunta\b|\bgracias\b|\bdanke\b|\bfrage\b|\bdoch (?:grad|gerade|schon) gesagt\b|\bthanks?\b|\bgood ?bye\b|\bread (?:it|that|me)\b|\ble ped[ií]\b|\bme sale con\b|\bno me contest|\bme da la vuelta\b|\ble voy a (?:seguir )?cont|\b(?:du|dir|dich|dein\w*|diese app|dieser (?:bot|chat)|dieses programm)\b",
    re.IGNORECASE,
)
"""Words turned to us or about the chat. "You" for people in general is lost with them, which costs little."""
_DISOWNED = re.compile(
    r"\bnot (?:mine|that one|it)\b|\bnobody(?:'s| is|s)? (?:in danger|died|hurt|ending)|\binappropriate\b|\bsarcasm\b|\bjoking\b|\bleave (?:that|it) out\b|\bi (?:didn'?t|never) sa(?:id|y)",
    re.IGNORECASE,
)


_CONDITION = re.compile(r"\b(?:if|when|unless|although|though|while|once|whenever)\b", re.IGNORECASE)
"""What has its other half after the comma."""
_TURNED = frozenset("i me my mine you your it that this the a is was do does did to what how".split())
PLEA, BEGS = "plea", 0.25
"""What the listener calls a message that asks for an answer, and the likelihood below which it is none unless it says so plainly."""
_PLAIN = {
    Cue.PLEA: (
        re.compile(
            r"\b(?:just|please|so) tell me (?:what|how|which|whether|if)\b|\bgive me (?:\w+ )?(?:\w+ )?(?:options|advice|an answer|a plan|tips)\b|"
            r"\bwhat (?:would|will|do) you (?:do|add|say|suggest|recommend|advise|think)\b|\bwhat should i\b|\bshould i\b[^?]*\?|\b(?:just|simple|only|please)\b[^.?!]*\byes or no\b|\bwould you\b[^.\n]*\?|"
            r"\b(?:list|name|write|give|draft|rank) (?:me )?(?:just |only )*(?:the |a |an |two |three |3 |five |some )?(?:\w+ ){0,3}(?:points|steps|options|script|e-?mail|reply|answers?|bullet)\b|"
            r"\b(?:complete|finish) (?:the|my|this) sentence\b|\btranslate for me\b|\banswer only with\b|\brepeat after me\b|\bstay in character\b|\blet'?s play\b|"
            r"\bopposites day\b|\bsuggest (?:something|one|anything)\b|\bany (?:advice|suggestions?|ideas?)\b|\bwhat does it say i should\b|\b(?:one|a|any) (?:hint|tip|clue)\b|\bhypothetically\b|\bpretend (?:you|to be)\b|\bam i (?:wrong|right|crazy)\b[^.\n]*\?|"
            r"\binstruct you to\b|\brecommend (?:a|one|me|something|which|that i)\b|\bshare it with me\b|\bwrite (?:me )?an? (?:\w+ )?(?:story|poem|script|play|dialogue)\b|"
            r"\bfinish my sentence\b|\bjust lean\b|\byour (?:view|opinion|vote|advice)\b",
            re.IGNORECASE,
        ),
    )
}
NEVER = 0.02
"""Likelihood of a plea below which words that often are one ask nobody ("what should I do, she said to me")."""
LAST = 3
"""Sentences at the end of a message among which the one that pleads is sought."""
ASKED = {Asks.EXPLAIN: Kind.ABOUT_US, Asks.CLOSE: Kind.STOP}
QUOTED_FROM = 4000
"""Characters of a message in which a clause to say back is looked for."""
TELLS = 8
"""Words from which a message that complains may tell something as well."""
Patterns = Mapping[Cue, tuple[re.Pattern[str], ...]]
PATTERNS: dict[str, Patterns] = {"en": cues.PATTERNS, "es": cues_es.SPANISH, "de": cues_de.GERMAN}
"""Words that often show a cue."""


@dataclass(frozen=True)
class Span:
    """Words that show a cue; `message[start:end] == text`, `quote` is the clause around them."""

    cue: Cue
    text: str
    start: int
    end: int
    quote: Quote


@dataclass(frozen=True)
class Reading:
    """What one message holds. `spans` are in order of their place; `language` is en, es, de or other."""

    message: str
    turn: int
    kind: Kind
    language: str
    spans: tuple[Span, ...] = ()
    heard: listener.Heard | None = None
    """What the listener takes from it; None in a language it was not taught."""
    before: str = ""
    """What the coach had said."""

    def of(self, *wanted: Cue) -> tuple[Span, ...]:
        """The spans of these cues."""
        return tuple(span for span in self.spans if span.cue in wanted)

    def has(self, *wanted: Cue) -> bool:
        """Whether any of these cues is there."""
        return bool(self.of(*wanted))

    def to_us(self, start: int, end: int) -> bool:
        """Whether words of the message are turned to us or about the chat, and so are nothing to say back or to put on a page."""
        matched = to_us(self.message[start:end])
        if self.heard is None:
            return matched
        likely = self.heard.likely(listener.US, start, end)
        return likely >= listener.shipped().level("us beside" if matched else listener.US)

    def echoes(self, start: int, end: int) -> bool:
        """Whether words only give back what the coach had just said ("how does it SIT with me?")."""
        theirs = {*words(self.message[start:end])} - _TURNED
        return bool(theirs) and theirs <= {*words(self.before)}

    def weight(self, start: int, end: int) -> float:
        """How much words of the message carry, 0 to 1; 0 where there is no listener."""
        return self.heard.likely(listener.WEIGHT, start, end) if self.heard else 0.0

    def worth(self, quote: Quote) -> float:
        """How well a quotation holds the words that weigh and no others; 0 where there is no listener."""
        return self.heard.worth(quote.start, quote.end) if self.heard else 0.0

    @cached_property
    def heaviest(self) -> float:
        """How much the weightiest clause carries, 0 to 1; 0 where there is no listener."""
        places = quoting.clauses(self.message[:QUOTED_FROM]) if self.heard else []
        return max((self.weight(*place) for place in places), default=0.0)

    def sayable(self, quote: Quote) -> bool:
        """Whether a clause can be said back: it stands alone, is meant as said, and is not about the chat."""
        whole = quoting.quotable(quote.text) and quoting.asserted(self.message, quote.start)
        after = self.message[quote.end : quote.end + 1]
        half = after == "," and _CONDITION.search(quote.text)
        return whole and not half and not self.to_us(quote.start, quote.end) and after != "?"

    @property
    def tells(self) -> bool:
        """Whether a message that complains or asks something of us also tells on."""
        return bool(self.heard and self.heard.kinds[Kind.TELLING] >= 0.5 and self.word_count >= TELLS)

    def open_spans(self, wanted: Collection[Cue]) -> tuple[Span, ...]:
        """The spans of these cues whose clause can be said back, outside every sentence that holds a plea."""
        return tuple(
            span for span in self.spans if span.cue in wanted and self.sayable(span.quote) and not self.begs(span.start)
        )

    def begs(self, place: int) -> bool:
        """Whether the sentence at a place of the message asks us for an answer."""
        return any(start <= place < end for start, end in self._pleading)

    @cached_property
    def _pleading(self) -> tuple[tuple[int, int], ...]:
        pleas = [plea.start for plea in self.of(Cue.PLEA)]
        sentences = sentence_spans(self.message) if pleas else []
        return tuple(span for span in sentences if any(span[0] <= plea < span[1] for plea in pleas))

    @property
    def word_count(self) -> int:
        """How many words the message has."""
        return len(self.message.split())


@lru_cache(maxsize=128)
def read(message: str, turn: int, language: str = "", before: str = "") -> Reading:
    """Read one cleaned message; the last ones are remembered, because every turn looks back at the whole conversation.

    `language` is what the conversation has been in, for messages too short to tell; `before` is what the coach had said.
    """
    visible = model.visible(message)
    spoken = tongue(visible) or language or first_word(visible) or "en"
    spans = _spans(message, visible, turn, spoken) if spoken in SPOKEN else ()
    heard = listener.shipped().hear(visible, before) if spoken == "en" else None
    kind = kind_of(message.replace("’", "'").strip())
    if heard:
        spans = tuple(
            _whole(message, span, heard) for span in spans if span.cue != Cue.PLEA or _begging(span, visible, heard)
        )
        settling = settled(kind, len(message.split()), leaves(message), heard.kinds, listener.shipped().level)
        kind = kind if kind == Kind.ABOUT_US and _asks_us(message, heard) else settling
    asked = asking.shipped().likely(visible) if visible.strip() else {}
    spans = _with_plea(message, visible, turn, spans, asked)
    return Reading(message, turn, _asked(kind, asked, stays(message)), spoken, spans, heard, before)


def _with_plea(
    message: str, visible: str, turn: int, spans: tuple[Span, ...], asked: Mapping[Asks, float]
) -> tuple[Span, ...]:
    """The spans with a plea that no pattern knew, in the sentence that asks most; without one that nobody asked."""
    likely, pleas = asked.get(Asks.PLEA, 0.0), [span for span in spans if span.cue == Cue.PLEA]
    if pleas and likely < NEVER:
        return tuple(span for span in spans if span.cue != Cue.PLEA)
    if pleas or likely < asking.shipped().level(Asks.PLEA):
        return spans
    ends = [place for place in sentence_spans(visible)[-LAST:] if visible[slice(*place)].strip()]
    if not ends:
        return spans
    place = max(ends, key=lambda each: asking.shipped().likely(visible[slice(*each)])[Asks.PLEA])
    return (*spans, _span(Cue.PLEA, message, visible, turn, *place))


def _asked(kind: Kind, asked: Mapping[Asks, float], goes_on: bool) -> Kind:
    """The kind, where no form and no listener knew it for a question about us or a goodbye."""
    if kind != Kind.TELLING:
        return kind
    sure = [
        what
        for what in ASKED
        if not (goes_on and what is Asks.CLOSE) and asked.get(what, 0.0) >= asking.shipped().level(what)
    ]
    return ASKED[max(sure, key=lambda what: asked[what])] if sure else kind


def _whole(message: str, span: Span, heard: listener.Heard) -> Span:
    """The span with the quotation around it that best holds what weighs."""
    quote = span.quote
    around = [
        each for each in quoting.stretches(message[:QUOTED_FROM]) if each[0] <= quote.start and quote.end <= each[1]
    ]
    best = max(around, key=lambda each: heard.worth(*each), default=None)
    if best is None or heard.worth(*best) <= heard.worth(quote.start, quote.end):
        return span
    return replace(span, quote=Quote(text=message[slice(*best)], turn=quote.turn, start=best[0], end=best[1]))


def _asks_us(message: str, heard: listener.Heard) -> bool:
    """Whether a question about us stands in the message, and the listener holds its words for turned to the chat."""
    asked = [span for span in sentence_spans(message) if about_us(message[slice(*span)])]
    return any(heard.likely(listener.US, *span) >= listener.shipped().level("us beside") for span in asked)


def _begging(span: Span, visible: str, heard: listener.Heard) -> bool:
    """Whether a plea is one: its words say so plainly, or the listener does not think it out of the question."""
    plain = any(found[1] < span.end and span.start < found[2] for found in matched(visible, _PLAIN))
    return plain or heard.kinds[PLEA] >= BEGS


def to_us(words_: str) -> bool:
    """Whether words are turned to us or about the chat, and so are nothing to say back or to put on a page."""
    return bool(_TO_US.search(words_.replace("’", "'")) or _DISOWNED.search(words_.replace("’", "'")))


def _spans(message: str, visible: str, turn: int, spoken: str) -> tuple[Span, ...]:
    """What the trained reader finds, and what the patterns match and it does not think unlikely.

    Spanish and German patterns count as they are: of these languages the reader has seen little.
    """
    found = model.shipped().cues(visible, matched(visible, PATTERNS[spoken]), trusted=spoken != "en")
    known = {each.cue for each in found}
    certain = {cue: each for cue, each in cues.CERTAIN.items() if spoken == "en" and cue not in known}
    found += [model.Found(cue, start, end, 1.0) for cue, start, end in matched(visible, certain)]
    found.sort(key=lambda each: (each.start, each.end))
    return tuple(
        _span(each.cue, message, visible, turn, each.start, each.end)
        for each in found
        if visible[each.start : each.end].strip()
    )


def matched(visible: str, patterns: Patterns) -> Iterator[tuple[Cue, int, int]]:
    """Where the patterns match."""
    for cue, expressions in patterns.items():
        for expression in expressions:
            for match in expression.finditer(visible):
                yield cue, *match.span()


def _span(cue: Cue, message: str, visible: str, turn: int, start: int, end: int) -> Span:
    while visible[start].isspace():
        start += 1
    while visible[end - 1].isspace():
        end -= 1
    left, right = quoting.clause(visible, start, end)
    return Span(cue, message[start:end], start, end, Quote(text=message[left:right], turn=turn, start=left, end=right))
