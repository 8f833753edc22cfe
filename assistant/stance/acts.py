"""Decides the closed list of acts a coach's sentence can perform and which of them keep the stance.

Refuses to know how an act is recognised (`classifier.py`) or what is done about it (`policy.py`).
"""

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What one sentence of the coach does, read after what the thinker has said so far."""

    OPEN_QUESTION = "open_question"
    """Invites thinking, carries no answer. Example: "What would be different if that meeting had gone well?" """
    CLOSED_QUESTION = "closed_question"
    """Yes/no or one fact, neutral, for checking. Example: "Is that the part you want to stay with?" """
    SIMPLE_REFLECTION = "simple_reflection"
    """Says back, near the person's own words. Example: 'You said "I keep ending up doing her work".' """
    COMPLEX_REFLECTION = "complex_reflection"
    """Says back with added meaning, tentatively. Example: "It sounds as if being fair matters to you." """
    SUMMARY = "summary"
    """Draws several of the person's own points together. Example: "So far: two delays, and you are tired." """
    AFFIRMATION = "affirmation"
    """Names effort or value in their own words. Example: "You stayed although it was uncomfortable." """
    PROCESS = "process"
    """Steers the session, not the challenge. Example: "Take a minute and write down what comes." """
    METHOD_INFO = "method_info"
    """Explains a protocol. Example: "In a case clinic the case giver listens for ten minutes." """
    BOUNDARY = "boundary"
    """Declines to answer, hands thinking back. Example: "I won't tell you what to do." """
    COURTESY = "courtesy"
    """Greets, thanks, says sorry. Example: "Thank you for saying that." """
    REFERRAL = "referral"
    """Points outside coaching when it must. Example: "Please talk to someone today." """

    ADVICE = "advice"
    """Proposes what to do, however softly. Example: "It might help to write the agenda together." """
    DIRECTIVE = "directive"
    """Orders an action on the challenge. Example: "Talk to your manager before Friday." """
    LEADING_QUESTION = "leading_question"
    """A question that carries an answer. Example: "Have you thought about delegating this?" """
    EXPERT_INFORMATION = "expert_information"
    """Facts offered as content. Example: "Teams usually need three months to settle." """
    DIAGNOSIS = "diagnosis"
    """Names a cause, motive or type as known. Example: "The real issue is that you avoid conflict." """
    JUDGEMENT = "judgement"
    """Rates the person, choice or plan. Example: "That sounds like a great plan." """
    REASSURANCE = "reassurance"
    """Forecasts or soothes without ground. Example: "I'm sure she will understand." """
    SELF_DISCLOSURE = "self_disclosure"
    """The coach's own story or opinion. Example: "When I led a team I had the same problem." """

    UNJUDGED = "unjudged"
    """No act could be recognised with confidence; never shown. Example: "Purple the seventeen." """

    @property
    def in_stance(self) -> bool:
        """Whether a sentence with this act leaves the thinking with the thinker."""
        return self in IN_STANCE


IN_STANCE = frozenset(
    {
        Act.OPEN_QUESTION,
        Act.CLOSED_QUESTION,
        Act.SIMPLE_REFLECTION,
        Act.COMPLEX_REFLECTION,
        Act.SUMMARY,
        Act.AFFIRMATION,
        Act.PROCESS,
        Act.METHOD_INFO,
        Act.BOUNDARY,
        Act.COURTESY,
        Act.REFERRAL,
    }
)

QUESTIONS = frozenset({Act.OPEN_QUESTION, Act.CLOSED_QUESTION, Act.LEADING_QUESTION})


class Decision(StrEnum):
    """What is done with a judged sentence."""

    SHOW = "show"
    """It reaches the screen as it is."""
    REPAIR = "repair"
    """The same voice is asked once to say it again in stance."""
    REPLACE = "replace"
    """The embedded coach's sentence takes its place."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge found in one sentence.

    Attributes:
        sentence: the sentence as it was judged, without surrounding white space.
        act: what the sentence does; `Act.UNJUDGED` when nothing was recognised.
        confidence: 0 to 1; below the policy's floor the sentence is not shown.
        evidence: (start, end) character offsets in `sentence` of the words that decided, or None.
        rule: the name of the rule that decided, for people and for tests.
        decision: what the policy of the flow does with it.
    """

    sentence: str
    act: Act
    confidence: float
    evidence: tuple[int, int] | None
    rule: str
    decision: Decision = Decision.REPLACE

    @property
    def in_stance(self) -> bool:
        """Whether the sentence keeps the stance."""
        return self.act.in_stance
