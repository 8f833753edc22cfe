"""Promises about taking the brief along."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.ui.copy import APP, BRIEF
from assistant.ui.downloads import routes
from assistant.ui.owner import COOKIE
from tests.ui.doubles import FlowDouble


@pytest.fixture
def client() -> TestClient:
    flow = FlowDouble()
    flow.begin("anna")
    web = FastAPI()
    web.include_router(routes(flow))  # type: ignore[arg-type]
    return TestClient(web, cookies={COOKIE: "anna"})


def test_markdown_comes_as_a_file(client: TestClient) -> None:
    """A download with a plain name, never cached."""
    answer = client.get("/brief/c1.md")
    assert (answer.text, answer.headers["content-type"]) == ("# c1", "text/markdown; charset=utf-8")
    assert answer.headers["content-disposition"] == f'attachment; filename="{BRIEF.FILE_NAME}"'
    assert answer.headers["cache-control"] == "no-store"


def test_the_printed_page_can_do_nothing(client: TestClient) -> None:
    """No script, no image, no request: whatever a brief holds, it stays ink."""
    answer = client.get("/brief/c1")
    assert answer.text == "<h1>c1</h1>"
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


@pytest.mark.parametrize("path", ["/brief/c1", "/brief/c1.md", "/brief/never-was", "/brief/never-was.md"])
@pytest.mark.parametrize("owner", ["ben", ""])
def test_a_stranger_cannot_tell_a_brief_from_none(client: TestClient, path: str, owner: str) -> None:
    """The same page and the same status for what is not theirs and for what is not."""
    client.cookies.clear()
    answer = client.get(path, cookies={COOKIE: owner} if owner else {})
    assert answer.status_code == 404
    assert APP.GONE in answer.text
