"""Promises about the Prepare tab, kept in a real browser against a real server."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from assistant.ui.copy import APP, BAR, BRIEF, PREPARE
from tests.browser.conftest import App, Watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

SCREENS = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}
TURNS = (
    "I keep redoing the monthly figures that Petra hands in, and I have never told her.",
    "The audit begins in two weeks, so it has become hard to look away.",
    "I tried leaving comments in the file, and nothing came of it.",
    "I want us both to be able to sign it without me sitting up at night.",
)
HOSTILE = (
    "<img src=hostile onerror=alert(1)><script>alert(2)</script>",
    "![](http://example.invalid/x.png) [here](http://example.invalid/) <a href='http://example.invalid/y'>there</a>",
    "<iframe src=http://example.invalid/z></iframe> {{value}} ${alert(3)} **bold**",
)


def watched(context: "BrowserContext") -> tuple["Page", Watch]:
    """A page, and a note of everything it asks for, complains about or pops up."""
    page, watch = context.new_page(), Watch()

    def asked(request: Any) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss"):
            watch.hosts.add(address.hostname or "")
            watch.paths.append(address.path)

    context.on("request", asked)
    page.on("console", lambda message: watch.console.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: watch.console.append(str(error)))
    page.on("dialog", lambda dialog: (watch.dialogs.append(dialog.message), dialog.dismiss()))
    return page, watch


@pytest.fixture(params=SCREENS)
def screen(request: pytest.FixtureRequest, chromium: "Browser") -> Iterator["BrowserContext"]:
    """A fresh browser profile, once as large as a laptop and once as a phone."""
    context = chromium.new_context(**SCREENS[request.param])
    yield context
    context.close()


def arrive(page: "Page", address: str) -> None:
    """Open the page and wait until it knows whether there is a session."""
    page.goto(address)
    page.locator("#intro:visible, #chat .user-row").first.wait_for()


def say(page: "Page", words: str) -> None:
    """Send a message with Enter and wait until the reply stands."""
    replies = page.locator("#chat .bot-row").count()
    page.fill("#box textarea", words)
    page.press("#box textarea", "Enter")
    page.locator("#chat .bot-row").nth(replies).wait_for()
    page.locator("#send").wait_for()


def messages(page: "Page") -> list[str]:
    """The thinker's bubbles."""
    return [re.sub("\u2060", "", text.strip()) for text in page.locator("#chat .user-row").all_inner_texts()]


def brief(page: "Page") -> dict[str, list[str]]:
    """The lines of the brief by field, empty ones left out."""
    found = {}
    for section in page.locator("#brief .field").all():
        lines = [box.input_value() for box in section.locator("textarea").all()]
        if lines:
            found[section.get_attribute("data-field") or ""] = lines
    return found


def serious(page: "Page", axe: str) -> list[str]:
    """What axe-core finds serious or critical, with where it is."""
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then((result) => result.violations)")
    return [f"{one['id']}: {one['nodes'][0]['target']}" for one in found if one["impact"] in ("serious", "critical")]


def test_a_preparation_from_first_word_to_forgetting(app: App, screen: "BrowserContext", axe: str) -> None:
    """Four turns, an edit, an export, a reload, a restart, a deletion: nothing lost before, nothing left after."""
    page, watch = watched(screen)
    arrive(page, app.address)
    assert serious(page, axe) == []
    for words in TURNS:
        say(page, words)
        assert page.input_value("#box textarea") == ""
    assert messages(page) == list(TURNS)
    assert serious(page, axe) == []

    filled = brief(page)
    assert filled
    assert all(any(line in words for words in TURNS) for lines in filled.values() for line in lines)
    page.locator(f"[aria-label='{BRIEF.ADD_TO.format(field=BRIEF.LABELS['next_step'])}']").click()
    page.keyboard.type("Sit down with Petra before the audit")
    page.keyboard.press("Enter")
    page.locator("[data-field=next_step] .origin", has_text=BRIEF.EDITED).wait_for()
    edited = brief(page)
    assert edited == filled | {"next_step": [*filled.get("next_step", []), "Sit down with Petra before the audit"]}
    assert serious(page, axe) == []

    with page.expect_download() as download:
        page.get_by_role("link", name=BRIEF.MARKDOWN).click()
    exported = Path(download.value.path()).read_text(encoding="utf-8")
    assert all(re.sub(r"\W", "", line) in re.sub(r"\W", "", exported) for lines in edited.values() for line in lines)
    with screen.expect_page() as printed:
        page.get_by_role("link", name=BRIEF.PRINT).click()
    printed.value.get_by_text("Sit down with Petra").wait_for()
    assert serious(printed.value, axe) == []

    page.reload()
    page.locator("#chat .user-row").nth(len(TURNS) - 1).wait_for()
    assert (messages(page), brief(page)) == (list(TURNS), edited)
    assert app.stop() == ""
    app.start()
    arrive(page, app.address)
    page.locator("#chat .user-row").nth(len(TURNS) - 1).wait_for()
    assert (messages(page), brief(page)) == (list(TURNS), edited)

    page.get_by_role("button", name=BAR.DELETE_LONG).click()
    assert serious(page, axe) == []
    page.get_by_role("button", name=BAR.YES).click()
    page.get_by_text(PREPARE.DELETED).wait_for()
    assert (messages(page), brief(page)) == ([], {})
    page.get_by_role("button", name=BAR.EARLIER).click()
    assert page.get_by_text(BAR.NONE).is_visible()
    page.reload()
    page.locator("#intro:visible").wait_for()
    gone = page.goto(printed.value.url)
    assert gone
    assert gone.status == 404
    assert watch.hosts == {"127.0.0.1"}
    assert watch.dialogs == []
    assert [line for line in watch.console if "404" not in line and "CONNECTION_REFUSED" not in line] == []


