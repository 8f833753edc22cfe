"""Decides what is wrong with the form of a draft: closed, stacked, either/or, long-winded, vague, no question at all.

Refuses to know what the draft says about anybody.
"""

import re

from assistant.questions.draft import READ_AT_MOST, Clause, Draft, Kind
from assistant.questions.lexicon import pattern
from assistant.questions.rules import Fault, FaultFound, found

MOST_WORDS = 25
PREAMBLE_WORDS = 7
"""Words of statement beside the question from which it counts as a preamble; a greeting or "one question" stays below."""

_VAGUE = pattern(
    r"(?:any |your |some |more |other |further |so,? )?(?:thoughts?|ideas?|comments?|questions?|feelings?|insights?|reactions?|reflections?)(?: on (?:that|this|it))?|"
    r"(?:and|so|then|well|why|why not|how|how so|how come|what|what then|what now|now what|so what|what next|really|meaning|like what|such as|ok|okay|huh|hm+|and then|and so|but why|and why|where|when|who|which)|"
    r"(?:what|anything|something|who|where)(?: is there)? else(?: (?:then|now))?|and what else|more|go on|"
    r"what (?:do|would|did) <you> (?:think|say|feel|mean|reckon)(?: (?:about|of) (?:it|that|this|all this|all that))?|"
    r"how (?:do|did|are|does|would) <you>(?: feel| doing| think)?(?: (?:about|with) (?:it|that|this|all this|everything))?(?: now)?|how <you> feel|"
    r"how (?:does|did) (?:it|that|this) (?:feel|go)|how (?:was|is) (?:it|that|this)|how(?:'s| is|s| are) (?:it|everything|things|life|stuff|work|tricks|all)(?: going)?|"
    r"what(?:'s| is|s) up|what(?:'s| is|s) (?:it|that|this)(?: like| about)?|what(?:'s| is|s) the \w+ like|what about (?:it|that|this|you)|"
    r"(?:is |are |was )?(?:everything|things|all|it|<you>) (?:all right|alright|ok|okay|fine|good|well)|(?:<you> )?(?:all right|alright|ok|okay|good)|"
    r"what happened|what(?:'s| is) going on|what(?:'s| is) new|what now for you|anything|something"
)
_NOT_VAGUE = re.compile(r"what(?:'s| is) that like for you")
_OR = pattern(
    r"\bor\b(?! (?:not|so|things|something|anything|whatever|what|no|else|two|similar|rather)\b)(?! (?:more|less|later|sooner|worse|better|other)?\W*$)"
)
_CHOOSES = pattern(
    r"^(?:which|what|who)(?: one| of (?:these|those|the two))? (?:do|would|is|are|matters|feels|weighs|comes|sounds|will|did|was) [^?]*[,:;-] ?[^?]+ or "
)
_PICKS = pattern(r"^(?:would you rather|do you prefer|<you> prefer|which (?:one )?(?:do|would) <you>)")
_STARTS_OR = pattern(r"^(?:or) ")
_QUOTING = pattern(
    r"^(?:earlier )?(?:<you> (?:said|say|mentioned|told|wrote|called|used|talked|spoke|described|put)|i (?:hear|heard) you|when you say|your words?)\b|^[^.]*_{3,}"
)
_WORD = re.compile(r"_+|[^\W_]+(?:['-][^\W_]+)*")
_GREETING = pattern(
    r"^(?:how are <you>(?: all)?|can i ask <you> (?:something|a question)|may i ask(?: <you>)? (?:something|a question)|mind if i ask|ready)\W*$"
)


def not_a_question(draft: Draft) -> list[FaultFound]:
    """The whole draft asks nothing: stands alone."""
    if draft.questions:
        return []
    shown = " ".join(draft.raw.split())[:40]
    why = (
        f"“{shown}” asks nothing, so it leaves them nothing to think about."
        if shown
        else "There is no question here yet."
    )
    return [FaultFound(name=Fault.NOT_A_QUESTION, span=None, why=why)]


