"""Decides what `askwell doctor` looks at; refuses to change anything it finds."""

import platform
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version

import click

from assistant import __version__, knowledge, settings
from assistant.errors import AskwellError
from assistant.settings import Settings

PACKAGES = (
    "gradio",
    "chromadb",
    "langchain",
    "openai",
    "sqlalchemy",
    "alembic",
    "pydantic",
    "onnxruntime",
    "numpy",
    "psycopg",
)


def report() -> int:
    """Print the state of everything; 0 when all of it works, 1 otherwise."""
    click.echo(f"Askwell {__version__} on Python {platform.python_version()}")
    click.echo("Packages: " + ", ".join(f"{name} {_version(name)}" for name in PACKAGES))
    try:
        config = settings.load()
    except AskwellError as error:
        return _line("Settings", str(error), held=False)
    checks: tuple[tuple[str, Callable[[Settings], str]], ...] = (
        ("Data folder", _home), ("Stance judge", _judge), ("Cue reader", _reader), ("Database", _database), ("Knowledge", _knowledge), ("Prompts", _prompts), ("Search index", _index),
        ("Voice", _voice), ("Help lines", _helplines), ("Leaves this machine", _leaves),
    )  # fmt: skip
    return max(_checked(name, check, config) for name, check in checks)


def _checked(name: str, check: Callable[[Settings], str], config: Settings) -> int:
    try:
        return _line(name, check(config), held=True)
    except AskwellError as error:
        return _line(name, str(error), held=False)


def _line(name: str, text: str, held: bool) -> int:
    mark = click.style("ok  ", fg="green") if held else click.style("FAIL", fg="red", bold=True)
    click.echo(f"{mark} {name}: {text}")
    return 0 if held else 1


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _home(config: Settings) -> str:
    return str(settings.ensure_home(config))


def _judge(_: Settings) -> str:
    from assistant.stance.model import shipped

    return f"trained, stops from a probability of {shipped().threshold:.2f} on"


def _reader(_: Settings) -> str:
    from assistant.coaching.model import shipped

    shipped().open()
    return "trained, patterns beside it"


def _database(config: Settings) -> str:
    from assistant.store import Store
    from assistant.store.engine import place

    Store(config.database).close()
    return place(config.database)


def _knowledge(config: Settings) -> str:
    held = knowledge.load(helplines=config.helplines)
    return f"{len(held.questions)} questions, {len(held.phrases)} phrases, {len(held.protocols)} protocols, {len(held.methods)} method notes"


def _prompts(_: Settings) -> str:
    from assistant.prompts import load_prompts

    prompts = load_prompts()
    return ", ".join(prompts[name].label for name in prompts.names)


def _index(config: Settings) -> str:
    from assistant.bootstrap import build

    assistant = build(config)
    near = assistant.retriever.near("a difficult conversation")
    assistant.close()
    return f"{len(near)} questions can be found, " + (
        f"at {config.chroma_url}" if config.chroma_url else f"in {config.home / 'index'}"
    )


def _voice(config: Settings) -> str:
    return f"{config.model} at {config.base_url or 'its provider'}" if config.model else "embedded (no language model)"


def _helplines(config: Settings) -> str:
    country = config.country or "international"
    lines = [
        one for one in knowledge.load(helplines=config.helplines).helplines if one.country in (config.country, "INT")
    ]
    return f"{country}; " + "; ".join(f"{one.name} {one.contact} (checked {one.checked})" for one in lines)


def _leaves(config: Settings) -> str:
    leaving = [
        f"the conversation, to the language model {config.model} at {config.base_url or 'its provider'}"
        if config.model
        else "",
        f"what is searched for, as numbers, to the index at {config.chroma_url}" if config.chroma_url else "",
        "the sessions, to the database named above"
        if config.database_url and not config.database_url.startswith("sqlite")
        else "",
    ]
    return "; ".join(one for one in leaving if one) or "nothing"
