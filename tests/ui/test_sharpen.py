"""The Sharpen tab's words, HTML and wiring, without a browser."""

import re
from random import Random
from types import SimpleNamespace

import gradio as gr
import pytest

from assistant.errors import ModelUnavailable
from assistant.flows.lists import Row
from assistant.flows.practice import SHARP, Mended, PracticeFlow, Round
from assistant.flows.sharpen import Looked, SharpenFlow
from assistant.questions.faults import Fault, FaultFound
from assistant.questions.sharpen import Rewrite, Sharpened
from assistant.schemas import PracticeDraft
from assistant.ui import folds, patterns, practice, practice_views, sharpen, sharpen_list, sharpen_list_views
from assistant.ui import sharpen_views as views
from assistant.ui.copy import PRACTICE, SHARPEN
from assistant.ui.theme import asset

NASTY = '<img src=x onerror=alert(1)> & "quotes" ${1+1} {{value}}'
FAULTY = Sharpened(
    faults=(FaultFound(name=Fault.CLOSED, span=(0, 4), why=NASTY),),
    rewrites=tuple(Rewrite(text=f"{NASTY} {number}", why=NASTY) for number in range(3)),
)
READY = Sharpened(faults=(), rewrites=())
DRAFT = PracticeDraft(
    id="nasty", context=f"{NASTY} again", draft=NASTY, faults={"closed": "<img"}, sharper=f"{NASTY} What else?"
)
PLAYED = Round((DRAFT,), points=1.5, missed=("closed", "closed", "vague"))
MISSED = PracticeFlow([DRAFT]).answer(PLAYED, ["vague"])[1]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(views.live(NASTY, NASTY, FAULTY), id="live"),
        pytest.param(views.live(NASTY, NASTY, READY, NASTY), id="ready"),
        pytest.param(views.waiting(NASTY, NASTY), id="waiting"),
        pytest.param(sharpen_list_views.table([Looked(1, Row(NASTY, NASTY), FAULTY)]), id="table"),
        pytest.param(practice_views.step(PLAYED), id="step"),
        pytest.param(practice_views.told(PLAYED, MISSED), id="told"),
        pytest.param(practice_views.mended(NASTY, Mended(FAULTY.faults, "", False, False)), id="mended"),
        pytest.param(practice_views.mended(NASTY, Mended((), NASTY, False, True)), id="mended-well"),
        pytest.param(practice_views.example(PLAYED), id="example"),
    ],
)
def test_typed_words_stay_words(html):
    """Nothing that a person typed becomes markup, inside attributes neither."""
    assert "<img" not in html
    assert not re.search(r'="[^"]*<', html)
    assert "onerror" in html


def test_live_result_speaks_only_through_the_status_line():
    """What changes with every key is no live region; the line to be said stands in an attribute, with the drafts' faults."""
    html = views.live("Have you?", "", FAULTY)
    before_cards = html.partition('class="cards"')[0]
    assert "role=" not in before_cards
    assert f'data-line="{SHARPEN.FOUND[1]}"' in html
    assert 'data-faults="closed"' in html


def test_cards_name_their_key():
    """Each card says which key takes it, to the eye and to a screen reader; on the Pair tab there is no such key."""
    html = views.live("Have you?", "", FAULTY)
    assert re.findall(r"<kbd[^>]*>(.*?)</kbd>", html) == ["Alt+1", "Alt+2", "Alt+3"]
    assert re.findall(r'aria-keyshortcuts="(.*?)"', html) == ["Alt+1", "Alt+2", "Alt+3"]
    assert "kbd" not in views.sharpened("Have you?", FAULTY)
    assert 'data-box="sharpen-draft"' in html


def test_ready_question_is_told_what_works():
    """A sharp draft gets the friendly line and the reason, in words."""
    html = views.live("What now?", "", READY, "It is open.", taken=True)
    for words in (SHARPEN.SHARP, "It is open.", SHARPEN.TAKEN):
        assert words in html
    assert "card" not in html


