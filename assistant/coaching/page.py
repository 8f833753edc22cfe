"""Decides what one message may put on the page: which of its sentences are free, and how long a line is.

Refuses to know what belongs where. A line is a verbatim span of the message.
"""

from collections.abc import Collection

from assistant.coaching.brief_words import LEAD_IN, SINGLE
from assistant.coaching.reading import Reading
from assistant.schemas import Brief, BriefField, BriefLine, Cue
from assistant.text import looks_like_code, sentence_spans, words

LINES = 3
"""Lines a field holds at most by itself; the page stays one page. The person may add as many as they like."""
LONGEST = 240
"""Characters of one line; a longer sentence is cut at its clause, never in a word."""


class Page:
    """The brief while one message is worked in; knows which sentences are taken.

    `asked` is the field that was just asked for.
    """

    def __init__(
        self, brief: Brief, frozen: Collection[BriefField], reading: Reading, asked: BriefField | None
    ) -> None:
        self.brief = brief
        self._frozen = frozen
        self.reading = reading
        wanted = asked == BriefField.ASK_OF_PEERS  # then "just listen" is an answer and no plea to us
        self.spans = [span for span in sentence_spans(reading.message) if sayable(reading, *span, wanted)]
        self._taken: set[tuple[int, int]] = set()

    def add(self, field: BriefField, start: int, end: int) -> None:
        """Put a span into a field, unless it is full, theirs alone, or the span is used; single lines give way to newer."""
        line = () if field in SINGLE else self.brief.get(field, ())
        if field == BriefField.QUESTION:
            announced = LEAD_IN.match(self.reading.message[start:end].replace("’", "'"))
            start += announced.end() if announced else 0
        start, end = cut(self.reading.message, start, end)
        text = self.reading.message[start:end]
        known = {tuple(words(old.text)) for old in line}
        beside = field not in (BriefField.BY_WHEN, BriefField.WHO_WILL_KNOW) and not self.free(start, end)
        if field in self._frozen or len(line) >= LINES or beside or tuple(words(text)) in known:
            return
        self._taken.add((start, end))
        self.brief[field] = (*line, BriefLine(text=text, turn=self.reading.turn, start=start, end=end))

    def free(self, start: int, end: int) -> bool:
        """Whether no word of a stretch stands on the page already."""
        return not any(left < end and start < right for left, right in self._taken)

    def sentence_at(self, position: int) -> tuple[int, int] | None:
        """The sentence around a place of the message."""
        return next((span for span in self.spans if span[0] <= position < span[1]), None)


def sayable(reading: Reading, start: int, end: int, wanted: bool = False) -> bool:
    """Pleas, questions, words to the coach, pasted logs and scraps are no line of a brief."""
    text = reading.message[start:end]
    pleading = not wanted and any(span.start < end and start < span.end for span in reading.of(Cue.PLEA))
    first_line = text.split("\n")[0]
    letters = sum(char.isalpha() for char in text)
    return not (
        pleading
        or (not wanted and reading.to_us(start, end))
        or looks_like_code(first_line)
        or text.endswith("?")
        or letters <= len(text) / 2
    )


def cut(message: str, start: int, end: int) -> tuple[int, int]:
    """At most LONGEST characters, cut after a comma or a word, without a closing full stop's company."""
    if end - start > LONGEST:
        text = message[start : start + LONGEST]
        comma = max(text.rfind(", "), text.rfind("; "), text.rfind(" – "))
        end = start + (comma if comma > LONGEST / 2 else text.rfind(" ") if " " in text else LONGEST)
    return start, end
