"""Decides the weights and the threshold of the second net; refuses to know what they catch on messages never seen.

Logistic regression with an L2 penalty, by Newton's method. A message is a bag of sentences (multiple instances:
Dietterich, Lathrop and Lozano-Pérez, 1997): every sentence of an ordinary message is ordinary, of a message of danger
only the nearest one has to be near, chosen anew after each fit. Nothing is drawn at random, so the same corpus gives
the same weights.
"""

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.coaching.safety_net import pieces
from assistant.encoder import DIMENSION, MODEL_ID, Encoder
from evals.safety.corpus import Labelled, fingerprint

Vectors = NDArray[np.float64]

PENALTY = 0.3
"""Of 0.1, 0.3 and 1 the one with the largest area under the curve over the folds of
the first corpus (0.85; 0.83 as it is now)."""
FALSE_ALARMS = 0.01
"""Share of the ordinary training messages that may be hits, each judged by weights that never saw it."""
FOLDS = 10
SPLITS = 5
"""Different divisions into folds, so that the threshold does not hang on one."""
_ROUNDS = 10
_STEPS = 30


def trained(messages: Sequence[Labelled], encoder: Encoder) -> dict[str, object]:
    """The content of net.json for these messages."""
    kept, bags = vectors(messages, encoder)
    labels = np.array([one.danger for one in kept])
    weights, bias = fit(bags, labels)
    threshold = _threshold(_unseen(kept, bags, labels), labels)
    return {
        "model": MODEL_ID,
        "data": fingerprint(list(messages)),
        "threshold": round(float(1 / (1 + np.exp(-threshold))), 6),
        "bias": round(bias, 6),
        "weights": [round(float(weight), 6) for weight in weights],
    }


def write(head: dict[str, object], path: Path) -> None:
    """Keep the weights, a field a line."""
    lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items())
    path.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def vectors(messages: Sequence[Labelled], encoder: Encoder) -> tuple[list[Labelled], list[Vectors]]:
    """The messages that hold anything to read, and for each its sentences as rows, shape (sentences, 384)."""
    read = [(one, pieces(one.text)) for one in messages]
    bags = [(one, encoder.encode(found).astype(np.float64)) for one, found in read if found]
    return [one for one, _ in bags], [bag for _, bag in bags]


def fit(bags: Sequence[Vectors], labels: NDArray[np.bool_]) -> tuple[Vectors, float]:
    """Weights, shape (384,), and bias."""
    chosen = [np.arange(len(bag)) for bag in bags]
    for _ in range(_ROUNDS):
        rows = np.vstack([bag[picked] for bag, picked in zip(bags, chosen, strict=True)])
        wanted = np.concatenate([np.full(len(picked), float(yes)) for yes, picked in zip(labels, chosen, strict=True)])
        weights, bias = _newton(rows, wanted)
        again = [
            np.array([int(np.argmax(bag @ weights))]) if yes else np.arange(len(bag))
            for bag, yes in zip(bags, labels, strict=True)
        ]
        if all(np.array_equal(old, new) for old, new in zip(chosen, again, strict=True)):
            break
        chosen = again
    return weights, bias


def _newton(rows: Vectors, wanted: Vectors) -> tuple[Vectors, float]:
    design = np.hstack([rows, np.ones((len(rows), 1))])
    penalty = np.append(np.full(DIMENSION, PENALTY), 1e-6)  # the bias is free, but for what keeps the matrix regular
    found = np.zeros(DIMENSION + 1)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-design @ found))
        slope = design.T @ (chance - wanted) + penalty * found
        curve = (design.T * (chance * (1 - chance))) @ design + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        found -= step
        if np.abs(step).max() < 1e-9:
            break
    return found[:-1], float(found[-1])


def _unseen(messages: Sequence[Labelled], bags: Sequence[Vectors], labels: NDArray[np.bool_]) -> Vectors:
    """The score of every message by weights fitted without its fold, shape (splits, messages)."""
    scores = np.empty((SPLITS, len(bags)))
    for split in range(SPLITS):
        folds = _folds(messages, labels, split)
        for fold in range(FOLDS):
            rest = folds != fold
            weights, bias = fit([bag for bag, kept in zip(bags, rest, strict=True) if kept], labels[rest])
            for index in map(int, np.flatnonzero(~rest)):
                scores[split, index] = (bags[index] @ weights).max() + bias
    return scores


def _folds(messages: Sequence[Labelled], labels: NDArray[np.bool_], split: int) -> NDArray[np.int64]:
    """A fold for every message, danger and ordinary in equal parts, in the order of hashes that differ by split."""
    folds = np.empty(len(messages), dtype=np.int64)
    for label in (False, True):
        same = [int(index) for index in np.flatnonzero(labels == label)]
        same.sort(key=lambda index: sha256(f"{split} {messages[index].text}".encode()).digest())
        folds[same] = np.arange(len(same)) % FOLDS
    return folds


def _threshold(scores: Vectors, labels: NDArray[np.bool_]) -> float:
    """The lowest score that keeps hits on ordinary messages within `FALSE_ALARMS`."""
    ordinary = np.sort(scores[:, ~labels].ravel())[::-1]
    return float(np.nextafter(ordinary[int(FALSE_ALARMS * len(ordinary))], np.inf))
