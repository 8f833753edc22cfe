"""Measures what is heard of what messages ask of the chat, on the turns of the evaluation cases: `python -m evals.asking`. Decides nothing.

The cases were written by others than the training messages. A turn marked as a plea asks for an answer; a turn that expects an
explanation, a close or a summing-up asks for that; all others ask for nothing.
"""

from collections.abc import Iterator

from assistant.coaching.asking import Asks, shipped
from assistant.coaching.reading import read
from assistant.evaluation.cases import TalkCase, load
from assistant.evaluation.statistics import share
from assistant.schemas import Cue, Move

WANTED = {Move.EXPLAIN: Asks.EXPLAIN, Move.CLOSE: Asks.CLOSE}


def turns() -> Iterator[tuple[str, Asks]]:
    """Every turn of the talks with what it asks."""
    for case in load():
        for turn in case.turns if isinstance(case, TalkCase) else ():
            wanted = WANTED.get(turn.moves[0], Asks.TELL) if len(turn.moves) == 1 else Asks.TELL
            yield turn.say, Asks.PLEA if turn.plea else wanted


def main() -> None:
    """Print for each what is seen and what is taken for it by mistake."""
    rows, asker = list(turns()), shipped()
    likely = [asker.likely(text) for text, _ in rows]
    for what in (Asks.PLEA, Asks.EXPLAIN, Asks.CLOSE):
        there = [each[what] >= asker.level(what) for each, (_, asks) in zip(likely, rows, strict=True) if asks is what]
        other = [
            each[what] >= asker.level(what) for each, (_, asks) in zip(likely, rows, strict=True) if asks is not what
        ]
        print(
            f"{what:<9} seen {share(sum(there), len(there))}; of the others taken for it {share(sum(other), len(other))}"
        )
    whole = [(bool(read(text, 1).of(Cue.PLEA)), asks is Asks.PLEA) for text, asks in rows]
    seen, false = ([found for found, plea in whole if plea is side] for side in (True, False))
    print(
        f"pleas as the coach reads them: seen {share(sum(seen), len(seen))}; of the others {share(sum(false), len(false))}"
    )


if __name__ == "__main__":
    main()
