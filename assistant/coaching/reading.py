"""Decides what a message holds: cues as spans of the thinker's own words, language, and what kind of reply it is.

Local and pure. Refuses to know what the coach will do with it (`moves.py`) and what is dangerous (`safety.py`).
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from assistant.coaching import cues, cues_es, quoting
from assistant.coaching.kinds import Kind, kind_of
from assistant.schemas import Cue, Quote
from assistant.text import looks_like_code, sentence_spans, words

READ_AT_MOST = 12_000
"""Characters looked at; more than a person reads aloud in ten minutes, and reading stays under 50 ms."""

_BLANK = re.compile(r"```(?s:.*?)(?:```|\Z)|`[^`\n]+`|https?://\S+|<[^>\n]{1,200}>")
_TO_US = re.compile(
    r"\b(?:you|your|you're|youre|u|ur|yours|yourself)\b|\b(?:this|the|that|an) (?:app|bot|chat|program|machine|tool|parser|software)\b|"
    r"\b(?:that|this|the|stupid|silly|first|last|next) (?:question|sentence)s?\b|\b(?:tú|te|usted|tu pregunta|esta app)\b|"
    r"\bnot what i (?:asked|said|meant)\b|\bunderstand (?:the|this|that|it|about)\b|\bmakes? (?:no |any )?sense\b|\bof what\b|\bthe (?:first|second|third|last) one\b|\bthat list\b|\bi (?:told|gave) it\b|\bquot(?:e|ed|ing)\b|\bsaid (?:bye|good ?night|stop)\b|\ble ped[ií]\b|\bme sale con\b|\bno me contest|\bme da la vuelta\b|\ble voy a (?:seguir )?cont",
    re.IGNORECASE,
)
"""Words turned to us or about the chat. "You" for people in general is lost with them, which costs little."""
_DISOWNED = re.compile(
    r"\bnot (?:mine|that one|it)\b|\bnobody(?:'s| is|s)? (?:in danger|died|hurt|ending)|\binappropriate\b|\bsarcasm\b|\bjoking\b|\bleave (?:that|it) out\b|\bi (?:didn'?t|never) sa(?:id|y)",
    re.IGNORECASE,
)


_SPANISH = frozenset(
    "que de la el es y lo una los para mi pero más muy como está yo las del al estoy cuando tengo hay siempre "
    "nunca equipo trabajo jefe jefa porque quiero todo eso esto ella él nos hacer hola gracias bien también ya "
    "le les te su sus nosotros ser estar era fue soy eres somos siento miedo ayuda creo puedo puede voy hoy "
    "ayer mañana nadie nada otra otro sin sobre desde hasta donde quien así aquí ahora entonces pues aunque "
    "mientras después antes hemos mucho mucha sí día reunión compañero compañera decir hablar".split()
)
"""Small words that are Spanish and not English; two of them settle what the identifier is unsure of in short messages."""
_ENGLISH = frozenset(
    "the and of is that it my with for have this are but they she what i'm don't you it's i've there her his "
    "them because about just when how would been from which who their".split()
)
"""Small words that no neighbouring language shares; two of them spare the identifier (83 MB, loaded when first needed)."""
_SURE = 0.5
"""Probability from which a language other than English or Spanish is believed; below it the conversation's language stays."""


@dataclass(frozen=True)
class Span:
    """Words that show a cue; `message[start:end] == text`, `quote` is the clause around them."""

    cue: Cue
    text: str
    start: int
    end: int
    quote: Quote


def sayable(message: str, quote: Quote) -> bool:
    """Whether a clause can be said back: it stands alone, is meant as said, and is not about the chat."""
    whole = quoting.quotable(quote.text) and quoting.asserted(message, quote.start)
    return whole and not to_us(quote.text) and message[quote.end : quote.end + 1] != "?"


@dataclass(frozen=True)
class Reading:
    """What one message holds. `spans` are in order of their place; `language` is en, es or other."""

    message: str
    turn: int
    kind: Kind
    language: str
    spans: tuple[Span, ...] = ()

    def of(self, *wanted: Cue) -> tuple[Span, ...]:
        """The spans of these cues."""
        return tuple(span for span in self.spans if span.cue in wanted)

    def has(self, *wanted: Cue) -> bool:
        """Whether any of these cues is there."""
        return bool(self.of(*wanted))

    def open_spans(self, wanted: Collection[Cue]) -> tuple[Span, ...]:
        """The spans of these cues whose clause can be said back, outside every sentence that holds a plea."""
        return tuple(
            span
            for span in self.spans
            if span.cue in wanted and sayable(self.message, span.quote) and not self.begs(span.start)
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


def read(message: str, turn: int, language: str = "") -> Reading:
    """Read one cleaned message; `language` is what the conversation has been in, for messages too short to tell."""
    visible = _visible(message)
    spoken = tongue(visible) or language or "en"
    patterns = cues_es.SPANISH if spoken == "es" else cues.PATTERNS if spoken == "en" else {}
    spans = _spans(message, visible, turn, patterns)
    return Reading(message, turn, kind_of(message.replace("’", "'").strip()), spoken, spans)


def _visible(message: str) -> str:
    """The text as the patterns meet it: same length, straight apostrophes, pasted logs, code and links blanked."""
    straight = message[:READ_AT_MOST].replace("’", "'").replace("‘", "'")
    lines = (re.sub(r"\S", " ", line) if looks_like_code(line) else line for line in straight.split("\n"))
    return _BLANK.sub(lambda found: re.sub(r"\S", " ", found.group()), "\n".join(lines))


def to_us(words_: str) -> bool:
    """Whether words are turned to us or about the chat, and so are nothing to say back or to put on a page."""
    return bool(_TO_US.search(words_.replace("’", "'")) or _DISOWNED.search(words_.replace("’", "'")))


def tongue(text: str) -> str:
    """en, es or other; empty when the text is too short to tell (fewer than three words)."""
    found = words(text)
    spanish = sum(word in _SPANISH for word in found) + 2 * bool(re.search(r"[¿¡ñ]", text))
    if spanish >= 2 and spanish >= len(found) / 5:
        return "es"
    if sum(word in _ENGLISH for word in found) >= max(2, len(found) / 8):
        return "en"
    if len(found) < 3 and all(ord(char) < 0x250 for char in text if char.isalpha()):
        return ""
    label, sure = _identifier().classify(text[:1000])
    if label in ("en", "es"):
        return str(label)
    return "other" if sure >= _SURE else ""


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """py3langid's model, from its wheel; half a second to load, a quarter of a millisecond a message."""
    from py3langid import langid

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)


def _spans(
    message: str, visible: str, turn: int, patterns: Mapping[Cue, tuple[re.Pattern[str], ...]]
) -> tuple[Span, ...]:
    found = []
    for cue, expressions in patterns.items():
        taken: list[tuple[int, int]] = []
        for expression in expressions:
            for match in expression.finditer(visible):
                if match.group().strip() and not any(a < match.end() and match.start() < b for a, b in taken):
                    taken.append(match.span())
                    found.append(_span(cue, message, visible, turn, *match.span()))
    return tuple(sorted(found, key=lambda span: (span.start, span.end)))


def _span(cue: Cue, message: str, visible: str, turn: int, start: int, end: int) -> Span:
    while visible[start].isspace():
        start += 1
    while visible[end - 1].isspace():
        end -= 1
    left, right = quoting.clause(visible, start, end)
    return Span(cue, message[start:end], start, end, Quote(text=message[left:right], turn=turn, start=left, end=right))
