"""The list of rows that the judge gets wrong stays short and true."""

import pytest

from tests.conftest import known_wrong

TABLES = {"test_kinds.py", "test_borderlines.py", "test_disguises.py", "test_guard.py"}
MOST = 0.1
"""Share of the hand-written rows that may be listed. They were written to be hard; the corpus' test split is the measure."""


def test_few_rows_are_known_to_be_wrong(request: pytest.FixtureRequest) -> None:
    """At most one row in ten of the stance tables is listed, and every row listed of a file that was collected exists."""
    rows = {f"{item.path.name}::{item.name}" for item in request.session.items}
    if not {row.partition("::")[0] for row in rows} >= {*TABLES, "test_sharpen.py"}:
        pytest.skip("some tables were not collected: run all tests")
    collected = {row.partition("::")[0] for row in rows}
    assert {row for row in known_wrong() if row.partition("::")[0] in collected} <= rows
    ours = {row for row in rows if row.partition("::")[0] in TABLES}
    assert len(known_wrong() & ours) <= MOST * len(ours)
