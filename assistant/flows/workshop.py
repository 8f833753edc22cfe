"""Decides how a designer changes prompts, questions, phrases and protocols: a draft is checked, held against what is in use, kept as a version.

What ships is never written to. Versions lie in HOME/workshop, one folder a file; what is in use is the shipped folder with the newest kept
versions laid over it. Refuses to know how a run is judged (`trial.py`).
"""

import difflib
import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from assistant import knowledge, settings
from assistant.errors import AskwellError, CallerMistake, SettingsMistake, StoreUnavailable
from assistant.prompts import load_prompts

EDITABLE = ("prompts/*.md", "knowledge/questions/*.yaml", "knowledge/phrases/*.yaml", "knowledge/protocols/*.yaml")
LONGEST = 400_000
"""Characters of a file; the longest that ships has a quarter of that."""


@dataclass(frozen=True)
class Version:
    """A kept version of a file: what was in use from `at` on. `id` begins the hash of its text; the shipped one has no note."""

    id: str
    at: str
    note: str


class Workshop:
    """The files a designer may change, in one home."""

    def __init__(self, home: Path) -> None:
        self._home = home / "workshop"

    def files(self) -> list[str]:
        """Every file that may be changed, as "prompts/prepare.md"."""
        return [
            f"{top}/{path.relative_to(settings.shipped(top)).as_posix()}"
            for top, _, below in (each.partition("/") for each in EDITABLE)
            for path in sorted(settings.shipped(top).glob(below))
        ]

    def shipped(self, file: str) -> str:
        """The text that came with this installation. Raises CallerMistake for a file that is not among `files()`."""
        if file not in self.files():
            raise CallerMistake(f"The file {file!r} cannot be changed here; choose one of the list.")
        top, _, below = file.partition("/")
        return (settings.shipped(top) / below).read_text(encoding="utf-8")

    def text(self, file: str) -> str:
        """The text in use: the newest kept version, else the shipped one."""
        kept = self.versions(file)
        return self.of(file, kept[0].id) if kept else self.shipped(file)

    def versions(self, file: str) -> list[Version]:
        """The kept versions of a file, newest first; empty when only the shipped one was ever in use."""
        self.shipped(file)
        try:
            lines = (self._folder(file) / "versions.jsonl").read_text(encoding="utf-8").splitlines()
            return [Version(**json.loads(line)) for line in reversed(lines)]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, TypeError) as error:
            raise StoreUnavailable(
                f"The versions of {file} cannot be read ({error}); restore or remove {self._folder(file)}."
            ) from None

    def of(self, file: str, version: str) -> str:
        """The text of one version."""
        try:
            return (self._folder(file) / version).read_text(encoding="utf-8")
        except OSError:
            raise CallerMistake(f"There is no version {version!r} of {file}; choose one of its list.") from None

    def mistake(self, file: str, text: str) -> str:
        """Why a draft cannot be used, in one sentence with the line, or ""."""
        if len(text) > LONGEST:
            return f"The draft has {len(text):,} characters and at most {LONGEST:,} can be taken; split the file."
        try:
            with self.laid_over(file, text) as (prompts, bank):
                load_prompts(prompts) if file.startswith("prompts/") else knowledge.load(bank)
        except AskwellError as error:
            return re.sub(
                r"\S*askwell-draft-[^/\s]*/", "", str(error)
            )  # the designer knows the file, not where it was tried
        return ""

    def difference(self, file: str, text: str) -> list[str]:
        """Lines that go (-) and come (+) against the text in use, with two lines around them."""
        lines = difflib.unified_diff(self.text(file).splitlines(), text.splitlines(), lineterm="", n=2)
        return [line for line in lines if not line.startswith(("---", "+++"))]

    def keep(self, file: str, text: str, note: str) -> Version:
        """Make a draft the version in use. Raises CallerMistake for one that cannot be used, changes nothing, or has no note."""
        if reason := self.mistake(file, text):
            raise CallerMistake(reason)
        if text == self.text(file):
            raise CallerMistake(f"The draft of {file} is what is in use already; change it first.")
        if not note.strip():
            raise CallerMistake("A version needs a note; write in a few words what it is for.")
        made = Version(
            sha256(text.encode()).hexdigest()[:8], datetime.now(UTC).isoformat(timespec="seconds"), note.strip()
        )
        folder = self._folder(file)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / made.id).write_text(text, encoding="utf-8")
            with (folder / "versions.jsonl").open("a", encoding="utf-8") as opened:
                opened.write(json.dumps(asdict(made), ensure_ascii=False) + "\n")
        except OSError as error:
            raise SettingsMistake(f"{folder} cannot be written ({error.strerror}); set ASKWELL_HOME.") from None
        return made

    def go_back(self, file: str, version: str) -> Version:
        """Take an earlier version into use again ("" is the shipped one); what came after it stays in the list."""
        text = self.of(file, version) if version else self.shipped(file)
        return self.keep(file, text, f"back to {version or 'what ships'}")

    @contextmanager
    def laid_over(self, file: str = "", text: str = "") -> Iterator[tuple[Path, Path]]:
        """Folders of prompts and knowledge as in use, with a draft over them; gone afterwards."""
        with tempfile.TemporaryDirectory(prefix="askwell-draft-") as name:
            yield self.lay(Path(name), file, text)

    def lay(self, into: Path, file: str = "", text: str = "") -> tuple[Path, Path]:
        """The same in a folder that stays."""
        for top in ("prompts", "knowledge"):
            shutil.copytree(settings.shipped(top), into / top, dirs_exist_ok=True)
        changed = {each: self.text(each) for each in self.files() if self._folder(each).exists()}
        for each, words in (changed | ({file: text} if file else {})).items():
            (into / each).write_text(words, encoding="utf-8")
        return into / "prompts", into / "knowledge"

    @property
    def changed(self) -> bool:
        """Whether anything but what ships is in use."""
        return any(self._folder(file).exists() and self.text(file) != self.shipped(file) for file in self.files())

    def _folder(self, file: str) -> Path:
        return self._home / file.replace("/", "--")
