"""Decides which statements name an effort, value or strength that shows in the thinker's own words: `affirmation`."""

import re

from assistant.stance.acts import Act
from assistant.stance.reading import Reading
from assistant.stance.rules.shape import LIKELY, Finding

_EFFORT = re.compile(
    r"\byou(?:'ve| have)? (?:still |also |even |already |kept |just )*(?:stayed|kept|spoke|told|tried|asked|stood|came|went|showed|turned|held|carried|took|made|built|found|wrote|named|said|chose|stopped|listened|returned|prepared|brought|waited|faced|managed|finished|started|put|gave|did|sat|walked|noticed|saw|let|opened|called|shared)\b"
    r"|\b(?:care|matters?|effort|honesty|loyalty|patience|persistence|commitment|responsibility)\b[^.]*\byou\b"
)
_CONTRAST = re.compile(
    r"\b(?:even though|although|though|despite|even when|anyway|all the same|nevertheless|knowing|while|and still|for (?:years|months|weeks)|every time|again and again)\b"
)


def affirmation(reading: Reading) -> Finding | None:
    """Recognise an effort said back: a past act of theirs, against something, at least half in their words."""
    found = _EFFORT.search(reading.text)
    if reading.asks or not found or not _CONTRAST.search(reading.text) or reading.own.voiced(reading.text) < 0.5:
        return None
    return Finding(Act.AFFIRMATION, "effort-named", LIKELY, *found.span())
