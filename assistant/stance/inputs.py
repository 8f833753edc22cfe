"""Decides what the trained model reads of a sentence: its tokens, and where each of them comes from.

Refuses to know the model. Training and running share this file, so that both read the same. A row is

    [CLS] sentence [SEP] what the coach said before [SEP] what the thinker said [SEP]

and every token has a role (see `Role`): whether a content word of the sentence is the thinker's own is what tells an
echo from advice, so it is given to the model and not left for six layers to find out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Any

from assistant.stance.fold import fold
from assistant.stance.own_words import OwnWords
from assistant.stance.vocabulary import STOP, content, stem, words_of
from assistant.text import sentences

MAX_SENTENCE, MAX_BEFORE, MAX_THINKER = 80, 24, 48
"""Tokens. Of our corpus 99 % of the sentences fit into 80; the thinker's part is chosen, not cut (see `_chosen`)."""
ITEM = "- "
"""Stands before a sentence from a list, a table, a heading or code."""


class Role(IntEnum):
    """Where a token comes from; the model's token type."""

    PLAIN = 0
    """Grammar of the sentence. Example: "you", "could", "?"."""
    ECHOED = 1
    """A content word of the sentence that the thinker has used in some form."""
    NEW = 2
    """A content word of the sentence that the thinker has not used."""
    BEFORE = 3
    """What the coach said directly before."""
    THINKER = 4
    """What the thinker said."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the model reads: token ids, their roles, and which part is the sentence.

    `offsets[i]` is the (start, end) of token i in the folded sentence, for the first `len(offsets)` tokens after [CLS].
    """

    ids: tuple[int, ...]
    roles: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]


def row(tokenizer: Any, folded: str, item: bool, before: Sequence[str], thinker: Sequence[str], own: OwnWords) -> Row:
    """Lay out one sentence. `folded` is the sentence as the rules read it, the thinker's quotations masked."""
    mark = len(ITEM) if item else 0
    spoken = tokenizer.encode(ITEM + folded if item else folded, add_special_tokens=False)
    ids, offsets = spoken.ids[:MAX_SENTENCE], spoken.offsets[:MAX_SENTENCE]
    earlier = _ids(tokenizer, " / ".join(fold(each).text for each in before))[-MAX_BEFORE:]
    said = _said(tokenizer, folded, tuple(thinker), own)
    first, last = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    placed = roles(folded, [(max(0, start - mark), max(0, end - mark)) for start, end in offsets], own)
    return Row(
        (first, *ids, last, *earlier, last, *said, last),
        (Role.PLAIN, *placed, Role.PLAIN, *[Role.BEFORE] * (len(earlier) + 1), *[Role.THINKER] * (len(said) + 1)),
        tuple((max(0, start - mark), max(0, end - mark)) for start, end in offsets),
    )


def roles(folded: str, offsets: Sequence[tuple[int, int]], own: OwnWords) -> list[int]:
    """The role of each token: the one of the word it stands in."""
    by_character = [Role.PLAIN] * (len(folded) + 1)
    at = 0
    for word in words_of(folded):
        start = folded.index(word, at)
        at = start + len(word)
        if word not in STOP and not word.isdigit() and word != "§":
            by_character[start:at] = [Role.ECHOED if stem(word) in own.stems else Role.NEW] * len(word)
    return [by_character[start] if start < end else Role.PLAIN for start, end in offsets]


def _said(tokenizer: Any, folded: str, thinker: tuple[str, ...], own: OwnWords) -> list[int]:
    """The thinker's words that fit: the sentences nearest to the coach's sentence and the last one, in order."""
    pieces = _pieces(tokenizer, thinker)
    if sum(len(ids) for ids, _ in pieces) <= MAX_THINKER:
        return [each for ids, _ in pieces for each in ids]
    wanted = frozenset(content(folded))
    order = sorted(range(len(pieces)), key=lambda at: (-len(wanted & pieces[at][1]), -at))
    last = len(pieces) - 1
    return _chosen(pieces, [last, *[at for at in order if at != last]])


def _chosen(pieces: Sequence[tuple[tuple[int, ...], frozenset[str]]], order: Sequence[int]) -> list[int]:
    room, kept = MAX_THINKER, {}
    for at in order:
        if room <= 0:
            break
        kept[at] = pieces[at][0][:room]
        room -= len(kept[at])
    return [each for at in sorted(kept) for each in kept[at]]


@lru_cache(maxsize=64)
def _pieces(tokenizer: Any, thinker: tuple[str, ...]) -> tuple[tuple[tuple[int, ...], frozenset[str]], ...]:
    """Each sentence of the thinker's: its token ids and its stems. Kept, since a session asks for them every turn."""
    found = [fold(each).text for message in thinker for each in sentences(message)]
    return tuple((tuple(_ids(tokenizer, each)), frozenset(content(each))) for each in found)


def _ids(tokenizer: Any, text: str) -> list[int]:
    ids: list[int] = tokenizer.encode(text, add_special_tokens=False).ids if text else []
    return ids
