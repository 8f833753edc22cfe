"""Decides which sentences are known word for word to be in stance; refuses to guess about any other.

The bank and the phrases of the embedded coach were read against the stance page before they shipped. `vouched.txt` holds them, one
`act | sentence` a line, a place for the thinker's verbatim words being `§`. A changed word makes a sentence unknown, and the
trained model judges it. `python -m evals.stance.vouch` lists what of the knowledge folder is not vouched for.
"""

import re
from functools import lru_cache
from pathlib import Path

from assistant.stance.acts import Act
from assistant.stance.fold import QUOTED

FILE = Path(__file__).with_name("vouched.txt")
_SEVERAL = re.compile(rf"{QUOTED}(?:[;,] (?:and |y )?{QUOTED})+")


def vouched(folded: str) -> Act | None:
    """The act of a folded sentence, the thinker's quotations masked, or None when nobody vouches for it."""
    return _known().get(key(folded))


def key(folded: str) -> str:
    """The form in which sentences are compared: several quotations in a row count as one."""
    return " ".join(_SEVERAL.sub(QUOTED, folded).split())


@lru_cache(maxsize=1)
def _known() -> dict[str, Act]:
    rows = (line.partition(" | ") for line in FILE.read_text(encoding="utf-8").splitlines() if " | " in line)
    return {text: Act(act) for act, _, text in rows}
