"""Decides how a run looks as one self-contained HTML page: opens from a file, on a phone, asks nothing of any network.

Rates on top, then what differs from what was accepted, whole conversations with the offending sentence marked, the drift over the turns.
Refuses to judge anything; holds the sentences of our own cases and Askwell's answers to them, nothing of any user's.
"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from assistant.evaluation.comparison import Compared
from assistant.evaluation.gate import Outcome
from assistant.evaluation.run import CaseResult, Count, count

GROUPS: Mapping[str, str] = {
    "worse": "Worse than accepted",
    "errors": "Could not be run",
    "better": "Better than accepted",
    "still_failing": "Known to fail",
    "new": "New",
    "held": "Held",
}
"""What differs first; the last ones are folded."""
OPEN = ("worse", "errors", "better")
LONGEST_DRIFT = 18
"""Turns of the drift curve; longer sessions are few."""

_STYLE = """
:root{color-scheme:light dark;--ink:#1d2523;--page:#fff;--line:#cfd8d5;--bad:#9c1c1c;--mark:#ffe0dc;--quiet:#55615d}
@media(prefers-color-scheme:dark){:root{--ink:#e8eeec;--page:#161b1a;--line:#3a4542;--bad:#ff9d94;--mark:#5a1f1b;--quiet:#a3b0ac}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--page);max-width:60rem;margin:1rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}.wide{overflow-x:auto}
th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
details{border-bottom:1px solid var(--line);padding:.4rem 0}summary{cursor:pointer}.why{color:var(--bad);white-space:pre-wrap}
.said{margin:.2rem 0 .2rem 1rem}.said b{color:var(--quiet);font-weight:600}mark{background:var(--mark);color:inherit;outline:1px solid var(--bad)}
.quiet{color:var(--quiet)}label{margin-right:1rem}select,input{font:inherit;padding:.3rem;max-width:100%}svg{max-width:100%;height:auto}
"""
_SCRIPT = """
const suite=document.getElementById('suite'),words=document.getElementById('words'),told=document.getElementById('told');
function sift(){let shown=0;for(const one of document.querySelectorAll('details.case')){
const fits=(!suite.value||one.dataset.suite===suite.value)&&one.textContent.toLowerCase().includes(words.value.toLowerCase());
one.hidden=!fits;shown+=fits}told.textContent=shown+' cases shown'}
suite.addEventListener('change',sift);words.addEventListener('input',sift);
"""


def page(
    results: Sequence[CaseResult], outcome: Outcome, title: str = "Evaluation", compared: Sequence[Compared] = ()
) -> str:  # fmt: skip
    """The whole page."""
    body = [
        f"<h1>{escape(title)}</h1><p><strong>{escape(outcome.summary)}</strong></p>",
        _rates(count(results)),
        _differences(compared),
        _drift(results),
        _filters(results),
        *(_group(name, found) for name, found in _grouped(results, outcome)),
    ]
    if outcome.missing:
        body.append(f"<h2>Missing</h2><p>{escape(', '.join(outcome.missing))}</p>")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>{''.join(body)}</main>"
        f"<script>{_SCRIPT}</script></body></html>\n"
    )


def _rates(counts: Sequence[Count]) -> str:
    rows = (
        f"<tr><th scope=row>{escape(one.suite)}</th><td>{one.held} of {one.cases}</td><td>{one.held / max(1, one.cases):.0%}</td>"
        f"<td>{one.low:.0%} to {one.high:.0%}</td><td>{one.errors or ''}</td></tr>"
        for one in counts
    )
    head = "".join(f"<th scope=col>{name}</th>" for name in ("Suite", "Held", "Share", "95 % interval", "Errors"))
    return f"<h2>Rates</h2><div class=wide><table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"


def _differences(compared: Sequence[Compared]) -> str:
    if not compared:
        return ""
    rows = (
        f"<tr><th scope=row>{escape(one.suite)}</th><td>{escape(one.word)}</td><td>{one.difference:+.1%}</td>"
        f"<td>{one.low:+.1%} to {one.high:+.1%}</td><td>{one.p:.3f}</td></tr>"
        for one in compared
    )
    head = "".join(f"<th scope=col>{name}</th>" for name in ("Suite", "In words", "Difference", "95 % interval", "p"))
    return f"<h2>Against the run before</h2><div class=wide><table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"


def drift(results: Sequence[CaseResult]) -> list[tuple[int, int, int]]:
    """For each turn number: turns with a broken promise, and turns there were, over all conversations."""
    found = []
    for number in range(1, LONGEST_DRIFT + 1):
        there = [
            one for one in results if sum(who == "coach" for who, _ in one.talk) >= number and one.suite != "judge"
        ]
        if there:
            found.append((number, sum(number in one.turns for one in there), len(there)))
    return found


def _drift(results: Sequence[CaseResult]) -> str:
    """Bars as SVG with the same numbers as a table below, for whoever cannot see them."""
    found = drift(results)
    if not found:
        return ""
    wide, high = 34, 120
    bars = "".join(
        f'<g transform="translate({at * wide},0)"><rect x="4" width="{wide - 8}" y="{high - broken / of * high:.1f}" height="{broken / of * high:.1f}" fill="currentColor" opacity=".6"/>'
        f'<text x="{wide / 2}" y="{high + 16}" font-size="12" text-anchor="middle" fill="currentColor">{number}</text></g>'
        for at, (number, broken, of) in enumerate(found)
    )
    told = ", ".join(f"turn {number}: {broken} of {of}" for number, broken, of in found)
    return (
        "<h2>Drift over the turns</h2><p class=quiet>Share of turns in which a promise broke, by the number of the turn.</p>"
        f'<svg viewBox="0 0 {len(found) * wide} {high + 22}" width="{len(found) * wide}" role="img" aria-label="{told}">{bars}</svg>'
        f"<details><summary>As numbers</summary><p>{told}</p></details>"
    )


def _filters(results: Sequence[CaseResult]) -> str:
    suites = dict.fromkeys(one.suite for one in results)
    options = "".join(f"<option>{escape(name)}</option>" for name in suites)
    return (
        f'<h2>Cases</h2><p><label>Suite <select id=suite><option value="">all</option>{options}</select></label>'
        f"<label>Words <input id=words type=search></label><span id=told role=status class=quiet>{len(results)} cases shown</span></p>"
    )


def _grouped(results: Sequence[CaseResult], outcome: Outcome) -> Iterator[tuple[str, list[CaseResult]]]:
    left = {one.id: one for one in results}
    for name in GROUPS:
        ids = getattr(outcome, name, ()) if name != "held" else tuple(left)
        if found := [left.pop(each) for each in ids if each in left]:
            yield name, found


def _group(name: str, found: Sequence[CaseResult]) -> str:
    return f"<h2>{GROUPS[name]} ({len(found)})</h2>" + "".join(_case(one, name in OPEN) for one in found)


def _case(one: CaseResult, unfolded: bool) -> str:
    word = "" if one.held else f" · {escape(', '.join(one.failed) or one.status)}"
    why = f"<p class=why>{escape(one.why)}</p>" if one.why else ""
    talk = "".join(f"<p class=said><b>{escape(who)}:</b> {_marked(text, one.sentence)}</p>" for who, text in one.talk)
    state = " open" if unfolded else ""
    return f'<details class=case data-suite="{escape(one.suite)}"{state}><summary>{escape(one.id)}{word}</summary>{why}{talk}</details>'


def _marked(text: str, sentence: str) -> str:
    """The text with the offending sentence marked."""
    before, found, after = text.partition(sentence) if sentence else (text, "", "")
    return escape(before) + (f"<mark>{escape(found)}</mark>" if found else "") + escape(after)