def bare(clause: Clause) -> bool:
    """Whether a clause is a bare formula that names nothing, such as "Thoughts?"."""
    core = clause.text.strip(" ?!.,…\n\t\U0001f642\U0001f60a")
    core = re.sub(r"[\s,;]+(?:and|or|but)$", "", core).rstrip(" ,;")
    return clause.main == clause.start and bool(_VAGUE.fullmatch(core)) and not _NOT_VAGUE.fullmatch(core)


def vague(draft: Draft) -> list[FaultFound]:
    """Bare formulas that name nothing."""
    for clause in draft.questions:
        if len(draft.questions) == 1 and bare(clause):
            why = "“{words}” names no moment, person or feeling they could hold on to."
            return [found(Fault.VAGUE, draft.raw, clause.main, clause.end, why)]
    return []


def either_or(draft: Draft) -> list[FaultFound]:
    """A pick from options named in the question."""
    before: Clause | None = None
    for clause in draft.questions:
        if _STARTS_OR.match(clause.text) and before is not None and before.kind is Kind.YES_NO:
            return [_options(draft, before.main, clause.end)]
        yes_no = clause.kind is Kind.YES_NO
        if (
            (yes_no and _OR.search(clause.text))
            or _CHOOSES.search(clause.text)
            or (_PICKS.search(clause.text) and _OR.search(clause.text))
        ):
            return [_options(draft, clause.main, clause.end)]
        before = clause
    return []


def _options(draft: Draft, start: int, end: int) -> FaultFound:
    why = "“{words}” lets them pick from your list; what they would say is perhaps not on it."
    return found(Fault.EITHER_OR, draft.raw, start, end, why)


def closed(draft: Draft, fixed_fact: bool) -> list[FaultFound]:
    """Every question of the draft can be answered with yes, no or (`fixed_fact`) one fact."""
    asked = [clause for clause in draft.questions if not _GREETING.match(clause.text)] or list(draft.questions)
    if asked and (fixed_fact or all(clause.kind is Kind.YES_NO for clause in asked)):
        why = "“{words}” can be answered with one word, and then the thinking stops."
        first = asked[0]
        return [found(Fault.CLOSED, draft.raw, first.main, _opening(first), why)]
    return []


def _opening(clause: Clause) -> int:
    """The end of the first three words: what makes the form closed."""
    words = list(re.finditer(r"\S+", clause.text))[:3]
    return clause.main + (words[-1].end() if words else 0)


def stacked(draft: Draft) -> list[FaultFound]:
    """Two or more questions; "Is it A? Or B?" is one either/or."""
    asked = [c for c in draft.questions if not _GREETING.match(c.text) and not _continues(c)]
    if len(asked) < 2:
        return []
    why = f"“{{words}}” is question {len(asked)} of {len(asked)}; only one of them will be answered, and you do not choose which."
    return [found(Fault.STACKED, draft.raw, asked[-1].main, asked[-1].end, why)]


def _continues(clause: Clause) -> bool:
    return bool(
        _STARTS_OR.match(clause.text)
        or re.fullmatch(r"(?:right|ok|okay|no|yes|yeah|you know|eh|really|hm+)\W*", clause.text)
    )


def long_winded(draft: Draft) -> list[FaultFound]:
    """More than about twenty-five words, or statements before or after the question."""
    count = len(_WORD.findall(draft.low))
    if draft.questions and (count > MOST_WORDS or len(draft.raw) > READ_AT_MOST):
        size = f"{count} words" if len(draft.raw) <= READ_AT_MOST else "so many words"
        why = f"With {size} it takes a long breath; they will remember the last few."
        return [FaultFound(name=Fault.LONG_WINDED, span=(0, len(draft.raw)), why=why)]
    aside = [c for c in draft.clauses if not c.asks and not _QUOTING.match(draft.low[c.start : c.end])]
    words = sum(len(_WORD.findall(draft.low[c.start : c.end])) for c in aside)
    if draft.questions and words >= PREAMBLE_WORDS:
        why = "“{words}” is about you or the story; the question itself is short enough to stand alone."
        return [found(Fault.LONG_WINDED, draft.raw, aside[0].start, aside[0].end, why)]
    return []
