"""Decides how a key of knowledge/SOURCES.md reads as a citation; refuses to know where it is shown."""

import re
from functools import lru_cache
from pathlib import Path

from assistant import settings
from assistant.errors import KnowledgeMistake

_ENTRY = re.compile(r"(?ms)^## (\S+)\s*$\n(.*?)(?=^Taken:|^## |\Z)")


@lru_cache(maxsize=4)
def citations(path: Path | None = None) -> dict[str, str]:
    """Author, year and title for every key, on one line; *asterisks* mark a title that stands on its own.

    Raises KnowledgeMistake when the file cannot be read.
    """
    path = path or settings.shipped("knowledge") / "SOURCES.md"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = f"The list of sources {path} cannot be read ({error}); install Askwell again."
        raise KnowledgeMistake(reason) from None
    return {key: " ".join(body.split()) for key, body in _ENTRY.findall(text)}
