"""Decides which sentences of a language model are accidents rather than coaching, and what of its stream is no speech at all.

Each sentence is judged against the stance as well; these would pass there now and then, or come from something gone wrong that another
sentence of the same stream will not mend: a refusal, another language, its own instructions, talk of itself as a machine.
Refuses to judge what is said to the thinker.
"""

import re
from collections.abc import Iterable, Iterator

from assistant.text import fold, similarity, unquoted
from assistant.tongues import SPOKEN, tongue

_REFUSES = re.compile(
    r"\b(?:i(?:'m| am)? (?:sorry,? (?:but )?i )?(?:can(?:no|')t|am (?:not able|unable) to|won't|will not) "
    r"(?:help|assist|comply|continue|discuss|engage|respond|provide|fulfil|answer)\b)|"
    r"\b(?:against|violat\w+) (?:my|our|the) (?:guidelines|polic\w+|programming)|\bcontent polic(?:y|ies)\b",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"\b(?:as an? (?:ai|artificial intelligence|language model|assistant|chatbot)|i(?:'m| am) (?:just |only )?an? (?:ai|language model|chatbot)|"
    r"my (?:training|knowledge cutoff|system prompt|instructions)|openai|anthropic)\b",
    re.IGNORECASE,
)
_FENCE = re.compile(
    r"<{2,3}\w+|\w+>{2,3}|^\s*\|\s|<\|\w+\|>|@(?:system|user)\b|\bthe move of this turn\b|\bprepared wordings?\b",
    re.IGNORECASE,
)
ECHO = 0.5
"""Overlap of three-word runs from which a sentence counts as one of the prompt's."""
TAGS = ("think", "thinking", "reasoning", "thought", "analysis", "scratchpad")
"""Tags between which models put what is not meant for the reader."""
_THOUGHT = re.compile(rf"<({'|'.join(TAGS)})>.*?</\1>", re.IGNORECASE | re.DOTALL)
_OPENED = re.compile(rf"<(?:{'|'.join(TAGS)})>", re.IGNORECASE)
ROLES = ("coach", "assistant", "askwell", "reply", "response")
_ROLE = re.compile(rf"\A\s*(?:\*\*)?(?:{'|'.join(ROLES)})(?:\*\*)?\s*:\s*(?:\*\*)?\s*", re.IGNORECASE)

_MAYBE_ROLE = re.compile(r"\s*\**([a-z]*)\**\s*:?\s*\**\s*", re.IGNORECASE)


def mishap(sentence: str, language: str, instructions: Iterable[str] = ()) -> str:
    """The name of what went wrong, or "".

    Args:
        sentence: the model's. language: the thinker's, "en", "es" or "de". instructions: sentences the model was told.
    """
    said = fold(sentence)
    if _FENCE.search(sentence) or any(similarity(said, told) >= ECHO for told in instructions):
        return "repeats-the-prompt"
    own = unquoted(sentence)
    if _MACHINE.search(own):
        return "speaks-of-itself"
    if _REFUSES.search(own):
        return "refuses"
    spoken = tongue(sentence)
    return "other-language" if spoken and language in SPOKEN and spoken != language else ""


def aloud(pieces: Iterable[str]) -> Iterator[str]:
    """What of a stream is meant to be said: without thoughts between tags and without a role in front.

    Text is held back only while a tag may be opening or is open; a tag that is never closed hides the rest.
    """
    held, begun = "", False
    for piece in pieces:
        held += piece
        free, held = _free(held)
        if not begun:
            if free.strip() and not _undecided(free):
                free, begun = _ROLE.sub("", free), True
            else:
                free, held = "", free + held
        if free:
            yield free
    if not _OPENED.search(held) and held:
        yield held if begun else _ROLE.sub("", held)


def _free(text: str) -> tuple[str, str]:
    """What can be said now, and what belongs to a tag, or may."""
    whole = _THOUGHT.sub("", text)
    opened = _OPENED.search(whole)
    at = opened.start() if opened else whole.rfind("<")
    if at >= 0 and (opened or any(f"<{tag}>".startswith(whole[at:].lower()) for tag in TAGS)):
        return whole[:at], whole[at:]
    return whole, ""


def _undecided(text: str) -> bool:
    """Whether the beginning could still become a role with a colon."""
    found = _MAYBE_ROLE.fullmatch(text)
    return found is not None and any(role.startswith(found.group(1).lower()) for role in ROLES)
