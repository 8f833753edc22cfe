"""The Sharpen tab in a real browser, on a desktop and a phone: by mouse, by keyboard, by someone who listens."""

import csv
import json

import pytest

from assistant.ui.copy import PRACTICE, SHARPEN, TABS

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = playwright.expect
pytestmark = pytest.mark.browser

SAID = "My lead rewrote my report again. I said nothing."
DRAFT = "Have you thought about <b>asking</b> her to stop?"


@pytest.fixture(scope="module")
def place(served) -> str:
    """The address of a running page."""
    return served()


@pytest.fixture
def box(page):
    """The box for the draft, on the open tab."""
    page.get_by_role("tab", name=TABS.SHARPEN).click()
    box = page.get_by_label(SHARPEN.DRAFT_LABEL, exact=True)
    box.wait_for()
    return box


def unfold(page, title: str) -> None:
    """Open a fold by keyboard."""
    fold = page.get_by_role("button", name=title, exact=True)
    fold.press("Enter")
    expect(fold).to_have_attribute("aria-expanded", "true")


def test_marks_come_while_typing_and_are_said_in_a_pause(page, box, violations):
    """Marks change with the draft; the one status line waits until typing has paused; an empty box says nothing."""
    said = page.locator("#sharpen-say [role=status]")
    page.get_by_label(SHARPEN.SAID_LABEL).fill(SAID)
    box.press_sequentially(DRAFT)
    page.locator("#sharpen-result mark").first.wait_for()
    expect(page.locator("#sharpen-result .draft")).to_contain_text("<b>")
    assert page.locator("#sharpen-result [role=status]:not(.sr), #sharpen-result [aria-live]").count() == 0
    assert said.text_content() == ""
    expect(page.locator("#sharpen-result [data-draft]")).to_have_attribute("data-draft", DRAFT)
    page.clock.fast_forward(1500)
    expect(said).to_have_text(page.locator("#sharpen-result .line").text_content())
    assert violations(page) == []
    box.fill("What would you like her to hear?")
    expect(page.locator("#sharpen-result .ready .line")).to_have_text(SHARPEN.SHARP)
    expect(page.locator("#sharpen-result .ready")).to_contain_text("It is open")
    box.fill("")
    expect(page.locator("#sharpen-result")).to_have_text(SHARPEN.WAITING)


def test_rewrite_is_taken_by_click_and_by_key_and_the_draft_brought_back(page, box, violations):
    """Taking puts a card into the box and looks at it at once; one button brings each draft back in turn."""
    back = page.get_by_role("button", name=SHARPEN.UNDO)
    cards = page.locator("#sharpen-result .ask")
    box.fill(DRAFT)
    cards.nth(1).wait_for()
    second = cards.nth(1).text_content()
    expect(back).to_be_hidden()
    box.press("Alt+Digit2")
    expect(box).to_have_value(second)
    expect(page.locator("#sharpen-result")).to_contain_text(SHARPEN.TAKEN)
    expect(box).to_be_focused()
    box.fill("Did you tell her?")
    cards.first.wait_for()
    first = cards.first.text_content()
    page.get_by_role("button", name=SHARPEN.TAKE).first.click()
    expect(box).to_have_value(first)
    assert violations(page) == []
    back.click()
    expect(box).to_have_value("Did you tell her?")
    back.press("Enter")
    expect(box).to_have_value(DRAFT)
    expect(back).to_be_hidden()
    expect(box).to_be_focused()
    expect(page.locator("#sharpen-result mark").first).to_be_visible()


