"""Decides where the evidence of finished cases lies, so that it is not asked for twice; refuses to judge it.

One file a case, below a folder named by everything that was measured (`Stamp.subject`): a changed prompt, bank, network or line of the
coach's code is another folder. A changed scorer is not: it judges the same evidence anew.
"""

from pathlib import Path

from assistant.errors import StoreUnavailable
from assistant.evaluation.cases import AnyCase
from assistant.evaluation.evidence import Evidence
from assistant.evaluation.fingerprints import Stamp, of_case


class Kept:
    """The evidence kept for one subject."""

    def __init__(self, folder: Path, stamp: Stamp) -> None:
        self._folder = folder / stamp.subject

    def get(self, case: AnyCase) -> Evidence | None:
        """What this very case brought back before; None when it was not run, or the file was cut off."""
        try:
            return Evidence.of_json(self._path(case).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def put(self, case: AnyCase, found: Evidence) -> None:
        """Keep it, whole or not at all. Raises StoreUnavailable."""
        path = self._path(case)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(".part")
            unfinished.write_text(found.as_json(), encoding="utf-8")
            unfinished.replace(path)
        except OSError as error:
            raise StoreUnavailable(
                f"The folder {path.parent} cannot be written ({error.strerror}); name another with --keep."
            ) from None

    def _path(self, case: AnyCase) -> Path:
        return self._folder / f"{case.id}-{of_case(case)}.json"
