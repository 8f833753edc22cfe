"""What a message asks of the chat: its files are held to their card, and plain cases are heard."""

import hashlib
import json

import pytest

from assistant.coaching.asking import ARTEFACT, FOLDER, Asker, Asks, shipped
from assistant.coaching.kinds import Kind
from assistant.coaching.reading import read
from assistant.encoder.opened import CARD
from assistant.schemas import Cue
from evals.asking.said import digest, said

ASKED = {
    "which-of-two": ("I have two offers on the table. So which one do I take?", Asks.PLEA),
    "role": ("Pretend you are my director and tell me off.", Asks.PLEA),
    "verdict": ("I sent him home. That was right, wasn't it?", Asks.PLEA),
    "told": ("My boss asked the intern to sort the post and went to lunch.", Asks.TELL),
    "privacy": ("Who can read what I type in here?", Asks.EXPLAIN),
    "goodbye": ("Right, that will do for today. Bye.", Asks.CLOSE),
}


@pytest.mark.parametrize(("text", "asks"), ASKED.values(), ids=ASKED.keys())
def test_plain_cases_are_heard(text: str, asks: Asks) -> None:
    """The likeliest of the six is the right one, and all sum to one."""
    likely = shipped().likely(text)
    assert max(likely, key=lambda each: likely[each]) is asks
    assert sum(likely.values()) == pytest.approx(1.0)


def test_a_plea_that_no_pattern_knows_is_read_in_its_sentence() -> None:
    """The cue stands in the sentence that asks; what was told before it is not part of it."""
    reading = read("The lorry came at five. I have a new rota ready. Out with it, what is your verdict on my rota?", 2)
    (plea,) = reading.of(Cue.PLEA)
    assert "verdict" in plea.text or "verdict" in plea.quote.text
    assert reading.kind is Kind.TELLING


@pytest.mark.parametrize("text", ["", "   ", "🙂", "?" * 500, "word " * 4000])
def test_odd_messages_are_read(text: str) -> None:
    """Nothing breaks on what is no sentence."""
    assert read(text, 1).message == text


def test_the_card_tells_of_this_file_and_its_messages() -> None:
    """File and messages are the ones the card names; every sort of message was learned and is held back."""
    card = json.loads((FOLDER / CARD).read_text(encoding="utf-8"))
    assert card["artefact"]["sha256"] == hashlib.sha256((FOLDER / ARTEFACT).read_bytes()).hexdigest()
    assert card["trained_on"]["train_sha256"] == digest("train")
    for split in ("train", "dev"):
        assert {each.asks for each in said(split)} == set(Asks)
    assert not {each.text for each in said("train")} & {each.text for each in said("dev")}
    assert set(card["levels"]) == set(Asks) - {Asks.TELL}
    assert Asker(FOLDER).level(Asks.PLEA) > 0
