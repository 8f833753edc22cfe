"""What a practice round promises: mixed drafts, fair points, other drafts in the next round; and a file that can be trusted."""

from collections import Counter
from random import Random

import pytest

from assistant import knowledge
from assistant.errors import KnowledgeMistake, MessageMistake
from assistant.flows.practice import LENGTH, SHARP, SHARP_ONES, PracticeFlow, Round
from assistant.questions.faults import Fault, find_faults
from assistant.schemas import PracticeDraft

SHIPPED = knowledge.load().practice
FLOW = PracticeFlow(SHIPPED, Random(3))
TWO = PracticeDraft(
    id="two",
    context="She is late a lot.",
    draft="Don't you hate that mess?",
    faults={"closed": "Don't you", "leading": ""},
    sharper="What is that like for you?",
)
PLAIN = PracticeDraft(id="plain", context="She is late a lot.", draft="What do you do then?")


def at(draft: PracticeDraft) -> Round:
    return Round((draft,), frozenset({draft.id}))


def test_shipped_drafts_cover_every_fault_often_enough():
    """Sixty drafts, twelve of them sharp, every fault at least four times, a good many in pairs."""
    times = Counter(name for draft in SHIPPED for name in draft.faults)
    assert len(SHIPPED) == 60
    assert sum(not draft.faults for draft in SHIPPED) == 12
    assert set(times) == {fault.value for fault in Fault}
    assert min(times.values()) >= 4
    assert sum(len(draft.faults) == 2 for draft in SHIPPED) >= 10


@pytest.mark.parametrize("draft", [one for one in SHIPPED if one.sharper], ids=lambda one: one.id)
def test_every_example_is_sharp(draft):
    """Our own version of a faulty draft has no fault in the light of what had been said."""
    assert find_faults(draft.sharper, draft.context) == []


@pytest.mark.parametrize(
    ("draft", "ticked", "points", "missed", "wrong"),
    [
        pytest.param(TWO, ["closed", "leading"], 1, (), (), id="all"),
        pytest.param(TWO, ["closed"], 0.5, ("leading",), (), id="one-of-two"),
        pytest.param(TWO, ["closed", "vague"], 0, ("leading",), ("vague",), id="one-right-one-wrong"),
        pytest.param(TWO, ["closed", "leading", "vague"], 0, (), ("vague",), id="all-and-one-too-many"),
        pytest.param(TWO, [SHARP], 0, ("closed", "leading"), (), id="taken-for-sharp"),
        pytest.param(PLAIN, [SHARP], 1, (), (), id="sharp"),
        pytest.param(PLAIN, ["vague"], 0, (), ("vague",), id="sharp-taken-for-faulty"),
    ],
)
def test_points_for_what_was_ticked(draft, ticked, points, missed, wrong):
    """One for all faults named exactly, a half for some right and none wrong, else none; counted once."""
    after, told = FLOW.answer(at(draft), ticked)
    assert (told.points, told.missed, told.wrong) == (points, missed, wrong)
    assert (after.points, after.missed) == (points, missed)
    again, _ = FLOW.answer(after, ["closed", "leading"])
    assert again == after


def test_answer_shows_every_place():
    """The words that show a fault are marked; a fault of the whole draft has no place; a sharp one is told why it works."""
    _, told = FLOW.answer(at(TWO), ["vague"])
    assert [(fault.name, fault.span) for fault in told.faults] == [(Fault.CLOSED, (0, 9)), (Fault.LEADING, None)]
    assert FLOW.answer(at(PLAIN), [SHARP])[1].works


@pytest.mark.parametrize(
    ("version", "point", "same"),
    [
        pytest.param("What do you want there?", True, False, id="sharp"),
        pytest.param("Do you mind?", False, False, id="faulty"),
        pytest.param("what is that like for you", False, True, id="our-own-example"),
    ],
)
def test_point_for_a_version_without_faults(version, point, same):
    """The first version without faults counts, once, and not when it is our example."""
    after, found = FLOW.mend(at(TWO), version)
    assert (found.point, found.same, after.points) == (point, same, float(point))
    if point:
        assert FLOW.mend(after, "How do you see it now?")[0].points == 1
        assert FLOW.go_on(after).mended is False


def test_nothing_ticked_or_written_is_said():
    """An empty answer ends in a sentence and costs nothing."""
    with pytest.raises(MessageMistake, match="tick what you see"):
        FLOW.answer(at(TWO), [])
    with pytest.raises(MessageMistake, match="write your version"):
        FLOW.mend(at(TWO), " ? ")


def test_rounds_bring_other_drafts_until_all_were_seen():
    """Ten a round, two of them sharp, eight kinds of fault or more; nothing comes back before all sixty had their turn."""
    now = FLOW.begin()
    seen: set[str] = set()
    for number in range(len(SHIPPED) // LENGTH):
        ids = {draft.id for draft in now.drafts}
        assert len(ids) == LENGTH
        assert sum(not draft.faults for draft in now.drafts) == SHARP_ONES
        assert not ids & seen
        if number < 3:  # the last rounds take what is left
            assert len({name for draft in now.drafts for name in draft.faults}) >= 7
        seen |= ids
        now = FLOW.begin(now)
    assert len(seen) == len(SHIPPED)
    assert len(now.drafts) == LENGTH


def test_round_ends_after_its_drafts():
    """A round knows its most points and when it is over."""
    now = Round((TWO, PLAIN))
    assert now.most == 3
    assert FLOW.go_on(FLOW.go_on(now)).over


def test_unknown_fault_is_a_mistake_in_the_file():
    """A fault that does not exist is reported with the draft's id."""
    with pytest.raises(KnowledgeMistake, match="two names the fault 'odd'"):
        PracticeFlow([TWO.model_copy(update={"faults": {"odd": ""}})])


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        pytest.param(
            'faults: {closed: "not there"}\n  sharper: What else is there?', "does not hold the words", id="words"
        ),
        pytest.param('faults: {closed: "Did"}', "has a sharper version", id="no-example"),
        pytest.param("sharper: What else is there?", "only such a draft", id="example-of-a-sharp-one"),
    ],
)
def test_file_of_drafts_is_checked(tmp_path, entry, reason):
    """A slip in the file is told with file and line."""
    (tmp_path / "practice").mkdir()
    (tmp_path / "SOURCES.md").write_text("")
    (tmp_path / "safety").mkdir()
    (tmp_path / "safety" / "helplines.yaml").write_text("[]")
    (tmp_path / "practice" / "drafts.yaml").write_text(
        f"- id: one\n  context: He has left us.\n  draft: Did you go?\n  {entry}\n"
    )
    with pytest.raises(KnowledgeMistake, match=reason) as said:
        knowledge.load(tmp_path)
    assert "drafts.yaml, line" in str(said.value)