def test_words_are_never_run_or_fetched(app: App, screen: "BrowserContext") -> None:
    """HTML, Markdown, scripts and templates stay what was typed, in the chat, in the brief and after a reload."""
    page, watch = watched(screen)
    arrive(page, app.address)
    for words in HOSTILE:
        say(page, words)
    page.locator(f"[aria-label='{BRIEF.ADD_TO.format(field=BRIEF.LABELS['why_now'])}']").click()
    page.keyboard.insert_text(HOSTILE[0])
    page.keyboard.press("Enter")
    page.locator("[data-field=why_now] .origin").wait_for()
    page.reload()
    page.locator("#chat .user-row").nth(len(HOSTILE) - 1).wait_for()
    assert messages(page) == list(HOSTILE)
    assert brief(page)["why_now"][-1] == HOSTILE[0]
    assert page.locator("#chat .message :is(img, a, iframe, script, strong)").count() == 0
    assert watch.dialogs == []
    assert watch.hosts == {"127.0.0.1"}
    assert not [path for path in watch.paths if "hostile" in path]


def test_everything_is_in_view_without_scrolling_the_page(app: App, chromium: "Browser") -> None:
    """At 1280 × 800 the conversation, the box and the brief stand side by side; they scroll, the page does not."""
    context = chromium.new_context(**SCREENS["desktop"])
    page, _ = watched(context)
    arrive(page, app.address)
    for words in TURNS:
        say(page, words)
    assert page.evaluate(
        "document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"
    )
    chat, box, sheet = (page.locator(one).bounding_box() for one in ("#chat", "#box", "#brief"))
    assert chat
    assert box
    assert sheet
    assert chat["x"] + chat["width"] <= sheet["x"]
    assert max(box["y"] + box["height"], sheet["y"] + sheet["height"]) <= 800
    context.close()


def test_a_failure_never_loses_what_was_typed(app: App, screen: "BrowserContext") -> None:
    """Too long, or no server: a plain word, the text still in the box, and the page comes back by itself to send it."""
    page, _ = watched(screen)
    arrive(page, app.address)
    long = "word " * 4200
    page.fill("#box textarea", long)
    page.press("#box textarea", "Enter")
    page.locator("#notice [role=alert]:not(:empty)").wait_for()
    assert page.input_value("#box textarea") == long
    assert messages(page) == []

    app.stop()
    page.fill("#box textarea", TURNS[0])
    page.press("#box textarea", "Enter")
    page.get_by_text(APP.LOST).wait_for()
    assert page.input_value("#box textarea") == TURNS[0]
    app.start()
    page.get_by_text(APP.LOST).wait_for(state="detached")  # the page notices by itself and loads anew
    page.locator("#intro:visible").wait_for()
    page.wait_for_function("(words) => document.querySelector('#box textarea').value === words", arg=TURNS[0])
    page.press("#box textarea", "Enter")
    page.locator("#chat .bot-row").first.wait_for()
    assert messages(page) == [TURNS[0]]


def test_the_keyboard_is_enough(app: App, chromium: "Browser") -> None:
    """Shift and Enter breaks a line, an opener fills the box and sends nothing, Escape closes and gives the focus back."""
    context = chromium.new_context(**SCREENS["desktop"])
    page, _ = watched(context)
    arrive(page, app.address)
    page.locator(".intro li button").first.focus()
    page.keyboard.press("Enter")
    assert page.input_value("#box textarea") == PREPARE.OPENERS[0]
    page.keyboard.type("first")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("second")
    assert page.input_value("#box textarea") == PREPARE.OPENERS[0] + "first\nsecond"
    assert messages(page) == []
    page.keyboard.press("Enter")
    page.locator("#chat .bot-row").wait_for()
    page.locator(".why summary").wait_for()
    page.get_by_role("button", name=BAR.DELETE_LONG).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == BAR.NO
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == BAR.DELETE_LONG
    context.close()


def test_sessions_can_be_left_and_found_again(app: App, screen: "BrowserContext", chromium: "Browser") -> None:
    """Starting over keeps the old session in the list, a reload stays on the new page, another browser sees none of it."""
    page, _ = watched(screen)
    arrive(page, app.address)
    say(page, TURNS[0])
    kept = brief(page)
    page.get_by_role("button", name=BAR.START_OVER).click()
    page.locator("#intro:visible").wait_for()
    assert brief(page) == {}
    page.reload()
    page.locator("#intro:visible").wait_for()
    page.get_by_role("button", name=BAR.EARLIER).click()
    page.locator(".panel li button", has_text=TURNS[0][:30]).click()
    page.locator("#chat .user-row").wait_for()
    assert (messages(page), brief(page)) == ([TURNS[0]], kept)
    address = page.get_by_role("link", name=BRIEF.MARKDOWN).get_attribute("href")
    stranger = chromium.new_context()
    other, _ = watched(stranger)
    arrive(other, app.address)
    assert messages(other) == []
    answer = stranger.request.get(app.address + (address or ""))
    assert (answer.status, APP.GONE in answer.text()) == (404, True)
    stranger.close()
