"""Decides how a message travels to the chatbot so that it stays the text that was typed; refuses to know any flow."""

import re
from collections.abc import Sequence
from html import unescape
from typing import Any

from assistant.schemas import Message, Role

JOINER = "\u2060"
"""Word joiner: takes no room, is never typed (`text.clean` drops it) and never copied (`assets/page.js`)."""
ROLES = {Role.THINKER: "user", Role.COACH: "assistant"}
LONGEST_ENTITY = 40
"""Characters looked at for a named character; the longest of HTML's has 33."""


def bubbles_of(messages: Sequence[Message]) -> list[dict[str, Any]]:
    """A conversation as the chatbot takes it; a reply that was cut off before its first sentence is left out."""
    return [bubble(message.role, message.text) for message in messages if message.text]


def bubble(role: Role, text: str) -> dict[str, Any]:
    """One message as the chatbot takes it."""
    return {"role": ROLES[role], "content": as_typed(text)}


def as_typed(text: str) -> str:
    """The same text for a chatbot that reads HTML even with Markdown off, so that no tag or entity is one.

    An invisible joiner goes after a `<` or `&` that would begin one; escaping instead would show up in copies.
    """
    text = re.sub(r"<(?=[A-Za-z/!?])", f"<{JOINER}", text)
    return re.sub(r"&(?=#|[A-Za-z])", lambda found: "&" + JOINER * _is_entity(text[found.start() :]), text)


def _is_entity(text: str) -> bool:
    head = text[:LONGEST_ENTITY]
    return not unescape(head).startswith(head[:2])
