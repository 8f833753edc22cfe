"""Decides which act one sentence performs, by rules; refuses to decide what is done about it (`policy.py`).

Order: lay the sentence bare, mask the thinker's own quotations, try the rules that put a sentence out of stance, then
those that recognise an act in stance. What nothing recognises is unjudged: the judge fails closed.
"""

from collections.abc import Sequence

from assistant.stance.acts import Act, Verdict
from assistant.stance.language import language
from assistant.stance.reading import Reading, read
from assistant.stance.rules import (
    advice,
    diagnosis,
    disclosure,
    expert,
    french,
    german,
    judgement,
    reassurance,
    spanish,
)
from assistant.stance.rules.affirmation import affirmation
from assistant.stance.rules.boundary import boundary
from assistant.stance.rules.courtesy import courtesy
from assistant.stance.rules.directive import directive
from assistant.stance.rules.leading import leading
from assistant.stance.rules.method import method_info
from assistant.stance.rules.questions import question
from assistant.stance.rules.referral import referral
from assistant.stance.rules.reflections import reflection
from assistant.stance.rules.session import process
from assistant.stance.rules.shape import LIKELY, Finding, Recogniser, Rule, first
from assistant.stance.state import ListState

MAX_CHARACTERS = 1200
"""A longer sentence is not judged; the longest of 14,200 units of five chatbots had 593 characters."""
UNSURE = 0.2
"""Confidence of a verdict that nothing was recognised."""


def _by(rules: tuple[Rule, ...]) -> Recogniser:
    return lambda reading: first(rules, reading)


VETOES: tuple[Recogniser, ...] = (
    leading,
    _by(disclosure.RULES),
    _by(advice.RULES),
    directive,
    _by(reassurance.RULES),
    _by(diagnosis.RULES),
    _by(judgement.RULES),
    _by(expert.RULES),
    spanish.veto,
    german.veto,
    french.veto,
)
"""In order; the first that applies names the act. In or out of stance does not hang on the order."""
RECOGNISERS: tuple[Recogniser, ...] = (
    process, question, boundary, courtesy, method_info, affirmation, reflection,
)  # fmt: skip


def classify(sentence: str, thinker: Sequence[str] = (), before: str = "", state: ListState | None = None) -> Verdict:
    """Judge one sentence of the coach's, read after what the thinker said.

    `before` is what the coach said directly before it, `state` what earlier sentences of the reply left behind. The
    decision of the verdict is left to the policy. Raises TypeError when the sentence is not text.
    """
    reading = read(sentence.strip() if isinstance(sentence, str) else sentence, thinker, before, state)
    finding = _find(reading)
    if finding is None:
        return Verdict(reading.sentence, Act.UNJUDGED, UNSURE, None, "nothing-recognised")
    evidence = reading.folded.source(finding.start, finding.end)
    return Verdict(reading.sentence, finding.act, finding.confidence, evidence, finding.rule)


def _find(reading: Reading) -> Finding | None:
    spoken = language(reading.text)
    if len(reading.sentence) > MAX_CHARACTERS or spoken == "other":
        return None
    if found := referral(reading) or _veto(reading):
        return found
    if reading.state.scripted or (reading.state.options and not reading.asks):
        return Finding(
            Act.ADVICE, "scripted-line" if reading.state.scripted else "option-in-list", LIKELY, 0, len(reading.text)
        )
    if reading.folded.disguised or spoken not in ("en", "es"):
        return None
    if spoken == "es":
        return spanish.spanish(reading)
    found = next((found for recognise in RECOGNISERS if (found := recognise(reading))), None)
    if found and found.act is Act.PROCESS and reading.state.item and reading.state.offered and not reading.asks:
        return Finding(Act.DIRECTIVE, "step-in-list", LIKELY, found.start, found.end)
    return found or spanish.spanish(reading)


def _veto(reading: Reading) -> Finding | None:
    """What puts the sentence out, read alone and then after an unfinished clause before it."""
    if found := next((found for veto in VETOES if (found := veto(reading))), None):
        return found
    joined = reading.joined()
    if not joined:
        return None
    longer, shift = joined
    found = next((found for veto in VETOES if (found := veto(longer)) and found.end > shift), None)
    return (
        Finding(found.act, found.rule, found.confidence, max(0, found.start - shift), found.end - shift)
        if found
        else None
    )
