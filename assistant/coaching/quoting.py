"""Decides which of the thinker's words can be quoted or turned to "you" and stay grammatical; refuses to guess.

Everything quoted is verbatim. A clause is turned to the second person only where that is certain; else None.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.text import sentence_spans

LONGEST = 16
"""Words in a quoted clause; longer ones read like a transcript, not like listening. A clause is never cut to fit."""

WHOLE = 13
"""Words up to which a sentence is quoted whole."""
_STOP = re.compile(r"[.!?…;:]+(?=\s|$)|\n|,\s+(?=(?:and|but|so|y|pero|und|aber)\s)")
SHORTEST = 6
"""Words below which a clause takes the next one along: "I let him have it" says less than what it was followed by."""
_SUBJECT = r"(?:i|i'm|i've|i'll|i'd|he|he's|she|she's|they|they're|we|we're|it|it's|now|then|my|the|nobody|everyone|this|there|not)\b"
_ES_SUBJECT = r"(?:yo|ya|no|nadie|nunca|siempre|me|le|les|se|lo|él|ella|ellos|ellas|eso|esto|luego|entonces|ahora|todo|todos|mi|la|el|los|las)\b"
_DE_SUBJECT = r"(?:ich|er|sie|es|wir|ihr|das|der|die|mein\w*|dann|jetzt|da|keiner|niemand|alle)\b"
_EDGE = re.compile(
    r"[!?…;\n()\[\]\"“”¿¡«»]|[.,:](?!\d)|\s[–—-]\s|—|"
    r"\b(?:because|so that|although|though|while|which|whereas|even though|porque|aunque|mientras|as[ií] que|sino que|para que|ya que|puesto que)\b|"
    r"(?=\b(?:weil|obwohl|während|damit|sodass|dass|wenn|bevor|nachdem|als ob)\s)|"
    rf"\b(?:and|so|or|then)\s+(?={_SUBJECT})|\bbut\s+(?=(?:i|i'm|i've|he|she|they|we|it|then|now)\b)|\b(?:y|o|e|pero)\s+(?={_ES_SUBJECT})|"
    rf"\b(?:und|aber|oder|denn|sondern)\s+(?={_DE_SUBJECT})",
    re.IGNORECASE,
)
"""Where a clause ends: punctuation, and conjunctions after which a new subject follows."""
_SOFT_EDGE = re.compile(
    r"\b(?:when|if|after|before|until|since|unless|and|but|cuando|si|y|pero|und|aber|oder)\b", re.IGNORECASE
)
"""Where a clause that is too long may end as well: what stands before these words is whole without the rest."""
_HYPOTHETICAL = re.compile(
    r"\b(?:if|unless|would|wouldn't|as if|as though|suppose|imagine|si|ojal[aá]|falls|würde|hätte|wäre)\b",
    re.IGNORECASE,
)

_REPORTED = re.compile(
    r"\b(?:said|says|goes|went|was like|told me|asked|texted|wrote|thinking|dijo|dice|sagt|sagte|meint|meinte|gesagt|gemeint)\b[\s,:]*[\"“'‘«]?$",
    re.IGNORECASE,
)
"""What stands right before somebody else's words."""
_LEADING = re.compile(
    r"^(?:and|but|so|because|or|then|that|which|but|well|also|honestly|basically|anyway|yeah|yes|no(?=,)|ok|okay|like|just|i mean|i think|i suppose|i assume(?: that)?|"
    r"i guess|i feel like|i feel that|you know|to be honest|tbh|actually|now|"
    r"und|aber|oder|also|denn|ja|nein|naja|na ja|halt|eigentlich|ehrlich gesagt|ich glaube|ich denke|ich finde|"
    r"y|o|pero|as[ií] que|entonces|pues|bueno|porque|que|la verdad es que|es que|o sea|a ver|creo que|pienso que|siento que|luego|adem[aá]s)\b[\s,]+",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"^i(?:'m|'ve|'d|'ll)?\b", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:shall|shan't|you|your|yours|yourself|we|us|our|ours|we're|we've|let's|am i|do i|can i|should i)\b|[\"“”?*`<>{}]",
    re.IGNORECASE,
)
_SLOPPY = re.compile(r"\b(?:dont|didnt|doesnt|cant|wont|isnt|wasnt|ive|couldnt|wouldnt|havent)\b", re.IGNORECASE)
_TURNS = (
    (r"\bi am\b", "you are"),
    (r"\bi'm\b", "you're"),
    (r"\bim\b", "you're"),
    (r"\bi was\b", "you were"),
    (r"\bi wasn'?t\b", "you weren't"),
    (r"\bi (\w+ly) was\b", r"you \1 were"),
    (r"\bi've\b", "you've"),
    (r"\bi'd\b", "you'd"),
    (r"\bi'll\b", "you'll"),
    (r"\bi\b", "you"),
    (r"\bme\b", "you"),
    (r"\bmyself\b", "yourself"),
    (r"\bmine\b", "yours"),
    (r"\bmy\b", "your"),
)


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the whole clause around text[start:end]; of a long one the part between softer edges that holds it.

    A sentence of up to `WHOLE` words is never taken apart: half of it says something else.
    """
    straight = text.replace("’", "'")
    if whole := _short_sentence(straight, start, end):
        return _trim(straight, *whole, start, end)
    edges = _edges(straight)
    left, right = _between(edges, start, end, 0, len(text))
    if len(straight[left:right].split()) < SHORTEST and straight[right : right + 4].lower() in ("and ", "but "):
        longer = min((begin for begin, _ in edges if begin > right), default=len(text))
        right = longer if len(straight[left:longer].split()) <= LONGEST else right
    if len(straight[left:right].split()) > LONGEST:
        soft = tuple(edge.span() for edge in _SOFT_EDGE.finditer(straight, left, right))
        cut_left, cut_right = _between(soft, start, end, left, right)
        right = cut_right
        if len(straight[left:right].split()) > LONGEST:
            left = max((begin for begin, stop in soft if stop <= start), default=cut_left)
    return _trim(straight, left, right, start, end)


def _short_sentence(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The sentence around a place when it is short and holds no quotation of somebody else's."""
    left = max((found.end() for found in _STOP.finditer(text, 0, start)), default=0)
    after = _STOP.search(text, end)
    right = after.start() if after else len(text)
    inside = text[left:right]
    return (left, right) if len(inside.split()) <= WHOLE and not re.search(r"[\"“”«»„()]|\s[-–—]\s", inside) else None


