"""Decides whether an act, a claim or a word of a draft was brought by the thinker.

Refuses to know whether bringing it was wise. Works on word stems, so "telling her" answers to "I should tell her".
"""

import re
from dataclasses import dataclass

from assistant.questions.lexicon import pattern
from assistant.text import fold, words

_ROOTS = {
    "told": "tell",
    "said": "say",
    "spoke": "speak",
    "spoken": "speak",
    "left": "leave",
    "lost": "lose",
    "felt": "feel",
    "gave": "give",
    "given": "give",
    "took": "take",
    "taken": "take",
    "went": "go",
    "gone": "go",
    "wrote": "write",
    "written": "write",
    "sent": "send",
    "met": "meet",
    "kept": "keep",
    "let": "let",
    "brought": "bring",
    "made": "make",
    "thought": "think",
    "scared": "fear",
    "scares": "fear",
    "scare": "fear",
    "scary": "fear",
    "afraid": "fear",
    "frightened": "fear",
    "frightens": "fear",
    "fears": "fear",
    "fearful": "fear",
    "angry": "anger",
    "worried": "worry",
    "worries": "worry",
    "anxious": "worry",
    "anxiety": "worry",
    "guilty": "guilt",
    "ashamed": "shame",
    "sadness": "sad",
    "jealousy": "jealous",
    "burnt": "burnout",
    "burned": "burnout",
    "talk": "say",
    "speak": "say",
    "discuss": "say",
    "tell": "say",
    "raise": "say",
    "mention": "say",
    "explain": "say",
    "conversation": "say",
    "chat": "say",
    "break": "say",
    "quit": "leave",
    "resign": "leave",
    "swapping": "swap",
    "stopped": "stop",
    "chaotic": "chaos",
    "messy": "mess",
    "drown": "drown",
    "trapped": "trap",
    "overwhelm": "overwhelm",
    "fell": "fall",
    "fallen": "fall",
    "began": "begin",
}
_LIGHT = frozenset(
    [
        "make",
        "do",
        "take",
        "have",
        "get",
        "try",
        "use",
        "set",
        "go",
        "put",
        "find",
        "look",
        "keep",
        "start",
        "draw",
        "say",
        "be",
        "give",
        "ask",
        "bring",
        "help",
        "want",
        "let",
        "hold",
        "into",
        "it",
        "that",
        "this",
        "them",
        "him",
        "her",
        "they",
        "you",
        "your",
        "yours",
        "me",
        "my",
        "i",
        "we",
        "us",
        "our",
        "a",
        "an",
        "the",
        "to",
        "of",
        "for",
        "with",
        "at",
        "in",
        "on",
        "by",
        "up",
        "out",
        "off",
        "from",
        "about",
        "more",
        "some",
        "any",
        "one",
        "first",
        "just",
        "maybe",
        "and",
        "or",
        "if",
        "how",
        "what",
        "when",
        "who",
        "is",
        "are",
        "be",
        "been",
        "was",
        "were",
        "will",
        "would",
        "could",
        "can",
        "should",
        "might",
        "not",
        "no",
        "so",
        "then",
        "as",
        "than",
        "very",
        "too",
        "really",
        "also",
        "again",
        "each",
        "every",
        "all",
        "there",
        "here",
        "his",
        "their",
        "its",
        "into",
        "over",
    ]
)
_OWN = re.compile(r"\b(?:i|we|me|my|us|our|i'\w+|we'\w+|im|ive|maybe|perhaps|should|could|might|to)\b")
_CLAUSE = re.compile(r"[.;!?\n]+|\b(?:but|because|although|while)\b")
_HELPER = pattern(r"\b<helper>\b")


def stem(word: str) -> str:
    """A crude English stem with the irregular forms that matter here folded together."""
    word = _ROOTS.get(word, word)
    for ending in ("ing", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            word = word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls" else word
            break
    word = _ROOTS.get(word, word)
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


def _stems(text: str) -> set[str]:
    return {stem(word) for word in words(text)}


@dataclass(frozen=True, slots=True)
class Context:
    """What the thinker said, ready to be asked whether it holds something.

    Attributes:
        text: the thinker's words as given.
        stems: stems of all of them.
        own: for each clause that speaks of the thinker or of what might be done, its stems without third-person verbs.
    """

    text: str
    stems: frozenset[str]
    own: tuple[frozenset[str], ...]

    def voiced(self, claim: str) -> bool:
        """Whether every weighty word of a claim is among the thinker's words."""
        weighty = {stem(word) for word in words(claim)} - {stem(word) for word in _LIGHT}
        return bool(weighty) and weighty <= self.stems

    def brought(self, act: str) -> bool:
        """Whether the thinker raised this act: its verb in a clause of their own, and an object or helper if it has one."""
        found = [word for word in words(act) if not set(word) <= {"_", "ñ"}]
        if not found or not self.own:
            return False
        helper = _HELPER.search(fold(act))
        if helper and not self.voiced(helper.group()):
            return False
        objects = {stem(word) for word in found[1:] if word not in _LIGHT}
        told = bool(objects & self.stems)
        if found[0] in _LIGHT and stem(found[0]) != "say":
            return told
        return any(stem(found[0]) in clause for clause in self.own) and (told or not objects)


def understand(context: str, limit: int = 20_000) -> Context:
    """Read the thinker's words; only the last `limit` characters count."""
    text = context[-limit:]
    pieces = [piece for piece in _CLAUSE.split(fold(text)) if _OWN.search(piece) or re.match(r"\s*\w+ing\b", piece)]
    own = tuple(frozenset(stem(w) for w in words(p) if not _third_person(w)) for p in pieces)
    return Context(text, frozenset(_stems(text)), own)


def _third_person(word: str) -> bool:
    return word in ("talks", "tells", "says", "speaks", "asks", "wants", "gives", "takes", "makes", "sends", "raises")
