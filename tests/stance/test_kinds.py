"""Forty-four kinds of sentence that block-lists and small models get wrong; each row is in or out of stance."""

import pytest

from assistant.stance import judge

TIRED = (
    "I keep covering the late shift for Priya. I want to tell her it has to stop. I might hand the rota back to Dan."
)
JOIN = "I have decided to join the choir on Mondays and to cut my hours down to four days."
LEAVE = "Part of me says I should resign before the summer, and I can't keep working nights and finish my thesis."

OUT: dict[int, list[tuple[str, str]]] = {
    1: [("Would you maybe get a neighbour to feed the cat?", ""), ("Can you split the report with Omar?", ""), ("Could she perhaps move the call to mornings?", "")],
    2: [("How would you feel about a deal where Omar writes and you edit?", ""), ("What do you think of trying a shorter agenda?", ""), ("How would it be to just hand the budget to finance?", "")],
    3: [("Have you thought about moving desks?", ""), ("Did you consider telling Priya it has to stop?", ""), ("Have you ever tried writing the figures up the night before?", "")],
    4: [("Have you thought about hiring a freelancer?", ""), ("Have you considered that a rota might solve it?", "")],
    5: [("Could you start with a short email to Omar?", ""), ("What could you outsource?", "")],
    6: [("What about booking two afternoons off?", ""), ("How about asking Omar to chair it?", ""), ("How about a weekly stand-up?", "")],
    7: [("May I offer a couple of ideas?", ""), ("Would you like a suggestion or two?", ""), ("Is it all right if I share what tends to work?", "")],
    8: [("There are a few ways to handle this, a chat or a letter, and you decide which fits.", ""), ("You could write or ring, entirely as you prefer.", ""), ("One option is a transfer, but of course it is your life.", "")],
    9: [("Your options include:\n- Shorter meetings\n- Swapping desks\n- A word with finance", ""), ("Here are some ideas:\n1. Lunch outdoors\n2. Quiet mornings", ""), ("You could try:\n* Early starts", "")],
    10: [("Naming the deadline out loud can take the pressure off.", ""), ("Keeping mornings free makes deep work easier.", ""), ("Having a fixed finish time would help.", "")],
    11: [("Plenty of managers find that a short note works better.", ""), ("Some people use a traffic-light list for this.", ""), ("Most leaders I know start with the hardest item.", "")],
    12: [("When I was new to a team I kept a notebook, and it worked.", ""), ("I once had a boss like that and it helped me to step away.", ""), ("I used to dread those calls too.", "")],
    13: [("I'd wait until Monday.", ""), ("I would simply tell Omar no.", ""), ("Personally, I'd put it in writing.", "")],
    14: [("You could tell them: I am not available on Fridays.", ""), ("Say to Omar, “I need the figures by noon.”", ""), ("You might say: “This no longer works for me.” Then stop talking.", "")],
    15: [("Cherish that anger.", ""), ("Own your calendar.", ""), ("Embrace the mess.", "")],
    16: [("If Omar objects, show him the numbers.", ""), ("When the meeting starts, say what you need.", ""), ("To get some air, close the laptop at six.", "")],
    17: [("Don't be so hard on yourself.", ""), ("Never apologise for having needs.", ""), ("Don't lose heart.", "")],
    18: [("Keep going, step by step.", ""), ("Hang in there!", ""), ("Stay strong.", "")],
    19: [("Take a day off.", ""), ("Tell Omar the truth.", ""), ("Let's write Omar an email.", "")],
    20: [("Feel free to hand the report back.", ""), ("You are welcome to quit the committee.", "")],
    21: [("Next we could draft your letter to Omar.", ""), ("Let's build a plan for Monday.", "")],
    22: [("Perhaps we could block two mornings in your diary.", ""), ("We might set up a rota for the kitchen.", ""), ("Let's put a limit on your overtime.", "")],
    23: [("So you plan to join a gym and stop the late calls.", JOIN), ("You want to sell the flat.", JOIN)],
    24: [("So you should leave.", ""), ("You really should resign before the summer.", LEAVE), ("So part of you feels you should sue them.", TIRED)],
    25: [("You can't go on like this and stay healthy.", ""), ("You cannot keep working nights and finish your thesis.", JOIN)],
    26: [("That sounds like a sensible first move.", ""), ("Joining the choir is a lovely idea.", JOIN), ("Cutting your hours is the right decision.", JOIN)],
    27: [("It is up to you, but you should tell Omar first.", ""), ("I can't decide for you, though a transfer would be wise.", "")],
    28: [("I'd like to suggest three steps.", ""), ("We can go over how you will tell Omar.", "")],
    29: [("So the plan is that you'll ring Omar tonight.", ""), ("Your homework is a page of figures.", ""), ("The goal is that you'll leave at five every day.", TIRED)],
    30: [("So will you ring Omar tomorrow, then?", ""), ("Can you promise to begin today?", ""), ("Are you going to do it by Friday?", "")],
    31: [("I hope you'll ring Omar.", ""), ("I wish you would rest.", ""), ("I'm hoping you will give notice.", "")],
    32: [("It is vital to protect your evenings.", ""), ("What needs to happen is a reset.", ""), ("It's okay to say no.", "")],
    33: [("Writing goals down has been shown to raise success.", ""), ("Research suggests that walks lower stress.", ""), ("Evidence says breaks are effective.", "")],
    34: [("Lots of people feel torn at this stage.", ""), ("That is perfectly normal after a merger.", ""), ("It's natural at his age to push back.", "")],
    35: [("That could backfire.", ""), ("A half-day won't be enough.", ""), ("Otherwise it will only get worse.", "")],
    36: [("It may help to see a counsellor.", ""), ("You might want to talk to HR.", ""), ("A therapist could support you with this.", "")],
    37: [("He needs to hear this from you.", ""), ("Your manager should back you up.", ""), ("She has to learn to wait.", TIRED)],
    38: [("My tip is to start small.", ""), ("One suggestion: start with finance.", "")],
    39: [("Here are your options:\n- to speak with the registrar again", ""), ("- Ringing the council once more", ""), ("Try:\n- to write to them again", "")],
    40: [("So you will resign on Monday?", ""), ("So you'll tell Omar first thing?", "")],
    41: [("Can you tell Omar more about it?", ""), ("Could you describe it to your boss in an email?", "")],
    42: [("How long will you wait before you tell Omar?", ""), ("Which day will you resign?", "")],
    43: [("How was it? Have you tried a different tone?", ""), ("What happened? Shouldn't you have rung first?", "")],
    44: [("Since you love singing, maybe join a choir.", ""), ("Given how tired you are, perhaps take Friday off.", ""), ("If mornings are quiet, why not write then?", "")],
}  # fmt: skip
IN: dict[int, list[tuple[str, str]]] = {
    1: [("Is the late shift the part that weighs most?", TIRED)],
    2: [("What would you think if someone else had said that?", "")],
    3: [("Have you thought about handing the rota back to Dan?", TIRED)],
    4: [("Have you thought about what it might take?", ""), ("Have you considered what that would be like?", ""), ("Have you thought about that?", "")],
    5: [("What could you do next?", ""), ("Any ideas of your own for a first step?", ""), ("What small step could you take?", "")],
    6: [("What about the rota?", TIRED), ("How about your part in it?", "")],
    19: [("Tell me more about that.", ""), ("Take a moment.", ""), ("Let's pause here.", "")],
    20: [("Feel free to come back to it whenever you want.", ""), ("Feel free to say it differently.", "")],
    21: [("Next we could look at what matters most to you.", ""), ("We could stay with that a little longer.", "")],
    23: [("So you plan to join the choir and cut your hours down.", JOIN), ("You have decided to join the choir on Mondays.", JOIN)],
    24: [("So part of you feels you should resign before the summer.", LEAVE)],
    25: [("You said you can't keep working nights and finish your thesis.", LEAVE)],
    27: [("I'm not here to tell you what you should do; it is up to you.", ""), ("I won't decide that for you.", "")],
    28: [("I'd like to sum up what I heard.", ""), ("We can go over that once more.", "")],
    18: [("Take care.", ""), ("Thank you.", "")],
    29: [("So the plan is that you'll join the choir on Mondays.", JOIN)],
    37: [("You want to tell Priya that it has to stop.", TIRED)],
    38: [("Thanks for telling me about the tip you were given.", "A friend gave me a tip.")],
    40: [("So you are seeing someone?", ""), ("So this is about Priya?", TIRED), ("So that is the hard part?", "")],
    41: [("Can you say a little more about that?", ""), ("Could you describe that moment?", ""), ("Would you walk me through that morning?", "")],
    42: [("How long have you been doing this?", ""), ("On a scale of one to ten, where are you now?", ""), ("Which day was that?", "")],
    43: [("How was that for you?", "")],
    44: [("Since you keep covering the late shift, what has changed for you?", TIRED)],
}  # fmt: skip


def _rows(table: dict[int, list[tuple[str, str]]]) -> list[object]:
    return [
        pytest.param(text, [said] if said else [], id=f"kind{kind}-{text[:32]}")
        for kind, rows in table.items()
        for text, said in rows
    ]


@pytest.mark.parametrize(("text", "thinker"), _rows(OUT))
def test_out_of_stance_is_not_shown(text: str, thinker: list[str]) -> None:
    """No hard kind that hands over a solution, a verdict, a cause or comfort reaches the screen."""
    assert any(verdict.decision != "show" for verdict in judge(text, thinker))
    assert any(not verdict.in_stance for verdict in judge(text, thinker))


@pytest.mark.parametrize(("text", "thinker"), _rows(IN))
def test_in_stance_is_shown(text: str, thinker: list[str]) -> None:
    """A sentence that leaves the thinking with the thinker is not stopped for looking like one that does not."""
    assert [verdict.decision for verdict in judge(text, thinker)] == ["show"] * len(judge(text, thinker))


def test_every_kind_has_rows() -> None:
    """All 44 kinds are covered with three sentences or more."""
    assert all(len(OUT.get(kind, [])) + len(IN.get(kind, [])) >= 3 for kind in range(1, 45))
