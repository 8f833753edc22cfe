"""Decides how answers look to a person in a terminal; refuses to know how they came about."""

import textwrap
from typing import TYPE_CHECKING

import click

from assistant.errors import AskwellError
from assistant.flows.export import source_of
from assistant.flows.headings import EMPTY, TITLES
from assistant.jsonl import Record
from assistant.text import opening_words

if TYPE_CHECKING:
    from assistant.bootstrap import Assistant
    from assistant.schemas import Brief

WIDTH = 92
WELCOME = (
    "I listen, say back and ask; I never give the answer, because you know the place and the people. "
    "What you type stays on this computer. /brief shows your page, /why explains the last turn, /end leaves."
)


def wrapped(text: str, indent: str = "") -> str:
    """A paragraph at most WIDTH columns wide."""
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent)


def judged(found: Record) -> None:
    """Verdicts, a sentence a block, the words that decided underlined."""
    for one in found["sentences"]:
        mark = click.style("in ", fg="green") if one["in_stance"] else click.style("out", fg="red", bold=True)
        click.echo(f"{mark}  {_underlined(one['text'], one['evidence'])}")
        click.echo(
            click.style(f"     {one['act'].replace('_', ' ')} · {one['rule']} · {one['confidence']:.2f}", dim=True)
        )
    click.echo("In stance." if found["in_stance"] else "Out of stance: this would not be shown.")


def _underlined(text: str, span: list[int] | None) -> str:
    if not span:
        return text
    start, end = span
    return text[:start] + click.style(text[start:end], underline=True, bold=True) + text[end:]


def sharpened(draft: str, found: Record) -> None:
    """Faults as short notes, then the sharper versions."""
    if not found["faults"]:
        from assistant.questions.sharpen import what_works

        click.echo(click.style("Sharp. ", fg="green", bold=True) + what_works(draft, ""))
        return
    for one in found["faults"]:
        words = f" “{draft[slice(*one['span'])]}”" if one["span"] else ""
        click.echo(click.style(one["name"].replace("_", " "), fg="yellow", bold=True) + words)
        click.echo(wrapped(one["why"], "  "))
    for number, one in enumerate(found["rewrites"], 1):
        click.echo(f"\n{number}. " + click.style(one["text"], bold=True))
        click.echo(click.style(wrapped(one["why"], "   "), dim=True))


def suggested(found: Record) -> None:
    """Suggested questions, each with the words it reacts to."""
    if not found["suggestions"]:
        click.echo("In this stage nobody asks; the thinker has the floor.")
    for number, one in enumerate(found["suggestions"], 1):
        click.echo(f"{number}. " + click.style(one["question"], bold=True))
        click.echo(click.style(f"   to “{one['quote']}” · {one['lens'].replace('_', ' ')} · {one['why']}", dim=True))


def sessions(assistant: "Assistant", owner: str) -> None:
    """An owner's sessions, so that one can be named."""
    listed = assistant.prepare.sessions(owner)
    if not listed:
        click.echo("No sessions yet. Start one with: askwell chat")
    for one in listed:
        click.echo(f"{one.id}  {one.changed_at:%Y-%m-%d %H:%M}  {one.turns:3d} turns  {opening_words(one.opening)}")


def brief(page: "Brief") -> None:
    """The brief, with the message each line came from."""
    for field, title in TITLES.items():
        click.echo(click.style(title, bold=True))
        for line in page.get(field, ()):
            click.echo(wrapped(line.text, "  ") + click.style(f"  ({source_of(line)})", dim=True))
        if not page.get(field):
            click.echo(click.style(f"  {EMPTY}", dim=True))


def conversation(assistant: "Assistant", owner: str, name: str) -> None:
    """A session in the terminal until the thinker ends it."""
    click.echo(wrapped(WELCOME) + "\n")
    if name:
        for message in assistant.prepare.open(owner, name).messages:
            click.echo(wrapped(message.text, "> " if message.role == "thinker" else "") + "\n")
    because = ""
    while (words := _typed()) is not None:
        if words == "/gather" and name:
            brief(assistant.prepare.gather(owner, name))
        elif words in ("/brief", "/why"):
            if words == "/brief":
                brief(assistant.prepare.open(owner, name).brief if name else {})
            else:
                click.echo(because or "Nothing has been said yet.")
        elif words:
            name = name or assistant.prepare.begin(owner)
            because = _answered(assistant, owner, name, words) or because
    if name:
        click.echo(f"Kept. Go on with: askwell chat --session {name}\nYour brief:       askwell export {name}")


def _typed() -> str | None:
    """The next message; None at /end or at the end of the input."""
    try:
        words: str = click.prompt(
            click.style("you", fg="cyan"), prompt_suffix="  ", default="", show_default=False
        ).strip()
    except (click.Abort, EOFError):
        return None
    return None if words in ("/end", "/quit", "/exit") else words


def _answered(assistant: "Assistant", owner: str, name: str, words: str) -> str:
    shown = ""
    try:
        for update in assistant.prepare.say(owner, name, words):
            click.echo(update.reply[len(shown) :], nl=update.done)
            shown = update.reply
            because = update.notice or update.because
    except AskwellError as error:
        click.echo(click.style(str(error), fg="red"), err=True)
        return ""
    click.echo()
    return because
