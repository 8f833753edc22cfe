"""Decides which open questions touch what a draft touched, by its fault, its kind of act, its person and its thing.

Refuses to know whether they fit this draft: `sharpen.py` drops every one that still has a fault.
"""

from dataclasses import dataclass

from assistant.questions.rules import Fault
from assistant.questions.verbs import ActKind


@dataclass(frozen=True, slots=True)
class Offer:
    """One question with slots of `Topic.slots`; it is offered only where every slot can be filled.

    Attributes:
        says: the question.
        why: one line to the asker.
        raised: offered only when the thinker brought the act.
        alone: offered only when the draft names no person.
        positive: not offered when the draft asks why something was not done.
        last: offered only when nothing closer to the draft passed.
    """

    says: str
    why: str
    raised: bool = False
    alone: bool = False
    positive: bool = False
    last: bool = False


_SO_FAR = "Keeps the talking and asks what there has been of it already."
_BETWEEN = "Looks at the tie between the two of them, not at a next step."
_SEEN = "Stays with what they saw and heard themselves."
_WANT = "Asks for the wish behind it and leaves the way open."
_NOW = "Asks how it is today before anything is changed."
_STAKE = "Asks what hangs on it for them."
_DONE = "Counts what they have done already; your idea may be among it."
_MINE = "Turns to their own side, which they can see best."
_CHOOSE = "Leaves the choosing to them."

BY_ACT: dict[ActKind, tuple[Offer, ...]] = {
    ActKind.TALK: (
        Offer("What would you want {person} to hear?", "They want to talk already; this asks what for.", raised=True),
        Offer("What has been said between you and {person} about {thing} so far?", _SO_FAR),
        Offer("What has been said between you and {person} so far?", _SO_FAR),
        Offer("What is it like between you and {person} at the moment?", _BETWEEN),
        Offer("What do you want from {person}?", _WANT),
        Offer("What has been said out loud about {thing} so far?", _SO_FAR, alone=True),
        Offer("What has been said out loud about this so far?", _SO_FAR, alone=True),
        Offer("Who has heard about this from you so far?", _SO_FAR, alone=True),
    ),
    ActKind.LEAVE: (
        Offer("What {does_thing} give you at the moment?", _NOW),
        Offer("What is it like for you to be there at the moment?", _NOW),
        Offer("What do you want from the place where you work?", _WANT),
    ),
    ActKind.REFUSE: (
        Offer(
            "When a request comes from {person}, what happens on your side?",
            "Keeps the saying yes or no and asks what goes on before it.",
        ),
        Offer(
            "When something is asked of you, what happens on your side?",
            "Keeps the saying yes or no and asks what goes on before it.",
        ),
        Offer("Where do you feel the line is for you here?", "Lets them find their own limit."),
    ),
    ActKind.SHARE: (
        Offer("How is the work shared between you and {person} at the moment?", _NOW),
        Offer("How {is_thing} shared out at the moment?", _NOW),
        Offer("What would you most like to have off your plate?", _WANT),
        Offer("Which part of the work is yours, as you see it?", _MINE),
    ),
    ActKind.REST: (
        Offer(
            "Where does your energy come from at the moment?",
            "Keeps the looking after oneself and leaves the how to them.",
        ),
        Offer("What tells you that you have had enough for a day?", _MINE),
        Offer("How is your energy at the moment?", _NOW),
    ),
    ActKind.HELP: (
        Offer("What support do you have with {thing} at the moment?", "Keeps the help and asks what there is of it."),
        Offer("What support do you have in this at the moment?", "Keeps the help and asks what there is of it."),
        Offer("Who knows about this so far?", _NOW),
        Offer("What kind of support would you want, if any?", _WANT),
    ),
    ActKind.RECORD: (
        Offer("How do things stand with {thing} at the moment?", _NOW),
        Offer("How do you keep hold of all this at the moment?", _NOW),
        Offer("What would you most like to keep in view?", _WANT),
    ),
    ActKind.WAIT: (
        Offer("What hangs on {thing} for you?", _STAKE),
        Offer("What happens to {thing} if nothing changes for now?", "Asks what time does to it."),
        Offer("What makes this pressing for you, if it is?", _STAKE),
    ),
    ActKind.OTHER: (),
}

