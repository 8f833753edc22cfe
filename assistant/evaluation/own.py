"""Decides which assistant is evaluated when none is handed in: a new one in a temporary home, never the user's data.

The one module of this package that looks up to `bootstrap`.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from assistant import settings

if TYPE_CHECKING:
    from assistant.evaluation.run import CaseResult
    from assistant.evaluation.subject import Subject


@contextmanager
def own_assistant(model: str = "") -> Iterator["Subject"]:
    """An assistant with home, database and index of its own; `model` names a language model, empty is the embedded voice."""
    from assistant import bootstrap

    with tempfile.TemporaryDirectory(prefix="askwell-eval-", ignore_cleanup_errors=True) as home:
        built = bootstrap.build(settings.load(home=Path(home), database_url="", chroma_url="", model=model))
        try:
            yield cast("Subject", built)
        finally:
            built.close()


def suite_runner() -> Iterator["CaseResult"]:
    """Run every case against an embedded assistant of its own, each result as soon as it is known."""
    from assistant.evaluation.run import run

    with own_assistant() as assistant:
        yield from run(assistant)
