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
from assistant.evaluation.cases import AnyCase, Suite, load, schema
from assistant.evaluation.comparison import compare
from assistant.evaluation.fingerprints import stamp
from assistant.evaluation.gate import CANNOT_DECIDE, HOLDS, Outcome, gate
from assistant.evaluation.kept import Kept
from assistant.evaluation.run import CaseResult, run
from assistant.evaluation.subject import Subject

_EPILOG = """exit codes: 0 holds, 1 regression, 2 cannot decide

examples:
  --suite ladder --suite safety         two suites only
  --out reports/today                   file report.html, report.md, results.jsonl and junit.xml there
  --against reports/monday              say what got better and worse since that run, with statistics
  --keep reports/evidence               go on where a killed run stopped, and score again without new calls
  accept ladder-baker --why "the block-list misreads a greeting"
"""


Make = Callable[[str], AbstractContextManager[Subject]]
"""The name of a language model, or nothing for the embedded voice → an assistant with a home of its own."""


def main(argv: Sequence[str] | None, make: Make) -> int:
    """Run the command; gives the exit code. `make` builds what is measured, never with the user's data."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given[:1] == ["accept"]:
        given = ["--accept", *given[1:]]
    options = _parser().parse_args(given)
    try:
        if options.schema:
            print(json.dumps(schema(), indent=2))
            return HOLDS
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
    add("--schema", action="store_true", help="show the JSON Schema of a file of cases, for an editor")
    add("--out", type=Path, metavar="FOLDER", help="file report.html, report.md, results.jsonl and junit.xml there")
    add("--against", type=Path, metavar="FOLDER", help="the folder of an earlier run, to compare with case by case")
    add("--keep", type=Path, metavar="FOLDER", help="where the evidence of finished cases is kept and found again")
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
    accepted, before = baseline.read(path), report.read(options.against / "results.jsonl") if options.against else []
    made_of = stamp(model or "embedded")
    with make(model) as subject:
        results = _collect(options, cases, subject, Kept(options.keep, made_of) if options.keep else None)
    if options.accept or options.accept_all:
        known = [case.id for case in load(options.root)]
        kept = baseline.accept(accepted or baseline.Baseline(), results, options.why, known)
        baseline.write(path, kept)
        accepted = kept
    scope = accepted.within(options.suite, [*options.only, *options.accept]) if accepted else None
    outcome = gate(results, scope)
    if options.out:
        report.write(options.out, results, outcome, made_of, before)
    _tell(options, results, outcome, before)
    return outcome.exit_code


def _collect(
    options: argparse.Namespace, cases: Sequence[AnyCase], subject: Subject, kept: Kept | None
) -> list[CaseResult]:
    from rich.console import Console

    running = run(subject, options.root, options.suite, [*options.only, *options.accept], kept)
    results = []
    for result in report.watched(running, len(cases), Console(stderr=True)):
        results.append(result)
        if options.jsonl:
            print(json.dumps(result.as_dict(), ensure_ascii=False), flush=True)
    return results


def _tell(
    options: argparse.Namespace, results: Sequence[CaseResult], outcome: Outcome, before: Sequence[CaseResult]
) -> None:  # fmt: skip
    from rich.console import Console

    if options.jsonl:
        print(json.dumps({"gate": asdict(outcome)}, ensure_ascii=False), flush=True)
    else:
        report.show(results, outcome, Console())
        for one in compare(before, results) if before else ():
            print(f"{one.suite:<13}{one.word}")


def _voice(model: str) -> str:
    """The name of the baseline of a voice: a model's answers are not compared with the embedded ones."""
    return "".join(each if each.isalnum() else "-" for each in model.lower()) if model else "embedded"
