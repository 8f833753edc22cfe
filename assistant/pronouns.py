"""Decides how a sentence speaks of the person somebody told of: its slots {they}, {them}, {their} as he, she or they.

Refuses to know who is meant. Verbs beside the slots must not change with the person ("did {they} say", "would {they} need").
"""

import re

SLOTS = ("they", "them", "their")
FORMS = {"he": ("he", "him", "his"), "she": ("she", "her", "her"), "they": SLOTS}
"""How someone is spoken of, and the words for each slot."""
_SAID = re.compile(r"\b(?:(he|him|his)|(she|her|hers)|(they|them|their|theirs))\b", re.IGNORECASE)


def filled(text: str, person: str) -> str:
    """The sentence with its slots filled for "he", "she" or "they"; unchanged for anybody else."""
    for slot, word in zip(SLOTS, FORMS.get(person, ()), strict=False):
        text = text.replace("{" + slot + "}", word)
    return text


def versions(text: str) -> tuple[str, ...]:
    """Every way the sentence can be said."""
    return tuple(dict.fromkeys(filled(text, person) for person in FORMS))


def person_in(text: str) -> str | None:
    """How the one person in a text is spoken of: "he", "she" or "they"; empty when there are two, None when there is none.

    Of "he" or "she" beside "they" the one person is meant.
    """
    said = {name for one in _SAID.finditer(text) for name, word in zip(FORMS, one.groups(), strict=True) if word}
    alone = said - {"they"} or said
    if not alone:
        return None
    return alone.pop() if len(alone) == 1 else ""
