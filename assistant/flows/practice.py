"""Decides how a practice round goes: which drafts come, what an answer is worth, whether a version is sharp.

Refuses to keep anything: a round is a value that the door hands back with each step.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

from assistant.errors import KnowledgeMistake, MessageMistake
from assistant.questions.faults import Fault, FaultFound, find_faults
from assistant.questions.sharpen import what_works
from assistant.schemas import PracticeDraft
from assistant.text import words

LENGTH, SHARP_ONES = 10, 2
"""Drafts of a round, and how many of them have no fault."""
SHARP = "sharp"
"""What is ticked when nothing stands in a draft's way."""
LONGEST = 1000
Drafts = tuple[PracticeDraft, ...]


@dataclass(frozen=True)
class Round:
    """A round as far as it has come.

    Attributes:
        drafts: those of this round, in order; `at` is the place of the one shown.
        seen: ids of this and earlier rounds, so that the next brings others.
        missed: names of the faults missed so far, once for each time.
    """

    drafts: Drafts = ()
    seen: frozenset[str] = frozenset()
    at: int = 0
    points: float = 0.0
    missed: tuple[str, ...] = ()
    answered: bool = False
    mended: bool = False

    @property
    def draft(self) -> PracticeDraft:
        """The draft that is shown."""
        return self.drafts[self.at]

    @property
    def over(self) -> bool:
        """Whether every draft has had its turn."""
        return self.at >= len(self.drafts)

    @property
    def most(self) -> int:
        """Points that could be had: one for each draft's faults, one for each version of a faulty one."""
        return len(self.drafts) + sum(bool(draft.faults) for draft in self.drafts)


@dataclass(frozen=True)
class Answer:
    """How what was ticked compares with what is there; `faults` are all that are there, with their places."""

    right: tuple[str, ...]
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    points: float
    faults: tuple[FaultFound, ...]
    works: str = ""


@dataclass(frozen=True)
class Mended:
    """What the fault finder says of someone's own version; `same` when it is our example word for word."""

    faults: tuple[FaultFound, ...]
    works: str
    same: bool
    point: bool


class PracticeFlow:
    """Rounds of drafts, mixed over faults by chance."""

    def __init__(self, drafts: Iterable[PracticeDraft], chance: Random | None = None) -> None:
        self._drafts, self._chance = tuple(drafts), chance or Random()
        known = {fault.value for fault in Fault}
        for draft in self._drafts:
            if unknown := set(draft.faults) - known:
                raise KnowledgeMistake(
                    f"{draft.id} names the fault {unknown.pop()!r}, which does not exist; mend the file."
                )

    def begin(self, before: Round | None = None) -> Round:
        """A round of other drafts than those seen, as long as there are enough."""
        seen = before.seen if before else frozenset()
        faulty = self._pool(seen, LENGTH - SHARP_ONES, sharp=False)
        sharp = self._pool(seen, SHARP_ONES, sharp=True)
        chosen = [*_mixed(faulty, LENGTH - SHARP_ONES), *sharp[:SHARP_ONES]]
        self._chance.shuffle(chosen)
        ids = frozenset(draft.id for draft in chosen)
        fresh = seen | ids if not ids & seen else ids
        return Round(tuple(chosen), fresh)

    def answer(self, now: Round, ticked: Sequence[str]) -> tuple[Round, Answer]:
        """Compare what was ticked with what is there; counts once. Raises MessageMistake when nothing is ticked."""
        if not ticked:
            raise MessageMistake("Nothing is ticked yet; tick what you see, or that it is sharp.")
        there, said = tuple(now.draft.faults), set(ticked) - {SHARP}
        right = tuple(name for name in there if name in said)
        missed = tuple(name for name in there if name not in said)
        wrong = tuple(fault.value for fault in Fault if fault.value in said and fault.value not in there)
        exact = not missed and not wrong and (bool(there) or SHARP in ticked)
        worth = 1.0 if exact else 0.5 if right and not wrong else 0.0
        works = "" if there else what_works(now.draft.draft, now.draft.context)
        told = Answer(right, missed, wrong, worth, _placed(now.draft), works)
        if now.answered:
            return now, told
        return replace(now, points=now.points + worth, missed=(*now.missed, *missed), answered=True), told

    def mend(self, now: Round, version: str) -> tuple[Round, Mended]:
        """Look at someone's own version; the first without faults counts. Raises MessageMistake for an empty one."""
        if not words(version):
            raise MessageMistake("The box is empty; write your version first.")
        faults = tuple(find_faults(version[:LONGEST], now.draft.context))
        works = "" if faults else what_works(version[:LONGEST], now.draft.context)
        same = words(version.lower()) == words(now.draft.sharper.lower())
        point = not faults and not same and not now.mended
        after = replace(now, points=now.points + 1, mended=True) if point else now
        return after, Mended(faults, works, same, point)

    def go_on(self, now: Round) -> Round:
        """To the next draft, or past the last."""
        return replace(now, at=now.at + 1, answered=False, mended=False)

    def _pool(self, seen: frozenset[str], wanted: int, sharp: bool) -> list[PracticeDraft]:
        """Drafts in an order of chance, unseen ones only as long as they suffice."""
        every = [draft for draft in self._drafts if bool(draft.faults) is not sharp]
        unseen = [draft for draft in every if draft.id not in seen]
        pool = unseen if len(unseen) >= wanted else every
        return self._chance.sample(pool, len(pool))


def _mixed(pool: Sequence[PracticeDraft], count: int) -> list[PracticeDraft]:
    """The first so many drafts, those that bring a fault not yet there before others."""
    chosen: list[PracticeDraft] = []
    met: set[str] = set()
    for draft in pool:
        if not met & set(draft.faults) and len(chosen) < count:
            chosen.append(draft)
            met |= set(draft.faults)
    rest = sorted((draft for draft in pool if draft not in chosen), key=lambda draft: set(draft.faults) <= met)
    return [*chosen, *rest][:count]


def _placed(draft: PracticeDraft) -> tuple[FaultFound, ...]:
    """The draft's faults with their places, and the fault finder's reason where it sees the same one."""
    reasons = {fault.name.value: fault.why for fault in find_faults(draft.draft, draft.context)}
    return tuple(
        FaultFound(name=Fault(name), span=_span(draft.draft, held), why=reasons.get(name, ""))
        for name, held in draft.faults.items()
    )


def _span(draft: str, held: str) -> tuple[int, int] | None:
    start = draft.find(held)
    return (start, start + len(held)) if held and start >= 0 else None
