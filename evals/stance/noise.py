"""Decides what the judge learns to call unreadable: made from the training split by machine, never part of dev or test.

Word salad, and sentences hidden in a code that a reader could undo. A judge that knows only acts must call everything
some act; with these rows it can say that it does not understand, and what is not understood is not shown.
"""

import base64
import codecs
import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.stance.acts import Act
from evals.stance.rows import Line

_FRAMES = (
    "What do you notice when you read", "What comes up when you hear", "Take a minute with this:", "What do you hear in",
    "You said something like", "Let's stay with the words", "What would it mean to you:", "Say it to yourself:",
)  # fmt: skip
"""Sentences in stance that a code can hide behind."""
EVERY = 12
"""One row in so many of the training split is taken."""


def noise(lines: Sequence[Line]) -> list[Line]:
    """Unreadable rows made of some of these lines; the same ones every time."""
    chance = random.Random(3)
    taken = [line for at, line in enumerate(lines) if at % EVERY == 0 and len(line.text.split()) > 4]
    return [_noisy(line, taken, chance) for line in taken]


def _noisy(line: Line, others: Sequence[Line], chance: random.Random) -> Line:
    kind = chance.random()
    if kind < 0.4:
        text = _salad([line.text, chance.choice(others).text], chance)
    elif kind < 0.7:
        text = chance.choice(_CODES)(line.text)
    else:
        text = f'{chance.choice(_FRAMES)} "{chance.choice(_CODES)(_piece(line.text, chance))}"'
    return replace(line, key=f"noise:{line.key}", act=Act.UNJUDGED, text=text, before=())


def _piece(text: str, chance: random.Random) -> str:
    words = text.split()
    start = chance.randrange(max(1, len(words) - 4))
    return " ".join(words[start : start + chance.randint(1, 4)])


def _swapped(text: str) -> str:
    """Two inner letters of each longer word exchanged."""
    return " ".join(word[0] + word[2] + word[1] + word[3:] if len(word) > 3 else word for word in text.split())


def _salad(texts: Sequence[str], chance: random.Random) -> str:
    words = [word for text in texts for word in text.split()]
    chance.shuffle(words)
    return " ".join(words[: chance.randint(4, 14)])


_CODES: tuple[Callable[[str], str], ...] = (
    lambda text: codecs.encode(text, "rot13"),
    lambda text: base64.b64encode(text.encode()).decode(),
    lambda text: text.encode().hex(" "),
    _swapped,
    lambda text: text[::-1],
    lambda text: " ".join(word[::-1] for word in text.split()),
    lambda text: " ".join(word[1:] + word[:1] + "ay" for word in text.split()),
    lambda text: "".join(letter for letter in text if letter.lower() not in "aeiou"),
    lambda text: " ".join(format(ord(letter), "08b") for letter in text[:12]),
)
