"""Decides under which hashes results are kept: of the case, of what was measured, of what judged it. Refuses to know what is in them."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant import settings
from assistant.evaluation.cases import AnyCase

_PACKAGE = settings.PACKAGE
_READ = ("*.py", "*.yaml", "*.txt", "*.md", "card.json")
"""Files that decide what is said; of a network its card, which holds the file's own hash."""
_ASIDE = ("evaluation", "ui")
"""Parts of the package that no turn goes through."""


@dataclass(frozen=True)
class Stamp:
    """What a run was made of; each part 8 hex characters, the voice by its name.

    Attributes:
        coach: our own code and networks. prompts, bank: the folders of that name. scorers: the code that judged.
    """

    voice: str
    coach: str
    prompts: str
    bank: str
    scorers: str

    @property
    def subject(self) -> str:
        """A name for everything but the scorers: under it evidence is the same."""
        return _hashed([self.voice.encode(), self.coach.encode(), self.prompts.encode(), self.bank.encode()])

    def as_dict(self) -> dict[str, str]:
        """As one JSON object."""
        return asdict(self)


def stamp(voice: str) -> Stamp:
    """The stamp of this installation with a voice."""
    code = (path for pattern in _READ for path in _PACKAGE.rglob(pattern))
    coach = (path for path in code if path.relative_to(_PACKAGE).parts[0] not in (*_ASIDE, "_data"))
    prompts, bank = (settings.shipped(name).rglob("*.*") for name in ("prompts", "knowledge"))
    return Stamp(
        voice, *(_of_files(files) for files in (coach, prompts, bank, (_PACKAGE / "evaluation").rglob("*.py")))
    )


def of_case(case: AnyCase) -> str:
    """The hash of everything a case says."""
    return _hashed([case.model_dump_json().encode()])


def _of_files(files: Iterable[Path]) -> str:
    return _hashed(part for path in sorted(files) for part in (path.name.encode(), path.read_bytes()))


def _hashed(parts: Iterable[bytes]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()[:8]
