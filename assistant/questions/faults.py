"""Decides which faults a peer's draft question has, in the names of the stance page; an empty list means sharp.

Refuses to know how the question could be asked instead (`sharpen.py`). Rules only: the tables are in `form.py`
(shape), `push.py` (steering) and `claims.py` (what is taken for granted); this file holds how they interplay.
Only English is read for meaning; of other languages only the form is judged.
"""

from assistant.questions import form
from assistant.questions.claims import FIXED_FACT, LOADED, OTHERS, PRESUPPOSING, YES_NO_FACT
from assistant.questions.context import Context, understand
from assistant.questions.draft import Clause, Draft, Kind, read
from assistant.questions.push import ADVICE, BLAME, LEADING
from assistant.questions.rules import Fault, FaultFound, Rule, run

__all__ = ["Fault", "FaultFound", "find_faults"]

_ORDER = {fault: place for place, fault in enumerate(Fault)}


def find_faults(draft: str, context: str = "") -> list[FaultFound]:
    """The faults of a draft, one of each name at most, in the order of `Fault`.

    Args:
        draft: what the peer is about to ask; spans are offsets into this very string.
        context: what the thinker said, if known; their own ideas, feelings and words are no fault of the peer's.
    """
    return judge_draft(read(draft), understand(context))


def judge_draft(draft: Draft, context: Context) -> list[FaultFound]:
    """As `find_faults`, on a draft and a context already read."""
    if nothing := form.not_a_question(draft):
        return nothing
    facts = [fault for clause in draft.questions for fault in run(FIXED_FACT, draft.raw, clause, context)]
    faults = [*form.stacked(draft), *form.either_or(draft), *form.long_winded(draft), *form.vague(draft), *facts]
    faults += form.closed(draft, bool(facts) and len(facts) >= len(draft.questions))
    for clause in draft.clauses:
        faults += _of_clause(draft, clause, context)
    return _settle(faults)


def _of_clause(draft: Draft, clause: Clause, context: Context) -> list[FaultFound]:
    if not clause.asks:
        return list(run(ADVICE, draft.raw, clause, context))
    tables: tuple[tuple[Rule, ...], ...] = (LEADING, ADVICE, BLAME, PRESUPPOSING, LOADED, OTHERS, YES_NO_FACT)
    if clause.kind is Kind.INVITE:
        tables = (PRESUPPOSING, LOADED)
    return [fault for table in tables for fault in run(table, draft.raw, clause, context)]


def _settle(faults: list[FaultFound]) -> list[FaultFound]:
    """One of each name, and the table's rules for faults that exclude each other."""
    first: dict[Fault, FaultFound] = {}
    for fault in faults:
        first.setdefault(fault.name, fault)
    for winner, loser in _EXCLUDES:
        if winner in first:
            first.pop(loser, None)
    if _same_words(first, Fault.PRESUPPOSING, Fault.LOADED_WORD):
        first.pop(Fault.LOADED_WORD)
    return sorted(first.values(), key=lambda fault: _ORDER[fault.name])


_EXCLUDES = (
    (Fault.EITHER_OR, Fault.CLOSED),
    (Fault.EITHER_OR, Fault.ADVICE_IN_DISGUISE),
    (Fault.VAGUE, Fault.CLOSED),
    (Fault.VAGUE, Fault.WHY_BLAME),
)
"""Winner and loser: a pick and a bare formula are not also closed; options named to pick from are not also advice."""


def _same_words(first: dict[Fault, FaultFound], one: Fault, other: Fault) -> bool:
    left, right = first.get(one), first.get(other)
    if not (left and right and left.span and right.span):
        return False
    return left.span[0] < right.span[1] and right.span[0] < left.span[1]
