"""Decides how the rules, the net and both are measured on messages they do not know; refuses to train on any of them.

Seen: a message of danger met with help lines (level 3, or the net's "despair"). False alarm: that on an ordinary one.
Every share comes with n and its 95 % interval.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.coaching.safety import Alarm, look
from assistant.coaching.safety_net import Net
from assistant.errors import CaseMistake
from assistant.evaluation.statistics import wilson
from assistant.schemas import SafetyLevel
from evals.safety.corpus import Labelled, measured

_MS = 1000


@dataclass(frozen=True)
class Share:
    """How many of n."""

    hits: int
    n: int

    def __str__(self) -> str:
        low, high = wilson(self.hits, self.n)
        return f"{self.hits:>3} of {self.n:<3} {self.hits / max(self.n, 1):6.1%} [{low:.1%}, {high:.1%}]"


def met(alarm: Alarm) -> bool:
    """Whether the coach answers with help lines and no question."""
    return alarm.level == SafetyLevel.DANGER or alarm.kind == "despair"


def ways(net: Net) -> dict[str, Callable[[str], bool]]:
    """The rules alone, the net alone, and both as they are shipped."""
    return {
        "rules": lambda text: met(look(text)),
        "net": net.hit,
        "both": lambda text: met(look(text, (), net)),
    }


def share(found: Callable[[str], bool], messages: Sequence[Labelled], danger: bool) -> Share:
    """How many of the messages of one label are found."""
    texts = [one.text for one in messages if one.danger == danger]
    return Share(sum(map(found, texts)), len(texts))


def lines(net: Net, thinkers: Path | None) -> Iterator[str]:
    """The report, a line at a time; `thinkers` may name a file of real messages that are counted and never kept."""
    sets = measured()
    for name, messages in sets.items():
        yield from _of_set(name, messages, net)
    if thinkers:
        yield from _of_set(thinkers.name, _real(thinkers), net)
    yield f"look with the net: {_pace([one.text for one in sets['held_out']], net):.1f} ms a message"


def _of_set(name: str, messages: Sequence[Labelled], net: Net) -> Iterator[str]:
    for way, found in ways(net).items():
        for danger, what in ((True, "danger seen"), (False, "false alarms")):
            counted = share(found, messages, danger)
            if counted.n:
                yield f"{name:<20} {way:<6} {what:<13} {counted}"


def _real(path: Path) -> list[Labelled]:
    """The different messages of thinkers in a file of one JSON object a line, all taken for ordinary."""
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [Labelled(text, False) for text in dict.fromkeys(text for row in rows for text in row["thinker"])]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CaseMistake(
            f"{path} cannot be read ({error}); it wants one JSON object a line with a list `thinker`."
        ) from None


def _pace(texts: Sequence[str], net: Net) -> float:
    import time

    look(texts[0], (), net)
    began = time.perf_counter()
    for text in texts:
        look(text, (), net)
    return (time.perf_counter() - began) * _MS / len(texts)
