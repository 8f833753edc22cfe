"""Decides how faults, marks and rewrites look as HTML, on the Pair and the Sharpen tab; refuses to know how they were found."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.ui.copy import PAIR, SHARPEN
from assistant.ui.markup import status, text

if TYPE_CHECKING:
    from assistant.questions.faults import FaultFound
    from assistant.questions.sharpen import Rewrite, Sharpened

_SAID = '<p class="sr" role="status" data-part="say"></p>'


def sharpened(draft: str, found: "Sharpened") -> str:
    """For a draft looked at on request: the line that sums it up is said at once, the rest stands below."""
    return status(summed(found)) + _below(draft, found, "pair-draft")


def live(draft: str, said: str, found: "Sharpened", works: str = "", taken: bool = False) -> str:
    """For a draft looked at while it is typed: no live region, so a screen reader is left in peace.

    The script says `data-line` once typing has paused, and compares draft and context with the boxes.
    """
    names = " ".join(str(fault.name) for fault in found.faults)
    line = " ".join(filter(None, (summed(found), works, SHARPEN.TAKEN if taken else "")))
    told = f'<p class="line">{text(summed(found))}</p>'
    told += "".join(f'<p class="quiet">{text(one)}</p>' for one in (works, SHARPEN.TAKEN if taken else "") if one)
    nothing = "" if found.rewrites or not found.faults else f'<p class="quiet">{text(SHARPEN.NO_REWRITES)}</p>'
    kind = "ready" if not found.faults else "faulty"
    return f'<div class="result {kind}" {_about(draft, said, names, line)}>{told}{_below(draft, found, "sharpen-draft", keys=True)}{nothing}</div>'


def waiting(draft: str = "", said: str = "") -> str:
    """Before there is anything to look at."""
    return f'<div class="result" {_about(draft, said)}><p class="quiet">{text(SHARPEN.WAITING)}</p></div>'


def undo() -> str:
    """The button that brings a draft back; shown by the script, which keeps the drafts, so that no server does."""
    return f'<button type="button" data-part="undo" hidden>{text(SHARPEN.UNDO)}</button>'


def _about(draft: str, said: str, names: str = "", line: str = "") -> str:
    pairs = (("draft", draft), ("said", said), ("faults", names), ("line", line))
    return " ".join(f'data-{name}="{text(value)}"' for name, value in pairs)


def summed(found: "Sharpened") -> str:
    """One line on a draft: ready, or how many things there are to look at."""
    count = len(found.faults)
    return SHARPEN.FOUND[min(count, 2)].format(number=count) if count else SHARPEN.SHARP


def _below(draft: str, found: "Sharpened", box: str, keys: bool = False) -> str:
    if not found.faults:
        return ""
    rewrites = "".join(_rewrite(one, number if keys else 0) for number, one in enumerate(found.rewrites, 1))
    return (
        places(draft, found.faults)
        + f"<h3>{text(SHARPEN.NOTES)}</h3>{notes(found.faults)}"
        + (f"<h3>{text(SHARPEN.REWRITES)}</h3>{cards(rewrites, box)}" if rewrites else "")
    )


def places(draft: str, faults: "Sequence[FaultFound]", lead: str = SHARPEN.MARKED) -> str:
    """The draft under a heading with every span marked; nothing when no fault has a span."""
    if not any(fault.span for fault in faults):
        return ""
    heading = f"<h3>{text(lead)}</h3>" if lead else ""
    return f'{heading}<p class="draft">{marked(draft, faults)}</p>'


def notes(faults: "Sequence[FaultFound]") -> str:
    """Each fault as a short numbered note."""
    return f'<ol class="notes">{"".join(map(_note, faults))}</ol>'


def _note(fault: "FaultFound") -> str:
    where = "" if fault.span else f' <span class="quiet">({text(SHARPEN.WHOLE)})</span>'
    return f"<li><strong>{text(name_of(fault.name))}</strong>{where}: {text(fault.why)}</li>"


def _rewrite(one: "Rewrite", number: int) -> str:
    why = f'<p class="quiet">{text(one.why)}</p>'
    key = f' <kbd aria-hidden="true">{text(SHARPEN.KEY.format(number=number))}</kbd>' if number else ""
    shortcut = f' aria-keyshortcuts="Alt+{number}"' if number else ""
    button = f'class="first" data-do="take" title="{text(SHARPEN.TAKE_NAMED)}"{shortcut}'
    return card(one.text, why, button, SHARPEN.TAKE, key)


def marked(draft: str, faults: "Sequence[FaultFound]") -> str:
    """The draft as HTML: spans underlined and bold, each fault's number and name set behind its last word.

    Spans may overlap: the draft is cut at every border, so marks never nest.
    """
    spans = [(number, fault.span) for number, fault in enumerate(faults, 1) if fault.span]
    borders = sorted({0, len(draft), *(edge for _, span in spans for edge in span)})
    html = ""
    for start, end in pairwise(borders):
        html += _piece(draft[start:end], [number for number, (low, high) in spans if low <= start and end <= high])
        html += "".join(_label(number, faults[number - 1]) for number, span in spans if span[1] == end)
    return html


def _piece(words: str, numbers: Sequence[int]) -> str:
    if not numbers:
        return text(words)
    opens = text(SHARPEN.MARK_STARTS.format(numbers=", ".join(map(str, numbers))))
    ends = text(SHARPEN.MARK_ENDS)
    return f'<mark><span class="sr">{opens} </span>{text(words)}<span class="sr"> {ends}</span></mark>'


def _label(number: int, fault: "FaultFound") -> str:
    return f'<span class="label">{number} {text(name_of(fault.name))}</span>'


def name_of(fault: object) -> str:
    """A fault's name in plain words."""
    return SHARPEN.FAULTS.get(str(fault), str(fault))


def cards(inside: str, box: str = "") -> str:
    """A list of cards; `box` is the textbox that takes one."""
    words = f'data-copy="{text(PAIR.COPY)}" data-copied="{text(PAIR.COPIED)}" data-failed="{text(PAIR.COPY_FAILED)}"'
    return f'<ul class="cards" role="list" data-box="{text(box)}" {words}>{inside}</ul>{_SAID}'


def card(question: str, inside: str, button: str, words: str, key: str = "") -> str:
    """One question, what belongs to it (HTML already), and one button."""
    return (
        f'<li class="card"><p class="ask">{text(question)}</p>{inside}<div class="actions">'
        f'<button type="button" {button}>{text(words)}{key}</button></div></li>'
    )
