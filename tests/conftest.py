"""What many tests share: an assistant of their own, with a data folder that is gone afterwards."""

from collections.abc import Iterator

import pytest

from assistant.bootstrap import Assistant, stay_home
from assistant.testing import temporary_assistant

stay_home()


@pytest.fixture
def assistant() -> Iterator[Assistant]:
    """An assistant with the embedded voice and nothing stored."""
    with temporary_assistant() as made:
        yield made
