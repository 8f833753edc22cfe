"""Promises of the comparison coaches: they answer anything, one from the bank, one by turning words round."""

from evals.plays.coaches import mirror, shuffled_bank


def test_the_shuffled_bank_asks_each_player_in_an_order_of_their_own() -> None:
    """The same player always gets the same questions, another one others, and no slot stays open."""
    said = ["It's the rota.", "Nobody tells me anything"]
    assert shuffled_bank(said, "ann") == shuffled_bank(said, "ann")
    asked = {shuffled_bank(said[:1] * count, name) for name in ("ann", "bob") for count in range(1, 30)}
    assert len(asked) > 40
    assert not any("{" in one for one in asked)


def test_the_mirror_turns_words_round() -> None:
    """A pattern's words come back in the second person; what fits none gets a stock phrase."""
    assert mirror(["I am tired of my boss"], "x") in (
        "How long have you been tired of your boss?",
        "Do you like being tired of your boss?",
    )
    assert mirror(["rain"], "x")
