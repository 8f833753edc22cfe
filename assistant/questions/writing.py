"""Decides which sentences the trained rewriter would ask instead of a draft, likeliest first.

A small network reads draft and context once, then writes word piece by word piece, from its own vocabulary or by copying
from what it read (`evals/sharpening/writer.py`). Several beginnings are kept side by side (beam search), at most two with the
same first word, so that what comes out differs. Refuses to know whether a sentence is free of faults or shown (`sharpen.py`).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.encoder.opened import Kept, Opened
from assistant.questions.model import row
from assistant.questions.wording import worded

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

FOLDER = Path(__file__).parent / "rewriter"
READS, WRITES = "reads", "writes"
BEAMS, CHOICES, SAME_START = 6, 5, 2
"""Beginnings kept, continuations looked at of each, and of those kept how many may share their first word piece."""
LONGEST, SHORTEST = 28, 4
"""Word pieces of a sentence."""
ENOUGH = 12
"""Whole sentences after which nothing more is written."""
RUN = 3
"""No run of so many word pieces is written twice."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` as one would type it; `likely`: mean log-likelihood of a word piece, at most 0."""

    text: str
    likely: float


@dataclass(frozen=True, slots=True)
class _Beam:
    pieces: tuple[int, ...]
    score: float


class Rewriter:
    """The two files of the rewriter, opened at first use; one object serves all threads."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._reads, self._writes = (Kept(folder, f"{part}.int8.onnx", part) for part in (READS, WRITES))

    def write(self, draft: str, context: str) -> list[Sentence]:
        """What to ask instead, likeliest first. Raises IndexUnavailable if the files are damaged."""
        reads, card = self._reads.open()
        writes, _ = self._writes.open()
        laid = row(reads.tokenizer, draft, context)
        told = reads.run(input_ids=laid.ids, roles=laid.roles)
        ends = reads.tokenizer.token_to_id("[CLS]"), reads.tokenizer.token_to_id("[SEP]")
        found = _Search(writes, told, _Pieces(card["vocabulary"], laid.ids, ends), ends).run()
        texts = (([reads.tokenizer.id_to_token(piece) for piece in beam.pieces], beam.score) for beam in found)
        return [Sentence(worded(pieces, (draft, context)), score) for pieces, score in texts]

    @cached_property
    def general(self) -> frozenset[str]:
        """Stems of words that belong to no case in particular; any other one must have been said."""
        return frozenset(self._reads.open()[1]["general"])


class _Pieces:
    """All word pieces that can come next: those of the vocabulary, then those that can only be copied; `_spread` sums the copies of a piece."""

    def __init__(self, vocabulary: list[int], source: tuple[int, ...], ends: tuple[int, int]) -> None:
        import numpy as np

        place = {piece: at for at, piece in enumerate(vocabulary)}
        for piece in source:
            place.setdefault(piece, len(place))
        self.ids, self._own = list(place), len(vocabulary)
        self._columns = sorted({place[piece] for piece in source} - {place.get(end, -1) for end in ends})
        column = {at: number for number, at in enumerate(self._columns)}
        self._spread = np.zeros((len(source), len(self._columns)), dtype=np.float32)
        for at, piece in enumerate(source):
            if place[piece] in column:
                self._spread[at, column[place[piece]]] = 1

    def likely(self, words: "Floats", copies: "Floats", copying: "Floats") -> "Floats":
        """The log-likelihood of each piece, shape (beams, pieces): the mixture of writing and copying."""
        import numpy as np

        every = np.full((len(words), len(self.ids)), 1e-9, dtype=np.float32)
        every[:, : self._own] += words * (1 - copying)
        every[:, self._columns] += copies @ self._spread * copying
        scores: Floats = np.log(every)
        return scores


class _Search:
    """One beam search."""

    def __init__(self, writes: Opened, told: "list[Floats]", pieces: _Pieces, ends: tuple[int, int]) -> None:
        self._writes, self._told, self._pieces = writes, told, pieces
        self._first, self._end = ends

    def run(self) -> list[_Beam]:
        """Whole sentences, their scores per piece, best first."""
        import numpy as np

        beams, done = [_Beam((), 0.0)], list[_Beam]()
        heads, width = self._told[0].shape[2], self._told[0].shape[4]
        keys = values = np.zeros((len(self._told[0]), 1, heads, 0, width), dtype=np.float32)
        last = np.array([[self._first]], dtype=np.int64)
        for place in range(LONGEST):
            *shares, keys, values = self._writes.feed(
                tokens=last, place=np.array([place]), keys=keys, values=values, told_keys=self._told[0], told_values=self._told[1], copied=self._told[2]
            )  # fmt: skip
            kept = list(self._kept(beams, self._pieces.likely(*shares), done))
            if not kept or len(done) >= ENOUGH:
                break
            origin, beams = [at for at, _ in kept], [beam for _, beam in kept]
            keys, values = keys[:, origin], values[:, origin]
            last = np.array([[beam.pieces[-1]] for beam in beams], dtype=np.int64)
        return sorted(done, key=lambda beam: -beam.score)

    def _kept(self, beams: list[_Beam], likely: "Floats", done: list[_Beam]) -> Iterator[tuple[int, _Beam]]:
        """The best continuations with the place of the beam they come from; whole sentences go to `done`."""
        started: Counter[int] = Counter()
        for at, beam in sorted(self._continued(beams, likely), key=lambda each: -each[1].score):
            if beam.pieces[-1] == self._end:
                if len(beam.pieces) > SHORTEST:
                    done.append(_Beam(beam.pieces[:-1], beam.score / len(beam.pieces)))
            elif started[beam.pieces[0]] < SAME_START and not _again(beam.pieces):
                started[beam.pieces[0]] += 1
                yield at, beam
                if started.total() == BEAMS:
                    return

    def _continued(self, beams: list[_Beam], likely: "Floats") -> Iterator[tuple[int, _Beam]]:
        import numpy as np

        most = CHOICES if beams[0].pieces else BEAMS
        for at, beam in enumerate(beams):
            for piece in np.argpartition(-likely[at], most)[:most]:
                yield at, _Beam((*beam.pieces, self._pieces.ids[piece]), beam.score + float(likely[at, piece]))


def _again(pieces: tuple[int, ...]) -> bool:
    """Whether the last run of pieces was there before."""
    runs = [pieces[at : at + RUN] for at in range(len(pieces) - RUN + 1)]
    return runs[-1:] != [] and runs[-1] in runs[:-1]


@lru_cache(maxsize=1)
def rewriter() -> Rewriter:
    """The rewriter that ships, one for the process."""
    return Rewriter()


@lru_cache(maxsize=64)
def written(draft: str, context: str) -> tuple[Sentence, ...]:
    """What the shipped rewriter would ask; the last ones are remembered, because a draft is looked at again while it is typed."""
    return tuple(rewriter().write(draft, context))
