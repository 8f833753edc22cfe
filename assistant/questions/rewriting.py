"""Decides what the trained sharpener would ask instead of a draft: changed versions of it, questions on their words, other sides.

Refuses to know whether these are free of faults: `sharpen.py` looks at every one before it is offered.
"""

from collections.abc import Iterator
from hashlib import blake2b

from assistant import referents
from assistant.odds import log_odds
from assistant.questions import changes, model, nearest
from assistant.questions.context import Context
from assistant.questions.draft import Draft
from assistant.text import sentence_spans

SMALL = "Your question, with what stood in its way taken out."
THEIRS = "Starts from their own words, so that they go on from there."
LENS = "The same matter from another side."
FRAMES = ("You said “{quote}”. {question}", "“{quote}”, you say. {question}")
LAID = 2.0
"""Added to every word's log odds of being said back, so that a few unlikely words do not cut a quotation."""
WORDS = (2, 10)
"""Fewest and most words said back."""


def smaller(draft: Draft, context: Context) -> Iterator[tuple[str, str]]:
    """Changed versions of the draft that sound like sentences, likeliest first, each with its why."""
    held = model.instead(draft.raw, context.text)
    for text in changes.versions(draft.raw, held, tuple(model.rewriter().card["phrases"])):
        if model.seen(text, context.text).sound >= model.fault_reader().level("sound"):
            yield text, SMALL


def sides(draft: Draft, context: Context) -> Iterator[tuple[str, str]]:
    """Ready rewrites nearest to what the draft is after, each with its why."""
    told = (context.text, draft.raw)
    yield from ((text, LENS) for text in nearest.rewrites(draft.raw, context.text) if referents.told(text, told))


def on_their_words(draft: Draft, context: Context) -> Iterator[tuple[str, str]]:
    """The nearest rewrites hung on what the thinker said; none where nothing can be said back."""
    words = said_back(draft, context)
    frame = FRAMES[
        int.from_bytes(blake2b(draft.raw.encode("utf-8", "replace"), digest_size=2).digest(), "big") % len(FRAMES)
    ]
    for text, _ in sides(draft, context) if words else ():
        yield frame.format(quote=words, question=text), THEIRS


def said_back(draft: Draft, context: Context) -> str:
    """The words of the thinker's that a rewrite would say back, verbatim: the clause whose words are likeliest; "" when none is."""
    likely = model.instead(draft.raw, context.text).said
    best, worth = "", 0.0
    for start, end in _clauses(context.text):
        inside = [share for (left, right), share in likely if left < end and start < right]
        value = sum(log_odds(share) + LAID for share in inside)
        if inside and value > worth:
            best, worth = context.text[start:end], value
    return best


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Sentences and their parts between commas, without marks at the ends, of a length that can be said back."""
    for start, end in sentence_spans(text):
        cuts = [start, *(start + at for at, char in enumerate(text[start:end]) if char in ",;:"), end]
        for first in range(len(cuts) - 1):
            for last in range(first + 1, len(cuts)):
                left, right = _trimmed(text, cuts[first], cuts[last])
                if WORDS[0] <= len(text[left:right].split()) <= WORDS[1] and not set('“”"?') & set(text[left:right]):
                    yield left, right


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
