"""Decides how a designer is led to think a programme through: one open question after the other, and a page in the designer's words.

In the spirit of the product: it says back, asks, explains the forms side by side, and prescribes nothing. It keeps nothing: the answers lie
with whoever holds them (the page's browser). Refuses to know how it is drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from assistant import settings, yaml_lines
from assistant.coaching import quoting
from assistant.coaching.asking import Asks
from assistant.coaching.asking import shipped as asker
from assistant.errors import KnowledgeMistake
from assistant.schemas import Identifier, Shape
from assistant.stance import Decision, judge
from assistant.text import clean

TERSE = 6
"""Words below which an answer is asked about once more."""
LONGEST = 4_000
"""Characters of an answer."""
BOUNDARY = "That one stays yours."
SAID_BACK = "You said “{words}”."


class Step(Shape):
    """One question of the reflection."""

    id: Identifier
    heading: str
    ask: str
    again: str
    note: str = ""


@dataclass(frozen=True)
class Asked:
    """What is said now; `step` is the number of the question (1 is the first), 0 when the page is whole."""

    text: str
    step: int
    of: int
    note: str = ""


@dataclass(frozen=True)
class Answer:
    """What was answered to a question, by its id; more than one message may belong to a question."""

    step: str
    text: str


class ProgrammeFlow:
    """The reflection of a programme designer; holds the questions and nothing of any one designer."""

    def __init__(self, root: Path | None = None) -> None:
        self._root = (root or settings.shipped("knowledge")) / "programme"

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The questions, in order. Raises KnowledgeMistake for a file that cannot be used or a question out of stance."""
        return tuple(
            yaml_lines.items(self._root / "reflection.yaml", lambda _: Step, KnowledgeMistake, self._out_of_stance)
        )

    def asked(self, answers: Sequence[Answer] = ()) -> Asked:
        """What comes next after these answers."""
        at = self._place(answers)
        if at == len(self.steps):
            return Asked("", 0, at)
        step, last = self.steps[at], answers[-1] if answers else None
        again = last is not None and last.step == step.id
        said = [self._said_back(last.text, again)] if last else []
        question = step.again if again else step.ask
        note = self._note(step.note) if step.note and not again else ""
        return Asked(" ".join([each for each in said if each] + [question]), at + 1, len(self.steps), note)

    def answered(self, answers: Sequence[Answer], text: str) -> tuple[Answer, ...]:
        """The answers with one more; a blank one skips the question."""
        at = self._place(answers)
        if at == len(self.steps):
            return tuple(answers)
        return (*answers, Answer(self.steps[at].id, clean(text[:LONGEST])))

    def page(self, answers: Sequence[Answer]) -> str:
        """The design brief as Markdown: each heading with the designer's words below it."""
        lines = ["# My design brief for peer coaching", ""]
        for step in self.steps:
            said = [" ".join(each.text.split()) for each in answers if each.step == step.id and each.text]
            lines += [f"## {step.heading}", "", *(said or ["*(still open)*"]), ""]
        return "\n".join(lines)

    def _place(self, answers: Sequence[Answer]) -> int:
        """The number of the question that is open: a terse first answer is asked about once, a blank one is left."""
        if not answers:
            return 0
        last = answers[-1]
        at = next((number for number, step in enumerate(self.steps) if step.id == last.step), len(self.steps) - 1)
        given = [each for each in answers if each.step == last.step]
        terse = len(given) == 1 and (0 < len(last.text.split()) < TERSE or self._presses(last.text))
        return at if terse else at + 1

    def _said_back(self, text: str, again: bool) -> str:
        """A clause of the answer, word for word; or the boundary, where an answer was asked for."""
        if again and self._presses(text):
            return BOUNDARY
        places = [text[start:end] for start, end in quoting.clauses(text)]
        words = next((quoting.presentable(each) for each in places if len(each.split()) > 1), "")
        told = SAID_BACK.format(words=words) if words else ""
        return told if told and _shown(told, (text,)) else ""

    def _presses(self, text: str) -> bool:
        return bool(text) and asker().likely(text)[Asks.PLEA] >= asker().level(Asks.PLEA)

    def _note(self, name: str) -> str:
        return (self._root / f"{name}.md").read_text(encoding="utf-8")

    def _out_of_stance(self, step: Step) -> str:
        wrong = next((text for text in (step.ask, step.again) if not _shown(text)), "")
        return f"“{wrong}” is not shown by the stance; ask one open thing" if wrong else ""


def _shown(text: str, said: tuple[str, ...] = ()) -> bool:
    verdicts = judge(text, said, "design")
    return bool(verdicts) and all(verdict.decision is Decision.SHOW for verdict in verdicts)
