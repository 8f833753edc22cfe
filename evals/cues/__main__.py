"""Decides how the reading of cues is reported: `python -m evals.cues [--split test]`. Refuses to choose anything.

A span found is right when the hands marked the same cue on overlapping words. The agreement of the hands is printed beside
it: of one hand's spans, how many the others marked as well. Nobody can be asked to agree more than people do.
"""

import argparse
from collections.abc import Sequence
from itertools import permutations

from assistant.coaching.reading import read
from assistant.evaluation.statistics import share
from assistant.schemas import Cue
from evals.cues.marked import SPLITS, Mark, Marked, hands, marked


def shipped(text: str) -> list[Mark]:
    """The cues as the app reads them."""
    return [Mark(span.start, span.end, span.cue) for span in read(text, 1).spans]


def main() -> None:
    """Print precision and recall of each cue."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--split", choices=SPLITS, default="test")
    arguments.add_argument("--wrong", help="list the wrong spans of this cue (dev only)")
    given = arguments.parse_args()
    messages = marked(given.split)
    found = [shipped(message.text) for message in messages]
    agreement = between(given.split)
    print(f"{given.split}: {len(messages)} messages, {sum(len(one.marks) for one in messages)} spans")
    anyone = by_anyone(given.split)
    print(f"{'cue':22} {'found, right':36} {'marked, seen':36} hands; found, marked by one hand at least")
    for cue in Cue:
        told = line(cue, messages, found, agreement.get(cue, ""))
        print(f"{told:>102}; {one_hand(cue, messages, found, anyone)}")
    if given.wrong and given.split != "test":
        wrong(Cue(given.wrong), messages, found)


def line(cue: Cue, messages: Sequence[Marked], found: Sequence[Sequence[Mark]], hands_: str) -> str:
    """One cue: spans found and how many are right, spans marked and how many were seen, with 95 % intervals."""
    ours = [
        (mark, message.marks)
        for message, marks in zip(messages, found, strict=True)
        for mark in marks
        if mark.cue == cue
    ]
    theirs = [
        (mark, marks)
        for message, marks in zip(messages, found, strict=True)
        for mark in message.marks
        if mark.cue == cue
    ]
    right = sum(any(mark.meets(other) for other in others) for mark, others in ours)
    seen = sum(any(mark.meets(other) for other in others) for mark, others in theirs)
    return f"{cue:22} {share(right, len(ours)):36} {share(seen, len(theirs)):36} {hands_}"


def by_anyone(split: str) -> dict[str, list[Mark]]:
    """For each message, by its key, what any hand marked."""
    marks: dict[str, list[Mark]] = {}
    for batch in hands(split):
        for each in batch:
            for message in each:
                marks.setdefault(message.key, []).extend(message.marks)
    return marks


def one_hand(
    cue: Cue, messages: Sequence[Marked], found: Sequence[Sequence[Mark]], anyone: dict[str, list[Mark]]
) -> str:
    """Of the spans found, those that at least one of the three readers marked as well: what somebody would call right."""
    ours = [(mark, one.key) for one, marks in zip(messages, found, strict=True) for mark in marks if mark.cue == cue]
    return share(sum(any(mark.meets(other) for other in anyone.get(key, ())) for mark, key in ours), len(ours))


def between(split: str) -> dict[Cue, str]:
    """For each cue: how many of one hand's spans another hand marked as well, over all pairs of hands."""
    counts = {cue: [0, 0] for cue in Cue}
    for batch in hands(split):
        for one, other in permutations(batch, 2):
            for mine, theirs in zip(one, other, strict=True):
                for mark in mine.marks:
                    counts[mark.cue][0] += any(mark.meets(each) for each in theirs.marks)
                    counts[mark.cue][1] += 1
    return {cue: f"{100 * met / of:.0f} %" for cue, (met, of) in counts.items() if of}


def wrong(cue: Cue, messages: Sequence[Marked], found: Sequence[Sequence[Mark]]) -> None:
    """List what was found wrongly, to read."""
    for message, marks in zip(messages, found, strict=True):
        for mark in marks:
            if mark.cue == cue and not any(mark.meets(other) for other in message.marks):
                print(
                    f"{message.key}: …{message.text[max(0, mark.start - 60) : mark.start]}[{message.text[mark.start : mark.end]}]"
                    f"{message.text[mark.end : mark.end + 40]}…".replace("\n", " ")
                )


if __name__ == "__main__":
    main()
