"""Decides what the trained reader takes from a message: cues with their places.

Refuses to know what a coach does with them (`reading.py`). A message is read in windows of whole sentences;
every token gets, for every cue, how likely it carries it. A run of likely tokens is
a span when its likeliest token reaches the cue's threshold, which was chosen for precision: a cue that is missed costs a
less fitting question, a wrong one shows that nobody listened. Trained by `python -m evals.cues.train`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.encoder.opened import Kept
from assistant.odds import likelihood
from assistant.schemas import Cue
from assistant.text import looks_like_code, sentence_spans

FOLDER = Path(__file__).parent / "model"
ARTEFACT = "reader.int8.onnx"
READ_AT_MOST = 12_000
"""Characters; more than a person reads aloud in ten minutes."""
WINDOW = 96
"""Tokens of a window; of the marked messages 95 in 100 fit into one."""
EDGE = 0.5
"""A token beside the likeliest one belongs to the span while it has at least this share of the threshold."""


_LONE = re.compile("[\ud800-\udfff]")
"""Halves of characters that no encoding can write."""
_BLANK = re.compile(r"```(?s:.*?)(?:```|\Z)|`[^`\n]+`|https?://\S+|<[^>\n]{1,200}>")


@dataclass(frozen=True, slots=True)
class Window:
    """Token ids with [CLS] and [SEP] around them; `offsets[i]` is (start, end) in the message of token i + 1."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a message that carries a cue, and how likely it does (0 to 1)."""

    cue: Cue
    start: int
    end: int
    likely: float


Likely = tuple[tuple[tuple[int, int], ...], Sequence[Sequence[float]]]
"""Of one window: each token's place in the message, and its likelihood of each cue, in the card's order."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the model holds of a message."""

    text: str
    order: tuple[Cue, ...]
    windows: tuple[Likely, ...]

    def found(self, cue: Cue, level: float) -> list[Found]:
        """The spans of a cue whose likeliest token reaches a level."""
        at = self.order.index(cue)
        return [
            _whole(self.text, Found(cue, places[first][0], places[last][1], top))
            for places, rows in self.windows
            for first, last, top in _runs([row[at] for row in rows], level)
        ]

    def likely(self, cue: Cue, start: int, end: int) -> float:
        """How likely the likeliest token of text[start:end] carries a cue, 0 to 1."""
        at = self.order.index(cue)
        inside = (
            row[at]
            for places, rows in self.windows
            for (left, right), row in zip(places, rows, strict=True)
            if left < end and start < right
        )
        return max(inside, default=0.0)


def visible(message: str) -> str:
    """The text as it is read: same length, straight apostrophes, pasted logs, code and links blanked."""
    straight = _LONE.sub(" ", message[:READ_AT_MOST]).replace("’", "'").replace("‘", "'")
    lines = (re.sub(r"\S", " ", line) if looks_like_code(line) else line for line in straight.split("\n"))
    return _BLANK.sub(lambda found: re.sub(r"\S", " ", found.group()), "\n".join(lines))


def windows(tokenizer: Any, text: str, most: int = WINDOW) -> Iterator[Window]:
    """Whole sentences together as far as they fit into so many tokens, a longer sentence cut."""
    held: list[tuple[int, tuple[int, int]]] = []
    for start, end in sentence_spans(text):
        spoken = tokenizer.encode(text[start:end], add_special_tokens=False)
        tokens = [
            (each, (start + left, start + right))
            for each, (left, right) in zip(spoken.ids, spoken.offsets, strict=True)
        ]
        if held and len(held) + len(tokens) > most:
            yield _window(tokenizer, held)
            held = []
        while len(tokens) > most:
            yield _window(tokenizer, tokens[:most])
            tokens = tokens[most:]
        held += tokens
    if held:
        yield _window(tokenizer, held)


def _window(tokenizer: Any, tokens: Sequence[tuple[int, tuple[int, int]]]) -> Window:
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    return Window((first, *(each for each, _ in tokens), last), tuple(place for _, place in tokens))


def _runs(likely: Sequence[float], level: float) -> Iterator[tuple[int, int, float]]:
    """First token, last token and highest likelihood of every run of neighbours that reaches the level somewhere."""
    at = 0
    while at < len(likely):
        end = at
        while end < len(likely) and likely[end] >= level * EDGE:
            end += 1
        if end > at and max(likely[at:end]) >= level:
            yield at, end - 1, max(likely[at:end])
        at = max(end, at + 1)


class MessageModel:
    """Opened at first use; one object serves all threads."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._kept = Kept(folder, ARTEFACT)
        self._last: Opinion | None = None

    def read(self, text: str) -> Opinion:
        """Read a message as `visible` gives it; the last one is remembered. Raises IndexUnavailable if the files are damaged."""
        opened, card = self._kept.open()
        last = self._last
        if last and last.text == text:
            return last
        read: list[Likely] = []
        for window in windows(opened.tokenizer, text):
            scores = opened.run(input_ids=window.ids)[0]
            rows = [[likelihood(float(each)) for each in row] for row in scores[0][1:-1]]
            read.append((window.offsets, rows))
        self._last = opinion = Opinion(text, tuple(Cue(name) for name in card["cues"]), tuple(read))
        return opinion

    def cues(self, text: str, matched: Iterable[tuple[Cue, int, int]] = (), trusted: bool = False) -> list[Found]:
        """The cues of a message, in order of place: what is likely enough alone, and what a pattern has matched and is likely enough beside it."""
        card = self._kept.open()[1]
        opinion = self.read(text)
        kept = [found for cue in opinion.order for found in opinion.found(cue, float(card["thresholds"][cue]))]
        for cue, start, end in matched:
            if any(each.cue == cue and each.start < end and start < each.end for each in kept):
                continue
            likely = opinion.likely(cue, start, end)
            if trusted or likely >= float(card["beside"][cue]):
                kept.append(Found(cue, start, end, likely))
        return sorted(kept, key=lambda each: (each.start, each.end))

    def open(self) -> None:
        """Open the files now instead of at the first message. Raises IndexUnavailable as `read` does."""
        self._kept.open()


def _whole(text: str, found: Found) -> Found:
    """The span with its words whole: a piece of a word is never quoted."""
    start, end = found.start, found.end
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return Found(found.cue, start, end, found.likely)


@lru_cache(maxsize=1)
def shipped() -> MessageModel:
    """The model that ships, one for the process."""
    return MessageModel()
