"""Decides how a scripted voice is played through whole turns over real HTTP, and what is kept of each; refuses to label what was shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from assistant.bootstrap import Assistant
from assistant.coaching.plan import Plan, Scene
from assistant.reply import Steps, TurnUpdate
from assistant.schemas import Move, Question
from assistant.scripted import Reply, Request, scripted_server
from assistant.stance import Decision, Verdict, guard
from assistant.testing import speaking
from assistant.text import fold, sentences
from evals.voices.scripts import Line, Script

OWNER = "voices"


@dataclass(frozen=True)
class Shown:
    """One turn: what the thinker had said, what the model said, what was shown instead.

    Attributes:
        sentences: how many sentences the model's first answer holds.
        kept: how many of the shown sentences are the model's, of its first answer or the second.
        stopped: the act or rule for which its first sentence out of place was stopped, "" for none.
    """

    voice: str
    key: str
    thinker: tuple[str, ...]
    said: str
    shown: str
    move: str
    sentences: int
    kept: int
    stopped: str
    elapsed_ms: float

    @property
    def survived(self) -> bool:
        """Whether the thinker saw any of the model's words."""
        return self.kept > 0

    @property
    def whole(self) -> bool:
        """Whether nothing of the model's was stopped."""
        return self.survived and not self.stopped

    @property
    def hash(self) -> str:
        """Under what a label of this turn is kept: it holds only for these words."""
        return sha256("\n".join([*self.thinker, "", self.shown]).encode()).hexdigest()[:12]


def play(assistant: Assistant, script: Script, steps: Steps | None = None) -> Iterator[Shown]:
    """Every talk of a script, a turn at a time; `assistant` lends its index and its store."""
    model = Model()
    with scripted_server(model) as server:
        for talk in script.talks:
            heard: tuple[str, ...] = ()
            own = speaking(assistant, server.base_url, steps=steps)
            conversation = own.prepare.begin(OWNER)
            for line in talk:
                heard, model.line = (*heard, line.message), line
                *_, last = own.prepare.say(OWNER, conversation, line.message)
                yield _shown(script.voice, line, heard, last)


def _shown(voice: str, line: Line, heard: tuple[str, ...], last: TurnUpdate) -> Shown:
    own = fold(f"{line.reply} {line.again}")
    shown = [verdict for verdict in last.sentences if verdict.decision is Decision.SHOW]
    other = [verdict for verdict in last.sentences if verdict.decision is not Decision.SHOW]
    theirs = last.voice.startswith("openai:")
    return Shown(
        voice, line.key, heard, line.reply, last.reply, last.move.value,
        len(sentences(line.reply)), sum(theirs and fold(verdict.sentence) in own for verdict in shown),
        f"{other[0].act.value}: {other[0].rule}" if other else "", last.elapsed_ms,
    )  # fmt: skip


class Model:
    """Says the line of the moment, and its second attempt when a sentence is sent back."""

    def __init__(self) -> None:
        self.line = Line("", "", "", "")

    def __call__(self, request: Request) -> Reply:
        sent_back = "<<<rejected" in str(request.body["messages"])
        return Reply(self.line.again if sent_back else self.line.reply)


def _always_ask(scene: Scene) -> Plan:
    """One move for every message: make room and ask."""
    return Plan(Move.INVITE, "without the decide step", ask=True)


def _no_questions(*_: object, **__: object) -> list[Question]:
    return []


def _open_door(stream: Iterator[str], *given: Any, **named: Any) -> Iterator[Verdict]:
    for verdict in guard(stream, *given, **named):
        yield replace(verdict, decision=Decision.SHOW)


WITHOUT: Mapping[str, Steps] = {
    "decide": Steps(decide=_always_ask),
    "retrieval": Steps(choose=_no_questions),
    "bounds": Steps(bound=lambda verdict, *_: verdict),
    "guard": Steps(check=_open_door, bound=lambda verdict, *_: verdict),
}
"""What an ablation leaves out. Without the guard the checks of `mishaps.py` stay: they are no judgement of the stance."""
