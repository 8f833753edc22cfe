"""Decides where the parts of the Pair tab stand and what each click calls; refuses to know how anything is found."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.errors import AskwellError
from assistant.ui import pair_views as views
from assistant.ui import protocol_views
from assistant.ui.copy import PAIR, SHARPEN
from assistant.ui.markup import heading, panel, status
from assistant.ui.sharpen_views import sharpened
from assistant.ui.theme import asset

if TYPE_CHECKING:
    from assistant.bootstrap import Assistant
    from assistant.flows.pair import PairFlow

Handler = Callable[..., Any]
QUIETLY: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
LONGEST = 2000
"""Characters of a question that "Take this" puts into the box; none of ours is near."""
WITH_STAGE = """(notes, protocol, asked, stage) => {
  const running = window.askwellTimer?.begun?.(), now = document.querySelector("#pair-protocol [aria-current=step]");
  return running && now ? [notes, protocol, asked, now.dataset.name] : [notes, null, asked, ""];
}"""
"""A protocol counts once its timer has been started; only the browser knows that, and the stage."""


def build(assistant: "Assistant") -> None:
    """Lay out the tab inside the current `gr.Tab` and wire it to `assistant.pair`."""
    flow = assistant.pair
    with gr.Column(elem_classes="bench"):
        with gr.Row():
            with gr.Column(min_width=320):
                notes, suggest, more, cards = _said()
            with gr.Column(min_width=320):
                draft, check, faults = _draft()
        panel("<hr>")
        protocol, stage = _protocols(flow)
    asked = gr.State(())
    first, again = _suggesting(flow)
    given, shown = [notes, protocol, asked, stage], [cards, asked, more]
    suggest.click(first, given, shown, js=WITH_STAGE, **QUIETLY)
    more.click(again, given, shown, js=WITH_STAGE, **QUIETLY)
    gr.on([check.click, draft.submit], _sharpening(flow), [draft, notes], faults, **QUIETLY)
    faults.select(_take, outputs=[draft, faults], **QUIETLY)


def _said() -> tuple[gr.Textbox, gr.Button, gr.Button, gr.HTML]:
    panel(heading(PAIR.SAID_TITLE, PAIR.SAID_INTRO))
    notes = gr.Textbox(label=PAIR.SAID_LABEL, placeholder=PAIR.SAID_HINT, lines=4, max_lines=12, elem_id="pair-notes")
    with gr.Row():
        suggest = gr.Button(PAIR.SUGGEST, variant="primary", scale=0, min_width=200, elem_id="pair-suggest")
        more = gr.Button(PAIR.ELSE, visible=False, scale=0, min_width=170, elem_id="pair-more")
    return notes, suggest, more, panel(status(""), "pair-suggestions", asset("cards.js"))


def _draft() -> tuple[gr.Textbox, gr.Button, gr.HTML]:
    panel(heading(PAIR.DRAFT_TITLE, PAIR.DRAFT_INTRO))
    draft = gr.Textbox(  # one line, growing: Enter submits only where `lines` is 1
        label=PAIR.DRAFT_LABEL, placeholder=PAIR.DRAFT_HINT, lines=1, max_lines=6, elem_id="pair-draft"
    )
    with gr.Row():
        check = gr.Button(PAIR.CHECK, variant="primary", scale=0, min_width=200, elem_id="pair-check")
    return draft, check, panel(status(""), "pair-faults", asset("cards.js"))


def _protocols(flow: "PairFlow") -> tuple[gr.Dropdown, gr.Textbox]:
    panel(heading(PAIR.PROTOCOLS_TITLE, PAIR.PROTOCOLS_INTRO))
    found = {one.id: one for one in flow.protocols}
    pick = gr.Dropdown(
        [(one.name, one.id) for one in flow.protocols],
        value=None,
        label=PAIR.PICK.format(count=len(found)),
        filterable=False,
        elem_id="pair-pick",
    )
    shown = panel(status(PAIR.NONE_PICKED), "pair-protocol", asset("timer.js"))
    pick.input(lambda name: protocol_views.protocol(found[name]), pick, shown, **QUIETLY)
    return pick, gr.Textbox(visible=False)


def _suggesting(flow: "PairFlow") -> tuple[Handler, Handler]:
    """The first asking, and "something else", which hands over what was shown already."""
    names = {one.id: one.name for one in flow.protocols}

    def again(notes: str, protocol: str | None, asked: tuple[str, ...], stage: str) -> tuple[Any, ...]:
        try:
            found = flow.suggest(notes, asked, protocol or "", stage)
        except AskwellError as error:
            return status(str(error), urgent=True), (), gr.update(visible=False)
        place = ", ".join(filter(None, (names.get(protocol or ""), stage)))
        seen = (*asked, *(one.question for one in found))
        return views.suggestions(found, place), seen, gr.update(visible=bool(seen))

    def first(notes: str, protocol: str | None, asked: tuple[str, ...], stage: str) -> tuple[Any, ...]:
        return again(notes, protocol, (), stage)

    return first, again


def _sharpening(flow: "PairFlow") -> Callable[[str, str], str]:
    def check(draft: str, notes: str) -> str:
        try:
            return sharpened(draft, flow.sharpen(draft, notes))
        except AskwellError as error:
            return status(str(error), urgent=True)

    return check


def _take(event: gr.EventData) -> tuple[str, str]:
    """The rewrite into the box; the notes on the draft before go, for they no longer fit."""
    return str(event.text)[:LONGEST], status(SHARPEN.TAKEN)