def test_draft_without_rewrites_is_told_so():
    """No empty heading stands over nothing."""
    html = views.live("Have you?", "", Sharpened(faults=FAULTY.faults, rewrites=()))
    assert SHARPEN.NO_REWRITES in html
    assert SHARPEN.REWRITES not in html


def test_taking_puts_a_card_into_the_box_and_looks_at_it():
    """The words go into the box as they are, with their own result; nothing of the draft before stays on the server."""
    with gr.Blocks() as page:
        sharpen.build(SimpleNamespace(sharpen=SharpenFlow(), practice=PracticeFlow([DRAFT])))
    words, html = sharpen._taking(SharpenFlow())(gr.EventData(None, {"text": "What do you see?"}), "")
    assert words == "What do you see?"
    assert SHARPEN.TAKEN in html
    assert [type(block.value) for block in page.blocks.values() if isinstance(block, gr.State)] == [Round]


def test_list_is_summed_up_and_shown():
    """One line says how many, how many ready and what comes up most; the table holds names in plain words."""
    steps = list(sharpen_list._looking(SharpenFlow())("What do you want?\nDid you go?\nWere you late?"))
    assert SHARPEN.LOOKING.format(done=0, questions="3 questions") in steps[0][0]
    assert "3 questions, 1 ready to ask. Most often in the way: Closed (2)." in steps[-1][0]
    assert SHARPEN.READY in steps[-1][1]
    assert steps[-1][1].count("aria-sort") == len(SHARPEN.COLUMNS)


def test_list_that_cannot_be_taken_is_said():
    """A refusal stands beside the box, as an alert, and no table is left over."""
    ((line, table),) = list(sharpen_list._looking(SharpenFlow())("\n"))
    assert 'role="alert"' in line
    assert table == ""


def test_export_holds_what_was_found():
    """Question, context, faults and up to three rewrites, each in its column."""
    made = sharpen_list_views.exported(
        [Looked(1, Row("Did you?", "He left."), FAULTY), Looked(2, Row("What now?"), READY)]
    )
    lines = made.splitlines()
    assert lines[0] == "question,context,faults,rewrite 1,rewrite 2,rewrite 3"
    assert lines[1].startswith("Did you?,He left.,Closed,")
    assert lines[2] == "What now?,,ready to ask,,,"


def test_practice_is_told_in_words():
    """Right, missed and wrong are words, not colours; half points look like people write them."""
    html = practice_views.told(PLAYED, MISSED)
    for words in (PRACTICE.NOT_YET, PRACTICE.MISSED, PRACTICE.WRONG, SHARPEN.FAULTS["vague"], "no point"):
        assert words in html
    assert [practice_views.points(value) for value in (0, 0.5, 1, 4.5)] == ["0", "½", "1", "4½"]
    score = practice_views.score(PLAYED)
    assert "1½ of 2 points" in score
    assert "Closed (2), Vague (1)" in score


def test_practice_steps_show_what_is_needed():
    """Looking hides the ticks' button and opens the box for one's own version; past the last draft comes the score."""
    flow = PracticeFlow([DRAFT], Random(1))
    with gr.Blocks():
        parts, *_ = practice._laid_out()
    told = practice._looking(flow, parts)(PLAYED, ["closed"])
    assert told[parts.own]["visible"]
    assert told[parts.onward]["value"] == PRACTICE.FINISH
    assert 'role="alert"' in practice._looking(flow, parts)(PLAYED, [])[parts.told]
    last = practice._going_on(flow, parts)(PLAYED)
    assert PRACTICE.SCORE_INTRO in last[parts.end]
    assert last[parts.begin]["value"] == PRACTICE.AGAIN
    assert 'role="alert"' in practice._mending(flow)(PLAYED, "")[1]


def test_every_fault_can_be_ticked_and_is_explained():
    """The choices are all faults with their meaning, and that nothing is in the way."""
    choices = practice._choices()
    assert [value for _, value in choices] == [*(fault.value for fault in Fault), SHARP]
    assert set(SHARPEN.FAULTS) == set(SHARPEN.MEANINGS) == {fault.value for fault in Fault}


