"""Decides what can be typed after `askwell`; parses, calls one method, shows. Refuses to decide anything about coaching.

With --jsonl a command reads one JSON object a line and writes one a line; without, it serves a person.
Heavy parts are imported in the commands that use them, so that `check` and `sharpen` start at once.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from assistant import __version__, answers, jsonl
from assistant.errors import AskwellError, SettingsMistake

if TYPE_CHECKING:
    from assistant.bootstrap import Assistant

_JSONL = click.option("--jsonl", "as_lines", is_flag=True, help="Read and write one JSON object a line.")


class Doors(click.Group):
    """Ends every mistake that has a name in one sentence on standard error and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except AskwellError as error:
            click.echo(click.style("askwell: ", fg="red", bold=True) + str(error), err=True)
            ctx.exit(1)
        except BrokenPipeError:
            sys.stderr.close()  # the reader went away, which is its right
            ctx.exit(0)


@click.group(cls=Doors, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="askwell")
def main() -> None:
    """Askwell helps people ask: it prepares peer coaching and never gives the answer.

    \b
    askwell serve                       open the page
    askwell chat                        prepare a session here in the terminal
    askwell sharpen "Why didn't you…?"  see what would make a question better
    askwell doctor                      what is installed, and what leaves this machine
    """


def _assistant(progress: bool = True) -> "Assistant":
    from assistant.bootstrap import build, silent

    return build(progress=_progress if progress else silent)


def _progress(line: str) -> None:
    click.echo(click.style(line, dim=True), err=True)


def _words(given: tuple[str, ...], what: str) -> str:
    """What stands on the command line, else what is piped in."""
    if given:
        return " ".join(given)
    if not sys.stdin.isatty():
        return sys.stdin.buffer.read().decode("utf-8", "replace").strip()
    raise click.UsageError(f"Nothing to read: put {what} after the command, or pipe it in.")


def _lines(answer: Callable[[jsonl.Record], jsonl.Record], key: str = "id") -> None:
    jsonl.serve(answer, key)


@main.command()
@click.argument("text", nargs=-1)
@click.option("--thinker", multiple=True, help="What the thinker said before; may be given several times.")
@click.option("--flow", default="prepare", show_default=True, help="prepare, pair or design.")
@_JSONL
def check(text: tuple[str, ...], thinker: tuple[str, ...], flow: str, as_lines: bool) -> None:
    """Judge a coach's words sentence by sentence. Exit code 1 when any is out of stance.

    \b
    askwell check "You should talk to her." --thinker "She never asks me."
    """
    from assistant import show

    if as_lines:
        return _lines(answers.check)
    found = answers.check({"text": _words(text, "the words to judge"), "thinker": list(thinker), "flow": flow})
    show.judged(found)
    if not found["in_stance"]:
        sys.exit(1)
    return None


@main.command()
@click.argument("draft", nargs=-1)
@click.option("--context", default="", help="What the thinker said.")
@click.option(
    "--list",
    "listed",
    type=click.File("r", encoding="utf-8", errors="replace"),
    help="A file of questions, one a line or as CSV; the answer is CSV. - reads what is piped in.",
)
@click.option("--ask-model", is_flag=True, help="Let the language model of ASKWELL_MODEL propose as well.")
@_JSONL
def sharpen(draft: tuple[str, ...], context: str, listed: TextIO | None, ask_model: bool, as_lines: bool) -> None:
    """See what would make a draft question better, and sharper versions of it.

    \b
    askwell sharpen "Have you tried talking to her?" --context "I haven't told Mia that I'm angry."
    askwell sharpen --list questions.csv > looked-at.csv
    """
    from assistant import show

    if listed:
        return click.echo(answers.sharpened_list(listed.read()), nl=False)
    assistant = _assistant(progress=not as_lines) if ask_model else None
    if assistant and not assistant.sharpen.asks:
        raise SettingsMistake("No language model can be asked; set ASKWELL_MODEL, or leave --ask-model out.")
    if as_lines:
        return _lines(lambda record: answers.sharpen(record, assistant))
    words = _words(draft, "the draft question")
    return show.sharpened(words, answers.sharpen({"text": words, "context": context}, assistant))


