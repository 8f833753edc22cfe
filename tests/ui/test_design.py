"""The Design tab's words and wiring, without a browser."""

import gradio as gr
import pytest

from assistant.errors import CaseMistake
from assistant.evaluation.gate import Outcome
from assistant.evaluation.run import CaseResult, count
from assistant.flows.design import Progress, PromptView
from assistant.schemas import Question
from assistant.testing import temporary_assistant
from assistant.ui import design
from assistant.ui import design_views as views
from assistant.ui.copy import DESIGN

NASTY = "<script>x</script> & ${1+1} {{value}}"
FAILED = CaseResult("judge-7", "judge", "failed", ("stance",), "stance: advice", f"You could {NASTY}")
HELD = CaseResult("judge-8", "judge", "held")
QUESTIONS = tuple(
    Question.model_validate(
        {
            "id": f"q-{number}",
            "text": f"What is number {number}?",
            "lens": "others_view",
            "moves": ["own_part", "ask"],
            "depth": 2,
            "needs": ["why_now"],
            "source": "own",
        }
    )
    for number in range(views.CUT + 5)
)


class Flow:
    """Answers like DesignFlow."""

    def __init__(self, reports=()):
        self.reports = reports

    def prompts(self):
        return (self.prompt("hello"),)

    def prompt(self, name):
        return PromptView(name, "3f2a91bc", "pair", NASTY, 2)

    def preview(self, name, example=0):
        return [("system", f"{name} {example}"), ("user", NASTY)]

    def questions(self, words="", lens="", move=""):
        return tuple(one for one in QUESTIONS if words in one.text)

    def protocols(self, words=""):
        return ()

    def stop(self, run):
        self.stopped = run

    def run_suite(self, run=""):
        for report in self.reports:
            if isinstance(report, Exception):
                raise report
            yield report


def whole(*results: CaseResult, outcome: Outcome | None = None) -> Progress:
    failed = tuple(one for one in results if not one.held)
    held = tuple(one for one in results if one.held)
    return Progress(len(results), len(results), failed, held, tuple(count(results)), outcome)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(views.block("Body", NASTY), id="prompt"),
        pytest.param(views.messages([("user", NASTY)]), id="preview"),
        pytest.param(views.progress(whole(FAILED)), id="case"),
    ],
)
def test_words_of_files_and_models_stay_words(html):
    """Neither a prompt nor a reply that a case caught becomes markup."""
    assert "<script" not in html
    assert "&lt;script&gt;x" in html


def test_question_row_reads_without_underscores():
    """Text, lens, moves, depth, needs and id stand in one row, in words."""
    html = views.questions(QUESTIONS[:1], 1, 40)
    for cell in ("What is number 0?", "others view", "own part, ask", ">2<", "why now", "q-0"):
        assert cell in html
    assert "1 of 40 questions" in html


def test_bank_is_cut_and_says_so():
    """A long answer shows its beginning, tells how many there are, and can be had in full."""
    search, everything = design._searching(Flow())
    html, button, _ = search("", "", "")
    assert html.count("<tr") == views.CUT + 1
    assert f"{len(QUESTIONS)} of {len(QUESTIONS)} questions; the first {views.CUT}" in html
    assert button["visible"] is True
    html, button = everything("", "", "")
    assert html.count("<tr") == len(QUESTIONS) + 1
    assert button["visible"] is False


def test_running_line_counts_and_shows_failures_at_once():
    """Someone who watches sees x of n and what has failed so far, but no totals yet."""
    html = views.progress(Progress(3, 9, (FAILED,), (HELD, HELD)))
    assert DESIGN.RUNNING.format(done=3, total=9, failed=1) in html
    assert "judge-7" in html
    assert DESIGN.TOTALS not in html


def test_finished_run_shows_failures_before_what_held():
    """What did not hold comes first, with suite, reason and sentence; totals carry the interval."""
    html = views.progress(whole(HELD, FAILED, outcome=Outcome(1, "Regression: 1 of 2 cases held.")))
    assert html.index("judge-7") < html.index("judge-8")
    for words in ("stance: advice", DESIGN.STATUS["failed"], "9.5% – 90.5%", "Regression: 1 of 2"):
        assert words in html


@pytest.mark.parametrize(
    ("now", "words"),
    [
        pytest.param(whole(HELD), DESIGN.NONE_FAILED, id="all-held"),
        pytest.param(whole(), DESIGN.NO_CASES, id="no-cases"),
    ],
)
def test_a_run_without_failures_says_why(now, words):
    """Silence is never taken for success: all held and nothing to run read differently."""
    assert words in views.progress(now)


def test_buttons_follow_the_run():
    """While it runs it can only be cancelled; afterwards only started. The name of the run is there from the start."""
    first, *_, last = design._running(Flow([Progress(0, 1), whole(HELD)]))()
    assert [(start["interactive"], stop["visible"]) for start, stop, *_ in (first, last)] == [
        (False, True),
        (True, False),
    ]
    assert first[-1]
    assert DESIGN.CANCELLED not in last[2]


def test_cancel_stops_the_run_that_is_shown():
    """The button reaches the run by its name, says that it waits for a case, and the end says it was cancelled."""
    flow = Flow([Progress(0, 3), Progress(1, 3)])
    (first, *_, last) = design._running(flow)()
    button, notice = design._stopping(flow)(first[-1])
    assert flow.stopped == first[-1]
    assert button["interactive"] is False
    assert DESIGN.CANCELLING in notice
    assert DESIGN.CANCELLED in last[2]


def test_a_broken_case_file_ends_in_a_sentence():
    """A mistake in a case file is said on the page and the button is free again."""
    *_, (start, stop, notice, *_) = design._running(Flow([CaseMistake("cases/judge.yaml, line 3: no id.")]))()
    assert (start["interactive"], stop["visible"]) == (True, False)
    assert 'role="alert"' in notice
    assert "line 3" in notice


def test_choosing_a_prompt_shows_its_body_and_first_example():
    """Body, examples and preview change together."""
    body, example, preview = design._show(Flow())("hello")
    assert "&lt;script&gt;" in body
    assert [value for _, value in example["choices"]] == [0, 1]
    assert "hello 0" in preview


def test_tab_is_wired_and_one_run_goes_at_a_time():
    """Every event exists, none is an open endpoint, and a second run or trial waits for the first."""
    with temporary_assistant() as assistant, gr.Blocks() as page, gr.Tab("Design"):
        design.build(assistant)
    events = list(page.fns.values())
    assert {event.api_visibility for event in events} == {"private"}
    runs = [event for event in events if event.concurrency_id == "suite"]
    assert [run.concurrency_limit for run in runs] == [1, 1]
