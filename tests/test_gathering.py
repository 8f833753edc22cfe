"""Words that a language model picks for the page: letter for letter the thinker's, in empty lines, on request only."""

from collections.abc import Iterator

import pytest

from assistant.bootstrap import Assistant
from assistant.coaching.gathering import MEANINGS, gathered, open_fields
from assistant.errors import MessageMistake, ModelUnavailable
from assistant.schemas import BriefField, BriefLine
from assistant.scripted import Reply, scripted_server
from assistant.testing import speaking, temporary_assistant

SAID = [(1, "The stock count never fits. I've asked Piet twice."), (2, "What I want is one Friday without a recount.")]
ALL = [field.value for field in BriefField]
pytestmark = pytest.mark.usefixtures("clean_environment")

LINES = {
    "verbatim": ("tried: I've asked Piet twice", "I've asked Piet twice"),
    "with-quotation-marks": ("tried: “I've asked Piet twice”", "I've asked Piet twice"),
    "in-a-list": ("- Want instead: one Friday without a recount", "one Friday without a recount"),
    "changed-word": ("tried: I have asked Piet twice", ""),
    "invented": ("my_part: I never check the shelves", ""),
    "one-word": ("situation: stock", ""),
    "no-such-line": ("advice: I've asked Piet twice", ""),
    "no-line-at-all": ("Sure! Here is the page.", ""),
}


@pytest.mark.parametrize(("line", "words"), LINES.values(), ids=LINES.keys())
def test_only_what_was_said_is_taken(line: str, words: str) -> None:
    """Letter for letter, with the place it stands at; everything else is left out."""
    found = [each for lines in gathered([line], SAID, ALL).values() for each in lines]
    assert [each.text for each in found] == ([words] if words else [])
    for each in found:
        assert dict(SAID)[each.turn or 0][each.start : each.end] == each.text


def test_only_empty_lines_that_nobody_edited_are_asked_for() -> None:
    """What is there stays, and what a person touched is theirs."""
    brief = {BriefField.TRIED: (BriefLine(text="x"),)}
    fields = open_fields(brief, frozenset({BriefField.QUESTION}))
    assert set(ALL) - set(fields) == {"tried", "question"}
    assert set(MEANINGS) == set(BriefField)


@pytest.fixture(scope="module")
def shared() -> Iterator[Assistant]:
    with temporary_assistant() as assistant:
        yield assistant


def test_a_page_is_gathered_over_real_http(shared: Assistant) -> None:
    """What the model picks and the thinker said goes on the page and stays there; the rest does not."""
    answer = "by_when: before the August stocktake\nmy_part: You never check the shelves"
    with scripted_server([Reply(fault="http-500"), Reply(fault="http-500"), answer]) as server:
        own = speaking(shared, server.base_url, timeout=5)
        conversation = own.prepare.begin("me")
        list(own.prepare.say("me", conversation, "The count never fits and it has to before the August stocktake."))
        before = own.prepare.open("me", conversation).brief
        brief = own.prepare.gather("me", conversation)
    assert [line.text for line in brief[BriefField.BY_WHEN]] == ["before the August stocktake"]
    assert set(brief) - set(before) <= {BriefField.BY_WHEN}
    assert own.prepare.open("me", conversation).brief == brief


def test_without_a_model_or_with_a_dead_one_nothing_changes(shared: Assistant) -> None:
    """One sentence with the way out, and the page as it was."""
    conversation = shared.prepare.begin("me")
    with pytest.raises(MessageMistake, match="ASKWELL_MODEL"):
        shared.prepare.gather("me", conversation)
    with scripted_server([Reply(fault="http-401")]) as server:
        own = speaking(shared, server.base_url, timeout=5)
        list(own.prepare.say("me", conversation, "The count never fits."))
        before = own.prepare.open("me", conversation).brief
        with pytest.raises(ModelUnavailable):
            own.prepare.gather("me", conversation)
    assert own.prepare.open("me", conversation).brief == before
