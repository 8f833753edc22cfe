"""When a failing endpoint is asked again, and how long a turn waits."""

from assistant.budget import Budget
from assistant.resting import LONGEST, REST, Rest


class Clock:
    """A clock that is set by hand."""

    now = 100.0

    def __call__(self) -> float:
        """Seconds."""
        return self.now


def test_a_blip_costs_nothing() -> None:
    """After one failure the endpoint is asked again at once."""
    rest = Rest(Clock())
    rest.failed()
    assert rest.left() == 0


def test_failures_in_a_row_let_it_rest_longer_and_longer() -> None:
    """From the second on it rests; each further failure doubles the rest, up to a limit; a whole answer ends it."""
    rest = Rest(Clock())
    rest.failed()
    waits = []
    for _ in range(8):
        rest.failed()
        waits.append(rest.left())
    assert waits[:3] == [REST, 2 * REST, 4 * REST]
    assert waits[-1] == LONGEST
    rest.worked()
    assert rest.left() == 0


def test_a_rest_ends() -> None:
    """When its time is over the endpoint is asked again."""
    clock = Clock()
    rest = Rest(clock)
    rest.failed()
    rest.failed()
    clock.now += REST
    assert rest.left() == 0


def test_what_the_endpoint_asks_for_is_kept() -> None:
    """A Retry-After holds from the first failure on, but never longer than the longest rest."""
    rest = Rest(Clock())
    rest.failed(40)
    assert rest.left() == 40
    rest.failed(100_000)
    assert rest.left() == LONGEST


def test_the_first_sentence_has_a_time_of_its_own() -> None:
    """Until something is shown the shorter limit counts, afterwards the whole; time never runs below nothing."""
    clock = Clock()
    budget = Budget(20, 4, clock=clock)
    clock.now += 3
    assert budget.left() == 1
    budget.shown = True
    assert budget.left() == 17
    clock.now += 60
    assert budget.left() == 0
    assert Budget(2, 4, clock=clock).left() == 2
