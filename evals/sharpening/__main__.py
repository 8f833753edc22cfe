"""Measures the fault finder on labelled drafts: `python -m evals.sharpening [--split dev]`. Changes nothing.

Against the writer's labels, with the second hand's agreement beside; the rules alone for comparison. Then the rewrites: how
many faulty drafts get one, and how many of these are free of faults and shown by the stance. Whether they keep the intent is read by people
(`--pairs FILE` writes draft and rewrites for them).
"""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.evaluation.statistics import share
from assistant.questions.faults import by_rules, find_faults
from assistant.questions.rules import Fault, FaultFound
from assistant.questions.sharpen import sharpen
from assistant.stance import Decision, judge
from evals.labels import f_measure
from evals.sharpening.labelled import SPLITS, Drafted, digest, drafted
from evals.stance.figures import kappa

Named = Sequence[frozenset[Fault]]
"""The faults of every draft, in the order of the drafts."""


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--split", choices=SPLITS, default="test")
    arguments.add_argument("--pairs", type=Path, help="write every faulty draft with its rewrites into this file")
    given = arguments.parse_args()
    drafts = drafted(given.split)
    print(f"{given.split} {digest(given.split)}: {len(drafts)} drafts")
    wanted = [each.hands[0].faults for each in drafts]
    for name, found in (
        ("fault finder", named(drafts, find_faults)),
        ("rules alone", named(drafts, by_rules)),
        ("second hand", [each.hands[1].faults for each in drafts]),
    ):
        told(name, wanted, found)
    rewritten(drafts, given.pairs)


def named(drafts: Sequence[Drafted], finder: Callable[[str, str], list[FaultFound]]) -> Named:
    """What a finder names in every draft."""
    return [frozenset(fault.name for fault in finder(each.text, each.context)) for each in drafts]


def told(name: str, wanted: Named, found: Named) -> None:
    """Micro and macro F1, sharp or faulty, and each fault."""
    pairs = list(zip(wanted, found, strict=True))
    each = {fault: counts(pairs, fault) for fault in Fault}
    hit, extra, missed = (sum(one[at] for one in each.values()) for at in range(3))
    same = sum(bool(want) == bool(got) for want, got in pairs)
    macro = sum(_f1(*one) for one in each.values()) / len(each)
    exact = share(sum(want == got for want, got in pairs), len(pairs))
    print(
        f"\n{name}: micro-F1 {_f1(hit, extra, missed):.3f}, macro-F1 {macro:.3f}; sharp or faulty {share(same, len(pairs))}; all faults exactly {exact}"
    )
    for fault, (right, wrong, unseen) in each.items():
        agreement, _ = kappa([(str(fault in want), str(fault in got)) for want, got in pairs])
        print(
            f"  {fault:20} F1 {_f1(right, wrong, unseen):.2f}, kappa {agreement:.2f}; right of named {share(right, right + wrong)}; "
            f"named of there {share(right, right + unseen)}"
        )


Pairs = Sequence[tuple[frozenset[Fault], frozenset[Fault]]]


def counts(pairs: Pairs, fault: Fault) -> tuple[int, int, int]:
    """Named rightly, named wrongly, missed."""
    right = sum(fault in want and fault in got for want, got in pairs)
    return right, sum(fault in got for _, got in pairs) - right, sum(fault in want for want, _ in pairs) - right


def _f1(right: int, wrong: int, missed: int) -> float:
    found, there = right + wrong, right + missed
    return f_measure(right / found, right / there, 1.0) if found and there and right else 0.0


def rewritten(drafts: Sequence[Drafted], into: Path | None) -> None:
    """Of the drafts a hand calls faulty and the finder too: with a rewrite, and rewrites that are clean."""
    lines, without, offered, clean = list[str](), 0, 0, 0
    faulty = [(each, sharpen(each.text, each.context)) for each in drafts if each.hands[0].faults]
    seen = [(each, found) for each, found in faulty if found.faults]
    for each, found in seen:
        without += not found.rewrites
        offered += len(found.rewrites)
        clean += sum(is_clean(one.text, each.context) for one in found.rewrites)
        lines.append(f"# {each.key}\ncontext: {each.context}\ndraft: {each.text}")
        lines += [f"rewrite {number}: {one.text}" for number, one in enumerate(found.rewrites, start=1)]
    print(
        f"\nfaulty drafts named faulty: {share(len(seen), len(faulty))}; of these with a rewrite: {share(len(seen) - without, len(seen))}"
    )
    print(f"rewrites free of faults and shown: {share(clean, offered)}; {offered / max(1, len(seen)):.1f} a draft")
    if into:
        into.write_text("\n".join(lines) + "\n", encoding="utf-8")


def is_clean(text: str, context: str) -> bool:
    """Whether a rewrite has no fault and every sentence of it is shown."""
    verdicts = judge(text, (context,), "pair")
    return not find_faults(text, context) and all(one.decision == Decision.SHOW for one in verdicts)


if __name__ == "__main__":
    main()
