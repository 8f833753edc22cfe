"""Decides how suggestions and faults look as HTML; refuses to know how they were found."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.ui.copy import PAIR
from assistant.ui.markup import facts, status, text

if TYPE_CHECKING:
    from assistant.flows.pair import Suggestion
    from assistant.questions.faults import FaultFound
    from assistant.questions.sharpen import Rewrite, Sharpened

_SAID = '<p class="sr" role="status" data-part="say"></p>'


def suggestions(found: "Sequence[Suggestion]", place: str = "") -> str:
    """One to three cards, or why there is none; `place` names protocol and stage they were fitted to."""
    if not found:
        return status(PAIR.NOTHING_HERE.format(place=place) if place else PAIR.NOTHING_ELSE)
    fitted = f'<p class="quiet">{text(PAIR.FOR_STAGE.format(place=place))}</p>' if place else ""
    return status(PAIR.SUGGESTED[len(found)]) + fitted + _cards("".join(map(_suggestion, found)))


def _suggestion(one: "Suggestion") -> str:
    heard = f'<p class="quiet">{text(PAIR.HEARD)}</p><blockquote>“{text(one.quote)}”</blockquote>' if one.quote else ""
    lens = PAIR.LENSES.get(str(one.lens), str(one.lens))
    why = facts(((PAIR.LENS, text(lens)), (PAIR.WHY, text(one.why))))
    return _card(one.question, heard + why, f'data-do="copy" title="{text(PAIR.COPY_NAMED)}"', PAIR.COPY)


def sharpened(draft: str, found: "Sharpened") -> str:
    """The draft with every fault marked in place, the faults as notes, the rewrites as cards; or that it is sharp."""
    if not found.faults:
        return status(PAIR.SHARP)
    count = len(found.faults)
    line = PAIR.FOUND[min(count, 2)].format(number=count)
    notes = "".join(map(_note, found.faults))
    rewrites = "".join(map(_rewrite, found.rewrites))
    places = f'<h3>{text(PAIR.MARKED)}</h3><p class="draft">{marked(draft, found.faults)}</p>'
    return (
        status(line)
        + (places if any(fault.span for fault in found.faults) else "")
        + f'<h3>{text(PAIR.NOTES)}</h3><ol class="notes">{notes}</ol>'
        + (f"<h3>{text(PAIR.REWRITES)}</h3>{_cards(rewrites)}" if rewrites else "")
    )


def _note(fault: "FaultFound") -> str:
    where = "" if fault.span else f' <span class="quiet">({text(PAIR.WHOLE)})</span>'
    return f"<li><strong>{text(_name(fault))}</strong>{where}: {text(fault.why)}</li>"


def _rewrite(one: "Rewrite") -> str:
    why = f'<p class="quiet">{text(one.why)}</p>'
    return _card(one.text, why, f'class="first" data-do="take" title="{text(PAIR.TAKE_NAMED)}"', PAIR.TAKE)


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
    opens = text(PAIR.MARK_STARTS.format(numbers=", ".join(map(str, numbers))))
    ends = text(PAIR.MARK_ENDS)
    return f'<mark><span class="sr">{opens} </span>{text(words)}<span class="sr"> {ends}</span></mark>'


def _label(number: int, fault: "FaultFound") -> str:
    return f'<span class="label">{number} {text(_name(fault))}</span>'


def _name(fault: "FaultFound") -> str:
    return PAIR.FAULTS.get(str(fault.name), str(fault.name))


def _cards(cards: str) -> str:
    words = f'data-copy="{text(PAIR.COPY)}" data-copied="{text(PAIR.COPIED)}" data-failed="{text(PAIR.COPY_FAILED)}"'
    return f'<ul class="cards" role="list" {words}>{cards}</ul>{_SAID}'


def _card(question: str, inside: str, button: str, words: str) -> str:
    return (
        f'<li class="card"><p class="ask">{text(question)}</p>{inside}<div class="actions">'
        f'<button type="button" {button}>{text(words)}</button></div></li>'
    )
