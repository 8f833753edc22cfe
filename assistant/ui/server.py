"""Decides how the web app is started and stopped; refuses to know what is on its pages.

What cannot work ends in one sentence on standard error and exit code 1, before the heavy parts are loaded.
"""

import errno
import logging
import os
import signal
import socket
import sys
import threading
import webbrowser
from typing import TYPE_CHECKING

from assistant.errors import AddressInUse, AskwellError, SettingsMistake
from assistant.settings import Settings, ensure_home, load
from assistant.ui.copy import APP

if TYPE_CHECKING:
    from fastapi import FastAPI

    from assistant.bootstrap import Assistant


def serve(settings: Settings | None = None, open_browser: bool = True) -> int:
    """Run the web app until it is interrupted; gives the exit code (0, or 1 after saying what is in the way)."""
    try:
        settings = settings or load()
        _run(settings, open_browser)
    except AskwellError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


def application(assistant: "Assistant") -> "FastAPI":
    """The FastAPI app: downloads, and the page mounted at the root."""
    import gradio as gr
    from fastapi import FastAPI
    from fastapi.staticfiles import StaticFiles

    from assistant.ui.downloads import routes
    from assistant.ui.owner import Doorkeeper, local_names
    from assistant.ui.page import build
    from assistant.ui.theme import FONTS, look

    settings = assistant.settings
    web = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    web.include_router(routes(assistant.prepare))
    web.mount("/look", StaticFiles(directory=FONTS))
    web.add_middleware(Doorkeeper, hosts=local_names(settings.host, settings.port), address=address(settings))
    mounted: FastAPI = gr.mount_gradio_app(
        web, build(assistant), path="/", server_name=settings.host, server_port=settings.port,
        footer_links=[], run_history=False, show_error=False, max_file_size=1, ssr_mode=False,
        enable_monitoring=False, pwa=False, mcp_server=False, **look(),
    )  # fmt: skip
    return mounted


def address(settings: Settings) -> str:
    """Where a browser on this computer finds the page."""
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)
    return f"http://{f'[{host}]' if ':' in host and '[' not in host else host}:{settings.port}"


def listen(settings: Settings) -> socket.socket:
    """A listening socket on host and port; raises AddressInUse or SettingsMistake in one sentence."""
    try:
        family, kind, proto, _, where = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        door = socket.socket(family, kind, proto)
        if os.name == "posix":  # a port just left is free again at once; elsewhere this would share it
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(where)
        door.listen(2048)
        return door
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)):
            raise AddressInUse(
                f"Port {settings.port} on {settings.host} is taken by another program; "
                "close it, or set ASKWELL_PORT to another number."
            ) from None
        raise SettingsMistake(
            f"Askwell cannot listen on {settings.host} port {settings.port} ({error.strerror}); "
            "change ASKWELL_HOST or ASKWELL_PORT."
        ) from None


def _run(settings: Settings, open_browser: bool) -> None:
    ensure_home(settings)
    with listen(settings) as door:
        from assistant.bootstrap import build  # also switches off what calls home, before gradio is imported

        assistant = build(settings, progress=lambda line: print(line, flush=True))
        try:
            assistant.warm()
            _serve_until_stopped(assistant, door, open_browser)
        finally:
            assistant.close()


def _serve_until_stopped(assistant: "Assistant", door: socket.socket, open_browser: bool) -> None:
    import uvicorn

    class Server(uvicorn.Server):
        """Says where it is once it answers, and goes without a fuss."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            where = address(assistant.settings)
            print(APP.LISTENING.format(address=where), flush=True)
            if open_browser and _has_display():
                webbrowser.open(where)

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # open pages are cut off; no news
            await super().shutdown(sockets)

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # a service manager's stop is a Ctrl-C
    Server(
        uvicorn.Config(
            application(assistant),
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=1,
            server_header=False,
        )
    ).run([door])


def _has_display() -> bool:
    """Whether a browser window can open; without one `webbrowser` would take over the terminal."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
