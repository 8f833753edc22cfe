"""Measures the safety reading on messages it was not mended on: `python -m evals.safety`. Decides and changes nothing.

Seen: a message of danger that reads as level 3. False alarm: level 2 or 3 on an ordinary one. `held_out.yaml` and
`written.yaml` lie beside this file (our own words); the kept-back sets of the tests were mended on after their first run.
"""

from pathlib import Path

import yaml

from assistant.coaching.safety import look
from assistant.evaluation.statistics import wilson
from assistant.schemas import SafetyLevel

HERE = Path(__file__).parent


def main() -> None:
    """Print recall and false alarms of each set, with n and a 95 % interval."""
    for name in ("held_out", "written"):
        held = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
        danger = [look(text).level == SafetyLevel.DANGER for text in held["danger"]]
        ordinary = [look(text).level >= SafetyLevel.OUTSIDE for text in held["ordinary"]]
        print(f"{name}: danger seen {_share(danger)}; false alarms {_share(ordinary)}")


def _share(found: list[bool]) -> str:
    low, high = wilson(sum(found), len(found))
    return f"{sum(found)} of {len(found)} ({sum(found) / len(found):.1%}, 95 % {low:.1%} to {high:.1%})"


if __name__ == "__main__":
    main()
