"""Promises about who is let in and how a browser is known."""

import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.ui.owner import COOKIE, Doorkeeper, is_loopback, local_names, owner_of

HOST = "127.0.0.1:7860"


@pytest.fixture
def client() -> TestClient:
    web = FastAPI()

    @web.get("/")
    @web.get("/config")
    @web.post("/gradio_api/queue/join")
    @web.post("/gradio_api/upload")
    def reached() -> str:
        return "reached"

    web.add_middleware(Doorkeeper, hosts=local_names("127.0.0.1", 7860), address=f"http://{HOST}")
    return TestClient(web, base_url=f"http://{HOST}")


REQUESTS = {
    "own-page": ("GET", "/", {}, 200),
    "own-call": ("POST", "/gradio_api/queue/join", {"origin": f"http://{HOST}", "sec-fetch-site": "same-origin"}, 200),
    "script-without-browser": ("POST", "/gradio_api/queue/join", {}, 200),
    "localhost-by-name": ("GET", "/config", {"host": "localhost:7860"}, 200),
    "rebound-name": ("GET", "/", {"host": "rebind.example"}, 400),
    "right-name-wrong-port": ("GET", "/", {"host": "127.0.0.1:80"}, 400),
    "call-from-another-site": ("POST", "/gradio_api/queue/join", {"origin": "http://other.example"}, 403),
    "call-from-another-port": ("POST", "/gradio_api/queue/join", {"origin": "http://127.0.0.1:9999"}, 403),
    "call-from-a-sandbox": ("POST", "/gradio_api/queue/join", {"origin": "null"}, 403),
    "image-on-another-site": ("GET", "/config", {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}, 403),
    "upload": ("POST", "/gradio_api/upload", {}, 404),
}


@pytest.mark.parametrize(("method", "path", "headers", "status"), REQUESTS.values(), ids=REQUESTS)
def test_only_the_own_page_is_served(
    client: TestClient, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    """Foreign names, foreign origins and uploads are turned away; the page itself never is."""
    assert client.request(method, path, headers=headers).status_code == status


def test_one_computer_has_one_name(client: TestClient) -> None:
    """Cookies of localhost and 127.0.0.1 differ, so the page moves to one of them before anything is kept."""
    moved = client.get("/", headers={"host": "localhost:7860"}, follow_redirects=False)
    assert (moved.status_code, moved.headers["location"]) == (307, f"http://{HOST}")
    assert "set-cookie" not in moved.headers


def test_a_new_browser_gets_one_cookie_that_scripts_and_other_sites_cannot_use(client: TestClient) -> None:
    """The owner is long, random, HttpOnly and SameSite=Strict, lasts a year and is given once."""
    first = client.get("/").headers["set-cookie"]
    assert re.match(rf"{COOKIE}=[\w-]{{43}}; Max-Age=31536000; Path=/; HttpOnly; SameSite=Strict$", first)
    assert "set-cookie" not in client.get("/").headers


def test_only_the_page_gives_cookies(client: TestClient) -> None:
    """The many files of a page do not each make up an owner."""
    assert "set-cookie" not in client.get("/config").headers


def test_a_link_on_another_site_does_not_lose_the_owner(client: TestClient) -> None:
    """A Strict cookie stays at home on such a visit, so the page asks again by itself and no new owner is set."""
    arriving = client.get("/", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"})
    assert 'http-equiv="refresh"' in arriving.text
    assert "set-cookie" not in arriving.headers


def test_nothing_on_the_page_can_reach_another_host(client: TestClient) -> None:
    """The browser itself forbids images, fonts, scripts and calls elsewhere."""
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("localhost", True),
        ("::1", True),
        ("0.0.0.0", False),
        ("192.168.1.5", False),
        ("x.example", False),
    ],
)
def test_names_are_checked_only_where_they_are_known(host: str, local: bool) -> None:
    """An address open to others may be called anything; one on this computer may not."""
    assert is_loopback(host) is local
    assert bool(local_names(host, 7860)) is local


def test_no_cookie_is_no_owner() -> None:
    """Someone without a cookie is nobody, not somebody shared."""
    assert owner_of({}) == ""
