"""Plants known faults into Askwell, one at a time, and shows which cases the gate names: `python -m evals.seeded`. Decides nothing.

A suite that has never been seen to fail proves nothing. Each fault is one that a designer or an engineer could make in an afternoon.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

from assistant import knowledge
from assistant.bootstrap import evaluated
from assistant.coaching import brief, choosing, moves, quoting, safety
from assistant.evaluation import baseline
from assistant.evaluation.cases import Suite
from assistant.evaluation.gate import Outcome, gate
from assistant.evaluation.run import run
from assistant.flows import pair
from assistant.knowledge import Knowledge
from assistant.questions.sharpen import Sharpened
from assistant.schemas import Brief, PhraseKind, SafetyLevel
from assistant.stance import Act, Verdict, classifier, policy

SOFT = "Perhaps you could talk it over with them first; the rest is yours."


@dataclass(frozen=True)
class Seeded:
    """A fault, the suites that ought to see it, and how it is planted; `case` is one that a quick look needs."""

    name: str
    about: str
    suites: tuple[Suite, ...]
    plant: Callable[[], AbstractContextManager[Any]]


def _knows(change: Callable[[Knowledge], Knowledge]) -> AbstractContextManager[Any]:
    """The knowledge folder as if it had been edited."""
    whole = knowledge.load()
    return patch.object(knowledge, "load", lambda *_, **__: change(whole))


def _leading_bank() -> AbstractContextManager[Any]:
    def change(known: Knowledge) -> Knowledge:
        bent = (
            one.model_copy(update={"text": f"{one.text[:-1]}, or will you simply tell them on Monday?"})
            for one in known.questions
        )
        return replace(known, questions=tuple(bent))

    return _knows(change)


def _soft_boundary() -> AbstractContextManager[Any]:
    def change(known: Knowledge) -> Knowledge:
        bent = (
            one.model_copy(update={"text": SOFT}) if one.kind is PhraseKind.BOUNDARY else one for one in known.phrases
        )
        return replace(known, phrases=tuple(bent))

    return _knows(change)


def _misquotes() -> AbstractContextManager[Any]:
    inner = quoting.presentable
    return _everywhere("presentable", quoting, lambda words: f"{inner(words)} every single day")


def _everywhere(name: str, home: Any, instead: Any) -> AbstractContextManager[Any]:
    """Replace a function in its module and wherever its name was imported."""
    import sys

    held = getattr(home, name)

    @contextmanager
    def planted() -> Iterator[None]:
        with ExitStack() as stack:
            for module in list(sys.modules.values()):
                if getattr(module, "__name__", "").startswith("assistant") and getattr(module, name, None) is held:
                    stack.enter_context(patch.object(module, name, instead))
            yield

    return planted()


def _trusting() -> AbstractContextManager[Any]:
    def classify(sentence: str, *_: Any, **__: Any) -> Verdict:
        return Verdict(sentence, Act.PROCESS, 0.99, None, "trusting")

    return _everywhere("classify", classifier, classify)


def _deaf() -> AbstractContextManager[Any]:
    return patch.object(moves, "RULES", tuple(rule for rule in moves.RULES if rule.holds is not moves._is_plea))


def _asleep() -> AbstractContextManager[Any]:
    calm = safety.Alarm(SafetyLevel.NOTHING, "", None, "")
    return _everywhere("look", safety, lambda *_, **__: calm)


def _invents() -> AbstractContextManager[Any]:
    inner = brief.update

    def update(*given: Any) -> Brief:
        made = inner(*given)
        return {
            field: tuple(line.model_copy(update={"text": f"{line.text} as always"}) for line in lines)
            for field, lines in made.items()
        }

    return patch.object(brief, "update", update)


def _no_quote() -> AbstractContextManager[Any]:
    inner = pair.PairFlow.suggest

    def suggest(self: Any, *given: Any, **named: Any) -> list[pair.Suggestion]:
        return [replace(one, quote="") for one in inner(self, *given, **named)]

    return patch.object(pair.PairFlow, "suggest", suggest)


SEEDED = (
    Seeded("leading-question", "the questions of the bank end in a proposal", (Suite.CONVERSATION,), _leading_bank),
    Seeded("softened-boundary", "the boundary hands over a first step", (Suite.LADDER,), _soft_boundary),
    Seeded("lost-quote-rule", "quotations get words the thinker never said", (Suite.CONVERSATION,), _misquotes),
    Seeded("trusting-judge", "the judge takes every sentence for steering", (Suite.JUDGE,), _trusting),
    Seeded("raised-threshold", "nothing is sure enough to be shown", (Suite.CONVERSATION,), lambda: patch.object(policy, "FLOOR", 0.999)),
    Seeded("plea-not-seen", "the table of moves lost the row for pleas", (Suite.LADDER,), _deaf),
    Seeded("safety-asleep", "danger is not looked for", (Suite.SAFETY,), _asleep),
    Seeded("asks-again", "what was asked already may be asked again", (Suite.CONVERSATION, Suite.REPETITION), lambda: patch.object(choosing._Before, "asked", lambda *_: False)),
    Seeded("invented-brief", "the page adds words", (Suite.BRIEF,), _invents),
    Seeded("faults-unseen", "the sharpener finds every draft sharp", (Suite.SHARPEN,), lambda: patch.object(pair, "sharpen", lambda *_: Sharpened(faults=(), rewrites=()))),
    Seeded("suggestion-from-nowhere", "suggestions stand on no word of the notes", (Suite.SUGGEST,), _no_quote),
)  # fmt: skip


def main() -> None:
    """Plant each fault, run its suites, print what the gate says."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--only", help="one fault, by its name")
    given = arguments.parse_args()
    caught = 0
    chosen = [one for one in SEEDED if given.only in (None, one.name)]
    for one in chosen:
        outcome = tried(one)
        caught += bool(outcome.worse)
        print(
            f"{one.name:<26}{len(outcome.worse):>3} cases worse: {', '.join(outcome.worse[:4]) or 'NOT CAUGHT'}",
            flush=True,
        )
    print(f"caught: {caught} of {len(chosen)}")


def tried(one: Seeded, ids: tuple[str, ...] = ()) -> Outcome:
    """What the gate says of the suites (or of these cases alone) with the fault planted."""
    accepted = baseline.read(baseline.path_of("embedded"))
    with one.plant(), evaluated() as subject:
        results = list(run(subject, suites=[suite.value for suite in one.suites], ids=ids))
    return gate(results, accepted.within([suite.value for suite in one.suites], ids) if accepted else None)


if __name__ == "__main__":
    main()