def _between(edges: Sequence[tuple[int, int]], start: int, end: int, lowest: int, highest: int) -> tuple[int, int]:
    left = max((stop for _, stop in edges if stop <= start), default=lowest)
    return left, min((begin for begin, _ in edges if begin >= end and begin > left), default=highest)


_PAIR = re.compile(r"(?:\b[A-Z][\w'-]+|\b(?:my|our|the|his|her) \w+) and I\b")
"""Two who do something together ("Ruth and I had soup") are one subject; the clause does not begin at "I"."""


@lru_cache(maxsize=64)
def _edges(text: str) -> tuple[tuple[int, int], ...]:
    """Where clauses end and begin; remembered, because every span of a message asks for it."""
    return tuple(
        edge.span()
        for edge in _EDGE.finditer(text)
        if not _PAIR.search(text, max(0, edge.start() - 24), edge.end() + 2)
    )


def clauses(text: str) -> list[tuple[int, int]]:
    """Offsets of all clauses of a text, trimmed and at most LONGEST words."""
    straight = text.replace("’", "'")
    borders = [0, *(place for edge in _edges(straight) for place in edge), len(text)]
    spans = zip(borders[::2], borders[1::2], strict=True)
    return [
        clause(text, middle, middle)
        for start, stop in spans
        if (middle := _last_word(straight, start, stop)) is not None
    ]


