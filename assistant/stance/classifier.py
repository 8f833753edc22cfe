"""Decides which act one sentence performs; refuses to decide what is done about it (`policy.py`).

Order: lay the sentence bare, mask the thinker's own quotations, refuse what cannot be read, know the help that the safety
flow gives and the sentences that are vouched for, ask the trained model. What cannot be judged is unjudged and never shown.

There were rules here, twenty families of patterns. On the development split of the corpus they stopped 14 % of what is in
stance and, beside the trained model, changed more for the worse than for the better, so they are gone.
"""

from collections.abc import Sequence

from assistant.stance.acts import Act, Verdict
from assistant.stance.coded import coded
from assistant.stance.language import legible
from assistant.stance.model import shipped
from assistant.stance.reading import read
from assistant.stance.referral import help_given
from assistant.stance.vouched import vouched

MAX_CHARACTERS = 1200
"""A longer sentence is not judged; the longest of 14,200 units of five chatbots had 593 characters."""
UNSURE = 0.2
"""Confidence of a verdict that the sentence could not be read."""
SURE = 0.95
"""Confidence in the safety flow's own help lines and in sentences that are vouched for."""


def classify(
    sentence: str, thinker: Sequence[str] = (), said: Sequence[str] = (), item: bool = False, safety: bool = False
) -> Verdict:
    """Judge one sentence of the coach's, read after what the thinker said.

    `said` are the coach's last units before it, oldest first; `item` says that it stands in a list, table, heading or
    code; `safety` that the safety flow is on. The decision is left to the policy. Raises TypeError when the sentence is
    not text, IndexUnavailable when the trained model cannot be read.
    """
    reading = read(sentence, thinker)
    if len(reading.sentence) > MAX_CHARACTERS or not legible(reading.text):
        return Verdict(reading.sentence, Act.UNJUDGED, UNSURE, None, "cannot-be-read")
    if reading.folded.disguised or coded(reading.sentence):
        return Verdict(reading.sentence, Act.UNJUDGED, UNSURE, None, "in-disguise")
    if safety and (found := help_given(reading.text)):
        return Verdict(reading.sentence, Act.REFERRAL, SURE, reading.folded.source(*found), "help-given")
    if (known := vouched(reading.text)) is not None:
        return Verdict(reading.sentence, known, SURE, None, "vouched-for")
    opinion = shipped().opinion(reading, item, said, thinker)
    confidence = 1 - opinion.out if opinion.act.in_stance else opinion.out
    evidence = reading.folded.source(opinion.start, opinion.end)
    return Verdict(reading.sentence, opinion.act, confidence, evidence, "trained")