_PERSON = (
    Offer("What have you seen or heard from {person} so far?", _SEEN),
    Offer("What is it like between you and {person} at the moment?", _BETWEEN),
    Offer("What do you want from {person}?", _WANT),
)
_THING = (
    Offer("How do things stand with {thing} at the moment?", _NOW),
    Offer("What would you like to be different about {thing}?", _WANT),
    Offer("What have you already done about {thing}?", _DONE),
    Offer("What hangs on {thing} for you?", _STAKE),
)
_PART = (
    Offer("What part {does_thing} play in this for you?", _STAKE),
    Offer("What part {does_person} play in this for you?", _STAKE),
)
_ANY = (
    Offer("What have you already tried here?", _DONE, last=True),
    Offer("What would you like to be different here?", _WANT, last=True),
    Offer("What choices do you see here?", _CHOOSE, last=True),
)
_FEEL = (
    Offer("What do you feel when you think of {person}?", "Leaves the feeling for them to name."),
    Offer("What do you feel when you think of {thing}?", "Leaves the feeling for them to name."),
    Offer("What do you notice in yourself as you talk about this?", "Leaves the feeling for them to name."),
)

BY_FAULT: dict[Fault, tuple[Offer, ...]] = {
    Fault.CLOSED: (
        Offer("What {is_thing} like for you at the moment?", "Opens it: there is no yes or no to it."),
        *_PERSON,
        *_THING,
        *_ANY,
    ),
    Fault.LEADING: (
        Offer("How do you see your own side of things with {person}?", _MINE),
        Offer("How do you see {thing}?", "Leaves the answer open, yours included."),
        *_PART,
        *_PERSON,
        *_THING,
        Offer("How does it look from where you stand?", "Leaves the answer open, yours included."),
        Offer("What do you make of it all by now?", "Leaves the answer open, yours included."),
    ),
    Fault.ADVICE_IN_DISGUISE: (*_THING, *_PERSON, *_ANY),
    Fault.STACKED: (*_THING, *_PERSON, *_ANY),
    Fault.EITHER_OR: (
        Offer("What matters most to you about {thing}?", _CHOOSE),
        Offer("What do you want here, in your own words?", _CHOOSE),
        *_PERSON,
        Offer("What choices do you see here?", _CHOOSE),
    ),
    Fault.WHY_BLAME: (
        Offer(
            "What was happening between you and {person} at that time?",
            "Keeps the moment and drops the why, so nothing has to be defended.",
        ),
        Offer(
            "What was going on for you around {thing}?",
            "Keeps the moment and drops the why, so nothing has to be defended.",
        ),
        Offer("What did you hope would come of it?", "Asks for the good reason there was.", positive=True),
        Offer("What mattered to you at that point?", "Asks for the good reason there was."),
        *_PERSON,
    ),
    Fault.PRESUPPOSING: (
        *_FEEL,
        *_PERSON,
        *_THING,
        Offer("What do you notice yourself doing when this comes up?", _MINE),
    ),
    Fault.FACT_FINDING: (*_PART, *_THING, *_PERSON, Offer("What about that matters to you here?", _STAKE)),
    Fault.ABOUT_OTHERS: (
        *_PERSON,
        Offer("What would you like to be different between you and {person}?", _WANT),
        Offer("What have you seen or heard that tells you so?", _SEEN),
    ),
    Fault.LONG_WINDED: (*_THING, *_PERSON, *_ANY),
    Fault.VAGUE: (
        Offer("What stands out for you in what you have just said?", "Gives them their own words to hold on to."),
        Offer("What do you notice in yourself as you tell this?", "Gives them a moment to hold on to: this one."),
        Offer("Which part of this do you want to look at first?", "Lets them choose what to hold on to."),
    ),
    Fault.LOADED_WORD: (*_THING, *_PERSON, Offer("What would you like to be different in this situation?", _WANT)),
    Fault.NOT_A_QUESTION: (
        *_PERSON,
        *_THING,
        Offer("What would be most useful to look at first?", "Asks something, and the choice is theirs."),
        Offer("What do you want from us in this round?", "Asks something, and the choice is theirs."),
    ),
}

WITH_QUOTE: tuple[tuple[str, str], ...] = (
    ("When you say “{quote}”, {question}", "The same question, hung on their own words."),
)
VAGUE_WITH_QUOTE = (
    Offer("What goes through you when you say “{quote}”?", "Gives them their own words to hold on to."),
    Offer("What matters to you most in “{quote}”?", "Gives them their own words to hold on to."),
)