@main.command()
@click.argument("notes", nargs=-1)
@click.option("--asked", multiple=True, help="A question already asked; may be given several times.")
@click.option("--protocol", default="", help="The protocol in use, e.g. case-clinic.")
@click.option("--stage", default="", help="The stage it is in.")
@_JSONL
def suggest(notes: tuple[str, ...], asked: tuple[str, ...], protocol: str, stage: str, as_lines: bool) -> None:
    """Suggest one to three questions for what the thinker said.

    \b
    askwell suggest "I keep ending up doing her work and nobody notices."
    """
    from assistant import show

    assistant = _assistant(progress=not as_lines)
    if as_lines:
        return _lines(lambda record: answers.suggest(assistant, record))
    record = {
        "notes": _words(notes, "what the thinker said"),
        "asked": list(asked),
        "protocol": protocol,
        "stage": stage,
    }
    return show.suggested(answers.suggest(assistant, record))


@main.command()
@click.option("--session", "conversation", default="", help="Go on with an earlier session.")
@_JSONL
def chat(conversation: str, as_lines: bool) -> None:
    """Prepare a session here in the terminal; the brief is kept, and /brief shows it."""
    from assistant import show

    assistant = _assistant(progress=not as_lines)
    if as_lines:
        return _lines(lambda record: answers.chat(assistant, record), key="conversation")
    return show.conversation(assistant, answers.OWNER, conversation)


@main.command()
@click.option("--host", default=None, help="Address to listen on.")
@click.option("--port", default=None, type=int, help="Port to listen on.")
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def serve(host: str | None, port: int | None, no_browser: bool) -> None:
    """Open the page: prepare, pair and design."""
    from assistant import settings

    given = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    from assistant.ui.server import serve as open_page

    sys.exit(open_page(settings.load(**given), open_browser=not no_browser))


@main.command()
@click.option("--csv", "as_table", is_flag=True, help="As CSV.")
def participation(as_table: bool) -> None:
    """Count a programme's sessions week by week; nothing under five people, not a word of anybody's."""
    from assistant.flows.participation import COLUMNS, as_csv, weeks

    found = weeks(_assistant().store.held())
    if as_table:
        return click.echo(as_csv(found), nl=False)
    if not found:
        return click.echo("No session has been held yet.")
    for row in (COLUMNS, *(week.row for week in found)):
        click.echo("".join(f"{cell:<14}" for cell in row).rstrip())
    return None


@main.command("eval", context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def evaluate(arguments: tuple[str, ...]) -> None:
    """Run the stance suite. Exit code 0 it holds, 1 something got worse, 2 cannot decide."""
    from assistant.bootstrap import evaluated
    from assistant.evaluation.command import main as run

    sys.exit(run(list(arguments), evaluated))


@main.command()
@click.argument("session", required=False)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="File to write; .html makes a printable page."
)
def export(session: str | None, out: Path | None) -> None:
    """Write a session's brief as Markdown or, to a file ending in .html, as a printable page."""
    from assistant import show

    assistant = _assistant()
    if session is None:
        return show.sessions(assistant, answers.OWNER)
    owner = assistant.store.owner_of(session) or answers.OWNER
    printable = out is not None and out.suffix.lower() in (".html", ".htm")
    text = assistant.prepare.page(owner, session) if printable else assistant.prepare.markdown(owner, session)
    if out is None:
        return click.echo(text)
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SettingsMistake(
            f"{out} cannot be written ({error.strerror}); name a file in a folder you may write to."
        ) from None
    return click.echo(f"Written to {out}.")


@main.command()
@click.argument("session", required=False)
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(session: str | None, yes: bool) -> None:
    """Delete a session for good: its messages, its verdicts and its brief."""
    from assistant import show

    assistant = _assistant()
    if session is None:
        return show.sessions(assistant, answers.OWNER)
    owner = assistant.store.owner_of(session) or answers.OWNER
    assistant.prepare.open(owner, session)
    if not yes:
        click.confirm(f"Delete the session {session} for good?", abort=True)
    assistant.prepare.forget(owner, session)
    return click.echo("Deleted. Nothing of it is kept.")


@main.command()
def doctor() -> None:
    """What is installed, where data lies, which voice is on, and what would leave this machine."""
    from assistant import doctor as look

    sys.exit(look.report())


if __name__ == "__main__":
    main()
