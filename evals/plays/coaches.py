"""Decides what Askwell's embedded coach is compared with in blind play; refuses to know who wins.

Two coaches that anybody could build in an afternoon: one asks questions of the bank in a shuffled order, whatever is said;
one turns words round by patterns, in the manner of Weizenbaum (1966, "ELIZA – a computer program for the study of natural
language communication between man and machine"), with patterns and answers of our own.
"""

import random
import re
from collections.abc import Callable, Sequence

from assistant.knowledge import load
from assistant.pronouns import filled

Coach = Callable[[Sequence[str], str], str]
"""The thinker's messages so far, this one last, and the player's name, to a reply."""

_TURNED = {
    "i": "you", "me": "you", "my": "your", "mine": "yours", "myself": "yourself", "am": "are", "i'm": "you're",
    "i've": "you've", "i'd": "you'd", "i'll": "you'll", "was": "were", "we": "you", "our": "your", "us": "you",
    "you": "I", "your": "my", "are": "am",
}  # fmt: skip
_RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\bi need (.+)", ("What would it mean to have {0}?", "Do you really need {0}?")),
    (r"\bi (?:want|wish|would like|'d like) (.+)", ("What if you never got {0}?", "Suppose you got {0} soon?")),
    (r"\bi(?:'m| am) (.+)", ("How long have you been {0}?", "Do you like being {0}?")),
    (r"\bi feel (.+)", ("Do you often feel {0}?", "Tell me about feeling {0}.")),
    (r"\bi can(?:'t|not) (.+)", ("How do you know you can't {0}?", "Perhaps you could {0} if you tried.")),
    (r"\bbecause (.+)", ("Is that the real reason?", "What other reasons come to mind?")),
    (r"\bmy (\w+) (.+)", ("Your {0} {1}?", "Tell me more about your {0}.")),
    (r"\b(?:always|never|everyone|nobody)\b", ("Can you think of a specific example?", "Really always?")),
    (r"\b(?:should i|what do i do|what would you do)\b", ("Why do you ask that?", "What do you think yourself?")),
    (r"\byou\b", ("We were talking about you, not about me.", "Why do you say that about me?")),
    (r"\bhe\b|\bshe\b|\bthey\b", ("Tell me more about them.", "How do you feel when they do that?")),
)
_ELSE = (
    "Please go on.",
    "I see.",
    "What does that suggest to you?",
    "Can you say more about that?",
    "How does that make you feel?",
)


def shuffled_bank(said: Sequence[str], name: str) -> str:
    """The next question of a shuffled bank; slots take the last clause the thinker typed."""
    questions = [each for each in load().questions if each.language == "en"]
    random.Random(name).shuffle(questions)
    chosen = questions[(len(said) - 1) % len(questions)]
    clause = re.split(r"[.,;:!?\n]", said[-1].strip().rstrip(".!?"))[-1].strip() or said[-1].strip()
    text = chosen.text.replace("{quote}", clause[:80])
    return filled(text.replace("{word}", clause.split()[-1] if clause.split() else "that"), "they")


def mirror(said: Sequence[str], name: str) -> str:
    """The first pattern that fits the last message, answered by turn."""
    text = re.sub(r"[.!?]+\s*$", "", said[-1].replace("’", "'").strip())
    for pattern, answers in _RULES:
        if found := re.search(pattern, text, re.IGNORECASE):
            parts = [_turned(re.split(r"[.,;!?]", part)[0]) for part in found.groups()]
            return answers[len(said) % len(answers)].format(*parts)
    return _ELSE[len(said) % len(_ELSE)]


def _turned(words: str) -> str:
    return " ".join(_TURNED.get(word.lower(), word) for word in words.split())


COACHES: dict[str, Coach] = {"bank": shuffled_bank, "mirror": mirror}
