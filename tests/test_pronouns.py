"""Promises of `pronouns`: a question speaks of the person as the thinker does, or not at all."""

import pytest

from assistant.pronouns import filled, person_in, versions

TOLD = [
    pytest.param("She said no and they all laughed at her.", "she", id="one-beside-many"),
    pytest.param("He told him to go.", "he", id="two-alike"),
    pytest.param("He told her to go.", "", id="two-are-unclear"),
    pytest.param("They never answer.", "they", id="many"),
    pytest.param("The rota is wrong.", None, id="nobody"),
    pytest.param("There is a theme here.", None, id="not-inside-words"),
]


@pytest.mark.parametrize(("text", "person"), TOLD)
def test_who_is_spoken_of(text: str, person: str | None) -> None:
    """One person is named as the thinker does; two leave it open; nobody is nobody."""
    assert person_in(text) == person


def test_the_slots_are_filled_as_the_person_is_spoken_of() -> None:
    """Subject, object and possessive each take their own form; without a person nothing is guessed."""
    text = "What did {they} say when you gave {them} {their} keys?"
    assert filled(text, "she") == "What did she say when you gave her her keys?"
    assert filled(text, "") == text
    assert len(versions(text)) == 3
    assert versions("What now?") == ("What now?",)
