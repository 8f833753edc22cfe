"""Decides what of a programme's sessions may be counted, and that nobody can be made out: weeks in numbers, nothing under five people.

Refuses to read a word of anybody's: it gets who (a random id), when, and whether a next step stands on the page.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.flows.lists import csv_of
from assistant.store import HeldSession

FEWEST = 5
"""People below which nothing is shown (k-anonymity, Sweeney 2002). What is left out is in no total either: else it could be worked out."""
WITHIN = timedelta(days=30)
"""A commitment counts as followed up when its owner prepares again within this time."""
COLUMNS = ("week", "people", "sessions", "came before", "commitments", "followed up")


@dataclass(frozen=True)
class Week:
    """One ISO week in numbers; None for everything where fewer than `FEWEST` people took part.

    Attributes:
        regulars: people who also took part in one of the four weeks before.
        followed: commitments of this week whose owner came back within `WITHIN`.
    """

    name: str
    people: int | None = None
    sessions: int | None = None
    regulars: int | None = None
    commitments: int | None = None
    followed: int | None = None

    @property
    def row(self) -> tuple[str, ...]:
        """As a line of a table."""
        told = (self.people, self.sessions, self.regulars, self.commitments, self.followed)
        return (self.name, *(f"under {FEWEST}" if each is None else str(each) for each in told))


def weeks(held: Iterable[HeldSession]) -> list[Week]:
    """Every week from the first session to the last, oldest first; those without a session are left out."""
    by_week: dict[tuple[int, int], list[HeldSession]] = defaultdict(list)
    every = sorted(held, key=lambda each: each.at)
    for each in every:
        by_week[_week(each.at.date())].append(each)
    return [_counted(week, rows, every) for week, rows in sorted(by_week.items())]


def as_csv(found: Sequence[Week]) -> str:
    """The same numbers as CSV."""
    return csv_of(COLUMNS, [week.row for week in found])


def _counted(week: tuple[int, int], rows: Sequence[HeldSession], every: Sequence[HeldSession]) -> Week:
    name, people = f"{week[0]}-W{week[1]:02}", {row.owner for row in rows}
    if len(people) < FEWEST:
        return Week(name)
    monday = date.fromisocalendar(*week, 1)
    lately = {each.owner for each in every if monday - timedelta(weeks=4) <= each.at.date() < monday}
    made = [row for row in rows if row.commits]
    followed = sum(
        any(each.owner == row.owner and row.at < each.at <= row.at + WITHIN for each in every) for row in made
    )
    return Week(name, len(people), len(rows), len(people & lately), len(made), followed)


def _week(day: date) -> tuple[int, int]:
    year, week, _ = day.isocalendar()
    return year, week
