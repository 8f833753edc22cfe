"""Decides how prompts, questions, protocols and results look as HTML; refuses to know how they come about."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.schemas import Protocol, Question
from assistant.ui.copy import DESIGN
from assistant.ui.markup import progress_bar, status, table, text

if TYPE_CHECKING:
    from assistant.evaluation.run import CaseResult, Count
    from assistant.flows.design import Progress

CUT = 40
"""Questions shown at first; the whole bank is some thirty screens on a phone."""


def block(title: str, words: str) -> str:
    """A text as it is, line breaks kept, scrollable by keyboard."""
    name = text(title)
    return f'<h3>{name}</h3><pre tabindex="0" role="region" aria-label="{name}">{text(words)}</pre>'


def messages(said: Sequence[tuple[str, str]]) -> str:
    """A filled prompt, message by message, each under its role."""
    inside = "\n\n".join(f"<strong>{text(role)}</strong>\n{text(words)}" for role, words in said)
    name = text(DESIGN.PREVIEW)
    return f'<h3>{name}</h3><pre tabindex="0" role="region" aria-label="{name}">{inside}</pre>'


def questions(shown: Sequence[Question], count: int, total: int) -> str:
    """How many match of how many, and those that are shown as a table."""
    words = DESIGN.COUNT if len(shown) == count else DESIGN.COUNT_CUT
    line = words.format(count=count, total=total, shown=len(shown))
    rows = [(one.text, *_plain(one.lens, one.moves), one.depth, *_plain(one.needs), one.id) for one in shown]
    return status(line) + table(DESIGN.QUESTIONS, DESIGN.QUESTION_COLUMNS, rows)


def protocols(found: Sequence[Protocol], total: int) -> str:
    """How many match of how many, and all of them as a table."""
    line = DESIGN.PROTOCOL_COUNT.format(count=len(found), total=total)
    return status(line) + table(DESIGN.PROTOCOLS, DESIGN.PROTOCOL_COLUMNS, [_protocol(one) for one in found])


def _protocol(one: Protocol) -> tuple[object, ...]:
    minutes = f"{sum(stage.minutes for stage in one.stages):g}"
    stages = ", ".join(stage.name for stage in one.stages)
    return one.name, ", ".join(one.roles), one.people, stages, minutes, one.id


def progress(now: "Progress") -> str:
    """The line, the bar, and everything known so far; what did not hold comes first."""
    done = bool(now.counts)
    if done and not now.total:
        return status(DESIGN.NO_CASES)
    line = (DESIGN.DONE if done else DESIGN.RUNNING).format(
        done=now.done, total=now.total, held=len(now.held), failed=len(now.failed)
    )
    bar = progress_bar(now.done, now.total, DESIGN.PROGRESS)
    return status(line) + bar + (_whole(now) if done else _failed(now.failed))


def _whole(now: "Progress") -> str:
    """A run that came to its end."""
    word = f"<p>{text(DESIGN.BASELINE.format(summary=now.outcome.summary))}</p>" if now.outcome else ""
    totals = table(DESIGN.TOTALS, DESIGN.TOTAL_COLUMNS, [_count(one) for one in now.counts])
    failed = _failed(now.failed) or f"<p>{text(DESIGN.NONE_FAILED)}</p>"
    return f"{word}<h3>{text(DESIGN.TOTALS)}</h3>{totals}{failed}{_held(now.held)}"


def _count(one: "Count") -> tuple[object, ...]:
    share = f"{one.held / one.cases:.0%}" if one.cases else "–"
    return one.suite, f"{one.held} / {one.cases}", share, f"{one.low:.1%} – {one.high:.1%}"


def _failed(cases: "Sequence[CaseResult]") -> str:
    if not cases:
        return ""
    rows = [(one.id, one.suite, DESIGN.STATUS[one.status], one.why, one.sentence) for one in cases]
    return f"<h3>{text(DESIGN.FAILED)}</h3>" + table(DESIGN.FAILED, DESIGN.CASE_COLUMNS, rows)


def _held(cases: "Sequence[CaseResult]") -> str:
    if not cases:
        return ""
    title = DESIGN.HELD.format(count=len(cases))
    rows = table(title, DESIGN.CASE_COLUMNS[:2], [(one.id, one.suite) for one in cases])
    return f"<details><summary>{text(title)}</summary>{rows}</details>"


def _plain(*names: str | Sequence[str]) -> list[str]:
    """Names of enums as people write them; several on one line."""
    return [(name if isinstance(name, str) else ", ".join(name)).replace("_", " ") for name in names]
