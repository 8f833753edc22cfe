"""Decides what a message holds: cues as spans of the thinker's own words, language, and what kind of reply it is.

Local and pure. Refuses to know what the coach will do with it (`moves.py`) and what is dangerous (`safety.py`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.coaching import cues, cues_es, quoting
from assistant.schemas import Cue, Quote
from assistant.text import words

READ_AT_MOST = 12_000
"""Characters looked at; more than a person reads aloud in ten minutes, and reading stays under 50 ms."""

_BLANK = re.compile(
    r"```(?s:.*?)(?:```|\Z)|`[^`\n]+`|https?://\S+|<[^>\n]{1,200}>|"
    r"^\s*(?:at [\w.$<>]+\(|File \"|Traceback|[\w.]+(?:Error|Exception)\b|\d{4}-\d\d-\d\d[T ]\d\d:|>>>|\$ |#\d+ |\[?(?:ERROR|WARN|INFO|DEBUG)\b|[{}()\[\];]+$).*$|"
    r"^ {4,}\S.*$",
    re.MULTILINE,
)
_SPANISH = frozenset(
    ["que", "de", "no", "la", "el", "es", "y", "en", "lo", "un", "por", "con", "una", "los", "para", "mi", "se", "me", "pero", "más", "muy", "como", "está", "yo", "las", "del", "al", "estoy", "cuando", "tengo", "hay", "siempre", "nunca", "equipo", "trabajo", "jefe", "jefa", "porque", "quiero", "todo", "eso", "esto", "ella", "él", "son", "nos", "hacer", "hola", "gracias", "bien", "también", "ya"]
)
_ENGLISH = frozenset(
    ["the", "i", "to", "and", "a", "of", "in", "it", "is", "my", "that", "me", "you", "he", "she", "they", "we", "was", "for", "on", "with", "but", "not", "have", "this", "be", "so", "at", "do", "what", "are", "as", "if", "just", "about", "don't", "i'm", "it's", "am", "or", "no", "yes", "how", "can't", "them", "her", "his", "our", "all", "when", "because", "an", "has", "had", "would", "there", "been", "from", "up", "out", "more", "want", "need"]
)
_SAME = frozenset(["no", "me", "as", "has", "he", "son"])  # written alike in both languages; counted for neither


class Kind(StrEnum):
    """What kind of reply a message is, before any cue is looked at."""

    GREETING = "greeting"
    """Only a greeting or a thank you."""
    HOLLOW = "hollow"
    """Nothing to hold on to: "idk", "?"."""
    STOP = "stop"
    """The thinker ends the session."""
    DOUBT = "doubt"
    """Irritation with the assistant or the questions."""
    MISREAD = "misread"
    """"That is not what I meant." """
    ABOUT_US = "about_us"
    """A question about the method or the assistant."""
    TELLING = "telling"
    """Anything else: the thinker tells something."""


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
    return Reading(message, turn, _kind(message.replace("’", "'").strip(), spans), spoken, spans)


def _visible(message: str) -> str:
    """The text as the patterns meet it: same length, straight apostrophes, pasted logs, code and links blanked."""
    straight = message[:READ_AT_MOST].replace("’", "'").replace("‘", "'")
    return _BLANK.sub(lambda found: re.sub(r"\S", " ", found.group()), straight)


def tongue(text: str) -> str:
    """en, es or other, told from small words; empty when there are too few to tell."""
    found = [word for word in words(text) if word not in _SAME]
    if len(found) < 3:
        return ""
    english = sum(word in _ENGLISH for word in found)
    spanish = sum(word in _SPANISH for word in found) + (2 if re.search(r"[¿¡ñ]", text) else 0)
    if spanish > english and spanish >= 2:
        return "es"
    letters = [char for char in text if char.isalpha()]
    foreign = sum(ord(char) > 0x24F for char in letters)
    if foreign > len(letters) / 2 or (len(found) >= 6 and english / len(found) < 0.08):
        return "other"
    return "en" if english else ""


def _spans(message: str, visible: str, turn: int, patterns: Mapping[Cue, tuple[re.Pattern[str], ...]]) -> tuple[Span, ...]:
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


def _kind(message: str, spans: tuple[Span, ...]) -> Kind:
    """Short forms by their whole; doubt, misreading and questions about us only in messages of at most 40 words."""
    for pattern, kind in ((cues.GREETING, Kind.GREETING), (cues.STOP, Kind.STOP), (cues.HOLLOW, Kind.HOLLOW)):
        if pattern.match(message):
            return kind
    if len(message.split()) <= 40:
        for pattern, kind in ((cues.MISREAD, Kind.MISREAD), (cues.DOUBT, Kind.DOUBT), (cues.ABOUT_US, Kind.ABOUT_US)):
            if pattern.search(message):
                return kind
    return Kind.TELLING if any(char.isalnum() for char in message) else Kind.HOLLOW
