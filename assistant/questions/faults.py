"""Decides which faults a peer's draft question has, in the names of the stance page; an empty list means sharp.

Refuses to know how the question could be asked instead (`sharpen.py`). A trained reader (`model.py`) and rules look at
the draft: the tables are in `form.py` (shape), `push.py` (steering) and `claims.py` (what is taken for granted). A fault is
named when the reader holds it likely enough, and where a rule has met it as well, less is enough; the rule then gives the
words and the reason. This file holds how they interplay. Of other languages than English only the form is judged, by rules.
"""

from assistant.questions import form, model
from assistant.questions.claims import FIXED_FACT, LOADED, OTHERS, PRESUPPOSING, YES_NO_FACT
from assistant.questions.context import Context, understand
from assistant.questions.draft import READ_AT_MOST, Clause, Draft, Kind, read
from assistant.questions.push import ADVICE, BLAME, LEADING
from assistant.questions.reasons import told
from assistant.questions.rules import Fault, FaultFound, Rule, run
from assistant.tongues import by_small_words

__all__ = ["Fault", "FaultFound", "by_rules", "find_faults"]

_ORDER = {fault: place for place, fault in enumerate(Fault)}


def find_faults(draft: str, context: str = "") -> list[FaultFound]:
    """The faults of a draft, one of each name at most, in the order of `Fault`.

    Args:
        draft: what the peer is about to ask; spans are offsets into this very string.
        context: what the thinker said, if known; their own ideas, feelings and words are no fault of the peer's.
    """
    return judge_draft(read(draft), understand(context))


def by_rules(draft: str, context: str = "") -> list[FaultFound]:
    """The faults that the rules alone see."""
    return ruled(read(draft), understand(context))


def judge_draft(draft: Draft, context: Context) -> list[FaultFound]:
    """As `find_faults`, on a draft and a context already read."""
    by_rule = ruled(draft, context)
    if not taught(draft, context):
        return by_rule
    known, level = {fault.name: fault for fault in by_rule}, model.fault_reader().level
    seen = model.seen(draft.raw, context.text)
    named = [
        known.get(fault) or told(fault, draft.raw, seen.span(fault))
        for fault, likely in seen.likely.items()
        if likely >= level(f"{fault} beside" if fault in known else fault)
    ]
    return _settle(named)


def taught(draft: Draft, context: Context) -> bool:
    """Whether the trained reader was taught to read such a draft: English, with a word in it, and of a length that somebody could say."""
    said = len(draft.raw) <= READ_AT_MOST and any(map(str.isalpha, draft.raw))
    return said and by_small_words(draft.raw, context.text) == "en"


def ruled(draft: Draft, context: Context) -> list[FaultFound]:
    """As `by_rules`, on a draft and a context already read."""
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
    if Fault.NOT_A_QUESTION in first:
        return [first[Fault.NOT_A_QUESTION]]
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
