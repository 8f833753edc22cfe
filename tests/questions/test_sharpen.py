"""What the sharpener promises about its rewrites."""

import re
from pathlib import Path

import pytest
import yaml

from assistant.questions.context import understand
from assistant.questions.draft import read
from assistant.questions.faults import find_faults
from assistant.questions.sharpen import MOST_REWRITES, best_quote, sharpen, what_works
from assistant.questions.topic import Topic, find_topic
from assistant.questions.verbs import gerund

HERE = Path(__file__).parent
ROWS = [
    row
    for name in ("drafts", "drafts_kept_back")
    for row in yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_faulty_drafts_get_sharp_rewrites_and_sharp_ones_get_none(row: dict) -> None:
    """One to three different rewrites for a faulty draft, each a fault-free question; none for a sharp one."""
    context = row.get("context", "")
    result = sharpen(row["text"], context)
    texts = [rewrite.text for rewrite in result.rewrites]
    assert bool(texts) == bool(result.faults)
    assert len(set(texts)) == len(texts) <= MOST_REWRITES
    assert all(text.endswith("?") and not find_faults(text, context) for text in texts)
    assert all(rewrite.why.endswith(".") for rewrite in result.rewrites)


KEEPS = {
    "talk": ("Have you tried having a word, I mean talking to him?", "", "him"),
    "telling": ("Will you tell the owner?", "I want to tell the owner about the oven.", "owner"),
    "order": ("Speak to your landlord.", "", "landlord"),
    "tool": ("Have you tried colour-coding your calendar?", "", "calendar"),
    "why-not": ("Why didn't you lock the shop?", "", "shop"),
    "why": ("Why did you hire him?", "I hired him in May.", "him"),
    "liking": ("Do you like the new oven?", "", "oven"),
    "importance": ("Is the oven important to you?", "", "oven"),
    "evidence": ("What made you think the oven was broken?", "", "oven"),
    "fact": ("Where are the deliveries?", "", "deliver"),
    "loaded": ("What do you want to change about this pathetic menu?", "", "menu"),
    "one-of-two": ("What do you like about the shop, and what do you want from the owner?", "", "shop|owner"),
    "preamble": ("We had the same thing at our place for years on end. What do you want to keep?", "", "keep"),
    "yes-or-no": ("Did you order the flour?", "I keep forgetting the flour.", "flour"),
    "her": ("What does she want?", "", "her"),
    "options": ("Will you sell the shop or rent it out?", "I could sell the shop or rent it out.", "shop"),
}


@pytest.mark.parametrize(("draft", "context", "kept"), KEEPS.values(), ids=KEEPS.keys())
def test_every_rewrite_keeps_what_the_asker_touched(draft: str, context: str, kept: str) -> None:
    """The person, thing, moment or act of the draft is in each of its rewrites."""
    rewrites = sharpen(draft, context).rewrites
    assert rewrites
    assert all(re.search(kept, rewrite.text) for rewrite in rewrites)


SMALL = {
    "the-why-alone-goes": ("Why did you hire him?", "I hired him in May.", "What led you to hire him?"),
    "loaded-word-goes": (
        "What do you want to change about this pathetic menu?", "", "What do you want to change about this menu?",
    ),
    "one-of-two": (
        "What do you like about the shop, and what do you want from the owner?", "", "What do you like about the shop?",
    ),
    "preamble-goes": (
        "We had the same thing at our place for years on end. What do you want to keep?", "", "What do you want to keep?",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("draft", "context", "first"), SMALL.values(), ids=SMALL.keys())
def test_the_smallest_change_comes_first(draft: str, context: str, first: str) -> None:
    """Where taking something out is enough, that is offered before anything is asked anew."""
    assert sharpen(draft, context).rewrites[0].text == first


TOPICS = {
    "noun-beats-pronoun": ("Does your manager know what he wants?", Topic("your manager", "")),
    "adjective-after-noun-left-out": ("Is the oven ready?", Topic("", "the oven")),
    "object-pronoun": ("Did they answer?", Topic("them", "")),
    "possessor-of-head": ("What goes on in your boss's head?", Topic("your boss", "")),
    "addressee-is-a-person": ("Talk to the agency.", Topic("the agency", "")),
    "verb-ends-the-noun": ("Why is the rota changing?", Topic("", "the rota")),
    "charged-word-left-out": ("What about that awful rota?", Topic("", "that rota")),
    "predicate-left-out": ("Is the oven accurate?", Topic("", "the oven")),
    "pointing-word-is-no-thing": ("When did this begin?", Topic("", "")),
    "nothing": ("And?", Topic("", "")),
}


@pytest.mark.parametrize(("draft", "expected"), TOPICS.values(), ids=TOPICS.keys())
def test_topic_is_taken_from_the_draft(draft: str, expected: Topic) -> None:
    """Person and thing are phrases of the draft that fit after a preposition."""
    assert find_topic(read(draft), first=False) == expected


GERUNDS = {
    "submit in June": "submitting in June",
    "be there": "being there",
    "agree": "agreeing",
    "lie": "lying",
    "wait": "waiting",
    "make it": "making it",
}


@pytest.mark.parametrize(("base", "expected"), GERUNDS.items(), ids=GERUNDS.keys())
def test_gerund(base: str, expected: str) -> None:
    """Options named as verbs come back as gerunds."""
    assert gerund(base) == expected


def test_what_works_names_their_word() -> None:
    """Praise for a sharp question says what makes it work, with the thinker's word; a faulty one gets none."""
    assert "“rota”" in what_works("What would make for a good rota?", "The rota is never fair.")
    assert what_works("Did she reply?").startswith("Not sharp yet")


QUOTES = {
    "shares-a-word": (
        "Did the flour come?",
        "It is loud here. I keep forgetting the flour.",
        "I keep forgetting the flour",
    ),
    "hollow-words-are-not-said-back": ("Did the flour come?", "I mean, not really, you know.", ""),
    "a-question-of-theirs-is-not-said-back": ("Did the flour come?", "Where is all the flour going?", ""),
    "no-context": ("Did the flour come?", "", ""),
}


@pytest.mark.parametrize(("draft", "context", "expected"), QUOTES.values(), ids=QUOTES.keys())
def test_quote_is_verbatim_and_says_something(draft: str, context: str, expected: str) -> None:
    """What is said back is a short clause of the thinker's, word for word, or nothing."""
    quote = best_quote(read(draft), understand(context))
    assert quote == expected
    assert quote in context
