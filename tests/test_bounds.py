"""How far a language model may go: what it says back is made of what was said, and what steers says nothing of its own."""

import pytest

from assistant.bounds import beyond, bounded, stems
from assistant.schemas import Move
from assistant.stance import Act, Decision, Verdict

TOLD = ("Konrad moved the tasting to Thursday and I found out from the menu board.", "I smiled and carried the crates.")

ROWS = {
    "their-words": (Act.SIMPLE_REFLECTION, "You found out from the menu board.", Move.REFLECT, ""),
    "hint-as-reflection": (
        Act.COMPLEX_REFLECTION, "There could be some relief in Konrad hearing about the board.", Move.INVITE, "weighs or proposes",
    ),
    "feeling-named": (Act.COMPLEX_REFLECTION, "It sounds lonely, the menu board.", Move.REFLECT, ""),
    "story-added": (
        Act.SIMPLE_REFLECTION, "Konrad fears losing rank, talent and applause over the tasting.", Move.REFLECT, "did not say",
    ),
    "points-added": (Act.SUMMARY, "The tasting, the board, the crates, and a chef who envies you.", Move.SUM_UP, "did not say"),
    "assent": (Act.SIMPLE_REFLECTION, "Yes, Konrad moved it.", Move.HAND_BACK, "agrees or disagrees"),
    "no-as-a-word": (Act.SIMPLE_REFLECTION, "No word from Konrad, only the menu board.", Move.REFLECT, ""),
    "praise-aloud": (Act.SIMPLE_REFLECTION, "You carried the crates!", Move.REFLECT, "exclaims"),
    "their-exclamation": (Act.SIMPLE_REFLECTION, "“I smiled!” and then the crates.", Move.REFLECT, ""),
    "steering": (Act.PROCESS, "Take a minute with the menu board.", Move.STAY, ""),
    "steering-out-of-place": (Act.PROCESS, "Let us pick this apart now.", Move.REFLECT, "of its own"),
    "own-view": (Act.PROCESS, "I want to say this clearly first.", Move.INVITE, "of its own"),
    "question": (Act.OPEN_QUESTION, "What would a different Thursday hold for the whole kitchen brigade?", Move.ASK, ""),
}  # fmt: skip


@pytest.mark.parametrize(("act", "sentence", "move", "reason"), ROWS.values(), ids=ROWS.keys())
def test_a_sentence_stays_with_what_was_said(act: Act, sentence: str, move: Move, reason: str) -> None:
    """Each way of going too far has its reason; what stays within is left to the judge."""
    found = beyond(Verdict(sentence, act, 0.95, None, "trained", Decision.SHOW), move, stems(TOLD))
    assert (reason in found) if reason else found == ""


def test_what_goes_too_far_is_said_again_and_what_was_stopped_stays_stopped() -> None:
    """The verdict keeps its sentence, asks for a repair and carries the reason; nothing is loosened."""
    loud = Verdict("You carried the crates!", Act.SIMPLE_REFLECTION, 0.99, None, "trained", Decision.SHOW)
    changed = bounded(loud, Move.REFLECT, stems(TOLD))
    assert (changed.sentence, changed.decision) == (loud.sentence, Decision.REPAIR)
    assert changed.rule.startswith("it ")
    stopped = Verdict("Ask him.", Act.DIRECTIVE, 0.99, None, "trained", Decision.REPLACE)
    assert bounded(stopped, Move.REFLECT, stems(TOLD)) is stopped
