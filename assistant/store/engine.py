"""Decides how the database is opened, brought up to date and found damaged; refuses to know what lies in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from assistant.errors import StoreUnavailable

HEAD = "0002"
"""The newest migration; a test holds it to migrations/versions."""


def open_engine(url: str) -> Engine:
    """An engine on an up-to-date database; raises StoreUnavailable in one sentence."""
    with told(url):
        engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"))
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _set_up_sqlite)
        if _version(engine) != HEAD:
            _upgrade(engine)
    return engine


def place(url: str) -> str:
    """The database named for a person: a path, or an address without its password."""
    parsed = make_url(url)
    return parsed.database or url if parsed.drivername.startswith("sqlite") else parsed.render_as_string()


@contextmanager
def told(url: str) -> Iterator[None]:
    """Turn what a database throws into one sentence that names the place, the reason and the way out."""
    try:
        yield
    except (SQLAlchemyError, OSError) as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise StoreUnavailable(f"The database {place(url)} {_way_out(reason)}") from error


def _way_out(reason: str) -> str:
    if "not a database" in reason or "malformed" in reason:
        return f"is damaged ({reason}); move the file away to start afresh, or put a copy in its place."
    if "full" in reason or "disk I/O" in reason:
        return f"could not be written, as happens when the disk is full ({reason}); free some space and send again."
    if "locked" in reason:
        return f"is busy in another program ({reason}); close that program and send again."
    return f"cannot be used ({reason}); check ASKWELL_HOME or ASKWELL_DATABASE_URL."


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    """WAL lets readers go on while a turn is written; secure_delete overwrites what is forgotten with zeros."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=NORMAL")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA secure_delete=ON")
    connection.execute("PRAGMA busy_timeout=5000")


def _version(engine: Engine) -> str | None:
    """The migration the database stands at; None for a new one. Spares a start the import of Alembic."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
