"""Decides how words become a file that the browser can download; refuses to know what they say."""

import tempfile
from pathlib import Path


def to_download(words: str, name: str) -> str:
    """The path of a file of that name, in a folder of its own below the system's for temporary files."""
    path = Path(tempfile.mkdtemp(prefix="askwell-file-")) / name
    path.write_text(words, encoding="utf-8")
    return str(path)
