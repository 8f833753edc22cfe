"""Decides how long a turn may wait for a language model, and adds up what it took; refuses to know what is waited for."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

FIRST = 4.0
"""Seconds until something of the model's must be on the screen; then the embedded voice begins."""


@dataclass
class Budget:
    """What a turn may take, all its calls together.

    Attributes:
        whole: seconds for everything.
        first: seconds until something was shown, never more than `whole`.
        shown: set by whoever shows a sentence.
        read, written: tokens of the calls so far, as the endpoint counts them; 0 where it does not say.
    """

    whole: float
    first: float = FIRST
    shown: bool = False
    read: int = 0
    written: int = 0
    clock: Callable[[], float] = time.monotonic
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.clock()

    def spend(self, read: int, written: int) -> None:
        """Add the tokens of one call."""
        self.read += read
        self.written += written

    @property
    def limit(self) -> float:
        """Seconds that count at the moment."""
        return self.whole if self.shown else min(self.first, self.whole)

    def whole_left(self) -> float:
        """Seconds left of everything, at least 0."""
        return max(0.0, self.began + self.whole - self.clock())

    def left(self) -> float:
        """Seconds left until the limit, at least 0."""
        return max(0.0, self.began + self.limit - self.clock())
