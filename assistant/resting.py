"""Decides when a language model that failed is asked again, so that a dead endpoint does not cost every turn its timeout.

A circuit breaker (Nygard 2007, "Release It!"). pybreaker was looked at: it knows neither a wait that the endpoint names nor a
rest that grows. Refuses to know what was asked.
"""

import threading
import time
from collections.abc import Callable

TRIES = 2
"""Failures in a row after which the endpoint rests; the first may be a blip."""
REST, LONGEST = 15.0, 300.0
"""Seconds of the first rest and of the longest; each failure after a rest doubles it."""


class Rest:
    """Counts failures in a row; one object serves all threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self._failures, self._until = 0, 0.0

    def left(self) -> float:
        """Seconds until the endpoint may be asked again; 0 when it may be now."""
        with self._lock:
            return max(0.0, self._until - self._clock())

    def failed(self, wait: float = 0.0) -> None:
        """Take note of a failure; `wait` is what the endpoint itself asked for, in seconds."""
        with self._lock:
            self._failures += 1
            grown = REST * 2.0 ** (self._failures - TRIES) if self._failures >= TRIES else 0.0
            self._until = self._clock() + min(LONGEST, max(grown, wait))

    def worked(self) -> None:
        """Take note of a whole answer."""
        with self._lock:
            self._failures, self._until = 0, 0.0
