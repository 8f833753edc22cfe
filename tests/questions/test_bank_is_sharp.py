"""Our own bank must pass what we ask of peers."""

from pathlib import Path

import pytest
import yaml

from assistant.pronouns import filled
from assistant.questions.faults import by_rules, find_faults

BANK = [
    question
    for path in sorted((Path(__file__).parents[2] / "knowledge" / "questions").glob("*.yaml"))
    for question in yaml.safe_load(path.read_text(encoding="utf-8"))
]
SAID = {
    "en": (
        ("I keep redoing their reports", "a fog"),
        ("I must be there for everyone", "stuck"),
        ("they never listen", "support"),
    ),
    "es": (("siempre termino haciendo su trabajo", "una niebla"),),
    "de": (("ich sage immer ja", "Nebel"),),
}


@pytest.mark.parametrize("question", BANK, ids=[question["id"] for question in BANK])
def test_question_of_the_bank_has_no_fault(question: dict) -> None:
    """Every question of the bank is sharp by the rules with any quote and word of the thinker's in its slots."""
    for quote, word in SAID[question.get("language", "en")]:
        text = filled(question["text"].replace("{quote}", quote).replace("{word}", word), "she")
        assert [fault.name.value for fault in by_rules(text, f"{quote}. {word}.")] == []


def test_the_trained_reader_finds_the_bank_sharp() -> None:
    """Of our English questions at most three in a hundred seem faulty where their cue was not said; none of them is asked there."""
    texts = [question["text"] for question in BANK if question.get("language", "en") == "en"]
    said = [
        filled(text.replace("{quote}", SAID["en"][0][0]).replace("{word}", SAID["en"][0][1]), "she") for text in texts
    ]
    faulty = [text for text in said if find_faults(text, "I keep redoing their reports. a fog.")]
    assert len(faulty) <= 0.03 * len(said), faulty
