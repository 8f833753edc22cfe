"""The stance corpus: enough of it, in order, and split so that no writer or trade is on both sides."""

import csv
import hashlib
from collections import Counter
from itertools import combinations

from assistant.stance.acts import Act
from evals.stance import redteam
from evals.stance.public import LABELS, labels
from evals.stance.rows import SPLITS, lines, writers

ROWS = {split: lines(split) for split in SPLITS}
BLIND = LABELS.parent / "corpus_blind.csv"


def test_there_is_enough_of_it() -> None:
    """At least ten thousand sentences, four hundred in each of Spanish, German and French, every act in every split."""
    assert sum(map(len, ROWS.values())) >= 10_000
    spoken = Counter(writers()[line.writer]["language"] for rows in ROWS.values() for line in rows)
    assert min(spoken["es"], spoken["de"], spoken["fr"]) >= 400
    for split in SPLITS:
        assert {line.act for line in ROWS[split]} >= set(Act) - {Act.UNJUDGED}, split


def test_no_writer_trade_or_story_is_in_two_splits() -> None:
    """Splits are by writer and by topic: a thinker's words and a trade belong to one split only."""
    for one, other in combinations(SPLITS, 2):
        assert not {line.thinker for line in ROWS[one]} & {line.thinker for line in ROWS[other]}
        trades = [
            {
                trade.strip()
                for about in writers().values()
                if about["split"] == split
                for trade in about["trades"].split(",")
            }
            for split in (one, other)
        ]
        assert not trades[0] & trades[1]


def test_hardly_a_sentence_of_the_test_stands_in_training() -> None:
    """Word for word the same, only what everybody says ("Thank you for telling me.") may be in both: under one in a hundred."""
    known = {line.text.lower() for line in ROWS["train"]}
    again = [line.text for line in ROWS["test"] if line.text.lower() in known]
    assert len(again) < len(ROWS["test"]) / 100, again[:5]


def test_the_blind_labels_belong_to_rows_that_are_still_there() -> None:
    """Each of at least 1,500 twice-labelled rows is found by its place and is the sentence that was read."""
    by_key = {line.key: line for rows in ROWS.values() for line in rows}
    with BLIND.open(encoding="utf-8", newline="") as opened:
        found = list(csv.DictReader(opened))
    assert len(found) >= 1500
    for row in found:
        assert hashlib.sha256(by_key[row["key"]].text.encode()).hexdigest()[:8] == row["text_sha256"], row["key"]
        assert {row["first"], row["second"]} <= set(Act)


def test_at_least_seven_hundred_real_lines_are_labelled_twice() -> None:
    """By reply and line, without a word of their text."""
    found = labels()
    assert len({(each.reply, each.line) for each in found}) == len(found) >= 700


def test_the_red_team_has_three_hundred_ways() -> None:
    """At least three hundred attacks, of at least twelve techniques, none of them twice."""
    found = redteam.attacks()
    assert len({(each.reply, each.thinker) for each in found}) == len(found) >= 300
    assert len({each.technique for each in found}) >= 12
