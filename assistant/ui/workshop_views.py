"""Decides how a draft, its difference and its trial look as HTML; refuses to know how they come about."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.ui.copy_workshop import WORKSHOP
from assistant.ui.markup import progress_bar, status, table, text

if TYPE_CHECKING:
    from assistant.flows.trial import Trial

MOST_LINES = 200
"""Lines of a difference that are shown."""


def draft(mistake: str, difference: Sequence[str]) -> str:
    """Whether the draft can be used, and what it changes; a sign stands before each line, colour is only beside it."""
    if mistake:
        return status(mistake, urgent=True)
    if not difference:
        return status(WORKSHOP.SAME)
    lines = "\n".join(_line(line) for line in difference[:MOST_LINES])
    name = text(WORKSHOP.DIFFERENCE)
    return status(WORKSHOP.USABLE) + f'<h3>{name}</h3><pre tabindex="0" role="region" aria-label="{name}">{lines}</pre>'


def _line(line: str) -> str:
    tag = {"+": "ins", "-": "del"}.get(line[:1])
    return f"<{tag}>{text(line)}</{tag}>" if tag else text(line)


def trial(now: "Trial") -> str:
    """How far it is; at its end what changed, suite by suite and case by case."""
    if now.outcome is None:
        line = WORKSHOP.RUNNING.format(done=now.done, total=now.total, side=now.side)
        bar = progress_bar(now.done, now.total, WORKSHOP.PROGRESS)
        return status(line) + bar
    rows = [
        (one.suite, one.word, f"{one.difference:+.1%}", f"{one.low:+.1%} – {one.high:+.1%}", f"{one.p:.3f}")
        for one in now.compared
    ]
    changed = [(one.id, WORKSHOP.HELD if one.held else WORKSHOP.FAILED, one.why, one.sentence) for one in now.changed]
    return (
        status(now.outcome.summary)
        + f"<h3>{text(WORKSHOP.WORDS)}</h3>{table(WORKSHOP.WORDS, WORKSHOP.COLUMNS, rows)}"
        + (f"<h3>{text(WORKSHOP.CHANGED)}</h3>{table(WORKSHOP.CHANGED, WORKSHOP.CHANGED_COLUMNS, changed)}" if changed else f"<p>{text(WORKSHOP.NOTHING)}</p>")
    )  # fmt: skip
