"""Decides what the judge is compared with; refuses to ship any of it.

Three obvious judges, fitted and measured in the same run on the same rows: a block-list of advice patterns, word
statistics (TF-IDF with logistic regression) and a static embedding (wordllama) with logistic regression. The learned ones
see what the shipped model sees: the sentence and the thinker's words; their temperature is fitted on dev and their threshold is
its own, as the judge's.
Needs the extra `measure`.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from evals.stance.rows import Line
from evals.stance.thresholds import LEVEL, probability, temperature

Stops = Callable[[Sequence[Line]], list[bool]]
"""Which of some lines a judge would stop."""

BLOCK_LIST = re.compile(
    r"\b(?:you (?:should|could|might want|may want|need to|have to|ought)|i(?:'d| would) (?:suggest|recommend|advise)|"
    r"have you (?:tried|considered|thought)|why (?:don't|not)|how about|what about|what if you|don't you think|consider|try|"
    r"it (?:might|may|could) help|one option|a good idea|research|studies|in my experience|don't worry|make sure)\b"
    r"|^[\W\d]*(?:talk|ask|tell|write|make|take|set|start|stop|keep|find|use|create|schedule|speak|give|let)\b",
    re.IGNORECASE,
)


def block_list(_: Sequence[Line], __: Sequence[Line]) -> Stops:
    """Stop what matches a pattern; nothing is fitted."""
    return lambda lines: [bool(BLOCK_LIST.search(line.text)) for line in lines]


def word_statistics(train: Sequence[Line], dev: Sequence[Line]) -> Stops:
    """TF-IDF of words and word pairs, of the sentence and apart of the thinker's words, with logistic regression."""
    from scipy.sparse import hstack
    from sklearn.feature_extraction.text import TfidfVectorizer

    said, heard = TfidfVectorizer(ngram_range=(1, 2), min_df=2), TfidfVectorizer(min_df=3)
    said.fit([line.text for line in train])
    heard.fit([" ".join(line.thinker) for line in train])

    def features(lines: Sequence[Line]) -> Any:
        return hstack([said.transform([x.text for x in lines]), heard.transform([" ".join(x.thinker) for x in lines])])

    return _fitted(features, train, dev)


def static_embedding(train: Sequence[Line], dev: Sequence[Line]) -> Stops:
    """wordllama's vectors of the sentence and of the thinker's words, with logistic regression."""
    import numpy as np
    import wordllama

    model = wordllama.WordLlama.load(cache_dir=Path(wordllama.__file__).parent, disable_download=True)

    def features(lines: Sequence[Line]) -> Any:
        return np.hstack([model.embed([x.text for x in lines]), model.embed([" ".join(x.thinker) for x in lines])])

    return _fitted(features, train, dev)


def _fitted(features: Callable[[Sequence[Line]], Any], train: Sequence[Line], dev: Sequence[Line]) -> Stops:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(max_iter=2000, C=4.0)
    model.fit(features(train), [not line.act.in_stance for line in train])
    odds = model.decision_function(features(dev))
    divisor = temperature([(not line.act.in_stance, float(each)) for line, each in zip(dev, odds, strict=True)])
    return lambda lines: [
        probability(float(each), divisor) >= LEVEL for each in model.decision_function(features(lines))
    ]


BASELINES = {
    "block-list": block_list,
    "TF-IDF + logistic regression": word_statistics,
    "static embedding + logistic regression": static_embedding,
}