def test_list_is_read_sorted_and_taken_along(page, box, tmp_path, violations):
    """A file goes into the box without an upload; the table sorts by keyboard; the export holds what was found."""
    sent = []
    page.on("request", lambda request: sent.append(request.url))
    unfold(page, SHARPEN.LIST)
    held = tmp_path / "burst.csv"
    held.write_bytes(
        "context;question\r\n;=Wäre das so?\r\nShe left.;What do you want?\r\n;Did you ask her?\r\n".encode("cp1252")
    )
    page.locator("#sharpen-csv").set_input_files(held)
    expect(page.get_by_label(SHARPEN.LIST_LABEL)).to_have_value(
        "context;question\n;=Wäre das so?\nShe left.;What do you want?\n;Did you ask her?\n"
    )
    assert not [url for url in sent if "upload" in url]
    page.get_by_role("button", name=SHARPEN.LOOK_ALL).press("Enter")
    expect(page.locator("#sharpen-list-say")).to_contain_text("3 questions")
    rows = page.locator("#sharpen-table tbody tr")
    heading = page.get_by_role("button", name=SHARPEN.COLUMNS[1], exact=True)
    heading.press("Enter")
    expect(rows.first).to_contain_text("=Wäre")
    heading.press("Enter")
    expect(rows.first).to_contain_text("What do you want?")
    expect(page.locator("#sharpen-table th").nth(1)).to_have_attribute("aria-sort", "descending")
    expect(rows.filter(has_text="What do you want?")).to_contain_text(SHARPEN.READY)
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("button", name=SHARPEN.EXPORT).click()
    assert download.value.suggested_filename == SHARPEN.EXPORT_FILE
    with open(download.value.path(), encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    assert [row["question"] for row in found] == ["'=Wäre das so?", "What do you want?", "Did you ask her?"]
    assert found[1]["context"] == "She left."
    assert found[2]["rewrite 1"]


def test_too_long_a_list_keeps_the_box(page, box):
    """More than can be looked at is refused beside the box, and nothing that was pasted is lost."""
    unfold(page, SHARPEN.LIST)
    lines = "\n".join(f"What about number {number}?" for number in range(301))
    page.get_by_label(SHARPEN.LIST_LABEL).fill(lines)
    page.get_by_role("button", name=SHARPEN.LOOK_ALL).click()
    expect(page.locator("#sharpen-list-say [role=alert]")).to_contain_text("301 questions")
    expect(page.get_by_label(SHARPEN.LIST_LABEL)).to_have_value(lines)


def stored(page) -> dict:
    return json.loads(page.evaluate("localStorage.getItem('askwell.patterns')") or "{}")


def look_at(page, box, draft: str) -> None:
    """Type a draft and rest on it."""
    box.fill(draft)
    expect(page.locator("#sharpen-result [data-draft]")).to_have_attribute("data-draft", draft)
    page.clock.fast_forward(2500)


def test_patterns_are_off_until_switched_on_and_can_be_forgotten(page, box, violations):
    """Nothing is kept while off; on, a draft counts once a day, by name only; forgetting leaves nothing."""
    look_at(page, box, "Did you tell her?")
    assert stored(page) == {}
    unfold(page, SHARPEN.PATTERNS)
    switch = page.get_by_role("switch", name=SHARPEN.PATTERNS_ON)
    expect(switch).not_to_be_checked()
    switch.press("Space")
    look_at(page, box, "Did you ask him?")
    look_at(page, box, "Did you  ask HIM?")
    table = page.get_by_role("table", name=SHARPEN.PATTERNS)
    expect(table.get_by_role("row").nth(1)).to_have_text("Closed101")
    look_at(page, box, "Why didn't you go?")
    expect(table).to_contain_text(SHARPEN.FAULTS["why_blame"])
    assert "him" not in json.dumps(stored(page)).lower()
    assert violations(page) == []
    switch.press("Space")
    look_at(page, box, "Did you see them?")
    assert [counts["closed"] for counts in stored(page)["weeks"].values()] == [1]
    page.get_by_role("button", name=SHARPEN.PATTERN_FORGET).press("Enter")
    page.get_by_role("button", name=SHARPEN.PATTERN_SURE).press("Enter")
    expect(page.locator("#sharpen-patterns [role=status]")).to_have_text(SHARPEN.PATTERN_FORGOTTEN)
    assert stored(page) == {"on": False, "weeks": {}, "day": "", "seen": []}


def test_taking_counts_a_draft_too(page, box):
    """Whoever takes a version at once has looked at the draft."""
    unfold(page, SHARPEN.PATTERNS)
    page.get_by_role("switch").press("Space")
    box.fill("Did you tell her?")
    page.locator("#sharpen-result .ask").first.wait_for()
    box.press("Alt+Digit1")
    expect(page.get_by_role("table", name=SHARPEN.PATTERNS)).to_contain_text(SHARPEN.FAULTS["closed"])


def test_a_practice_step_by_keyboard(page, box, violations):
    """A round is begun, answered, mended and moved on without a mouse; what appears takes the focus."""
    unfold(page, PRACTICE.TITLE)
    page.get_by_role("button", name=PRACTICE.BEGIN).press("Enter")
    expect(page.get_by_role("heading", name=PRACTICE.STEP.format(number=1, count=10))).to_be_focused()
    page.get_by_role("checkbox", name=SHARPEN.MEANINGS["vague"]).press("Space")
    sharp = page.get_by_role("checkbox", name=PRACTICE.SHARP)
    sharp.press("Space")
    expect(page.get_by_role("checkbox", name=SHARPEN.MEANINGS["vague"])).not_to_be_checked()
    expect(sharp).to_be_checked()
    assert violations(page) == []
    page.get_by_role("button", name=PRACTICE.LOOK, exact=True).press("Enter")
    told = page.locator("#practice-told h3")
    expect(told).to_be_focused()
    if PRACTICE.EXACT_SHARP not in told.text_content():
        mine = page.get_by_label(PRACTICE.OWN_LABEL)
        mine.fill("What matters to you in this?")
        mine.press("Enter")
        expect(page.locator("#practice-mended")).to_contain_text(PRACTICE.OWN_POINT)
        page.get_by_role("button", name=PRACTICE.SHOW).press("Enter")
        expect(page.locator("#practice-mended")).to_contain_text(PRACTICE.EXAMPLE)
    assert violations(page) == []
    page.get_by_role("button", name=PRACTICE.NEXT).press("Enter")
    expect(page.get_by_role("heading", name=PRACTICE.STEP.format(number=2, count=10))).to_be_focused()
    expect(page.locator("#practice-step")).to_contain_text(PRACTICE.POINTS[0].format(points="1"))
