"""The Design flow: what is searched, what is previewed, and how a run of the suites is told."""

from collections.abc import Iterator
from itertools import count

import pytest

from assistant.errors import PromptMistake
from assistant.evaluation.gate import gate
from assistant.evaluation.run import CaseResult
from assistant.flows.citations import citations
from assistant.flows.design import SHOWN_EVERY, DesignFlow
from assistant.knowledge import Knowledge
from assistant.prompts import load_prompts
from assistant.schemas import Protocol, Question

PROMPT = """---
name: hello
flow: pair
inputs:
  who:
    description: Somebody's name.
    example: Mina
---
@system
Keep to the stance.
@user
{{ who }} has just sat down.
"""
SPEC = """- prompt: hello
  case: another-name
  inputs: {who: Tarek}
  contains: [Tarek]
"""


def question(number: int, text: str, lens: str, moves: list[str]) -> Question:
    return Question.model_validate(
        {"id": f"q-{number}", "text": text, "lens": lens, "moves": moves, "depth": 1, "source": "own"}
    )


BANK = (
    question(1, "What would a fair rota be like?", "value", ["deepen"]),
    question(2, "Who else has a hand in the rota?", "system", ["widen", "ask"]),
    question(3, "How do others put it?", "others_view", ["widen"]),
)
STAGE = {
    "name": "Telling",
    "minutes": 4,
    "purpose": "One tells.",
    "who_speaks": "thinker",
    "allowed_acts": ["process"],
    "assistant": "silent",
}
WAYS = tuple(
    Protocol.model_validate(
        {
            "id": key,
            "name": name,
            "source": "own",
            "summary": summary,
            "roles": ["thinker", "peer"],
            "people": "2",
            "stages": [STAGE, STAGE],
        }
    )
    for key, name, summary in (("walk", "Walk and ask", "Outdoors."), ("bench", "Two on a bench", "Sitting down."))
)
RESULTS = [
    CaseResult("a-1", "judge", "held"),
    CaseResult("a-2", "judge", "failed", ("stance",), "stance: advice", "You could ask her."),
    CaseResult("b-1", "ladder", "error", (), "ValueError: no"),
    CaseResult("b-2", "ladder", "held"),
]


@pytest.fixture
def flow(tmp_path) -> DesignFlow:
    return make(tmp_path, lambda: iter(RESULTS))


def make(folder, run, **more) -> DesignFlow:
    (folder / "hello.md").write_text(PROMPT)
    (folder / "spec.yaml").write_text(SPEC)
    knowledge = Knowledge(BANK, (), WAYS, (), (), frozenset({"own"}))
    return DesignFlow(knowledge, load_prompts(folder), run, size=lambda: len(RESULTS), **more)


@pytest.mark.parametrize(
    ("words", "lens", "move", "ids"),
    [
        pytest.param("", "", "", ["q-1", "q-2", "q-3"], id="nothing-asked-shows-all"),
        pytest.param("rota", "", "", ["q-1", "q-2"], id="one-word"),
        pytest.param("ROTA  hand", "", "", ["q-2"], id="every-word-in-any-case"),
        pytest.param("", "value", "", ["q-1"], id="lens"),
        pytest.param("", "", "widen", ["q-2", "q-3"], id="move"),
        pytest.param("rota", "system", "ask", ["q-2"], id="words-lens-and-move"),
        pytest.param("others view", "", "", ["q-3"], id="a-lens-as-it-is-written-on-the-screen"),
        pytest.param("q-3", "", "", ["q-3"], id="an-id"),
        pytest.param("giraffe", "", "", [], id="none"),
    ],
)
def test_questions_are_found_by_words_lens_and_move(flow, words, lens, move, ids):
    """A designer finds exactly the questions that hold every word and pass both filters, in bank order."""
    assert [one.id for one in flow.questions(words, lens, move)] == ids


@pytest.mark.parametrize(
    ("words", "ids"), [("", ["walk", "bench"]), ("bench", ["bench"]), ("telling", ["walk", "bench"])]
)
def test_protocols_are_found_by_name_and_by_stage(flow, words, ids):
    """A protocol is found by its own words and by those of its stages."""
    assert [one.id for one in flow.protocols(words)] == ids


