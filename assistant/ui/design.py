"""Decides where the parts of the Design tab stand and what each click calls; refuses to know how it is found."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import gradio as gr

from assistant.errors import AskwellError
from assistant.schemas import Lens, Move
from assistant.ui import design_views as views
from assistant.ui import programme, workshop
from assistant.ui.copy import DESIGN
from assistant.ui.markup import heading, panel, status

if TYPE_CHECKING:
    from assistant.bootstrap import Assistant
    from assistant.flows.design import DesignFlow, PromptView

Handler = Callable[..., Any]
QUIETLY: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def build(assistant: "Assistant") -> None:
    """Lay out the tab inside the current `gr.Tab` and wire it to `assistant.design`."""
    flow = assistant.design
    with gr.Column(elem_classes="bench"):
        _prompts(flow)
        panel("<hr>")
        _bank(flow)
        panel("<hr>")
        _suite(flow)
        panel("<hr>")
        workshop.build(assistant)
        panel("<hr>")
        programme.build(assistant)


def _prompts(flow: "DesignFlow") -> None:
    panel(heading(DESIGN.PROMPTS_TITLE, DESIGN.PROMPTS_INTRO))
    found = flow.prompts()
    if not found:
        panel(status(DESIGN.NO_PROMPTS))
        return
    first = found[0]
    rows = [(DESIGN.PROMPT_ROW.format(name=one.name, flow=one.flow, version=one.version), one.name) for one in found]
    with gr.Row():
        name = gr.Radio(rows, value=first.name, label=DESIGN.PROMPT, scale=3, min_width=320, elem_id="design-prompt")
        example = gr.Dropdown(
            _examples(first), value=0, label=DESIGN.EXAMPLE, filterable=False, scale=1, elem_id="design-example"
        )
    with gr.Row():
        with gr.Column(min_width=320):
            body = panel(views.block(DESIGN.BODY, first.body), "design-body")
        with gr.Column(min_width=320):
            preview = panel(_preview(flow)(first.name, 0), "design-preview")
    name.input(_show(flow), name, [body, example, preview], **QUIETLY)
    example.input(_preview(flow), [name, example], preview, **QUIETLY)


def _examples(one: "PromptView") -> list[tuple[str, int]]:
    return [(DESIGN.EXAMPLE_ROW.format(number=number + 1), number) for number in range(one.examples)]


def _show(flow: "DesignFlow") -> Handler:
    def show(name: str) -> tuple[Any, ...]:
        one = flow.prompt(name)
        body = views.block(DESIGN.BODY, one.body)
        return body, gr.update(choices=_examples(one), value=0), _preview(flow)(name, 0)

    return show


def _preview(flow: "DesignFlow") -> Callable[[str, int], str]:
    def preview(name: str, example: int) -> str:
        try:
            return views.messages(flow.preview(name, example))
        except AskwellError as error:
            return status(str(error), urgent=True)

    return preview


def _bank(flow: "DesignFlow") -> None:
    panel(heading(DESIGN.BANK_TITLE, DESIGN.BANK_INTRO))
    with gr.Row():
        words = gr.Textbox(label=DESIGN.SEARCH, placeholder=DESIGN.SEARCH_HINT, max_lines=1, elem_id="design-search")
        lens = gr.Dropdown(_names(Lens), value="", label=DESIGN.LENS, filterable=False, elem_id="design-lens")
        move = gr.Dropdown(_names(Move), value="", label=DESIGN.MOVE, filterable=False, elem_id="design-move")
    search, everything = _searching(flow)
    questions, cut, protocols = search("", "", "")
    bank = panel(questions, "design-questions")
    whole = gr.Button(DESIGN.SHOW_ALL, visible=cut["visible"], scale=0, min_width=160, elem_id="design-all")
    ways = panel(protocols, "design-protocols")
    given, changes = [words, lens, move], [words.change, lens.input, move.input]
    gr.on(changes, search, given, [bank, whole, ways], trigger_mode="always_last", **QUIETLY)
    whole.click(everything, given, [bank, whole], **QUIETLY)


def _searching(flow: "DesignFlow") -> tuple[Handler, Handler]:
    """Search both, cut short; and the same questions in full."""
    questions, protocols = len(flow.questions()), len(flow.protocols())

    def search(words: str, lens: str, move: str) -> tuple[Any, ...]:
        found = flow.questions(words, lens, move)
        shown = views.questions(found[: views.CUT], len(found), questions)
        return shown, gr.update(visible=len(found) > views.CUT), views.protocols(flow.protocols(words), protocols)

    def everything(words: str, lens: str, move: str) -> tuple[Any, ...]:
        found = flow.questions(words, lens, move)
        return views.questions(found, len(found), questions), gr.update(visible=False)

    return search, everything


def _suite(flow: "DesignFlow") -> None:
    panel(heading(DESIGN.SUITE_TITLE, DESIGN.SUITE_INTRO))
    with gr.Row():
        start = gr.Button(DESIGN.RUN, variant="primary", scale=0, min_width=240, elem_id="design-run")
        stop = gr.Button(DESIGN.CANCEL, visible=False, scale=0, min_width=140, elem_id="design-cancel")
    notice = panel(status(""), "design-notice")
    results = panel("", "design-results")
    run = gr.State("")
    # one run at a time: a second one would only make both slower on the same cores
    start.click(
        _running(flow),
        None,
        [start, stop, notice, results, run],
        concurrency_limit=1,
        concurrency_id="suite",
        **QUIETLY,
    )
    # not Gradio's `cancels`: a run started while the cancelled one still works on its case would hang
    stop.click(_stopping(flow), run, [stop, notice], **QUIETLY)


def _running(flow: "DesignFlow") -> Callable[[], Iterator[tuple[Any, ...]]]:
    def run() -> Iterator[tuple[Any, ...]]:
        name, finished = uuid4().hex, False
        yield (*_buttons(True), status(""), "", name)
        try:
            for now in flow.run_suite(name):
                finished = bool(now.counts)
                yield (gr.skip(), gr.skip(), gr.skip(), views.progress(now), name)
        except AskwellError as error:
            yield (*_buttons(False), status(str(error), urgent=True), gr.skip(), "")
            return
        yield (*_buttons(False), status("" if finished else DESIGN.CANCELLED), gr.skip(), "")

    return run


def _stopping(flow: "DesignFlow") -> Callable[[str], tuple[Any, ...]]:
    def stop(run: str) -> tuple[Any, ...]:
        flow.stop(run)
        return gr.update(interactive=False), status(DESIGN.CANCELLING)

    return stop


def _buttons(running: bool) -> tuple[Any, Any]:
    """Start and cancel, as they are while a run goes on or none does."""
    return gr.update(interactive=not running), gr.update(visible=running, interactive=running)


def _names(kind: type[Lens] | type[Move]) -> list[tuple[str, str]]:
    return [(DESIGN.ANY, ""), *((one.value.replace("_", " "), one.value) for one in kind)]