TOGETHER = 3
"""Neighbouring clauses of one sentence that may be said back together."""


@lru_cache(maxsize=64)
def stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of what may be said back: every clause, short sentences whole, and neighbouring clauses together."""
    found = set(clauses(text))
    for start, end in sentence_spans(text):
        inside = sorted(each for each in found if start <= each[0] and each[1] <= end)
        joined = [
            (inside[first][0], inside[last][1])
            for first in range(len(inside))
            for last in range(first + 1, min(first + TOGETHER, len(inside)))
        ]
        found.update(each for each in [(start, end), *joined] if len(text[slice(*each)].split()) <= LONGEST)
    return tuple(sorted(each for each in found if quotable(text[slice(*each)])))


def _last_word(text: str, start: int, stop: int) -> int | None:
    """Where the last word begins, so that what a clause opens with can be trimmed."""
    return max((found.start() for found in re.compile(r"\w[\w'’-]*").finditer(text, start, stop)), default=None)


_HANGING = re.compile(
    r"(?:of|to|than|which|who|whose|as|with|for|from|by|into|is|are|was|were|has|had|because|de|del|con|für|mit|von|zu)\b",
    re.IGNORECASE,
)
_UNENDED = re.compile(
    r"\b(?:and|but|or|because|that|the|a|an|of|to|with|y|o|pero|que|und|oder|aber|dass|weil|said|says|told|asked|goes|thought|dijo|sagte)$",
    re.IGNORECASE,
)
"""A quote that hangs in the air at its beginning or its end was cut badly."""


def quotable(text: str) -> bool:
    """Whether words can stand alone between quotation marks: three to LONGEST of them, letters mostly, no stray mark or code."""
    balanced = not re.search(r"[\"“”«»`{}<>=|\\]|(?:^|\s)['‘]\w|\w\(", text)
    cut = _HANGING.match(text) or _UNENDED.search(text)
    return (
        not cut
        and 3 <= len(text.split()) <= LONGEST
        and sum(char.isalpha() for char in text) > len(text) / 2
        and balanced
    )


def asserted(text: str, start: int) -> bool:
    """Whether a clause stands as said by the thinker: not under an "if" or "would", and not somebody else's words."""
    sentence = re.split(r"[.!?\n]", text[:start])[-1].replace("’", "'")
    return not (_HYPOTHETICAL.search(sentence) or _REPORTED.search(sentence))


def _trim(text: str, left: int, right: int, start: int, end: int) -> tuple[int, int]:
    """Take words off both ends that carry nothing, never any of text[start:end]."""
    while left < start and (text[left].isspace() or _LEADING.match(text[left:right])):
        found = _LEADING.match(text[left:right])
        step = found.end() if found else 1
        if left + step > start:
            break
        left += step
    while right > end and (text[right - 1].isspace() or text[right - 1] in "'-"):
        right -= 1
    return left, right


def to_you(words: str) -> str | None:
    """The clause in the second person ("I keep doing my work" → "you keep doing your work"), or None where unsure.

    Only a clause that opens with "I" is turned: then "you" is its subject and the verb keeps its form.
    """
    plain = words.replace("’", "'").strip().rstrip(".!,")
    if (
        not _FIRST_PERSON.match(plain)
        or _UNSURE.search(plain)
        or not 4 <= len(plain.split()) <= LONGEST
        or _SLOPPY.search(plain)
    ):
        return None
    for pattern, turned in _TURNS:
        plain = re.sub(pattern, turned, plain, flags=re.IGNORECASE)
    return plain


def presentable(words: str) -> str:
    """A quote without the marks that would clash with the quotation marks around it."""
    return re.sub(r"\s+", " ", words.strip().strip("\"'“”«»*_`").rstrip(",;:-.")).strip()