@pytest.mark.parametrize(
    ("script", "html"),
    [
        ("patterns.js", patterns.counted()),
        ("file.js", sharpen_list_views.file_door()),
        ("table.js", sharpen_list_views.table([Looked(1, Row("Did you?"), FAULTY)])),
    ],
)
def test_scripts_find_their_words(script, html):
    """Every word a script takes from a data attribute is there, and no script brings its own."""
    asked = set(re.findall(r"(?:words\(\)|words|table|dataset)\.([a-z]\w*)", asset(script))) - {"do", "asked"}
    given = {re.sub(r"-(\w)", lambda hit: hit[1].upper(), name) for name in re.findall(r"\bdata-([a-z-]+)=", html)}
    assert asked <= given | {"names"}


def test_patterns_are_off_and_say_where_they_are_kept():
    """The switch comes unchecked, the place is told, and nothing of it is wired to the server."""
    html = patterns.counted()
    assert "checked" not in html
    assert "in this browser" in SHARPEN.PATTERNS_INTRO
    assert "nothing is sent" in SHARPEN.PATTERNS_INTRO
    assert not re.search(r"\b(?:trigger|fetch|sendBeacon|XMLHttpRequest)\b", asset("patterns.js"))


def test_tab_is_wired_hidden_from_the_api_and_takes_no_upload():
    """Every event of the tab exists, none is offered to strangers, and no part of it takes files to the server."""
    with gr.Blocks() as page, gr.Tab("Sharpen"):
        sharpen.build(SimpleNamespace(sharpen=SharpenFlow(), practice=PracticeFlow([DRAFT])))
    events = page.fns.values()
    assert len(events) == 12
    assert {event.api_visibility for event in events} == {"private"}
    assert not any(isinstance(block, gr.File | gr.UploadButton) for block in page.blocks.values())


def test_fold_is_closed_and_names_what_it_opens():
    """A fold's button tells a screen reader that it is closed and what it controls."""
    with gr.Blocks() as page, folds.fold("More", "more"):
        pass
    html = next(block.value for block in page.blocks.values() if isinstance(block, gr.HTML))
    assert 'aria-expanded="false" aria-controls="more"' in html


class Proposer:
    """Proposes one question, or fails."""

    name = "openai:double"

    def __init__(self, trouble: Exception | None = None) -> None:
        self.trouble = trouble

    def propose(self, prompt: str, inputs: dict, budget: object, flow: str = "pair") -> list[str]:
        if self.trouble:
            raise self.trouble
        return ["What has been said between you and her about the report?"]


def test_the_model_is_asked_by_a_click_and_its_words_are_named():
    """What it proposes stands among the cards with its name; a failure is said above our own cards; nothing typed, nothing asked."""
    draft, said = "Have you tried talking to her?", "She rewrote my report and I haven't told her that I saw it."
    html = sharpen._asking(SharpenFlow(Proposer()))(draft, said)
    assert "What has been said between you and her about the report?" in html
    assert "openai:double" in html
    failed = sharpen._asking(SharpenFlow(Proposer(ModelUnavailable("The model is away; try again."))))(draft, said)
    assert "The model is away" in failed
    assert "card" in failed
    assert SHARPEN.ASK_MODEL_FIRST in sharpen._asking(SharpenFlow(Proposer()))("", "")


def test_the_button_stands_only_where_there_is_a_model():
    """Without a language model nothing on the page speaks of one."""
    for flow, shown in ((SharpenFlow(), False), (SharpenFlow(Proposer()), True)):
        with gr.Blocks() as page, gr.Tab("Sharpen"):
            sharpen.build(SimpleNamespace(sharpen=flow, practice=PracticeFlow([DRAFT])))
        assert (SHARPEN.ASK_MODEL in str(page.get_config_file())) is shown
