"""Decides how far a language model may go beyond the thinker's words and the decided move; refuses to judge the stance.

The judge reads what a sentence does; a fluent model hides advice where it reads "reflection" or "process" (blind readers of 673 turns of
eight scripted voices and five chatbots found 53 such turns, `evals/voices`). What says something back must be made of what was
said; what steers the session belongs to moves that steer. Questions are left to the judge.
"""

import re
from dataclasses import replace

from assistant.questions.context import stem
from assistant.schemas import Move
from assistant.stance import Act, Decision, Verdict
from assistant.stance.vocabulary import STOP
from assistant.text import unquoted, words

STEERING = frozenset(
    {Move.OPEN, Move.INVITE, Move.HAND_BACK, Move.LIGHTEN, Move.STAY, Move.CLOSE, Move.COMMIT, Move.CHOOSE_FOCUS}
)
"""Moves in which a sentence may steer the session or hand the thinking back, instead of saying something back."""
SURE = 0.98
"""The judge's confidence from which it may do so in any other move too."""
NEW: dict[Act, tuple[int, float]] = {
    Act.SIMPLE_REFLECTION: (3, 0.6),
    Act.SUMMARY: (2, 0.25),
    Act.COMPLEX_REFLECTION: (2, 1.0),
    Act.AFFIRMATION: (2, 0.4),
    Act.COURTESY: (1, 1.0),
    Act.PROCESS: (7, 1.0),
    Act.BOUNDARY: (7, 1.0),
}
"""Content words a sentence may hold that the thinker did not say: how many, and what share from the second on."""
_WEIGHS = re.compile(
    r"\b(?:could|would|might|maybe|version|less|more|better|best|worse|kinder|easier|takes some|makes? (?:\w+ )*sense)\b",
    re.I,
)
"""What turns a guess at a feeling into a proposal, a comparison or a verdict."""
_ASSENTS = re.compile(
    r"\W*(?:yes|yeah|no|right|exactly|sure|absolutely|of course|agreed|ok(?:ay)?|sí|ja)\s*[,.;:–—-]", re.IGNORECASE
)
_OWN = re.compile(
    r"\b(?:i'd|i would|i want to|i must say|my (?:answer|opinion|view|take)|honest(?:ly)?|straight)\b|\bsomewhere useful\b",
    re.I,
)
_LOUD = re.compile(r"!|\*\*|^\s*#|^\s*[-•]\s")


def beyond(verdict: Verdict, move: Move, said: frozenset[str]) -> str:
    """Why a sentence goes too far, in words that go on "because", or "".

    Args:
        verdict: of a sentence that the stance would show. move: of this turn. said: stems of all that the thinker has said.
    """
    text = verdict.sentence
    if _LOUD.search(unquoted(text)):
        return "it exclaims or is laid out as a list or a heading"
    if "?" in text:
        return ""
    steers = verdict.act in (Act.PROCESS, Act.BOUNDARY)
    if steers and (_OWN.search(text) or (move not in STEERING and verdict.confidence < SURE)):
        return "it says something of its own instead of the thinker's words"
    if not steers and _ASSENTS.match(text):
        return "it agrees or disagrees"
    if verdict.act is Act.COMPLEX_REFLECTION and _WEIGHS.search(unquoted(text)):
        return "it weighs or proposes"
    most, share = NEW.get(verdict.act, (99, 1.0))
    heavy = [word for word in words(text) if word not in STOP and len(word) > 2]
    new = [word for word in heavy if stem(word) not in said]
    too_far = len(new) > most or (len(new) > 1 and len(new) > share * len(heavy))
    return "it brings in what the thinker did not say" if too_far else ""


def bounded(verdict: Verdict, move: Move, said: frozenset[str]) -> Verdict:
    """The verdict, or one that asks for the sentence to be said again, its rule being the reason; arguments as for `beyond`."""
    reason = beyond(verdict, move, said) if verdict.decision is Decision.SHOW else ""
    return replace(verdict, decision=Decision.REPAIR, rule=reason) if reason else verdict


def stems(messages: tuple[str, ...]) -> frozenset[str]:
    """The stems of all words of the thinker's."""
    return frozenset(stem(word) for message in messages for word in words(message))
