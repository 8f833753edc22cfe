"""Decides which scorers look at which kind of case, as tables; refuses to know how any of them finds what it finds."""

from assistant.evaluation.scorers import boundary, brief, expected, form, leak, questions
from assistant.evaluation.scorers.score import QuestionScorer, Scorer

__all__ = ["SHARPEN", "SUGGEST", "TALK"]

TALK: dict[str, Scorer] = {
    "judge": leak.judge,
    "second_opinion": leak.second_opinion,
    "forbidden_words": leak.forbidden_words,
    "own_words": leak.own_words,
    "one_question": form.one_question,
    "length": form.length,
    "repetition": form.repetition,
    "withheld": form.withheld,
    "boundary": boundary.shown,
    "boundary_spoken": boundary.spoken,
    "boundary_growth": boundary.growth,
    "brief_fidelity": brief.fidelity,
    "brief_content": brief.content,
    "brief_pleas": brief.pleas,
    "moves": expected.moves,
    "safety_level": expected.safety_level,
    "danger": expected.danger,
    "asks": expected.asks,
    "says": expected.says,
    "quotes": expected.quotes,
}
"""Every talk case gets every one: what a case expects nothing of is held at once."""

SUGGEST: dict[str, QuestionScorer] = {
    "count": questions.suggestion_count,
    "quotes": questions.quotes_notes,
    "stance": questions.suggestions_in_stance,
    "one_question": questions.suggestions_ask_once,
    "repetition": questions.suggestions_are_new,
    "forbidden_words": questions.suggestions_avoid,
}
SHARPEN: dict[str, QuestionScorer] = {
    "faults": questions.expected_faults,
    "rewrite_count": questions.rewrite_count,
    "stance": questions.rewrites_in_stance,
    "one_question": questions.rewrites_ask_once,
    "forbidden_words": questions.rewrites_avoid,
}
