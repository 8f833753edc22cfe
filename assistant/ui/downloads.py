"""Decides how a brief leaves the browser: as a Markdown file and as a page to print; refuses to know what is in it.

Both check the owner's cookie; a brief of somebody else's looks exactly like one that never was.
"""

from html import escape
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, Response

from assistant.errors import AskwellError
from assistant.ui.copy import APP, BRIEF
from assistant.ui.owner import owner_of

if TYPE_CHECKING:
    from assistant.flows.prepare import PrepareFlow

STRICT = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
PRIVATE = {"Cache-Control": "no-store", "Content-Security-Policy": STRICT}


def routes(flow: "PrepareFlow") -> APIRouter:
    """GET /brief/{conversation}.md and GET /brief/{conversation}."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/brief/{conversation}.md")
    async def markdown(conversation: str, request: Request) -> Response:
        try:
            text = await run_in_threadpool(flow.markdown, owner_of(request.cookies), conversation)
        except AskwellError:
            return _gone()
        headers = PRIVATE | {"Content-Disposition": f'attachment; filename="{BRIEF.FILE_NAME}"'}
        return Response(text, media_type="text/markdown; charset=utf-8", headers=headers)

    @router.get("/brief/{conversation}")
    async def page(conversation: str, request: Request) -> Response:
        try:
            html = await run_in_threadpool(flow.page, owner_of(request.cookies), conversation)
        except AskwellError:
            return _gone()
        return HTMLResponse(html, headers=PRIVATE)

    return router


def _gone() -> Response:
    body = (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{escape(APP.GONE_TITLE)}</title>'
        '<meta name="viewport" content="width=device-width"><style>body{font:17px/1.6 Georgia,serif;max-width:34rem;'
        "margin:4rem auto;padding:0 1.25rem;background:#f7f2e8;color:#2b2620}a{color:#2a5a4c}</style>"
        f"<h1>{escape(APP.GONE_TITLE)}</h1><p>{escape(APP.GONE)}</p>"
        f'<p><a href="/">{escape(APP.GONE_WAY_BACK)}</a></p></html>'
    )
    return HTMLResponse(body, 404, headers=PRIVATE)
