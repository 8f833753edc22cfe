"""Decides how suggested questions look as HTML; refuses to know how they were found."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.ui.copy import PAIR
from assistant.ui.markup import facts, status, text
from assistant.ui.sharpen_views import card, cards

if TYPE_CHECKING:
    from assistant.flows.pair import Suggestion


def suggestions(found: "Sequence[Suggestion]", place: str = "") -> str:
    """One to three cards, or why there is none; `place` names protocol and stage they were fitted to."""
    if not found:
        return status(PAIR.NOTHING_HERE.format(place=place) if place else PAIR.NOTHING_ELSE)
    fitted = f'<p class="quiet">{text(PAIR.FOR_STAGE.format(place=place))}</p>' if place else ""
    return status(PAIR.SUGGESTED[len(found)]) + fitted + cards("".join(map(_suggestion, found)))


def _suggestion(one: "Suggestion") -> str:
    heard = f'<p class="quiet">{text(PAIR.HEARD)}</p><blockquote>“{text(one.quote)}”</blockquote>' if one.quote else ""
    lens = PAIR.LENSES.get(str(one.lens), str(one.lens))
    why = facts(((PAIR.LENS, text(lens)), (PAIR.WHY, text(one.why))))
    return card(one.question, heard + why, f'data-do="copy" title="{text(PAIR.COPY_NAMED)}"', PAIR.COPY)