def test_prompt_shows_version_flow_body_and_examples(flow):
    """The list names the version that stored turns carry, and offers every set of example inputs."""
    (view,) = flow.prompts()
    assert (view.name, view.flow, len(view.version), view.examples) == ("hello", "pair", 8, 2)
    assert "{{ who }}" in view.body


@pytest.mark.parametrize(("example", "name"), [(0, "Mina"), (1, "Tarek")])
def test_preview_fills_the_chosen_example(flow, example, name):
    """The preview is what a model would receive, message by message."""
    assert flow.preview("hello", example) == [("system", "Keep to the stance."), ("user", f"{name} has just sat down.")]


def test_unknown_prompt_is_a_prompt_mistake(flow):
    """A prompt that is not there ends in a sentence, not in a crash."""
    with pytest.raises(PromptMistake, match="no prompt"):
        flow.preview("goodbye")


def test_run_reports_first_and_last(flow):
    """A run opens with an empty report and closes with everything parted, failures and errors together."""
    first, last = list(flow.run_suite())
    assert (first.done, first.total, first.counts) == (0, 4, ())
    assert [one.id for one in last.failed] == ["a-2", "b-1"]
    assert [one.id for one in last.held] == ["a-1", "b-2"]


def test_last_report_counts_each_suite_and_all_with_an_interval(flow):
    """An error counts as not held, and every share carries an interval that holds it."""
    *_, last = flow.run_suite()
    assert [(one.suite, one.held, one.cases) for one in last.counts] == [
        ("judge", 1, 2),
        ("ladder", 1, 2),
        ("all", 2, 4),
    ]
    assert all(one.low < one.held / one.cases < one.high for one in last.counts)


def test_a_slow_run_reports_on_the_way(tmp_path):
    """Someone who waits sees the count go up; here every case takes a second."""
    assert SHOWN_EVERY < 1
    flow = make(tmp_path, lambda: iter(RESULTS), clock=map(float, count()).__next__)
    assert [now.done for now in flow.run_suite()] == [0, 1, 2, 3, 4, 4]


@pytest.mark.parametrize("way", ["stop", "close"])
def test_a_stopped_run_leaves_the_rest_of_the_cases(tmp_path, way):
    """Stopping by name ends after the case it is at, told without totals; closing ends it at once."""
    ran = []

    def run() -> Iterator[CaseResult]:
        for result in RESULTS:
            ran.append(result.id)
            yield result

    flow = make(tmp_path, run, clock=map(float, count()).__next__)
    reports = flow.run_suite("mine")
    assert [next(reports).done, next(reports).done] == [0, 1]
    if way == "close":
        reports.close()
    flow.stop("mine")
    assert [(now.done, now.counts) for now in reports] == ([(2, ())] if way == "stop" else [])
    assert ran == ["a-1", "a-2"][: 2 if way == "stop" else 1]


def test_stopping_one_run_leaves_another_alone(flow):
    """Two designers at once do not stop one another, and a run that was stopped can be started again."""
    flow.stop("yours")
    assert [now.done for now in flow.run_suite("mine")][-1] == len(RESULTS)
    assert [now.done for now in flow.run_suite("yours")][-1] == 1
    assert [now.done for now in flow.run_suite("yours")][-1] == len(RESULTS)


def test_gate_has_the_last_word_when_there_is_one(tmp_path):
    """The last report carries what the gate says of the whole run; without a gate it says nothing."""
    judged = make(tmp_path, lambda: iter(RESULTS), gate=lambda results: gate(results, None))
    assert [now.outcome.exit_code if now.outcome else None for now in judged.run_suite()] == [None, 2]


def test_citations_name_author_and_year():
    """Every key of SOURCES.md reads as one line that ends before what was taken from it."""
    found = citations()
    assert found["kline-1999"].startswith("Nancy Kline, 1999. *Time to Think")
    assert all("Taken:" not in line and "\n" not in line and line for line in found.values())
