"""Participation at a glance: counts only, nothing under five people, and nothing that lets a hidden week be worked out."""

from datetime import UTC, datetime, timedelta

from assistant.flows.participation import FEWEST, as_csv, weeks
from assistant.store import HeldSession as Held
from assistant.testing import temporary_assistant

MONDAY = datetime(2026, 11, 2, 9, tzinfo=UTC)


def week(people: int, number: int = 0, commits: bool = False) -> list[Held]:
    return [Held(f"p{at}", MONDAY + timedelta(weeks=number, hours=at), commits) for at in range(people)]


def test_a_week_of_five_is_shown_and_one_of_four_is_not() -> None:
    """Under five people every number is left out, whatever it is."""
    shown, hidden = weeks([*week(FEWEST), *week(FEWEST - 1, 1)])
    assert (shown.name, shown.people, shown.sessions) == ("2026-W45", 5, 5)
    assert hidden.row == ("2026-W46", *["under 5"] * 5)


def test_one_busy_person_is_no_crowd() -> None:
    """Twenty sessions of two people stay hidden."""
    busy = [Held(f"p{at % 2}", MONDAY + timedelta(hours=at), True) for at in range(20)]
    assert [each.people for each in weeks(busy)] == [None]


def test_rhythm_and_commitments_are_counted() -> None:
    """Who came lately counts as a regular; a commitment is followed up when its owner comes back within thirty days."""
    first, second, late = weeks([*week(6, 0, True), *week(5, 2), *week(5, 9, True)])
    assert (first.commitments, first.followed, first.regulars) == (6, 5, 0)
    assert (second.regulars, second.commitments) == (5, 0)
    assert (late.regulars, late.followed) == (0, 0)


def test_a_total_is_told_nowhere() -> None:
    """With a total, a single hidden week could be worked out by subtraction."""
    told = as_csv(weeks([*week(7), *week(2, 1)]))
    assert told.splitlines() == [
        "week,people,sessions,came before,commitments,followed up",
        "2026-W45,7,7,0,0,0",
        "2026-W46,under 5,under 5,under 5,under 5,under 5",
    ]


def test_the_store_gives_no_words() -> None:
    """What is counted from is who, when and whether a step stands there; a session without a word is none."""
    with temporary_assistant() as assistant:
        assistant.prepare.begin("somebody")
        conversation = assistant.prepare.begin("me")
        list(assistant.prepare.say("me", conversation, "My stock count never fits. I will ask Rosa on Friday."))
        (held,) = assistant.store.held()
    assert (held.owner, type(held.commits)) == ("me", bool)
    assert "Rosa" not in repr(held)
