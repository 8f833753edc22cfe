"""Decides how a table of patterns is run over one clause of a draft; refuses to know any pattern."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from assistant.questions.context import Context
from assistant.questions.draft import Clause
from assistant.questions.lexicon import pattern
from assistant.schemas import Shape

Unless = Literal["", "act", "claim", "not_brought"]
SHOWN_WORDS = 60
"""Characters of the draft's own words that a sentence of explanation repeats."""


class Fault(StrEnum):
    """What can be wrong with a peer's draft question; in the order of the stance page."""

    CLOSED = "closed"
    """Yes, no or one fact answers it. Example: "Has the supplier called back?" """
    LEADING = "leading"
    """One answer is the wanted one. Example: "Isn't the contract the real trouble?" """
    ADVICE_IN_DISGUISE = "advice_in_disguise"
    """Names an act, helper or tool the thinker did not bring. Example: "Could you ring the supplier?" """
    STACKED = "stacked"
    """Two or more questions at once. Example: "What did they send, and what will you do with it?" """
    EITHER_OR = "either_or"
    """A pick from options it names. Example: "Is it the price or the delay?" """
    WHY_BLAME = "why_blame"
    """A why that asks for a defence. Example: "Why did you sign so fast?" """
    PRESUPPOSING = "presupposing"
    """Takes something of weight as settled that was not voiced. Example: "When did you lose your nerve?" """
    FACT_FINDING = "fact_finding"
    """Serves the asker's curiosity. Example: "How many crates were in the delivery?" """
    ABOUT_OTHERS = "about_others"
    """Guesses at an absent person's mind. Example: "What is your supplier up to, do you think?" """
    LONG_WINDED = "long_winded"
    """A preamble, or more than about twenty-five words. Example: "We had that once. It went on for months. What …?" """
    VAGUE = "vague"
    """Nothing to hold on to. Example: "How's things?" """
    LOADED_WORD = "loaded_word"
    """A charged word that is not the thinker's. Example: "What do you want from that shambles of a supplier?" """
    NOT_A_QUESTION = "not_a_question"
    """Asks nothing. Example: "Change the supplier." """


class FaultFound(Shape):
    """One fault of a draft.

    Attributes:
        name: which fault.
        span: (start, end) character offsets in the draft of the words that show it, or None for the whole draft.
        why: one plain sentence to a colleague, naming the words.
    """

    name: Fault
    span: tuple[int, int] | None
    why: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a family's table.

    Attributes:
        fault: what a match shows.
        find: the source of the pattern, compiled at first use (80 ms for all), in the small language of `lexicon.pattern`; anchored rows begin with ^.
        why: a sentence with {words} for the words of the draft.
        unless: `act` or `claim`: the group of that name, or the whole match, does not count when the thinker brought it;
            `not_brought`: the act counts only when they did.
    """

    fault: Fault
    find: str
    why: str
    unless: Unless = ""


def rows(fault: Fault, why: str, *sources: str, unless: Unless = "") -> tuple[Rule, ...]:
    """Several patterns that show the same fault for the same reason."""
    return tuple(Rule(fault, source, why, unless) for source in sources)


def run(table: tuple[Rule, ...], raw: str, clause: Clause, context: Context) -> Iterator[FaultFound]:
    """The first match of each row in one clause, read from where its question begins."""
    for rule in table:
        for match in pattern(rule.find).finditer(clause.text):
            if not _spared(rule, match, raw, clause, context):
                start, end = clause.main + match.start(), clause.main + match.end()
                yield found(rule.fault, raw, start, end, rule.why)
                break


def _spared(rule: Rule, match: re.Match[str], raw: str, clause: Clause, context: Context) -> bool:
    if not rule.unless:
        return False
    name = "claim" if rule.unless == "claim" else "act"
    group = name if name in match.re.groupindex else 0
    start, end = match.span(group)
    if start < 0:
        return False
    words = raw[clause.main + start : clause.main + end]
    if rule.unless == "claim":
        return context.voiced(words)
    return context.brought(words) is (rule.unless == "act")


def found(fault: Fault, raw: str, start: int, end: int, why: str) -> FaultFound:
    """A fault at `raw[start:end]`, white space and closing marks cut off."""
    words = raw[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip().rstrip("?!.,;: "))
    shown = " ".join(raw[start:end].split())
    if len(shown) > SHOWN_WORDS:
        shown = shown[:SHOWN_WORDS].rsplit(" ", 1)[0] + " …"
    return FaultFound(name=fault, span=(start, end), why=why.replace("{words}", shown))
