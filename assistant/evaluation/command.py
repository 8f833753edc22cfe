"""Decides what the words of the evaluation command do; refuses to know how cases are run, judged or shown."""

import argparse
import json
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict
from pathlib import Path

from assistant import settings
from assistant.errors import AskwellError
from assistant.evaluation import baseline, report
from assistant.evaluation.cases import AnyCase, Suite, load
from assistant.evaluation.gate import CANNOT_DECIDE, HOLDS, Outcome, gate
from assistant.evaluation.run import CaseResult, run
from assistant.evaluation.subject import Subject

_EPILOG = """exit codes: 0 holds, 1 regression, 2 cannot decide

examples:
  --suite ladder --suite safety         two suites only
  --out reports/today                   file report.md, results.jsonl and junit.xml there
  --accept ladder-baker --why "the block-list misreads a greeting"
"""


Make = Callable[[str], AbstractContextManager[Subject]]
"""The name of a language model, or nothing for the embedded voice → an assistant with a home of its own."""


def main(argv: Sequence[str] | None, make: Make) -> int:
    """Run the command; gives the exit code. `make` builds what is measured, never with the user's data."""
    options = _parser().parse_args(argv)
    try:
        cases = load(options.root, options.suite, [*options.only, *options.accept])
        if options.list:
            return _list(cases)
        return _evaluate(options, cases, make)
    except AskwellError as error:
        print(error, file=sys.stderr)
    except Exception:  # an assistant that cannot even be built is no regression to a script that reads the exit code
        traceback.print_exc()
    return CANNOT_DECIDE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="askwell eval", description="Measure whether Askwell keeps its stance.", epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    add = parser.add_argument
    add("--suite", action="append", default=[], metavar="NAME", help=f"only this suite ({', '.join(Suite)})")
    add("--only", action="append", default=[], metavar="ID", help="only this case")
    add("--list", action="store_true", help="show the cases and what each is for, run nothing")
    add("--out", type=Path, metavar="FOLDER", help="file report.md, results.jsonl and junit.xml there")
    add("--jsonl", action="store_true", help="one result a line as JSON on standard output")
    add("--accept", action="append", default=[], metavar="ID", help="take this case's result into the baseline")
    add("--accept-all", action="store_true", help="take every result into the baseline")
    add("--why", default="", metavar="REASON", help="why a failure is accepted")
    add("--model", action="store_true", help="let the language model of ASKWELL_MODEL speak, not the embedded voice")
    add("--baseline", metavar="NAME", help="baseline to compare with (default: embedded, or the model's name)")
    add("--root", type=Path, metavar="FOLDER", help="folder that holds cases/ and baselines/")
    return parser


def _list(cases: Sequence[AnyCase]) -> int:
    for case in cases:
        print(f"{case.suite.value:<13}{case.id:<40}{case.about}")
    return HOLDS


def _evaluate(options: argparse.Namespace, cases: Sequence[AnyCase], make: Make) -> int:
    model = settings.load().model if options.model else ""
    path = baseline.path_of(options.baseline or _voice(model), options.root)
    accepted = baseline.read(path)
    with make(model) as subject:
        results = _collect(options, cases, subject)
    if options.accept or options.accept_all:
        known = [case.id for case in load(options.root)]
        kept = baseline.accept(accepted or baseline.Baseline(), results, options.why, known)
        baseline.write(path, kept)
        accepted = kept
    scope = accepted.within(options.suite, [*options.only, *options.accept]) if accepted else None
    outcome = gate(results, scope)
    _tell(options, results, outcome)
    return outcome.exit_code


def _collect(options: argparse.Namespace, cases: Sequence[AnyCase], subject: Subject) -> list[CaseResult]:
    from rich.console import Console

    running = run(subject, options.root, options.suite, [*options.only, *options.accept])
    results = []
    for result in report.watched(running, len(cases), Console(stderr=True)):
        results.append(result)
        if options.jsonl:
            print(json.dumps(result.as_dict(), ensure_ascii=False), flush=True)
    return results


def _tell(options: argparse.Namespace, results: Sequence[CaseResult], outcome: Outcome) -> None:
    from rich.console import Console

    if options.out:
        report.write(options.out, results, outcome)
    if options.jsonl:
        print(json.dumps({"gate": asdict(outcome)}, ensure_ascii=False), flush=True)
    else:
        report.show(results, outcome, Console())


def _voice(model: str) -> str:
    """The name of the baseline of a voice: a model's answers are not compared with the embedded ones."""
    return "".join(each if each.isalnum() else "-" for each in model.lower()) if model else "embedded"
