"""Decides whether the files of knowledge/ can be used; refuses to know how they are searched or said.

Every mistake is reported with file, line and reason, and nothing is used of a folder that holds one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from assistant import settings, yaml_lines
from assistant.errors import CallerMistake, KnowledgeMistake
from assistant.schemas import HelpLine, MethodNote, Move, Phrase, PhraseKind, PracticeDraft, Protocol, Question
from assistant.stance.acts import Act

_Item = TypeVar("_Item", bound=BaseModel)
_SLOT = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Knowledge:
    """All that Askwell ships to say and to show, validated."""

    questions: tuple[Question, ...]
    phrases: tuple[Phrase, ...]
    protocols: tuple[Protocol, ...]
    methods: tuple[MethodNote, ...]
    helplines: tuple[HelpLine, ...]
    sources: frozenset[str]
    practice: tuple[PracticeDraft, ...] = ()

    @property
    def grounded(self) -> tuple[str, ...]:
        """What may be said of the method and of Askwell itself, word for word, when somebody asks."""
        about_us = (phrase.text for phrase in self.phrases if phrase.kind == PhraseKind.EXPLAIN)
        return (*(note.answer for note in self.methods), *about_us)

    @cached_property
    def by_id(self) -> dict[str, Question]:
        """The questions by their ids."""
        return {one.id: one for one in self.questions}

    @cached_property
    def _by_move(self) -> dict[tuple[str, Move], tuple[Question, ...]]:
        found: dict[tuple[str, Move], list[Question]] = {}
        for one in self.questions:
            for move in one.moves:
                found.setdefault((one.language, move), []).append(one)
        return {key: tuple(held) for key, held in found.items()}

    def questions_of(self, moves: Iterable[Move], language: str = "en") -> dict[str, Question]:
        """The questions that serve any of these moves in one language, by their ids."""
        return {one.id: one for move in moves for one in self._by_move.get((language, move), ())}

    def phrases_of(self, kind: PhraseKind, language: str = "en") -> tuple[Phrase, ...]:
        """The phrases of one kind in one language, in file order."""
        return tuple(phrase for phrase in self.phrases if phrase.kind == kind and phrase.language == language)


@lru_cache(maxsize=4)
def load(root: Path | None = None, helplines: Path | None = None) -> Knowledge:
    """Read and validate the knowledge folder; raises KnowledgeMistake at the first mistake found."""
    root = root or settings.shipped("knowledge")
    if not root.is_dir():
        raise KnowledgeMistake(f"The knowledge folder {root} is missing; install Askwell again.")
    sources = frozenset(re.findall(r"(?m)^## (\S+)\s*$", _text(root / "SOURCES.md")))
    found = Knowledge(
        questions=tuple(_all(root / "questions", Question)),
        phrases=tuple(_all(root / "phrases", Phrase)),
        protocols=tuple(_all(root / "protocols", Protocol)),
        methods=tuple(_note(path) for path in sorted((root / "methods").glob("*.md"))),
        helplines=tuple(_items(helplines or root / "safety" / "helplines.yaml", HelpLine)),
        sources=sources,
        practice=tuple(_all(root / "practice", PracticeDraft)),
    )
    _check_whole(found)
    return found


def _all(folder: Path, shape: type[_Item]) -> Iterator[_Item]:
    for path in sorted(folder.glob("*.yaml")):
        yield from _items(path, shape)


def _items(path: Path, shape: type[_Item]) -> list[_Item]:
    return yaml_lines.items(path, lambda _: shape, KnowledgeMistake, _own_mistake)


def _note(path: Path) -> MethodNote:
    parts = _text(path).split("---\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise _mistake(path, 1, "a method note opens with front matter between two lines of ---")
    try:
        return MethodNote.model_validate({**yaml.safe_load(parts[1]), "body": parts[2].strip()})
    except (ValidationError, yaml.YAMLError, TypeError) as error:
        reason = error.errors()[0]["msg"] if isinstance(error, ValidationError) else str(error)
        raise _mistake(path, 2, f"front matter: {reason}") from None


def _own_mistake(item: BaseModel) -> str:
    """What a shape alone cannot say: slots named in the text, one question, acts that exist and keep the stance."""
    if isinstance(item, Question | Phrase):
        used = set(_SLOT.findall(item.text))
        if used != set(item.slots):
            return f"{item.id}: the text uses the slots {sorted(used)} but lists {sorted(item.slots)}"
    if isinstance(item, Question) and (item.text.count("?") != 1 or not item.text.endswith("?")):
        return f"{item.id}: a question holds one question mark, at its end"
    if isinstance(item, PracticeDraft):
        if missing := [words for words in item.faults.values() if words not in item.draft]:
            return f"{item.id}: the draft does not hold the words {missing[0]!r}"
        if bool(item.faults) is not bool(item.sharper):
            return f"{item.id}: a draft with faults has a sharper version, and only such a draft"
    if isinstance(item, Protocol):
        known = {act.value for act in Act if act.in_stance}
        for stage in item.stages:
            for act in set(stage.allowed_acts) - known:
                return f"{item.id}: stage {stage.name!r} allows {act!r}, which is not an in-stance act"
    return ""


def _check_whole(found: Knowledge) -> None:
    """What one entry cannot know: ids used once (a turn names what it said by id), sources that SOURCES.md holds."""
    spoken: tuple[Any, ...] = (*found.questions, *found.phrases, *found.methods)
    for entries in (spoken, found.protocols, found.practice):
        _check_ids([entry.id for entry in entries])
    sourced: tuple[Any, ...] = (*found.questions, *found.methods, *found.protocols)
    for entry in sourced:
        if entry.source not in found.sources:
            raise KnowledgeMistake(
                f"{entry.id} names the source {entry.source!r}, which SOURCES.md does not hold; add it there."
            )


def _check_ids(ids: list[str]) -> None:
    for name, times in Counter(ids).items():
        if times > 1:
            raise KnowledgeMistake(f"The id {name!r} is used {times} times in knowledge/; give each entry its own.")


def _text(path: Path) -> str:
    return yaml_lines.read(path, KnowledgeMistake)


def _mistake(path: Path, line: int, reason: str) -> CallerMistake:
    return yaml_lines.told(KnowledgeMistake, path, line, reason)
