"""The vocabulary of the stance, act by act, and the borderlines that were settled; our own sentences throughout."""

import pytest

from assistant.stance import judge
from assistant.stance.acts import Act

SAID = [
    "The release slipped twice and I said yes both times. I stayed on the call even though it was awkward.",
    "I might tell Nadia no. I want to tell her that the release is late. My boss calls it a small thing. It is like wading through mud.",
]

ACTS = [
    ("open_question", "What would you see if next week went as you wish?"),
    ("open_question", "How did you notice that it was awkward?"),
    ("closed_question", "Is that what you want to look at?"),
    ("closed_question", "Did I get that right?"),
    ("simple_reflection", "You said “I said yes both times”."),
    ("simple_reflection", "So the release slipped twice and you said yes both times."),
    ("complex_reflection", "It sounds as if being reliable weighs on you."),
    ("complex_reflection", "I hear some sadness in that."),
    ("summary", "So far: “the release slipped twice”; “I said yes both times”; “it was awkward”."),
    ("affirmation", "You stayed on the call even though it was awkward."),
    ("process", "Take three minutes and write down what comes."),
    ("process", "Shall we look at what you want from your peers?"),
    ("method_info", "In the question round the peers ask and the case giver only listens."),
    ("boundary", "I can't answer that for you; the decision is yours."),
    ("courtesy", "Thank you for telling me."),
    ("referral", "This is more than a coaching session can hold."),
    ("advice", "You could put the dates in writing."),
    ("directive", "Ring Nadia before noon."),
    ("leading_question", "Have you considered moving the release?"),
    ("expert_information", "Studies show that small batches ship sooner."),
    ("diagnosis", "The real reason is that you fear your boss."),
    ("judgement", "What an excellent plan."),
    ("reassurance", "I'm certain it will work out."),
    ("self_disclosure", "When I ran a team I had the very same trouble."),
    ("unjudged", "Marmalade before the gerund of nine."),
]


@pytest.mark.parametrize(("act", "text"), ACTS, ids=[f"{act}-{text[:24]}" for act, text in ACTS])
def test_each_act_is_recognised(act: str, text: str) -> None:
    """Every act of the vocabulary is named as itself on a plain sentence."""
    assert [verdict.act for verdict in judge(text, SAID)] == [Act(act)]


SETTLED = [
    ("process-not-directive", "Picture that call.", True),
    ("directive-not-process", "Tell Nadia how you feel today.", False),
    ("options-asked-for", "What options do you see?", True),
    ("option-named", "What about asking for another month?", False),
    ("nothing-is-no-proposal", "What would happen if you did nothing?", True),
    ("what-if-with-an-act", "What if you simply cancelled the release?", False),
    ("own-hypothesis", "What would telling Nadia no make possible?", True),
    ("act-they-want", "How might you tell Nadia that the release is late?", True),
    ("act-they-did-not-want", "How might you confront your boss?", False),
    ("asks-to-advise", "Would you like a suggestion?", False),
    ("own-idea-said-back", "You mentioned that you might tell Nadia no.", True),
    ("idea-improved-upon", "You could tell Nadia no in writing first.", False),
    ("list-with-a-choice", "A transfer, a mentor or a break: which of these feels right?", False),
    ("must-be-hard", "That must be hard.", True),
    ("unfair-of-him", "That is really unfair of him.", False),
    ("own-quotation", "“I might tell Nadia no”: what does that bring up?", True),
    ("imagined-quotation", "A wise friend might say: get it signed.", False),
    ("made-up-mention", "You mentioned selling the house.", False),
    ("made-up-quotation", "You said “I should sell the house”.", False),
    ("movement-named", "What could you let go of?", True),
    ("solution-named", "What would a firmer boundary look like?", False),
    ("hedged-feeling", "It sounds like you are torn.", True),
    ("hedged-type", "It sounds like you are a control freak.", False),
    ("hedged-motive", "Perhaps your boss is afraid of losing you.", False),
    ("rating-word", "That was brave.", False),
    ("rated-question", "Great question!", False),
    ("normalised", "That's completely normal.", False),
    ("not-alone", "You're not alone in this.", False),
    ("lead-in", "Here are a few ways forward:", False),
    ("step-beside-a-referral", "Keep a record of every call.", False),
    ("about-the-session", "Shall we go on?", True),
    ("both-in-one", "Thank you for that, now ring your boss.", False),
    ("question-after-comfort", "You've got this — what comes first?", False),
    ("irony", "Sure, just quit and everything will be fine.", False),
    ("not-advice-but", "This is not advice, but a break would do you good.", False),
    ("postscript", "P.S. Ask Nadia for the dates.", False),
    ("hope", "I hope you will rest.", False),
    ("answer-in-brackets", "What drains you most (e.g. the calls)?", False),
    ("first-person-script", "What am I afraid of here?", False),
    ("why-not", "Why don't you ask your boss?", False),
    ("denied-comfort", "You are not lazy.", False),
    ("cut-in-two", "What matters to you here is rest.", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shown"), [row[1:] for row in SETTLED], ids=[row[0] for row in SETTLED])
def test_settled_borderlines(text: str, shown: bool) -> None:
    """Each borderline falls on the side on which it was settled."""
    assert all(verdict.decision == "show" for verdict in judge(text, SAID)) is shown


FLIPS = [
    ("presupposed-act", "How might you tell the board?", "I want to tell the board."),
    ("echo", "So you keep driving home at midnight.", "I keep driving home at midnight, every week."),
    ("quotation", "You said “nobody reads my notes”.", "Honestly, nobody reads my notes."),
    ("delegated", "What could you delegate?", "I never delegate anything."),
    ("mention", "You mentioned hiring a student.", "We talked about hiring a student."),
    ("condition", "You feel burned out.", "I feel burned out."),
]


@pytest.mark.parametrize(("text", "said"), [row[1:] for row in FLIPS], ids=[row[0] for row in FLIPS])
def test_the_thinkers_words_turn_the_verdict(text: str, said: str) -> None:
    """The same sentence is shown after the thinker voiced it and stopped when they did not."""
    assert [judge(text, [said])[0].decision, judge(text, ["Hello."])[0].decision != "show"] == ["show", True]
