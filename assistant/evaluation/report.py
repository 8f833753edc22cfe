"""Decides how results are shown and filed; refuses to judge them.

Reports hold the sentences of our own cases and Askwell's answers to them, nothing of any user's.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from pydantic import TypeAdapter

from assistant.errors import CaseMistake, StoreUnavailable
from assistant.evaluation.comparison import Compared, compare
from assistant.evaluation.fingerprints import Stamp
from assistant.evaluation.gate import Outcome
from assistant.evaluation.page import page
from assistant.evaluation.run import CaseResult, count

if TYPE_CHECKING:
    from rich.console import Console

_ADAPTER = TypeAdapter(CaseResult)
_COLUMNS = ("suite", "cases", "held", "errors", "share", "95 % interval", "seconds")


def watched(results: Iterable[CaseResult], total: int, console: "Console") -> Iterator[CaseResult]:
    """Pass results on, showing how far the run is while it lasts."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("evaluating", total=total)
        for result in results:
            progress.update(task, advance=1, description=result.suite)
            yield result


def show(results: Sequence[CaseResult], outcome: Outcome, console: "Console") -> None:
    """A table of the suites, what deserves a look, and the verdict, on the terminal."""
    from rich.markup import escape
    from rich.table import Table

    table = Table(*_COLUMNS)
    for row in _rows(results):
        table.add_row(*row)
    console.print(table)
    for title, found in _sections(results, outcome):
        console.print(f"\n[bold]{title}[/bold]")
        for result in found:
            console.print(escape(_line(result)), highlight=False)
    if outcome.missing:
        console.print(f"\n[bold]Missing[/bold]\n{', '.join(outcome.missing)}")
    console.print(f"\n{escape(outcome.summary)}")


def write(
    folder: Path, results: Sequence[CaseResult], outcome: Outcome, stamp: Stamp, before: Sequence[CaseResult] = ()
) -> None:
    """File report.html, report.md, results.jsonl and junit.xml; raises StoreUnavailable when the folder cannot be written.

    The first line of results.jsonl is the stamp: what the run was made of.
    """
    title, compared = f"Evaluation of {stamp.voice}", compare(before, results) if before else ()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "report.html").write_text(page(results, outcome, title, compared), encoding="utf-8")
        (folder / "report.md").write_text(markdown(results, outcome, compared), encoding="utf-8")
        rows = [{"stamp": stamp.as_dict()}, *(result.as_dict() for result in results)]
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (folder / "results.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
        junit(results).write(folder / "junit.xml", encoding="utf-8", xml_declaration=True)
    except OSError as error:
        raise StoreUnavailable(
            f"The report folder {folder} cannot be written ({error.strerror}); name another with --out."
        ) from None


def read(path: Path) -> list[CaseResult]:
    """The results of an earlier run, from its results.jsonl. Raises CaseMistake when it is none."""
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        return [_ADAPTER.validate_python(row) for row in rows if "stamp" not in row]
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not a results.jsonl of this command"
        raise CaseMistake(f"The results {path} cannot be read ({reason}); name the results.jsonl of a run.") from None


def markdown(results: Sequence[CaseResult], outcome: Outcome, compared: Sequence[Compared] = ()) -> str:
    """The report as Markdown."""
    lines = ["# Evaluation", "", outcome.summary, "", f"| {' | '.join(_COLUMNS)} |", "| --- " * len(_COLUMNS) + "|"]
    lines += [f"| {' | '.join(row)} |" for row in _rows(results)]
    if compared:
        lines += ["", "## Against the run before", "", *(f"- **{one.suite}**: {one.word}" for one in compared)]
    for title, found in _sections(results, outcome):
        lines += ["", f"## {title}", ""]
        for result in found:
            lines += [f"- **{result.id}** ({result.suite})", *(f"  - {why}" for why in result.why.splitlines())]
    if outcome.missing:
        lines += ["", "## Missing", "", *(f"- {key}" for key in outcome.missing)]
    return "\n".join(lines) + "\n"


def junit(results: Sequence[CaseResult]) -> "ElementTree.ElementTree[ElementTree.Element]":
    """The results in the XML that build servers read: one test case a case, one test suite a suite."""
    root = ElementTree.Element("testsuites")
    for suite in dict.fromkeys(result.suite for result in results):
        of = [result for result in results if result.suite == suite]
        failures, errors = (str(sum(result.status == status for result in of)) for status in ("failed", "error"))
        node = ElementTree.SubElement(
            root, "testsuite", name=suite, tests=str(len(of)), failures=failures, errors=errors
        )
        for result in of:
            case = ElementTree.SubElement(
                node, "testcase", classname=suite, name=result.id, time=f"{result.elapsed_ms / 1000:.3f}"
            )
            if not result.held:
                tag = "error" if result.status == "error" else "failure"
                ElementTree.SubElement(case, tag, message=result.why).text = result.sentence
    return ElementTree.ElementTree(root)


def _rows(results: Sequence[CaseResult]) -> Iterator[tuple[str, ...]]:
    for line in count(results):
        share = f"{line.held / line.cases:.0%}" if line.cases else "–"
        interval = f"{line.low:.0%} to {line.high:.0%}"
        yield (
            line.suite,
            str(line.cases),
            str(line.held),
            str(line.errors),
            share,
            interval,
            f"{line.elapsed_ms / 1000:.1f}",
        )


def _sections(results: Sequence[CaseResult], outcome: Outcome) -> Iterator[tuple[str, list[CaseResult]]]:
    groups = {
        "Worse": outcome.worse, "Errors": outcome.errors, "Better": outcome.better, "Still failing": outcome.still_failing,
    }  # fmt: skip
    told = {key for ids in groups.values() for key in ids}
    groups["Not held"] = tuple(result.id for result in results if not result.held and result.id not in told)
    for title, ids in groups.items():
        if found := [result for result in results if result.id in ids]:
            yield title, found


def _line(result: CaseResult) -> str:
    return "\n    ".join([f"  {result.id} ({result.suite})", *(result.why.splitlines() or ["holds"])])
