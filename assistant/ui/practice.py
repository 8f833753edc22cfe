"""Decides where the parts of a practice round stand and which of them show at each step; refuses to know its rules.

The round lies in `gr.State`, so it is gone with the page. What appears takes the focus, so that nobody is left on a
button that went away.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.errors import AskwellError
from assistant.flows.practice import SHARP, Round
from assistant.ui import practice_views as views
from assistant.ui.copy import PRACTICE, SHARPEN
from assistant.ui.folds import fold
from assistant.ui.markup import panel, status, text

if TYPE_CHECKING:
    from assistant.flows.practice import PracticeFlow

Updates = dict[Any, Any]
QUIETLY: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
ONE_OR_OTHER = """(ticked) => [ticked.at(-1) === "sharp" ? ["sharp"] : ticked.filter((one) => one !== "sharp")]"""
"""Sharp and a fault exclude each other; what was ticked last holds. The outer list is the list of outputs."""
FOCUS = """() => {
  const seek = (left) => {
    const found = [...document.querySelectorAll("#practice h3[tabindex]")].filter((one) => one.offsetParent).at(-1);
    if (found && found !== window.askwellPractised) { window.askwellPractised = found; found.focus(); }
    else if (left) setTimeout(() => seek(left - 1), 50);
  };
  seek(10);
}"""
"""To the heading that has just appeared: the last one on show."""


@dataclass(frozen=True)
class Parts:
    """What a step changes."""

    state: gr.State
    begin: gr.Button
    step: gr.HTML
    ticks: gr.CheckboxGroup
    look: gr.Button
    told: gr.HTML
    own: gr.Column
    version: gr.Textbox
    mended: gr.HTML
    onward: gr.Button
    end: gr.HTML

    @property
    def all(self) -> list[Any]:
        """Every part, as the outputs of a handler."""
        return list(vars(self).values())


def build(flow: "PracticeFlow") -> None:
    """Lay out the fold inside the current column and wire it."""
    with fold(PRACTICE.TITLE, "practice"):
        parts, check, show = _laid_out()
    outputs = parts.all
    given = [parts.state, parts.ticks]
    steps = [
        parts.begin.click(_beginning(flow, parts), parts.state, outputs, **QUIETLY),
        parts.look.click(_looking(flow, parts), given, outputs, **QUIETLY),
        parts.onward.click(_going_on(flow, parts), parts.state, outputs, **QUIETLY),
    ]
    for one in steps:
        one.then(None, js=FOCUS, **QUIETLY)
    parts.ticks.input(None, parts.ticks, parts.ticks, js=ONE_OR_OTHER, **QUIETLY)
    mending = _mending(flow)
    own = [parts.state, parts.version]
    gr.on([check.click, parts.version.submit], mending, own, [parts.state, parts.mended], **QUIETLY)
    show.click(views.example, parts.state, parts.mended, **QUIETLY)


def _laid_out() -> tuple[Parts, gr.Button, gr.Button]:
    panel(f'<p class="quiet">{text(PRACTICE.INTRO)}</p>')
    state = gr.State(Round())
    step = gr.HTML("", visible=False, elem_id="practice-step", elem_classes="parts", apply_default_css=False)
    ticks = gr.CheckboxGroup(_choices(), label=PRACTICE.TICK, visible=False, elem_id="practice-ticks")
    look = gr.Button(PRACTICE.LOOK, variant="primary", visible=False, scale=0, min_width=160, elem_id="practice-look")
    told = panel("", "practice-told")
    with gr.Column(visible=False) as own:
        version, mended, check, show = _own()
    onward = gr.Button(PRACTICE.NEXT, visible=False, scale=0, min_width=160, elem_id="practice-next")
    end = panel("", "practice-end")
    begin = gr.Button(PRACTICE.BEGIN, variant="primary", scale=0, min_width=180, elem_id="practice-begin")
    return Parts(state, begin, step, ticks, look, told, own, version, mended, onward, end), check, show


def _own() -> tuple[gr.Textbox, gr.HTML, gr.Button, gr.Button]:
    panel(views.own_heading())
    version = gr.Textbox(label=PRACTICE.OWN_LABEL, lines=1, max_lines=4, elem_id="practice-version")
    with gr.Row(elem_classes="tools"):
        check = gr.Button(PRACTICE.OWN_CHECK, variant="primary", scale=0, min_width=150, elem_id="practice-check")
        show = gr.Button(PRACTICE.SHOW, scale=0, min_width=180, elem_id="practice-show")
    return version, panel(status(""), "practice-mended"), check, show


def _choices() -> list[tuple[str, str]]:
    faults = [
        (PRACTICE.CHOICE.format(name=name, meaning=SHARPEN.MEANINGS[fault]), fault)
        for fault, name in SHARPEN.FAULTS.items()
    ]
    return [*faults, (PRACTICE.SHARP, SHARP)]


def _beginning(flow: "PracticeFlow", parts: Parts) -> Callable[[Round], Updates]:
    return lambda before: _shown(flow.begin(before), parts)


def _going_on(flow: "PracticeFlow", parts: Parts) -> Callable[[Round], Updates]:
    return lambda now: _shown(flow.go_on(now), parts)


def _shown(now: Round, parts: Parts) -> Updates:
    """A fresh draft, or the score when there is none left."""
    on = not now.over
    return {
        parts.state: now,
        parts.begin: gr.update(value=PRACTICE.AGAIN, visible=not on),
        parts.step: gr.update(value=views.step(now) if on else "", visible=on),
        parts.ticks: gr.update(value=[], visible=on, interactive=True),
        parts.look: gr.update(visible=on),
        parts.told: "",
        parts.own: gr.update(visible=False),
        parts.version: "",
        parts.mended: status(""),
        parts.onward: gr.update(visible=False),
        parts.end: "" if on else views.score(now),
    }


def _looking(flow: "PracticeFlow", parts: Parts) -> Callable[[Round, list[str]], Updates]:
    """What is there, told; then the box for someone's own version, unless the draft is sharp already."""

    def look(now: Round, ticked: list[str]) -> Updates:
        try:
            after, answer = flow.answer(now, ticked)
        except AskwellError as error:
            return {parts.told: status(str(error), urgent=True)}
        last = after.at + 1 == len(after.drafts)
        return {
            parts.state: after,
            parts.ticks: gr.update(interactive=False),
            parts.look: gr.update(visible=False),
            parts.told: views.told(after, answer),
            parts.own: gr.update(visible=bool(answer.faults)),
            parts.onward: gr.update(value=PRACTICE.FINISH if last else PRACTICE.NEXT, visible=True),
        }

    return look


def _mending(flow: "PracticeFlow") -> Callable[[Round, str], tuple[Round, str]]:
    def mend(now: Round, version: str) -> tuple[Round, str]:
        try:
            after, found = flow.mend(now, version)
        except AskwellError as error:
            return now, status(str(error), urgent=True)
        return after, views.mended(version, found)

    return mend
