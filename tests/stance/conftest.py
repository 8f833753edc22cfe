"""Decides how a row that the trained judge gets wrong is kept in view; refuses to hide one.

`known_wrong.txt` lists rows of the tables of this folder by their test's name. They still run, and pytest reports them as
expected failures. A listed row that does not exist fails the run, and so do too many of them (`test_known_wrong.py`).
"""

from pathlib import Path

import pytest

KNOWN_WRONG = Path(__file__).with_name("known_wrong.txt")
TABLES = {"test_kinds.py", "test_borderlines.py", "test_disguises.py"}
REASON = "the trained judge gets this row wrong; its figures are printed by `python -m evals.stance`"


def known_wrong() -> set[str]:
    """Names of the rows listed."""
    return {
        line.strip()
        for line in KNOWN_WRONG.read_text(encoding="utf-8").splitlines()
        if line.strip()[:2] not in ("", "# ")
    }


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect listed rows to fail. Not strict: int8 sums differ in the last digit between processors."""
    listed = known_wrong()
    for item in items:
        if item.path.parent == KNOWN_WRONG.parent and item.name in listed:
            item.add_marker(pytest.mark.xfail(reason=REASON, strict=False))
