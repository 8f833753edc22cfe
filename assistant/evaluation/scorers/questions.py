"""Decides whether suggested and sharpened questions keep the stance; refuses to know how they were found.

Faults are compared by name, whatever class carries them.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from assistant import stance
from assistant.evaluation.cases import SharpenCase, SuggestCase
from assistant.evaluation.scorers.form import REPEAT
from assistant.evaluation.scorers.leak import unvoiced
from assistant.evaluation.scorers.score import HELD, Score, broken
from assistant.evaluation.second_opinion import gives_away
from assistant.evaluation.transcript import said, without_quotations
from assistant.text import similarity

REWRITES = 3


class Suggested(Protocol):
    """What a suggestion must show."""

    @property
    def question(self) -> str: ...
    @property
    def quote(self) -> str: ...


class Fault(Protocol):
    """What a fault must show."""

    @property
    def name(self) -> str: ...


class Rewrite(Protocol):
    """What a rewrite must show."""

    @property
    def text(self) -> str: ...


class Sharpened(Protocol):
    """What the sharpener gives back."""

    @property
    def faults(self) -> Sequence[Fault]: ...
    @property
    def rewrites(self) -> Sequence[Rewrite]: ...


def suggestion_count(case: SuggestCase, found: Sequence[Suggested]) -> Score:
    """As many as the notes allow, never more than three."""
    if case.at_least <= len(found) <= case.at_most:
        return HELD
    return broken(f"{len(found)} suggestions, expected {case.at_least} to {case.at_most}")


def quotes_notes(case: SuggestCase, found: Sequence[Suggested]) -> Score:
    """Each names words that stand in the notes."""
    for each in found:
        if not said(each.quote, (case.notes,)):
            return broken(f"{each.quote!r} is not in the notes", each.question)
    return HELD


def suggestions_are_new(case: SuggestCase, found: Sequence[Suggested]) -> Score:
    """None repeats another or one already asked."""
    seen = list(case.asked)
    for each in found:
        if any(similarity(each.question, before) >= REPEAT for before in seen):
            return broken("it was asked before", each.question)
        seen.append(each.question)
    return HELD


def suggestions_in_stance(case: SuggestCase, found: Sequence[Suggested]) -> Score:
    """Judge and block-list find nothing given away."""
    return _in_stance([each.question for each in found], case.notes)


def suggestions_ask_once(case: SuggestCase, found: Sequence[Suggested]) -> Score:
    """Each holds one question mark."""
    return _ask_once([each.question for each in found], case.notes)


def suggestions_avoid(case: SuggestCase, found: Sequence[Suggested]) -> Score:
    """None brings in a word of the obvious solution."""
    return _avoid([each.question for each in found], case.notes, case.forbid)


def expected_faults(case: SharpenCase, found: Sharpened) -> Score:
    """The expected faults are found, the ruled-out ones are not, and a sharp draft has none."""
    names = {str(fault.name) for fault in found.faults}
    missed, wrong = {*map(str, case.faults)} - names, {*map(str, case.absent)} & names
    if not case.faults and names:
        return broken(f"a sharp draft is said to be {', '.join(sorted(names))}", case.draft)
    if missed or wrong:
        return broken(f"missed: {_listed(missed)}; wrongly found: {_listed(wrong)}", case.draft)
    return HELD


def rewrite_count(case: SharpenCase, found: Sharpened) -> Score:
    """A faulty draft gets one to three rewrites that differ from it; a sharp one needs none."""
    texts = [each.text for each in found.rewrites]
    if len(texts) > REWRITES or (case.faults and not texts):
        return broken(f"{len(texts)} rewrites, expected {1 if case.faults else 0} to {REWRITES}", case.draft)
    if case.draft in texts or len(set(texts)) < len(texts):
        return broken("a rewrite repeats the draft or another rewrite", case.draft)
    return HELD


def rewrites_in_stance(case: SharpenCase, found: Sharpened) -> Score:
    """Judge and block-list find nothing given away."""
    return _in_stance([each.text for each in found.rewrites], case.context)


def rewrites_ask_once(case: SharpenCase, found: Sharpened) -> Score:
    """Each holds one question mark."""
    return _ask_once([each.text for each in found.rewrites], case.context)


def rewrites_avoid(case: SharpenCase, found: Sharpened) -> Score:
    """None brings in a word of the obvious solution."""
    return _avoid([each.text for each in found.rewrites], case.context, case.forbid)


def _in_stance(questions: Iterable[str], context: str) -> Score:
    for question in questions:
        for verdict in stance.judge(question, (context,), "pair"):
            if not verdict.in_stance:
                return broken(f"our judge reads {verdict.act.value} ({verdict.rule})", verdict.sentence)
        if frame := gives_away(without_quotations(question, (context,))):
            return broken(f"the block-list reads {frame}", question)
    return HELD


def _ask_once(questions: Iterable[str], context: str) -> Score:
    for question in questions:
        if (count := without_quotations(question, (context,)).count("?")) != 1:
            return broken(f"{count} question marks", question)
    return HELD


def _avoid(questions: Iterable[str], context: str, forbidden: Sequence[str]) -> Score:
    for question in questions:
        if word := unvoiced(forbidden, without_quotations(question, (context,)), (context,)):
            return broken(f"brings in {word!r}", question)
    return HELD


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names)) or "none"
