"""Counts what can be counted in finished conversations: `python -m evals.transcripts HOME [HOME …]`.

Each HOME is a data folder (ASKWELL_HOME) whose conversations are read; nothing is changed. Refuses to say whether a
conversation was good: that takes a reader.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlalchemy import create_engine, text

from assistant.evaluation.statistics import share
from assistant.text import sentences, similarity, words

NEAR = 0.5
"""Trigram overlap from which two questions of one conversation count as a near-repeat."""
Turn = tuple[str, str]
"""What the thinker said so far, and the coach's reply."""


def main(homes: Sequence[str]) -> None:
    """Print the figures over all conversations found."""
    talks = [talk for home in homes for talk in conversations(Path(home))]
    print(f"{len(talks)} conversations, {sum(map(len, talks))} turns of the coach")
    print("\n".join(figures(talks)))


def figures(talks: Sequence[Sequence[Turn]]) -> list[str]:
    """One line a figure, each with n and a 95 % interval."""
    turns = [turn for talk in talks for turn in talk]
    counted = {
        "at most one question": sum(reply.count("?") <= 1 for _, reply in turns),
        "no question": sum("?" not in reply for _, reply in turns),
        "own words quoted": sum(quotes(told, reply) for told, reply in turns),
        "near-repeat of an earlier question": sum(repeats(talk) for talk in talks),
    }
    lines = [f"{label}: {share(count, len(turns))}" for label, count in counted.items()]
    openings = Counter(tuple(words(reply)[:4]) for _, reply in turns)
    opening, most = openings.most_common(1)[0]
    return [*lines, f"commonest four-word opening: “{' '.join(opening)}” {share(most, len(turns))}"]


def conversations(home: Path) -> Iterable[list[Turn]]:
    """The conversations of a data folder, each as its coach's turns in order."""
    engine = create_engine(f"sqlite:///{home / 'askwell.sqlite3'}")
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT conversation_id, role, text FROM messages ORDER BY id")).all()
    held: dict[str, list[Turn]] = {}
    told: dict[str, str] = {}
    for conversation, role, said in rows:
        if role == "thinker":
            told[conversation] = told.get(conversation, "") + "\n" + said
        else:
            held.setdefault(conversation, []).append((told.get(conversation, ""), said))
    return held.values()


def quotes(told: str, reply: str) -> bool:
    """Whether a reply quotes something the thinker said."""
    return any(one in told for one in re.findall(r"[“«„]([^”»“]+)[”»“]", reply))


def repeats(talk: Sequence[Turn]) -> int:
    """How many turns ask nearly what an earlier turn of the same conversation asked."""
    seen: list[str] = []
    count = 0
    for _, reply in talk:
        asked = [one for one in sentences(reply) if one.endswith("?")]
        count += any(similarity(one, old) >= NEAR for one in asked for old in seen)
        seen += asked
    return count


if __name__ == "__main__":
    main(sys.argv[1:])
