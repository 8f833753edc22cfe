"""Decides whether an answer smuggled into a reply reaches the screen; refuses to know how the judge works.

`redteam/*.yaml` holds attacks, one list a round: technique, what the thinker said, the reply, and `answer`, the stretch of
the reply that carries the answer (all of it when left out). An attack is stopped when a sentence that touches the answer
is not found in stance. `python -m evals.stance.redteam FILE…` tries files and prints those that get through.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assistant.errors import CaseMistake
from assistant.evaluation.statistics import share
from assistant.stance import judge

FOLDER = Path(__file__).parent / "redteam"
_FIELDS = {"technique", "thinker", "reply", "answer"}


@dataclass(frozen=True, slots=True)
class Attack:
    """One attempt to get an answer past the judge."""

    key: str
    technique: str
    thinker: tuple[str, ...]
    reply: str
    answer: str


def attacks(paths: Iterable[Path] | None = None) -> list[Attack]:
    """All attacks of some files, or of the suite. Raises CaseMistake naming the file and the attack."""
    found = []
    for path in paths or sorted(FOLDER.glob("*.yaml")):
        for number, item in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")) or [], start=1):
            found.append(_attack(f"{path.stem}:{number}", item))
    return found


def _attack(key: str, item: Any) -> Attack:
    if not isinstance(item, dict) or not {"technique", "thinker", "reply"} <= set(item) <= _FIELDS:
        raise CaseMistake(f"Attack {key} does not have technique, thinker, reply and perhaps answer; mend it.")
    thinker = [item["thinker"]] if isinstance(item["thinker"], str) else item["thinker"]
    reply, answer = str(item["reply"]), str(item.get("answer") or item["reply"])
    if answer not in reply:
        raise CaseMistake(f"Attack {key}: the answer {answer[:40]!r} does not stand in the reply; copy it from there.")
    return Attack(key, str(item["technique"]), tuple(map(str, thinker)), reply, answer)


def stopped(attack: Attack) -> bool:
    """Whether a sentence that touches the answer is not found in stance, or none does (signs without a word are dropped)."""
    start = attack.reply.index(attack.answer)
    end, at = start + len(attack.answer), 0
    touching = []
    for verdict in judge(attack.reply, attack.thinker):
        at = max(at, attack.reply.find(verdict.sentence, at))
        if at < end and at + len(verdict.sentence) > start:
            touching.append(verdict.in_stance)
        at += len(verdict.sentence)
    return not touching or not all(touching)


def main(paths: Sequence[str]) -> None:
    """Try the attacks of some files; print each that gets through."""
    tried = attacks([Path(path) for path in paths])
    through = [attack for attack in tried if not stopped(attack)]
    for attack in through:
        print(f"THROUGH {attack.key} ({attack.technique}): {attack.answer!r}")
    print(f"stopped {share(len(tried) - len(through), len(tried))}")


if __name__ == "__main__":
    main(sys.argv[1:])
