"""Decides what a question about the method or about us is about: the page, deleting, privacy and the like.

Refuses to know what is answered. English, Spanish and German.
"""

import re

from assistant.coaching.kinds import PART, Kind, any_of
from assistant.text import sentences

_TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("page", any_of(r"\b(?:lines?|brief|pasted?)\b")),
    ("peers", any_of(r"\bpeers\b")),
    ("delete", any_of(r"\b(?:delete|erase|get rid of|borrar|eliminar)\b")),
    (
        "internet",
        any_of(r"\b(?:internet|online|cloud|ai|artificial intelligence|language model|chat ?gpt|server|nube)\b"),
    ),
    ("page", any_of(r"\b(?:brief|page|summary|in there|change|remove|edit)\b")),
    (
        "privacy",
        any_of(
            r"reads?|sees?|confidential|private|safe|happens|recorded|logged|stored|saved|monitored|gets|access|lee|leer|ve\b|ver\b|confidencial|privado|pasa con|liest|lesen|sieht|sehen|vertraulich|privat|sicher|anonym|passiert|gespeichert"
        ),
    ),
    ("encryption", any_of(r"\bencrypt|\bcifrad")),
    ("retention", any_of(r"\bhow long\b|\bretain|\bretention\b|cu[aá]nto tiempo|wie lange")),
    ("why", any_of(r"why|por qu[eé]|warum")),
    (
        "who",
        any_of(
            r"\b(?:what|who) are you\b|\bare you (?:a |an )?(?:human|bot|robot|ai|real|person|machine)|qui[eé]n eres|qu[eé] eres|eres (?:un|una)|(?:wer|was) bist du|bist du ein"
        ),
    ),
)


def topics_about_us(message: str) -> tuple[str, ...]:
    """What a question about us is about, at most three things: the page, deleting, privacy and the like; else how."""
    asked = [one for one in sentences(message) if PART[Kind.ABOUT_US].search(one)] or [message]
    found = [topic for topic, pattern in _TOPICS if any(pattern.search(one) for one in asked)]
    if "page" in found:
        found = [topic for topic in found if topic != "delete"]  # a line of the page is not the session
    return tuple(dict.fromkeys(found))[:3] or ("how",)
