"""Decides which of the thinker's words can be quoted or turned to "you" and stay grammatical; refuses to guess.

Everything quoted is verbatim. A clause is turned to the second person only where that is certain; else None.
"""

import re
from functools import lru_cache

LONGEST = 14
"""Words in a quoted clause; longer ones read like a transcript, not like listening."""

_EDGE = re.compile(
    r"[.!?…;:,\n()\[\]\"“”¿¡«»]|\s[–—-]\s|—|\b(?:but|because|so that|although|though|while|which|whereas|even though|pero|porque|aunque|mientras|as[ií] que|sino que|para que|ya que|puesto que)\b|"
    r"\b(?:y|o|e)\s+(?=(?:yo|ya|no|nadie|nunca|siempre|me|le|les|se|lo|él|ella|ellos|ellas|eso|esto|luego|entonces|ahora|todo|todos|mi|la|el|los|las)\b)|"
    r"\b(?:and|so|or|then)\s+(?=(?:i|i'm|i've|i'll|he|she|they|we|it|it's|now|then|my|the|nobody|everyone|this|there)\b)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:and|but|so|because|or|then|that|which|well|also|honestly|basically|anyway|yeah|yes|no(?=,)|ok|okay|like|just|i mean|i think|i suppose|"
    r"i guess|i feel like|i feel that|you know|to be honest|tbh|actually|now|"
    r"y|o|pero|as[ií] que|entonces|pues|bueno|porque|que|la verdad es que|es que|o sea|a ver|creo que|pienso que|siento que|luego|adem[aá]s)\b[\s,]+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"[\s,]+(?:and|but|so|because|or|then|that|which|the|a|an|to|of|in|on|at|for|with|my|his|her|their|our|is|are|was|were|as|if|"
    r"when|by|from|about|into|not|i|we|he|she|they|it|very|really|just|this|these|those|do|does|did|have|has|had|will|would|can|"
    r"y|que|de|el|la|los|las|un|una|en|con|por|para|al|del|lo|le|se|mi|su|sus|tu|nadie|muy|m[aá]s|tan|pero|porque|si|cuando|como|es|son)$",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"^i(?:'m|'ve|'d|'ll)?\b", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:you|your|yours|yourself|we|us|our|ours|we're|we've|let's|am i|do i|can i|should i)\b|[\"“”?*`<>{}]",
    re.IGNORECASE,
)
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
    """Offsets of the clause around text[start:end], at most LONGEST words, holding at least those words."""
    straight = text.replace("’", "'")
    edges = _edges(straight)
    left = max((stop for _, stop in edges if stop <= start), default=0)
    right = min((begin for begin, _ in edges if begin >= end), default=len(text))
    left, right = _trim(straight, left, right, start, end)
    if len(straight[left:right].split()) > LONGEST:
        left, right = _shorten(straight, left, right, start, end)
    return left, right


@lru_cache(maxsize=64)
def _edges(text: str) -> tuple[tuple[int, int], ...]:
    """Where clauses end and begin; remembered, because every span of a message asks for it."""
    return tuple(edge.span() for edge in _EDGE.finditer(text))


def clauses(text: str) -> list[tuple[int, int]]:
    """Offsets of all clauses of a text, trimmed and at most LONGEST words."""
    straight = text.replace("’", "'")
    borders = [0, *(place for edge in _edges(straight) for place in edge), len(text)]
    spans = zip(borders[::2], borders[1::2], strict=True)
    return [
        clause(text, middle, middle)
        for start, stop in spans
        if (middle := _first_word(straight, start, stop)) is not None
    ]


def _first_word(text: str, start: int, stop: int) -> int | None:
    found = re.compile(r"\w").search(text, start, stop)
    return found.start() if found else None


def quotable(text: str) -> bool:
    """Whether a clause can stand alone between quotation marks: two words at least, letters mostly."""
    return len(text.split()) >= 2 and sum(char.isalpha() for char in text) > len(text) / 2


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


def _shorten(text: str, left: int, right: int, start: int, end: int) -> tuple[int, int]:
    """Keep LONGEST words: from the clause's beginning where the cue is near it, else from the subject before the cue."""
    ends = [word.end() + left for word in re.finditer(r"\S+", text[left:right])]
    if ends[LONGEST - 1] < end:
        subjects = [m.start() + left for m in re.finditer(r"(?i)\b(?:i|he|she|they|it|we|my|the)\b", text[left:start])]
        left = subjects[-1] if subjects else start
        ends = [word.end() + left for word in re.finditer(r"\S+", text[left:right])]
    cut = max(end, ends[min(LONGEST, len(ends)) - 1])
    while (found := _TRAILING.search(text[left:cut])) and left + found.start() >= end:
        cut = left + found.start()
    return left, cut


def to_you(words: str) -> str | None:
    """The clause in the second person ("I keep doing my work" → "you keep doing your work"), or None where unsure.

    Only a clause that opens with "I" is turned: then "you" is its subject and the verb keeps its form.
    """
    plain = words.replace("’", "'").strip().rstrip(".!,")
    if not _FIRST_PERSON.match(plain) or _UNSURE.search(plain) or not 3 <= len(plain.split()) <= LONGEST:
        return None
    for pattern, turned in _TURNS:
        plain = re.sub(pattern, turned, plain, flags=re.IGNORECASE)
    return plain


def presentable(words: str) -> str:
    """A quote without the marks that would clash with the quotation marks around it."""
    return re.sub(r"\s+", " ", words.strip().strip("\"'“”«»*_`").rstrip(",;:-")).strip()
