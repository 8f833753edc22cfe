"""The Pair and Design tabs in a real browser: every part is used once, by someone who sees and someone who listens."""

import re
import threading
from collections.abc import Iterator

import pytest

from assistant.evaluation.run import CaseResult
from assistant.flows.design import DesignFlow
from assistant.ui.copy import DESIGN, PAIR, SHARPEN, TABS

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = playwright.expect
pytestmark = pytest.mark.browser

NOTES = "I keep mending the timetable myself. <b>Nobody</b> says a word about it, and it isn't fair."
LET_GO = threading.Event()
"""The small suite below stops before its last case until this is set."""


def small_suite() -> Iterator[CaseResult]:
    yield CaseResult("first", "judge", "held")
    yield CaseResult("second", "ladder", "failed", ("stance",), "stance: advice", "You could <i>swap</i>.")
    LET_GO.wait(60)
    yield CaseResult("third", "judge", "held")


@pytest.fixture(scope="module")
def place(served) -> Iterator[str]:
    """The address of a running page with a suite of three cases."""

    def small(assistant) -> None:
        assistant.design = DesignFlow(assistant.knowledge, assistant.prompts, small_suite, size=lambda: 3)

    yield served(small)
    LET_GO.set()


def to_tab(page, name: str, ready: str) -> None:
    page.get_by_role("tab", name=name).click()
    page.locator(ready).wait_for()


def test_suggestions_come_on_request_only(page, violations):
    """Nothing is suggested unasked; then each card quotes the words; asking again brings other questions; copy copies."""
    to_tab(page, TABS.PAIR, "#pair-suggest")
    cards = page.locator("#pair-suggestions .card")
    page.get_by_label(PAIR.SAID_LABEL).fill(NOTES)
    assert cards.count() == 0
    page.get_by_role("button", name=PAIR.SUGGEST).click()
    cards.first.wait_for()
    first = cards.locator(".ask").all_text_contents()
    assert 1 <= len(first) <= 3
    for quote in cards.locator("blockquote").all_text_contents():
        assert quote.strip("“”") in NOTES
    cards.get_by_role("button", name=PAIR.COPY).first.click()
    expect(page.get_by_role("button", name=PAIR.COPIED)).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == first[0]
    page.get_by_role("button", name=PAIR.ELSE).click()
    expect(cards.locator(".ask").first).not_to_have_text(first[0])
    assert not set(first) & set(cards.locator(".ask").all_text_contents())
    assert violations(page) == []


def test_empty_box_is_said_beside_it(page):
    """Asking with nothing in the box ends in a sentence, no pop-up."""
    to_tab(page, TABS.PAIR, "#pair-suggest")
    page.get_by_role("button", name=PAIR.SUGGEST).click()
    expect(page.locator("#pair-suggestions [role=alert]")).not_to_be_empty()
    expect(page.get_by_role("button", name=PAIR.ELSE)).to_be_hidden()


def test_draft_is_sharpened_and_a_rewrite_taken(page, violations):
    """Enter checks the draft; marks stand in its words; a rewrite goes into the box and passes its own check."""
    to_tab(page, TABS.PAIR, "#pair-check")
    box = page.get_by_label(PAIR.DRAFT_LABEL)
    box.fill("Have you thought about <b>asking</b> her to swap?")
    box.press("Enter")
    page.locator("#pair-faults mark").first.wait_for()
    expect(page.locator("#pair-faults .draft")).to_contain_text("<b>")
    expect(page.locator("#pair-faults .label").first).to_contain_text(SHARPEN.FAULTS["closed"])
    assert violations(page) == []
    rewrite = page.locator("#pair-faults .ask").first.text_content()
    page.get_by_role("button", name=SHARPEN.TAKE).first.click()
    expect(box).to_have_value(rewrite)
    expect(box).to_be_focused()
    expect(page.locator("#pair-faults mark")).to_have_count(0)
    page.get_by_role("button", name=PAIR.CHECK).click()
    expect(page.locator("#pair-faults [role=status]").first).to_have_text(SHARPEN.SHARP)


