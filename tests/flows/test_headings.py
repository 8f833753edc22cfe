"""Promises of the brief on paper: its headings are in the language the person wrote in."""

import pytest

from assistant.flows import export
from assistant.flows.headings import HEADINGS
from assistant.schemas import BriefField, BriefLine
from assistant.store import Conversation

WRITTEN = [
    pytest.param("Ich habe es ihm noch nicht gesagt, weil er dann geht.", "de", id="german"),
    pytest.param("Todavía no se lo he dicho porque tengo miedo de que se vaya.", "es", id="spanish"),
    pytest.param("I have not told him yet because he might leave.", "en", id="english"),
    pytest.param("Je ne lui ai pas encore dit.", "en", id="a-language-without-headings"),
]


@pytest.mark.parametrize(("line", "language"), WRITTEN)
def test_the_page_speaks_the_language_of_its_lines(line: str, language: str) -> None:
    """Title, parts and sources are in the language of the lines, in both forms; every part has its name."""
    conversation = Conversation("c", "o", brief={BriefField.NOT_SAID: (BriefLine(text=line, turn=2),)})
    around = HEADINGS[language]
    text, page = export.markdown(conversation), export.page(conversation)
    for words in (around.title, around.empty, around.source.format(2), *around.parts.values()):
        assert words in text
        assert words in page
    assert set(around.parts) == set(BriefField)
    assert f'lang="{language}"' in page
