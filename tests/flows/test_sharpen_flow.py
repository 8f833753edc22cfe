"""What the Sharpen flow promises: drafts looked at while typing, lists read from any paste, exports that do no harm."""

import csv
import io

import pytest

from assistant.errors import MessageMistake
from assistant.flows.lists import Row, csv_of, harmless, rows_of
from assistant.flows.sharpen import MOST, SharpenFlow

FLOW = SharpenFlow()
WANT, WHY = "What do you want?", "Why, really, did you go?"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(WANT, [(WANT, "")], id="one-cell"),
        pytest.param(f"{WANT}\n{WHY}", [(WANT, ""), (WHY, "")], id="a-question-a-line-keeps-its-commas"),
        pytest.param(f"{WHY}\n{WHY}", [(WHY, ""), (WHY, "")], id="as-many-commas-in-every-line-are-no-table"),
        pytest.param(f"\n\n{WANT}\n  \n{WHY}\n\n", [(WANT, ""), (WHY, "")], id="blank-lines"),
        pytest.param(f"1. {WANT}\n2) {WHY}\n- {WANT}", [(WANT, ""), (WHY, ""), (WANT, "")], id="numbers-and-bullets"),
        pytest.param(f"{WANT}\r\n{WHY}\r\n", [(WANT, ""), (WHY, "")], id="windows-line-ends"),
        pytest.param(f"\ufeffquestion\n{WHY}", [(WHY, "")], id="bom-and-heading-of-one-column"),
        pytest.param(f'question,context\n"{WHY}",He left.', [(WHY, "He left.")], id="heading-and-quotes"),
        pytest.param(f"context;question\nHe left.;{WANT}", [(WANT, "He left.")], id="heading-in-other-order"),
        pytest.param(f"No;Draft;Said\n1;{WHY};He left.", [(WHY, "He left.")], id="other-names-and-a-third-column"),
        pytest.param(f"text\tcontext\n{WHY}\tHe, too, left.", [(WHY, "He, too, left.")], id="tabs"),
        pytest.param(f"{WHY}\tHe left.\n{WANT}\tShe stayed.", [(WHY, "He left."), (WANT, "She stayed.")], id="tabs-bare"),
        pytest.param(f"{WANT};He left.\n{WANT};", [(WANT, "He left."), (WANT, "")], id="semicolons-without-heading"),
        pytest.param(f'{WANT},"He, too"\r\n{WANT},', [(WANT, "He, too"), (WANT, "")], id="commas-without-heading"),
        pytest.param('question\r\n"What\r\nnow?"\r\n"So ""what""?"', [("What\r\nnow?", ""), ('So "what"?', "")], id="breaks-in-cells"),
        pytest.param('question,context\n"What now?","He\nleft, ""again""."', [("What now?", 'He\nleft, "again".')], id="all"),
        pytest.param(f"question,context\n,He left.\n{WANT},", [(WANT, "")], id="cell-without-question"),
        pytest.param(f"question,context\n{WANT}", [(WANT, "")], id="short-line"),
        pytest.param('"I give up" is what you said; then?', [('"I give up" is what you said; then?', "")], id="quote-in-front"),
        pytest.param('"I give up\nWhat now?', [('"I give up', ""), ("What now?", "")], id="quote-left-open"),
        pytest.param("question", [], id="heading-only"),
        pytest.param(" \n\t\n", [], id="nothing"),
    ],
)  # fmt: skip
def test_pasted_lists_become_rows(text, rows):
    """Lines, or cells with comma, semicolon or tab; quotes hold; a heading names the columns wherever they stand."""
    assert list(rows_of(text)) == [Row(*row) for row in rows]


def test_too_long_a_list_is_refused_in_one_sentence():
    """The sentence names the number and the way out; one row fewer is taken."""
    lines = [f"What about number {number}?" for number in range(MOST + 1)]
    with pytest.raises(MessageMistake, match=r"301 questions and at most 300.*leave the first 300") as said:
        FLOW.rows("\n".join(lines))
    assert str(said.value).count(".") == 1
    assert len(FLOW.rows("\n".join(lines[1:]))) == MOST


def test_empty_list_is_refused():
    """An empty box ends in a sentence, not in an empty table."""
    with pytest.raises(MessageMistake, match="no question in the box"):
        FLOW.rows(" \n ")


def test_many_are_looked_at_in_order_with_their_context():
    """Each question gets its own faults in the light of its own context; the summary counts them."""
    looked = list(FLOW.many(rows_of("question;context\nWhat do you want?;\nDid you go?;\nWas it late?;He was late.")))
    assert [one.number for one in looked] == [1, 2, 3]
    assert not looked[0].found.faults
    assert looked[1].found.rewrites
    told = FLOW.summary(looked)
    assert (told.questions, told.ready, told.commonest, told.times) == (3, 1, "closed", 2)
    assert FLOW.summary(looked[:1]).commonest == ""


@pytest.mark.parametrize(
    ("draft", "judged"),
    [
        ("", False),
        ("   ", False),
        ("?", False),
        ("What", False),
        ("Do you", False),
        ("Thoughts?", True),
        ("Did you go", True),
    ],
)
def test_draft_is_judged_once_there_is_something_to_judge(draft, judged):
    """Nothing is said of an empty box or of a draft that has only been begun."""
    assert (FLOW.one(draft) is not None) is judged


def test_sharp_draft_is_told_what_works():
    """A ready question is told why it is, with the thinker's word in it."""
    assert "open" in FLOW.works("What did silence cost you?", "There was silence.")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\r=1"])
def test_export_does_no_harm(cell):
    """A cell that a spreadsheet would run stays words, and comes back from CSV whole."""
    assert harmless(cell) == f"'{cell}"
    assert list(csv.reader(io.StringIO(csv_of(("a", "b"), [(cell, 'x "y", z')]), newline="")))[1] == [
        f"'{cell}",
        'x "y", z',
    ]


def test_export_leaves_plain_cells_alone():
    """Only what starts a formula is touched."""
    assert harmless("What - now?") == "What - now?"
