"""The Pair tab's words and wiring, without a browser."""

import re
from types import SimpleNamespace
from typing import ClassVar

import gradio as gr
import pytest

from assistant.errors import MessageMistake
from assistant.flows.pair import Suggestion
from assistant.questions.faults import Fault, FaultFound
from assistant.questions.sharpen import Rewrite, Sharpened
from assistant.schemas import Lens, Protocol
from assistant.ui import pair, protocol_views, sharpen_views
from assistant.ui import pair_views as views
from assistant.ui.copy import PAIR, SHARPEN
from assistant.ui.theme import asset

NASTY = '<img src=x onerror=alert(1)> & "quotes" ${1+1} {{value}}'
STAGES = [
    {
        "name": name,
        "minutes": minutes,
        "purpose": f"{name} comes first.",
        "who_speaks": "thinker",
        "allowed_acts": ["process"],
        "assistant": assistant,
        "artefact": artefact,
    }
    for name, minutes, assistant, artefact in (("Arrive", 1.5, "silent", ""), ("Ask", 4, "on_request", "a list"))
]
WALK = Protocol.model_validate(
    {
        "id": "walk",
        "name": "Walk & ask",
        "source": "kline-1999",
        "summary": "Outdoors.",
        "roles": ["thinker", "peer"],
        "people": "2",
        "stages": STAGES,
    }
)


def suggestion(question="What is it like?", quote="her rota") -> Suggestion:
    return Suggestion(question, quote, Lens.OTHERS_VIEW, "because of that", "oth-001")


def fault(name: Fault, span) -> FaultFound:
    return FaultFound(name=name, span=span, why=f"why {name}")


def plain(html: str) -> str:
    """What is left for the eye when tags and words for screen readers only are gone."""
    html = re.sub(r'<span class="(?:sr|label)">.*?</span>', "", html)
    return re.sub(r"<[^>]+>", "", html)


class Flow:
    """Answers like PairFlow and notes what it was asked."""

    protocols: ClassVar = (WALK,)

    def __init__(self):
        self.asked = []

    def suggest(self, notes, asked=(), protocol="", stage=""):
        if not notes:
            raise MessageMistake("The box is empty; write a word.")
        self.asked.append((notes, tuple(asked), protocol, stage))
        return [suggestion(f"Question {len(asked) + 1}?")]

    def sharpen(self, draft, context=""):
        return Sharpened(faults=(), rewrites=())


@pytest.fixture
def flow():
    return Flow()


def test_card_shows_question_quote_lens_and_why():
    """A peer sees what the question reacts to, from which side it looks, and why."""
    html = views.suggestions([suggestion()])
    for words in ("What is it like?", "“her rota”", PAIR.LENSES["others_view"], "because of that", PAIR.COPY):
        assert words in html


def test_nothing_found_says_so():
    """An empty answer is told in words, with the protocol's stage when one was set."""
    assert PAIR.NOTHING_ELSE in views.suggestions([])
    assert "Walk, Arrive" in views.suggestions([], "Walk, Arrive")


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(views.suggestions([suggestion(NASTY, NASTY)], NASTY), id="suggestion"),
        pytest.param(
            sharpen_views.sharpened(
                NASTY,
                Sharpened(faults=(fault(Fault.CLOSED, (2, 9)),), rewrites=(Rewrite(text=NASTY, why=NASTY),)),
            ),
            id="sharpened",
        ),
    ],
)
def test_typed_words_stay_words(html):
    """Nothing that a person typed becomes markup."""
    assert "<img" not in html
    assert "onerror" in html


