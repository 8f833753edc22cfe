"""Families of wordings the rules read in general: one of each that must be seen, and beside it one that must not."""

import pytest

from assistant.coaching.safety import look

SEEN = [
    pytest.param(3, "Honestly my family would all be so much better off if I was dead.", id="better-off-dead"),
    pytest.param(3, "If I was dead they'd all be better off.", id="dead-first"),
    pytest.param(3, "My wife would be happier if I were gone.", id="happier-gone"),
    pytest.param(3, "There's no reason to go on.", id="no-reason-to-go-on"),
    pytest.param(3, "What reason is there to wake up?", id="no-reason-to-wake"),
    pytest.param(3, "No point waking up anymore.", id="no-point-waking"),
    pytest.param(3, "I've begun giving away my belongings.", id="giving-away"),
    pytest.param(3, "I gave my dog to my neighbour because I won't need anyone soon.", id="dog-given"),
    pytest.param(3, "I wrote a letter to say goodbye to my kids.", id="goodbye-letter"),
    pytest.param(3, "On Thursday I'll be waiting behind the depot for him with an iron bar.", id="waiting-with-a-tool"),
    pytest.param(3, "I'll make sure she never walks properly again.", id="never-walk"),
    pytest.param(3, "I'm going to put him in hospital.", id="in-hospital"),
    pytest.param(3, "I want to smash his kneecaps.", id="kneecaps"),
    pytest.param(2, "The owner grinds himself against me behind the counter.", id="grinds"),
    pytest.param(2, "A guest put his fingers under my skirt.", id="fingers"),
    pytest.param(2, "My supervisor sniffs my neck in the lift.", id="sniffs"),
    pytest.param(2, "The conductor tried to kiss me backstage.", id="tried-to-kiss"),
]
LEFT = [
    pytest.param("We would be better off if the old server were dead.", id="server-dead"),
    pytest.param("Would they be fine when I'm gone for two weeks?", id="gone-for-two-weeks"),
    pytest.param("There's no reason to go on with the pilot.", id="go-on-with"),
    pytest.param("There's no reason to wake up at five for that call.", id="wake-at-five"),
    pytest.param("There is no point in getting up early for this meeting.", id="get-up-early"),
    pytest.param("I'm giving away my stuff before we move to the smaller office.", id="moving"),
    pytest.param("I gave my tools to the apprentice.", id="tools-given"),
    pytest.param("I gave my ring binder to the temp because I no longer need it.", id="ring-binder"),
    pytest.param("I wrote a card to say goodbye to the team.", id="goodbye-to-the-team"),
    pytest.param("Tonight I'll be waiting for the joiner with a coffee.", id="waiting-with-coffee"),
    pytest.param("After the accident they say he will never walk again.", id="accident"),
    pytest.param("I'm going to put the proposal to the hospital board.", id="hospital-board"),
    pytest.param("I want to break the ice with her.", id="ice"),
    pytest.param("That remark rubbed me up the wrong way.", id="wrong-way"),
    pytest.param("He squeezed my hand and said well done.", id="hand"),
    pytest.param("She patted me on the back after the talk.", id="pat-on-the-back"),
    pytest.param("Our meeting room is being abused as storage.", id="room-abused"),
    pytest.param("The support line gets abused for questions about parking.", id="line-abused"),
]


@pytest.mark.parametrize(("level", "message"), SEEN)
def test_a_family_is_seen(level: int, message: str) -> None:
    """Each family is read at its level in a wording of its own."""
    assert look(message).level == level


@pytest.mark.parametrize("message", LEFT)
def test_its_look_alike_is_left_alone(message: str) -> None:
    """Words that only look like a family raise nothing."""
    assert look(message).level == 0
