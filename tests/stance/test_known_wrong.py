"""The list of rows that the judge gets wrong stays short and true."""

import pytest

from tests.stance.conftest import TABLES, known_wrong

MOST = 0.1
"""Share of the hand-written rows that may be listed. They were written to be hard; the corpus' test split is the measure."""


def test_few_rows_are_known_to_be_wrong(request: pytest.FixtureRequest) -> None:
    """At most one row in ten of the tables is listed, and every listed row exists."""
    rows = {item.name for item in request.session.items if item.path.name in TABLES}
    if not {item.path.name for item in request.session.items} >= TABLES:
        pytest.skip("needs the three tables collected: run the whole folder")
    assert known_wrong() <= rows
    assert len(known_wrong()) <= MOST * len(rows)