def test_timer_runs_on_and_moves_through_the_stages(page, violations):
    """It counts while another tab is open, says softly when a stage is over, and can be paused, moved and reset."""
    to_tab(page, TABS.PAIR, "#pair-pick")
    page.get_by_label(PAIR.PICK.split(",")[0]).click()
    page.get_by_role("option", name="Troika").click()
    clock = page.get_by_role("group", name=PAIR.TIMER)
    left = clock.get_by_role("timer")
    expect(left).to_have_text("1:00")
    clock.get_by_role("button", name=PAIR.START).click()
    to_tab(page, TABS.PREPARE, "#prepare")
    page.clock.fast_forward(30_000)
    to_tab(page, TABS.PAIR, "#pair-pick")
    expect(left).to_have_text(re.compile(r"0:(30|2\d)"))
    page.clock.fast_forward(40_000)
    expect(left).to_contain_text(PAIR.OVER.format(time="").strip())
    expect(clock.get_by_role("status")).to_contain_text("Gather the question")
    clock.get_by_role("button", name=PAIR.NEXT).click()
    expect(page.locator("#pair-protocol [aria-current=step]")).to_contain_text("2. Tell")
    clock.get_by_role("button", name=PAIR.PAUSE).click()
    held = left.text_content()
    page.clock.fast_forward(60_000)
    expect(left).to_have_text(held)
    assert violations(page) == []
    clock.get_by_role("button", name=PAIR.RESET).click()
    expect(left).to_have_text("1:00")


def test_prompts_are_shown_and_filled(page):
    """Each prompt shows its version, its body and what a model would receive."""
    to_tab(page, TABS.DESIGN, "#design-prompt")
    page.get_by_role("radio", name="suggest").check()
    expect(page.locator("#design-body pre")).to_contain_text("@system")
    expect(page.locator("#design-preview pre strong").first).to_have_text("system")
    expect(page.locator("#design-preview pre")).not_to_contain_text("{{")


def test_bank_is_searched_and_filtered(page, violations):
    """Words and filters narrow the bank, and the count tells how far."""
    to_tab(page, TABS.DESIGN, "#design-search")
    rows = page.locator("#design-questions tbody tr")
    page.get_by_label(DESIGN.SEARCH).fill("camera")
    expect(page.locator("#design-questions .status")).not_to_contain_text("first")
    for row in rows.all():
        expect(row).to_contain_text("camera")
    page.get_by_label(DESIGN.SEARCH).fill("")
    page.get_by_label(DESIGN.LENS).click()
    page.get_by_role("option", name="scale").click()
    expect(rows.first).to_contain_text("scale")
    expect(page.get_by_role("button", name=DESIGN.SHOW_ALL)).to_be_hidden()
    assert violations(page) == []


def test_suite_is_cancelled_then_run_to_the_end(page, violations):
    """A run can be stopped; run again it ends with failures first, totals and an interval."""
    LET_GO.clear()
    to_tab(page, TABS.DESIGN, "#design-run")
    start = page.get_by_role("button", name=DESIGN.RUN)
    start.click()
    expect(page.locator("#design-results .status")).to_contain_text("of 3 cases")
    expect(start).to_be_disabled()
    page.get_by_role("button", name=DESIGN.CANCEL).click()
    expect(page.locator("#design-notice .status")).to_have_text(DESIGN.CANCELLING)
    LET_GO.set()
    expect(page.locator("#design-notice .status")).to_have_text(DESIGN.CANCELLED)
    start.click()
    expect(page.locator("#design-results .status")).to_have_text(DESIGN.DONE.format(held=2, total=3, failed=1))
    expect(page.locator("#design-results")).to_contain_text("You could <i>swap</i>.")
    expect(page.get_by_role("table", name=DESIGN.TOTALS)).to_contain_text("2 / 3")
    expect(start).to_be_enabled()
    assert violations(page) == []
