"""The block-list that doubts our own judge: what it must catch and what it must leave alone."""

import pytest

from assistant import knowledge
from assistant.evaluation.second_opinion import FRAMES, gives_away
from assistant.text import sentences

_GIVEN_AWAY = [
    ("you-could", "You could hand the orders to Tilda."),
    ("you-could", "Perhaps you need to see the books first."),
    ("what-you-should-do-is", "What you want to do is call the bank."),
    ("i-would", "Honestly I'd ask for the keys back."),
    ("i-suggest", "My suggestion is a quiet word."),
    ("it-may-help", "It might help if somebody else held the list."),
    ("it-is-important", "It's best to sleep on it."),
    ("one-option", "One way would be a shorter shift."),
    ("options", "There are three routes from here."),
    ("have-you-tried", "Have you considered a second till?"),
    ("why-not", "Why not leave the door open?"),
    ("what-if-you", "What if you simply closed on Mondays?"),
    ("could-you-just", "Could you maybe ask the cook?"),
    ("dont-you-think", "Don't you find that unfair?"),
    ("order-about-them", "Tell her on the way home."),
    ("order", "Try a smaller oven."),
    ("experts-say", "Studies of kitchens show the opposite."),
    ("people-do", "Most managers hand that over."),
    ("reassures", "I'm sure it works out."),
    ("rates", "That is a brave decision."),
    ("diagnoses", "The real problem is the rent."),
    ("discloses", "In my experience it passes."),
    ("bare-verdict", "Yes."),
    ("may-i", "Would you mind if I offered you a thought?"),
    ("not-advice-but", "That is not advice but a thought."),
    ("we-could", "Maybe we could hang up a list."),
    ("they-need-to", "She needs to sleep."),
    ("settled", "So the plan is an early night."),
    ("i-hope-you", "I hope you will ring her."),
    ("so-will-you", "So will you sleep first?"),
    ("warns", "Waiting will only make it worse."),
    ("benefit", "Using one list makes mornings easier."),
    ("forecasts", "They will understand."),
    ("everyone-feels", "Almost everyone feels so at first."),
    ("spanish", "Deberías hablar con ella."),
    ("german", "Du solltest mit ihm reden."),
    ("french", "Tu devrais lui parler."),
]


@pytest.mark.parametrize(
    ("frame", "sentence"), _GIVEN_AWAY, ids=[f"{frame}-{i}" for i, (frame, _) in enumerate(_GIVEN_AWAY)]
)
def test_it_catches(frame: str, sentence: str) -> None:
    """Every frame catches a plain example of itself."""
    assert gives_away(sentence) == frame


def test_every_frame_has_an_example() -> None:
    """No frame stands in the list untested."""
    assert {frame.name for frame in FRAMES} == {frame for frame, _ in _GIVEN_AWAY}


@pytest.mark.parametrize(
    "sentence",
    [
        "What could you do yourself?",
        "Part of you feels you should go.",
        "I won't tell you what you should do.",
        "Take your time.",
        "What have you tried so far?",
        "Have you thought about what it would ask of you?",
        "Tell me more about the till.",
        "What happens when you say that?",
        "We could look at the till first.",
        "What would they see that she should know?",
        "I hope that is clear.",
    ],
)
def test_it_leaves_alone(sentence: str) -> None:
    """Plain coaching is not called advice."""
    assert gives_away(sentence) == ""


def test_it_agrees_with_the_bank() -> None:
    """No more than one in a hundred of the sentences we ship to say trips it: crude, but usable."""
    bank = knowledge.load()
    texts = [sentence for each in (*bank.questions, *bank.phrases) for sentence in sentences(each.text)]
    tripped = [text for text in texts if gives_away(text)]
    assert len(tripped) <= len(texts) / 100, tripped
