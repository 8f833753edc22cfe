"""Decides which browser a request comes from and which requests are let in; refuses to know what is asked for.

A browser is known by one random cookie and nothing else. Pages under another name (DNS rebinding) and
requests another site makes are turned away before they reach anything that holds words.
"""

import ipaddress
import secrets
from collections.abc import Iterable, Mapping

from fastapi.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.ui.copy import APP

COOKIE = "askwell_owner"
YEAR = 365 * 24 * 3600
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; media-src 'self' blob:; object-src 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)
"""Gradio builds its page with inline scripts and `Function`, hence the two unsafe words; no other host is reachable."""
CLOSED = ("/gradio_api/upload", "/gradio_api/proxy", "/gradio_api/stream", "/gradio_api/component_server")
"""Doors of Gradio's that Askwell has no use for: uploads would fill the disk of whoever runs it."""
FOREIGN = frozenset({"cross-site", "same-site"})
"""Values of Sec-Fetch-Site for what another site or another port began."""
BOUNCE = f'<!doctype html><meta http-equiv="refresh" content="0"><title>{APP.TITLE}</title><p>{APP.OPENING}</p>'


def owner_of(cookies: Mapping[str, str]) -> str:
    """The owner a browser's cookies name; empty when there is none."""
    return cookies.get(COOKIE, "")


def is_loopback(host: str) -> bool:
    """Whether only programs on this computer reach that address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def local_names(host: str, port: int) -> frozenset[str]:
    """The Host headers a browser on this computer sends; empty (any) when the address is open to others."""
    if not is_loopback(host):
        return frozenset()
    bare = f"[{host}]" if ":" in host else host
    names = {bare, "localhost", "127.0.0.1", "[::1]"}
    return frozenset({f"{name}:{port}" for name in names} | (names if port == 80 else set()))


class Doorkeeper:
    """ASGI middleware: turns foreign requests away, gives a new browser its cookie, sets the safety headers."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], address: str) -> None:
        self.app = app
        self.hosts = frozenset(hosts)
        self.address = address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request through, or answer it here."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        answer = self._refusal(scope["path"], headers) or self._other_name(scope, headers) or _bounce(scope, headers)
        if answer is not None:
            await answer(scope, receive, send)
            return
        fresh = "" if _known(headers) or not _is_page(scope) else secrets.token_urlsafe(32)
        await self.app(scope, receive, _adding(send, fresh))

    def _refusal(self, path: str, headers: Headers) -> Response | None:
        host = headers.get("host", "")
        if self.hosts and host not in self.hosts:
            return PlainTextResponse(APP.FOREIGN_HOST.format(address=self.address), 400)
        if path.startswith(CLOSED):
            return PlainTextResponse(APP.GONE_TITLE, 404)
        origin = headers.get("origin")
        foreign = origin is not None and origin.partition("://")[2] != host
        meddling = headers.get("sec-fetch-site") in FOREIGN and headers.get("sec-fetch-mode") != "navigate"
        return PlainTextResponse(APP.FOREIGN_ORIGIN, 403) if foreign or meddling else None

    def _other_name(self, scope: Scope, headers: Headers) -> Response | None:
        """localhost and 127.0.0.1 keep separate cookies; one name, so that nobody's sessions seem to be gone."""
        elsewhere = self.hosts and self.address.partition("://")[2] != headers.get("host", "")
        return RedirectResponse(self.address) if elsewhere and _is_page(scope) else None


def _known(headers: Headers) -> str:
    return owner_of(cookie_parser(headers.get("cookie", "")))


def _is_page(scope: Scope) -> bool:
    return bool(scope["method"] == "GET" and scope["path"] == "/")


def _bounce(scope: Scope, headers: Headers) -> Response | None:
    """A link on another site brings no Strict cookie along: ask again from our own page, or the owner would be lost."""
    arriving = headers.get("sec-fetch-site") in FOREIGN and not _known(headers)
    return HTMLResponse(BOUNCE) if arriving and scope["method"] == "GET" else None


def _adding(send: Send, owner: str) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.setdefault("Content-Security-Policy", POLICY)
            headers.setdefault("X-Content-Type-Options", "nosniff")
            headers.setdefault("Referrer-Policy", "same-origin")
            if owner:
                headers.append("Set-Cookie", f"{COOKIE}={owner}; Max-Age={YEAR}; Path=/; HttpOnly; SameSite=Strict")
        await send(message)

    return with_headers
