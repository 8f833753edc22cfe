"""Decides how a draft is changed word by word: which words stay, and what is said before a word instead of those that go.

Refuses to know which words these are (`model.py` holds how likely each change is). In the manner of Malmi et al. 2019,
"Encode, Tag, Realize": a rewrite is one tag a word, keep or drop, with a phrase out of a closed list before it; so every
word of a rewrite is the asker's own or one of a few hundred plain ones.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")
_TIGHT = re.compile(r"\s+(?=[,.;:!?”’)\]…])|(?<=[“‘(\[])\s+")
_REPEATED = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
_STOPS = re.compile(r"[\s,.;:!?…-]+$")
_LEADS = re.compile(r"^[\s,.;:!?…-]+")
_SMALL = frozenset(
    "what how which who where when why did do does is are was were have has had can could would will should so and but if in at on "
    "for to with as the a an you your he she they it that this there those these some any no not maybe what's how's".split()
)
"""Words that lose the capital they had at the beginning of the draft."""


@dataclass(frozen=True, slots=True)
class Tag:
    """What happens to one word: whether it stays, and what is said before it ("" for nothing)."""

    keep: bool
    phrase: str = ""


def places(text: str) -> list[tuple[int, int]]:
    """Where the words and marks of a text are."""
    return [found.span() for found in _WORD.finditer(text)]


def tags(draft: str, rewrite: str) -> list[Tag]:
    """The changes that make the rewrite out of the draft; one more than words: what is said at the end."""
    ours, theirs = ([text[slice(*each)] for each in places(text)] for text in (draft, rewrite.rstrip("?")))
    plain = [[word.lower().replace("’", "'") for word in words] for words in (ours, theirs)]
    found = [Tag(True)] * (len(ours) + 1)
    for kind, start, end, left, right in SequenceMatcher(a=plain[0], b=plain[1], autojunk=False).get_opcodes():
        if kind != "equal":
            found[start:end] = [Tag(False)] * (end - start)
            found[start] = Tag(kind == "insert", " ".join(plain[1][left:right]))
    return found


def applied(draft: str, changes: Sequence[Tag]) -> str:
    """The draft after the changes, as a question: one capital, one mark at its end."""
    words = [draft[slice(*each)] for each in places(draft)]
    pieces = list(_pieces(words, changes))
    text = _LEADS.sub("", _STOPS.sub("", _TIGHT.sub("", " ".join(pieces))))
    text = _REPEATED.sub(r"\1", text)
    return text[:1].upper() + text[1:] + "?" if text else ""


def _pieces(words: Sequence[str], changes: Sequence[Tag]) -> Iterator[str]:
    begun = False
    for word, tag in zip([*words, ""], changes, strict=True):
        begun = begun or bool(tag.phrase)
        if tag.phrase:
            yield tag.phrase
        if word and tag.keep:
            yield word.lower() if begun and word.lower() in _SMALL else word
            begun = True
