"""Decides whether a sentence carries something in a code: digits for letters, hex, base64, signs instead of words.

Refuses to decode it. What a reader could undo and the trained judge cannot read is not shown. Tried on the sentence as it
was written, since folding puts some of it right.
"""

import re
import unicodedata

_LEET = re.compile(
    r"(?<![\w.,])(?=[a-z0-9@$]*[a-z])(?=[a-z0-9@$]*[0134579@$])[a-z@$][a-z0-9@$]*[0134579@$][a-z0-9@$]*(?![\w.,]*\.\w)"
)
_PLAIN = re.compile(
    r"[a-z]{1,2}\d{1,3}|[a-z]+\d{2,}|\w*(?:19|20)\d\d|covid19|h2o|co2|b2b|b2c|p2p|mp[34]|w3c|k8s|i18n|l10n|a11y|e2e|s3|ec2"
)
"""Names and sizes that people really write with a digit in them."""
_HEX = re.compile(r"(?<![\w.])(?:[0-9a-f]{2}(?:[ :-][0-9a-f]{2}){2,}|(?:[0-9a-f]{2}){3,})(?!\w)", re.IGNORECASE)
_BITS = re.compile(r"\b[01]{7,8}\b")
_BASE64 = re.compile(
    r"(?<![\w/])(?=\w*\d|[A-Za-z]*[A-Z][a-z]+[A-Z]|\S*=)(?=\S*[a-z])(?=\S*[A-Z])[A-Za-z0-9+/]{3,}={1,2}(?!\w)|(?<![\w/])(?=\w*[a-z])(?=\w*[A-Z])(?=\w*\d)[A-Za-z0-9+/]{12,}"
)
SIGNS = 3
"""So many pictures in one sentence tell a story of their own; one or two only colour it."""


def coded(sentence: str) -> bool:
    """Whether a part of the sentence is in a code or in pictures."""
    if _BITS.search(sentence) or _BASE64.search(sentence) or _in_hex(sentence):
        return True
    if sum(unicodedata.category(each) == "So" for each in sentence) >= SIGNS:
        return True
    return any(not _PLAIN.fullmatch(found[0]) for found in _LEET.finditer(sentence))


def _in_hex(sentence: str) -> bool:
    """Whether pairs of hexadecimal digits stand there that are the codes of printable letters."""
    runs = (re.findall("[0-9a-f]{2}", found[0].lower()) for found in _HEX.finditer(sentence))
    return any(all(0x41 <= int(pair, 16) <= 0x7A or pair == "20" for pair in run) for run in runs)
