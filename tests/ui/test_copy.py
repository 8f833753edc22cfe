"""Promises about the words on the screen."""

import json
import re

import pytest

from assistant.flows.headings import TITLES
from assistant.schemas import BriefField
from assistant.ui import theme
from assistant.ui.copy import BAR, BRIEF
from assistant.ui.words import words_of


def test_screen_and_paper_name_the_fields_alike() -> None:
    """The brief on the page and the exported one carry the same labels in the same order."""
    assert TITLES == BRIEF.LABELS
    assert list(BRIEF.LABELS) == list(BriefField)


@pytest.mark.parametrize(("script", "group"), [("brief.js", BRIEF), ("bar.js", BAR)])
def test_scripts_ask_only_for_words_that_exist(script: str, group: type) -> None:
    """A word a script uses is a constant of its group, so nothing shows up as undefined."""
    asked = set(re.findall(r"\bwords\.([A-Z_]+)", theme.asset(script)))
    assert asked
    assert asked <= set(words_of(group))


def test_page_script_knows_its_words() -> None:
    """The same for the script in the head; what it is given is valid JSON."""
    asked = set(re.findall(r"askwell\.words\.([A-Z_]+)", theme.asset("page.js")))
    given = json.loads(theme.look()["head"].rpartition("window.askwell.words = ")[2].removesuffix(";</script>"))
    assert asked <= set(given)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two #rrggbb colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [theme.DAY, theme.NIGHT], ids=["day", "night"])
@pytest.mark.parametrize("text", ["ink", "soft", "accent", "alarm"])
@pytest.mark.parametrize("ground", ["desk", "paper", "wash"])
def test_text_can_be_read(palette: theme.Palette, text: str, ground: str) -> None:
    """4.5 to 1 for every text colour on every ground, by day and by night (WCAG 2.2, 1.4.3)."""
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [theme.DAY, theme.NIGHT], ids=["day", "night"])
@pytest.mark.parametrize("ground", ["desk", "paper"])
def test_edges_can_be_seen(palette: theme.Palette, ground: str) -> None:
    """3 to 1 for the borders of what one can use (WCAG 2.2, 1.4.11)."""
    assert contrast(palette.edge, getattr(palette, ground)) >= 3
