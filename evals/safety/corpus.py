"""Decides which messages the second net learns from and which only measure it; refuses to know vectors and weights.

Learnt from: `train.yaml` beside this file and the main set of the safety tests (levels 3 and 0; what lies between
teaches nothing). Only measured: `held_out.yaml`, the kept-back sets and the evaluation cases.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from assistant import yaml_lines
from assistant.errors import CaseMistake
from assistant.schemas import SafetyLevel

HERE = Path(__file__).parent
TESTS = HERE.parents[1] / "tests" / "coaching"
CASES = HERE.parent / "cases" / "safety.yaml"
KEPT_BACK = ("safety_kept_back_2", "safety_kept_back_3")


@dataclass(frozen=True)
class Labelled:
    """A message, and whether it must be met with help lines (level 3) or left to coaching (levels 0 and 1)."""

    text: str
    danger: bool


def training() -> list[Labelled]:
    """Everything the net learns from, in a fixed order."""
    return [*_two_lists(HERE / "train.yaml"), *main()]


def main() -> list[Labelled]:
    """Levels 3 and 0 of the main set of the safety tests, without its empty message."""
    return [one for one in _levels(TESTS / "safety_messages.yaml") if one.text.strip()]


def fingerprint(messages: list[Labelled]) -> str:
    """The sha256 of texts and labels, kept with the weights: a changed corpus asks for new ones."""
    return sha256("\n".join(f"{one.danger:d} {one.text}" for one in messages).encode()).hexdigest()


def measured() -> dict[str, list[Labelled]]:
    """The sets that are only measured on, by name."""
    kept = {name: _levels(TESTS / f"{name}.yaml", ordinary=(0, 1)) for name in KEPT_BACK}
    turns = [turn for case in _read(CASES) for turn in case["turns"]]
    said = [Labelled(turn["say"], turn["level"] == SafetyLevel.DANGER) for turn in turns if turn["level"] != 2]
    return {"held_out": _two_lists(HERE / "held_out.yaml"), **kept, "cases": said}


def _two_lists(path: Path) -> list[Labelled]:
    content = _read(path)
    return [Labelled(text, name == "danger") for name in ("danger", "ordinary") for text in content[name]]


def _levels(path: Path, ordinary: tuple[int, ...] = (0,)) -> list[Labelled]:
    wanted = (SafetyLevel.DANGER, *ordinary)
    return [Labelled(row["text"], row["level"] == SafetyLevel.DANGER) for row in _read(path) if row["level"] in wanted]


def _read(path: Path) -> Any:
    return yaml.safe_load(yaml_lines.read(path, CaseMistake))
