"""Decides how text is cleaned, compared and cut into sentences; refuses to know what any sentence means."""

import re
import unicodedata

_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
# Joiners (200c, 200d) stay in stored text: emoji families and Persian need them. Overrides can disguise text.
_DECEIVING = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|Mr|Mrs|Ms|Dr|Prof|St|No|approx|a\.m|p\.m|z\.B|Sr|Sra)|\b[A-Z])\.$"
)
_END = re.compile(r"""(?:[.!?…]+|[。！？]+)["'”’»)\]]*(?=\s|$)""")
# a line break ends a sentence, unless the next line goes on in lower case: then it was only wrapped
_LINE = re.compile(r"(?:[^\n]|(?<![.!?…:\n])\n(?=[a-zà-ÿ]))+")
_STRAIGHT = str.maketrans("’‘“”–—", "''\"\"--")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def clean(text: str) -> str:
    """Take out control and invisible characters and lone surrogates; keep line breaks, tabs, emoji, every script.

    Offsets everywhere in Askwell refer to cleaned text, which is what is stored.
    """
    text = text.encode("utf-8", "replace").decode("utf-8")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub("", _DECEIVING.sub("", text))
    return unicodedata.normalize("NFC", text).strip()


def fold(text: str) -> str:
    """For comparing only: lower case, straight quotes, single spaces, no invisible characters."""
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).lower()
    text = text.translate(_STRAIGHT)
    return re.sub(r"\s+", " ", text).strip()


def words(text: str) -> list[str]:
    """The folded words of a text, in order, punctuation left out."""
    return _WORD.findall(fold(text))


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of a text: cut after closing punctuation and at line breaks that are no wrapping, none empty."""
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start = line.start()
        for end in _END.finditer(text, line.start(), line.end()):
            if _ABBREVIATION.search(text[start : end.end()]):
                continue
            _keep(text, start, end.end(), spans)
            start = end.end()
        _keep(text, start, line.end(), spans)
    return spans


def sentences(text: str) -> list[str]:
    """The sentences of a text, without surrounding white space."""
    return [text[start:end] for start, end in sentence_spans(text)]


def _keep(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    if piece.strip():
        spans.append((start, start + len(piece.strip())))


def shingles(text: str, size: int = 3) -> frozenset[tuple[str, ...]]:
    """Word n-grams of a text, for telling near-repeats; a short text is one shingle."""
    found = words(text)
    if len(found) <= size:
        return frozenset({tuple(found)}) if found else frozenset()
    return frozenset(tuple(found[i : i + size]) for i in range(len(found) - size + 1))


def similarity(one: str, other: str) -> float:
    """Jaccard overlap of word trigrams, 0 to 1; 1 means the same words in the same order."""
    left, right = shingles(one), shingles(other)
    return len(left & right) / len(left | right) if left and right else 0.0


def opening_words(text: str, most: int = 60) -> str:
    """The start of a text, for a list: its first sentence, cut at a word."""
    first = next(iter(sentences(text)), "")
    return first if len(first) <= most else first[:most].rsplit(" ", 1)[0] + "…"


_CODE = re.compile(
    r"^\s*(?:at \S+\(|\.\.\. \d+ more|Caused by:|NAME\s{2,}|\S+\s+\d+/\d+\s+\w+|File \"|Traceback|[\w.]+(?:Error|Exception)\b|>>>|\$ |LINE \d+:|[\^~\s]+$|"
    r"(?:[A-Za-z_]\w*\s*=\s*)+\S|return\b.*[(.]|(?:def|class|import|from|raise|yield|for|while)\b.*[:(=]|\[?(?:ERROR|WARN|INFO|DEBUG)\b|"
    r"\d{4}-\d\d-\d\d[T ]\d\d:|#\d+ |[{}()\[\];]+$)|^ {4,}\S|^\s*[\w.]+\([^)]*\)?[;:]?\s*$|[;{]\s*$"
)


def looks_like_code(line: str) -> bool:
    """Whether a line is pasted code, a log or a stack trace rather than something a person says."""
    return bool(_CODE.search(line))


_QUOTED = re.compile(r"[“„«\"][^”“»\"]*[”“»\"]")


def unquoted(text: str) -> str:
    """A text without what stands between quotation marks, whoever said it."""
    return _QUOTED.sub("", text)
