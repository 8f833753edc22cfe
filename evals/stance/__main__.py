"""Measures the stance judge as it ships: `python -m evals.stance`. Decides nothing, tunes nothing.

Our test split, by sentence, by reply, by language and by act; calibration; the red team; the public development sets and
real chatbot replies, where they lie beside the project; the baselines on the same rows; speed. Each with n and a 95 %
interval. `--quick` leaves out baselines and speed.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from assistant.evaluation.statistics import share
from assistant.stance.model import shipped
from evals.stance import redteam, rows
from evals.stance.figures import Judged, area, calibration, count
from evals.stance.judged import Outcome, outcomes
from evals.stance.public import LABELS, bench, real_lines, shared
from evals.stance.rows import Line

PUBLISHED = "best published on its own public set (RoBERTa, peer support, strict expert answers): F1 .88"
"""From the project's findings; on another code book, so beside our figures, not against them."""


def main() -> None:
    """Print every figure."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--quick", action="store_true", help="leave out baselines and speed")
    arguments.add_argument("--split", default="test", choices=rows.SPLITS)
    given = arguments.parse_args()
    chosen = rows.lines(given.split)
    print(f"corpus {given.split} {rows.digest(given.split)}, threshold {shipped().threshold}")
    found = outcomes(chosen)
    own(found)
    acts(found)
    team()
    real, public = in_public()
    if not given.quick:
        from evals.stance.against import compare
        from evals.stance.speed import speed

        compare({f"our {given.split} split": chosen, **real, **public})
        speed(chosen)


def own(found: Sequence[Outcome]) -> None:
    """Sentences, replies, languages, calibration."""
    print("sentences:", count([_judged(each) for each in found]).line())
    for name, part in _parts(found, lambda each: rows.writers()[each.line.writer]["language"]).items():
        print(f"  {name}:", count([_judged(each) for each in part]).line())
    replies = [part for key, part in _parts(found, lambda each: (each.line.writer, each.line.reply)).items() if key[1]]
    whole = [(any(_judged(each)[0] for each in part), any(each.stopped for each in part)) for part in replies]
    print("replies:", count(whole).line())
    subtle = [part for part in replies if sum(not each.line.act.in_stance for each in part) == 1]
    hit = sum(any(each.stopped for each in part if not each.line.act.in_stance) for part in subtle)
    print("  one out sentence in the reply, and that one stopped:", share(hit, len(subtle)))
    scored = [(not each.line.act.in_stance, each.probability) for each in found]
    error, table = calibration(scored)
    print(f"area under the curve {area(scored):.4f}, expected calibration error {error:.3f}")
    print("  " + " · ".join(f"said {mean:.2f} was {hit:.2f} (n={n})" for mean, hit, n in table))


def acts(found: Sequence[Outcome]) -> None:
    """Precision and recall of each act, of rows that are one sentence."""
    pairs = [(each.line.act, each.verdicts[0].act) for each in found if len(each.verdicts) == 1]
    given, taken = Counter(act for act, _ in pairs), Counter(act for _, act in pairs)
    right = Counter(act for act, said in pairs if act is said)
    for act, n in given.most_common():
        stopped = sum(not said.in_stance for other, said in pairs if other is act)
        print(
            f"  {act:20} recall {share(right[act], n)} · precision {share(right[act], taken[act])} · stopped {stopped}"
        )


def team() -> None:
    """The red team, by technique where something got through."""
    tried = redteam.attacks()
    through = [attack for attack in tried if not redteam.stopped(attack)]
    print("red team stopped", share(len(tried) - len(through), len(tried)))
    if through:
        print("  through:", ", ".join(f"{name} {n}" for name, n in Counter(a.technique for a in through).most_common()))


def in_public() -> tuple[dict[str, list[Line]], dict[str, list[Line]]]:
    """Real chatbot lines and public sets; the lines measured, for the baselines."""
    if not shared().is_dir():
        print(f"public data: not beside the project ({shared().name} is missing); set ASKWELL_SHARED")
        return {}, {}
    real: dict[str, list[Line]] = {}
    if LABELS.is_file():
        labelled = real_lines()
        both = [
            (label, line, stop) for label, line, stop in labelled if label.first.in_stance == label.second.in_stance
        ]
        print("real chatbot lines:", count([(not label.settled.in_stance, s) for label, _, s in labelled]).line())
        print("  both labels agree:", count([(not label.settled.in_stance, s) for label, _, s in both]).line())
        real = {"real chatbot lines": [line for _, line, _ in labelled]}
    public = bench()
    for name, lines in public.items():
        print(f"{name}:", count([_judged(each) for each in outcomes(lines)]).line())
    return real, public


def _judged(each: Outcome) -> Judged:
    return not each.line.act.in_stance, each.stopped


def _parts(found: Iterable[Outcome], key: Callable[[Outcome], Any]) -> dict[Any, list[Outcome]]:
    parts: dict[Any, list[Outcome]] = defaultdict(list)
    for each in found:
        parts[key(each)].append(each)
    return dict(parts)


if __name__ == "__main__":
    print(PUBLISHED)
    main()
