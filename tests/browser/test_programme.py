"""The programme reflection in a real browser: from the first question to a page that can be taken along."""

import pytest

from assistant.ui.copy import TABS
from assistant.ui.copy_programme import PROGRAMME

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = playwright.expect
pytestmark = pytest.mark.browser
TOLD = "Mostly over the garden fence of the second floor, two by two, never in the meeting."


@pytest.fixture(scope="module")
def place(served) -> str:
    """The address of a running page."""
    return served()


def test_a_designer_thinks_a_programme_through(page, violations):
    """An answer is said back and stands on the page; one can go back; the page can be downloaded; nobody is counted under five."""
    page.get_by_role("tab", name=TABS.DESIGN).click()
    box = page.get_by_label(PROGRAMME.ANSWER)
    box.wait_for()
    expect(page.locator("#programme-question")).to_contain_text(PROGRAMME.STEP.format(step=1, of=14))
    box.fill(TOLD)
    page.get_by_role("button", name=PROGRAMME.NEXT, exact=True).click()
    expect(page.locator("#programme-question")).to_contain_text(PROGRAMME.STEP.format(step=2, of=14))
    expect(page.locator("#programme-question")).to_contain_text("“")
    expect(page.locator("#programme-page pre")).to_contain_text(TOLD)
    expect(box).to_have_value("")
    expect(page.locator("#programme-save")).to_be_visible()
    page.get_by_role("button", name=PROGRAMME.BACK).click()
    expect(page.locator("#programme-question")).to_contain_text(PROGRAMME.STEP.format(step=1, of=14))
    expect(page.locator("#programme-page pre")).not_to_contain_text(TOLD)
    expect(page.locator("#programme-counts")).to_contain_text(PROGRAMME.NONE)
    assert violations(page) == []