@pytest.mark.parametrize(
    ("spans", "marks", "labels"),
    [
        pytest.param([(0, 4)], ["Have"], ["1 Closed"], id="one"),
        pytest.param([(0, 4), None], ["Have"], ["1 Closed"], id="whole-draft-has-no-mark"),
        pytest.param([(0, 8), (5, 13)], ["Have ", "you", " seen"], ["1 Closed", "2 Leading"], id="overlapping"),
        pytest.param([(0, 13), (5, 8)], ["Have ", "you", " seen"], ["2 Leading", "1 Closed"], id="nested"),
        pytest.param([(9, 14)], ["seen?"], ["1 Closed"], id="at-the-end"),
        pytest.param([None], [], [], id="nothing-to-mark"),
    ],
)
def test_draft_is_marked_in_place(spans, marks, labels):
    """The draft reads as it was typed; marks carry words and a number, so colour is not needed to see them."""
    draft = "Have you seen?"
    html = sharpen_views.marked(
        draft, [fault(name, span) for name, span in zip((Fault.CLOSED, Fault.LEADING), spans, strict=False)]
    )
    assert plain(html) == draft
    assert re.findall(r'<mark><span class="sr">[^<]*</span>([^<]*)<', html) == marks
    assert re.findall(r'<span class="label">([^<]*)<', html) == labels


def test_faults_are_named_in_plain_words():
    """No name of a fault, lens or way of assisting reaches the screen as an identifier."""
    assert set(SHARPEN.FAULTS) == {name.value for name in Fault}
    assert set(PAIR.LENSES) == {lens.value for lens in Lens}
    assert not [words for words in (*SHARPEN.FAULTS.values(), *PAIR.LENSES.values()) if "_" in words]


def test_sharp_draft_is_told_so():
    """A draft without faults gets one friendly line and no cards."""
    html = sharpen_views.sharpened("What now?", Sharpened(faults=(), rewrites=()))
    assert SHARPEN.SHARP in html
    assert "card" not in html


def test_protocol_shows_source_roles_people_and_stages_in_order():
    """Everything a group needs to run the session stands on the page."""
    html = protocol_views.protocol(WALK)
    order = [
        "Walk &amp; ask",
        "thinker, peer",
        "5.5 min",
        "Nancy Kline, 1999",
        "1. Arrive",
        "stays silent",
        "2. Ask",
        "a list",
    ]
    assert sorted(order, key=html.index) == order
    assert re.findall(r'data-minutes="([\d.]+)"', html) == ["1.5", "4"]


def test_timer_finds_every_part_and_word():
    """The script and the page name their parts and words alike."""
    script, html = asset("timer.js"), protocol_views.protocol(WALK)
    parts = set(re.findall(r'find\("(\w+)"\)', script)) | set(re.findall(r"^  (\w+): \(\) =>", script, re.M))
    assert parts == set(re.findall(r'data-part="(\w+)"', html))
    spoken = set(re.findall(r"words\.(\w+)", script)) | {"stageUp", "lastUp", "finished", "stageNow"}
    carried = {re.sub(r"-(\w)", lambda m: m[1].upper(), name) for name in protocol_views.TIMER_WORDS}
    assert spoken == carried


def test_something_else_hands_over_what_was_shown(flow):
    """Asking again never starts from nothing; asking anew does."""
    first, again = pair._suggesting(flow)
    _, asked, _ = first("She said no.", None, ("old?",), "")
    again("She said no.", "walk", asked, "Ask")
    assert flow.asked == [("She said no.", (), "", ""), ("She said no.", ("Question 1?",), "walk", "Ask")]


def test_a_mistake_is_said_on_the_page(flow):
    """An empty box ends in a sentence beside it, and nothing counts as shown."""
    first, _ = pair._suggesting(flow)
    html, asked, more = first("", None, (), "")
    assert 'role="alert"' in html
    assert "The box is empty" in html
    assert (asked, more["visible"]) == ((), False)


def test_taking_a_rewrite_fills_the_box():
    """The words of the card go into the box as they are, and the old notes go."""
    event = gr.EventData(None, {"text": "What do you see?"})
    words, html = pair._take(event)
    assert words == "What do you see?"
    assert SHARPEN.TAKEN in html


def test_tab_is_wired_and_hidden_from_the_api(flow):
    """Every event of the tab exists, and none is offered to strangers as an endpoint."""
    with gr.Blocks() as page, gr.Tab("Pair"):
        pair.build(SimpleNamespace(pair=flow))
    events = page.fns.values()
    assert len(events) == 5
    assert {event.api_visibility for event in events} == {"private"}
