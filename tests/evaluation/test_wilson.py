"""The interval of a share against values that are published elsewhere or follow from the formula by hand."""

import pytest

from assistant.evaluation.statistics import wilson


@pytest.mark.parametrize(
    ("held", "of", "low", "high"),
    [
        pytest.param(0, 10, 0.0, 0.2775, id="none-of-ten"),
        pytest.param(10, 10, 0.7225, 1.0, id="ten-of-ten"),
        pytest.param(8, 10, 0.4902, 0.9433, id="eight-of-ten"),
        pytest.param(15, 148, 0.0624, 0.1605, id="newcombe-1998-15-of-148"),
        pytest.param(81, 263, 0.2553, 0.3662, id="newcombe-1998-81-of-263"),
        pytest.param(0, 20, 0.0, 0.1611, id="newcombe-1998-none-of-20"),
        pytest.param(1, 29, 0.0061, 0.1718, id="newcombe-1998-1-of-29"),
    ],
)
def test_it_agrees_with_published_values(held: int, of: int, low: float, high: float) -> None:
    """The interval is Wilson's, to four places (Newcombe 1998, method 3, for four of the rows)."""
    found = wilson(held, of)
    assert found == (pytest.approx(low, abs=6e-5), pytest.approx(high, abs=6e-5))


def test_nothing_counted_says_nothing() -> None:
    """No cases give the widest interval, not a division by zero."""
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("held", "of"), [(-1, 3), (4, 3)], ids=["negative", "more-than-all"])
def test_no_share_is_a_mistake(held: int, of: int) -> None:
    """A count that cannot be is refused."""
    with pytest.raises(ValueError, match="no share"):
        wilson(held, of)
