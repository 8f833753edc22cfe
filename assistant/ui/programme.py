"""Decides where the programme reflection and the counts stand and what each click calls; refuses to know what is asked or counted."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.errors import AskwellError
from assistant.flows.participation import Week, as_csv, weeks
from assistant.flows.programme import Answer
from assistant.ui.copy_programme import PROGRAMME
from assistant.ui.design_views import block
from assistant.ui.files import to_download
from assistant.ui.markup import heading, panel, status, table, text

if TYPE_CHECKING:
    from assistant.bootstrap import Assistant
    from assistant.flows.programme import Asked, ProgrammeFlow

QUIETLY: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
Told = list[list[str]]
"""The answers as they lie in the browser's session: [step, text] each."""
HIGH, WIDE = 90, 44
"""Pixels of the plot: of its highest bar and of each week."""


def build(assistant: "Assistant") -> None:
    """Lay out both parts inside the current tab and wire them."""
    _reflection(assistant.programme)
    panel("<hr>")
    _counts(assistant)


def _reflection(flow: "ProgrammeFlow") -> None:
    panel(heading(PROGRAMME.TITLE, PROGRAMME.INTRO))
    told = gr.State([])
    with gr.Row():
        with gr.Column(min_width=320):
            question = panel(_asked(flow.asked()), "programme-question")
            note = gr.Markdown("", elem_id="programme-note")
            answer = gr.Textbox(
                label=PROGRAMME.ANSWER,
                placeholder=PROGRAMME.ANSWER_HINT,
                lines=3,
                max_lines=10,
                elem_id="programme-answer",
            )
            with gr.Row():
                onward = gr.Button(PROGRAMME.NEXT, variant="primary", scale=0, min_width=140, elem_id="programme-next")
                back = gr.Button(PROGRAMME.BACK, scale=0, min_width=140)
                anew = gr.Button(PROGRAMME.AGAIN, scale=0, min_width=140)
        with gr.Column(min_width=320):
            page = panel(_page(flow.page(())), "programme-page")
            save = gr.DownloadButton(
                PROGRAMME.DOWNLOAD, visible=False, scale=0, min_width=220, elem_id="programme-save"
            )
    outputs = [told, question, note, answer, page, save]
    gr.on([onward.click, answer.submit], _going_on(flow), [told, answer], outputs, trigger_mode="once", **QUIETLY)
    back.click(lambda held: _screen(flow, held[:-1]), told, outputs, **QUIETLY)
    anew.click(lambda: _screen(flow, []), None, outputs, **QUIETLY)


def _going_on(flow: "ProgrammeFlow") -> Callable[[Told, str], tuple[Any, ...]]:
    def go_on(told: Told, words: str) -> tuple[Any, ...]:
        return _screen(flow, [[each.step, each.text] for each in flow.answered(_answers(told), words)])

    return go_on


def _screen(flow: "ProgrammeFlow", told: Told) -> tuple[Any, ...]:
    """Everything as it stands after these answers."""
    answers = _answers(told)
    now, words = flow.asked(answers), flow.page(answers)
    saved = gr.update(visible=bool(answers), value=to_download(words, PROGRAMME.FILE_NAME) if answers else None)
    return told, _asked(now), now.note, gr.update(value="", interactive=now.step > 0), _page(words), saved


def _answers(told: Told) -> tuple[Answer, ...]:
    return tuple(Answer(step, words) for step, words in told)


def _asked(now: "Asked") -> str:
    if not now.step:
        return status(PROGRAMME.DONE)
    step = PROGRAMME.STEP.format(step=now.step, of=now.of)
    return f'<p class="quiet">{text(step)}</p><p class="ask" role="status">{text(now.text)}</p>'


def _page(words: str) -> str:
    return block(PROGRAMME.PAGE, words)


def _counts(assistant: "Assistant") -> None:
    panel(heading(PROGRAMME.COUNTS_TITLE, PROGRAMME.COUNTS_INTRO))
    try:
        found = weeks(assistant.store.held())
    except AskwellError as error:
        panel(status(str(error), urgent=True))
        return
    panel(counted(found), "programme-counts")
    if found:
        gr.DownloadButton(PROGRAMME.CSV, value=to_download(as_csv(found), PROGRAMME.CSV_NAME), scale=0, min_width=220)


def counted(found: Sequence[Week]) -> str:
    """A plot of the sessions and the table it is drawn from."""
    if not found:
        return status(PROGRAMME.NONE)
    most = max((week.sessions or 0 for week in found), default=0) or 1
    bars = "".join(
        f'<rect x="{at * WIDE + 6}" width="{WIDE - 12}" y="{HIGH - (week.sessions or 0) / most * HIGH:.1f}" '
        f'height="{(week.sessions or 0) / most * HIGH:.1f}" fill="currentColor" opacity=".6"/>'
        f'<text x="{at * WIDE + WIDE / 2}" y="{HIGH + 14}" font-size="10" text-anchor="middle" fill="currentColor">{text(week.name[5:])}</text>'
        for at, week in enumerate(found)
    )
    plot = f'<svg viewBox="0 0 {len(found) * WIDE} {HIGH + 20}" width="{len(found) * WIDE}" role="img" aria-label="{text(PROGRAMME.PLOT)}">{bars}</svg>'
    return f'<div class="scroll">{plot}</div>' + table(
        PROGRAMME.COUNTS, PROGRAMME.COLUMNS, [week.row for week in found]
    )
