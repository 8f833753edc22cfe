"""Decides what is reported of the listener: `python -m evals.listening [--split dev]`; refuses to tune anything.

With the file as it ships: for each field and for words to the chat precision and recall at the level in use, counted as the
product uses them; for kinds likewise; for questions, how often the likeliest one, three and five of the bank hold one that
the reader chose, beside always giving the questions chosen most in training and beside the plain sentence encoder; how often
the words taken as weightiest are among those a reader marked; and what two readers agree on.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant import knowledge
from assistant.coaching import kinds
from assistant.coaching.listener import US, WEIGHT, shipped
from assistant.coaching.quoting import clauses, quotable
from assistant.encoder import Encoder
from assistant.evaluation.statistics import share
from assistant.retrieval import open_index
from assistant.schemas import BriefField
from evals.listening.heard import Heard, Stretch, agreement, both, heard
from evals.listening.tune import Row, Scored, placed, sorted_as, taken

AMONG = (1, 3, 5)


def main() -> None:
    """Print the report."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--split", default="test", choices=("dev", "test"))
    given = arguments.parse_args()
    rows = taken(shipped(), heard(given.split))
    print(f"{given.split}: {len(rows)} messages; right of what is taken, taken of what is there (95 % Wilson interval)")
    for what in (*BriefField, US):
        print(f"  {what:14}", _precision(list(placed(rows, what)), shipped().level(what)))
    for kind in kinds.LEARNED:
        print(f"  kind {kind:9}", _precision(list(sorted_as(rows, kind)), shipped().level(kind)))
    print("  weightiest clause marked:", share(sum(weightiest(rows)), sum(1 for _ in weightiest(rows))))
    with tempfile.TemporaryDirectory() as folder:
        for line in questions(rows, Path(folder)):
            print("  " + line)
    for name, shared, total in agreement(both(given.split)):
        print(f"  two readers, {name}: {share(shared, total)}")


def _precision(scored: Sequence[Scored], level: float) -> str:
    found = [right for likely, right in scored if likely >= level]
    there = sum(right for _, right in scored)
    return f"right {share(sum(found), len(found))}; found {share(sum(found), there)}"


def weightiest(rows: Sequence[Row]) -> Iterator[bool]:
    """For each message in which a reader marked words to say back, whether the likeliest quotable clause meets them."""
    for one, found in rows:
        marks = [each for each in one.stretches if each.what == WEIGHT]
        spans = [(start, end) for start, end in clauses(one.text) if quotable(one.text[start:end])]
        if marks and spans:
            best = max(spans, key=lambda span: found.likely(WEIGHT, *span))
            yield any(Stretch(*best, WEIGHT).meets(mark) for mark in marks)


def questions(rows: Sequence[Row], folder: Path) -> Iterator[str]:
    """How often a fitting question is among the first of the whole English bank, for the listener and two simpler ways."""
    bank = [one for one in knowledge.load().questions if one.language == "en"]
    index = open_index(folder, bank, Encoder(), lambda _: None)
    asked = [(one, found) for one, found in rows if one.best]
    popular = [name for name, _ in Counter(name for one in heard("train") for name in one.best).most_common()]
    ways = {
        "the listener": [_ranked(index.likely(found.vector)) for _, found in asked],
        "most chosen": [popular for _ in asked],
        "sentence encoder and BM25": [_ranked(index.near(one.text[-600:])) for one, _ in asked],
    }
    for name, orders in ways.items():
        hits = [_hits(orders, [one for one, _ in asked], most) for most in AMONG]
        told = ", ".join(f"first {most}: {share(hit, len(asked))}" for most, hit in zip(AMONG, hits, strict=True))
        yield f"question by {name}: {told}; different first ones {len({order[0] for order in orders if order})}"


def _ranked(near: dict[str, float]) -> list[str]:
    return sorted(near, key=lambda name: -near[name])


def _hits(orders: Sequence[Sequence[str]], asked: Sequence[Heard], most: int) -> int:
    return sum(bool({*order[:most]} & {*one.best}) for order, one in zip(orders, asked, strict=True))


if __name__ == "__main__":
    main()
