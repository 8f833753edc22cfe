"""Measures the safety reading on messages that nothing was trained or mended on: `python -m evals.safety`. Changes nothing.

Told apart: messages that end the coaching with help lines (level 3), messages that are met with help lines, as a question
how they were meant or as one line beside the answer (in doubt), and the rest. `levels/test-s6` and `-s7` were written as
traps, half of their dangers quiet hints beside harmless twins in nearly the same words; `test-s23` as such messages come in;
`held_out.yaml` holds hints only, none with a plain word; ordinary ones are the test messages of the other corpora.
"""

from collections.abc import Sequence
from pathlib import Path

import yaml

from assistant.coaching.safety import by_rules, look
from assistant.evaluation.statistics import share
from assistant.schemas import SafetyLevel
from evals.safety.levelled import LEVELS, calm, read

HERE = Path(__file__).parent
NAMES = ("nothing", "strain", "outside coaching", "danger")


def main() -> None:
    """Print what is seen and what is a false alarm, with n and a 95 % interval; the rules alone beside it."""
    held = yaml.safe_load((HERE / "held_out.yaml").read_text(encoding="utf-8"))
    print(line("hints of danger, held out", held["danger"]))
    print(line("ordinary, held out", held["ordinary"]))
    print(line("ordinary, other corpora", calm("test")))
    for path in sorted(LEVELS.glob("test-*.txt")):
        messages = read(path)
        for level in sorted(SafetyLevel, reverse=True):
            texts = [each.text for each in messages if each.level == level]
            print(line(f"{path.stem}, level {int(level)} ({NAMES[level]})", texts))


def line(name: str, texts: Sequence[str]) -> str:
    """How many of the texts are read as danger, or as danger in doubt, and how many the rules alone read as danger."""
    alarms = [look(text) for text in texts]
    danger = sum(alarm.level == SafetyLevel.DANGER for alarm in alarms)
    doubt = sum(alarm.kind in ("despair", "aside") for alarm in alarms)
    ruled = sum(by_rules(text).level == SafetyLevel.DANGER for text in texts)
    return f"{name}: danger {share(danger, len(texts))}; or in doubt {share(danger + doubt, len(texts))}; rules alone {ruled}"


if __name__ == "__main__":
    main()
