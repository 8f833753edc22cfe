"""Decides whether a coach's sentence leaves the thinking with the thinker; refuses to know any model or screen."""

from assistant.stance.acts import IN_STANCE, Act, Decision, Verdict
from assistant.stance.guard import guard, judge, judged_sentences, unjudged

__all__ = ["IN_STANCE", "Act", "Decision", "Verdict", "guard", "judge", "judged_sentences", "unjudged"]
