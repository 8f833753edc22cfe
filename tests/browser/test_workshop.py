"""The workshop of the Design tab in a real browser: from opening the tab to a kept version, as a designer would."""

import pytest

from assistant.ui.copy import TABS
from assistant.ui.copy_workshop import WORKSHOP

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = playwright.expect
pytestmark = pytest.mark.browser
FILE = "knowledge/phrases/pause.yaml"


@pytest.fixture(scope="module")
def place(served) -> str:
    """The address of a running page."""
    return served()


def test_a_draft_is_checked_tried_and_kept(page, violations, request):
    """A slip is told while typing; the trial ends in words and a report; a version needs a note and can be left again."""
    page.get_by_role("tab", name=TABS.DESIGN).click()
    page.locator("#workshop-draft").wait_for()
    page.get_by_label(WORKSHOP.FILE, exact=True).click()
    page.get_by_role("option", name=FILE).click()
    box = page.get_by_label(WORKSHOP.DRAFT, exact=True)
    expect(box).to_have_value(shipped_text(FILE))
    was = box.input_value()
    box.fill(was + "\n- id: [")
    expect(page.locator("#workshop-look [role=alert]")).to_contain_text("pause.yaml", timeout=20_000)
    box.fill(was + "\n# a note for whoever comes next\n")
    expect(page.locator("#workshop-look pre")).to_contain_text("whoever comes next", timeout=20_000)
    for suite in ("conversation", "ladder"):
        page.locator("#workshop-suites").get_by_label(suite).uncheck()
    page.get_by_role("button", name=WORKSHOP.TRY).click()
    expect(page.locator("#workshop-result")).to_contain_text("the same in every case", timeout=60_000)
    expect(page.locator("#workshop-report")).to_be_visible()
    page.get_by_role("button", name=WORKSHOP.KEEP).click()
    expect(page.locator("#workshop-word [role=alert]")).to_contain_text("note", timeout=20_000)
    page.get_by_label(WORKSHOP.NOTE).fill(f"tried on {request.node.callspec.id}")
    page.get_by_role("button", name=WORKSHOP.KEEP).click()
    expect(page.locator("#workshop-word .status")).to_contain_text("in use from the next start", timeout=20_000)
    expect(page.locator("#workshop-versions")).to_contain_text(f"tried on {request.node.callspec.id}")
    page.locator("#workshop-versions").get_by_label(WORKSHOP.SHIPPED).check()
    page.get_by_role("button", name=WORKSHOP.BACK).click()
    expect(box).to_have_value(was, timeout=20_000)
    assert violations(page) == []


def shipped_text(file: str) -> str:
    """What ships."""
    from assistant import settings

    top, _, below = file.partition("/")
    return (settings.shipped(top) / below).read_text(encoding="utf-8")
