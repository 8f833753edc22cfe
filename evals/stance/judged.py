"""Decides how corpus rows and replies are put to the judge as it ships; refuses to know what comes out.

Everything goes through `assistant.stance.guard`, the one door. Stopped means that a sentence was not found in stance; a
referral counts as in stance, though the flow shows it only where the safety flow is on.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.stance import Verdict, guard, judge
from evals.stance.rows import Line


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row and the verdicts of its sentences."""

    line: Line
    verdicts: tuple[Verdict, ...]

    @property
    def stopped(self) -> bool:
        """Whether any part of the row was not found in stance."""
        return any(not verdict.in_stance for verdict in self.verdicts)

    @property
    def probability(self) -> float:
        """How likely the judge holds the row to be out of stance: of its worst part."""
        return max(
            (each.confidence if not each.in_stance else 1 - each.confidence for each in self.verdicts), default=0.0
        )


def outcomes(lines: Sequence[Line]) -> list[Outcome]:
    """Every row judged: sentences on their own one by one, replies whole and in order."""
    found: list[Outcome] = []
    for reply, group in groupby(lines, key=lambda line: (line.writer, line.reply or line.key)):
        rows = list(group)
        if isinstance(reply[1], int):
            found += in_reply(rows)
        else:
            before = rows[0].before[-1] if rows[0].before else ""
            found.append(Outcome(rows[0], tuple(judge(rows[0].text, rows[0].thinker, before=before))))
    return found


def in_reply(rows: Sequence[Line]) -> Iterator[Outcome]:
    """The rows of one reply, each with the verdicts that fell into it."""
    parts = by_part([row.text for row in rows], rows[0].thinker)
    yield from (Outcome(row, verdicts) for row, verdicts in zip(rows, parts, strict=True))


def by_part(texts: Sequence[str], thinker: Sequence[str]) -> list[tuple[Verdict, ...]]:
    """Judge texts as the lines of one reply; a line never holds more than its own sentences."""
    taken = 0

    def fed() -> Iterator[str]:
        nonlocal taken
        for text in texts:
            yield text + "\n"
            taken += 1

    found: list[list[Verdict]] = [[] for _ in texts]
    for verdict in guard(fed(), thinker):
        found[min(taken, len(texts) - 1)].append(verdict)
    return [tuple(each) for each in found]
