"""Decides where the parts of the workshop stand and what each click calls; refuses to know how a draft is tried."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import gradio as gr

from assistant.errors import AskwellError
from assistant.evaluation.cases import Suite
from assistant.ui import workshop_views as views
from assistant.ui.copy_workshop import WORKSHOP
from assistant.ui.files import to_download
from assistant.ui.markup import heading, panel, status

if TYPE_CHECKING:
    from assistant.bootstrap import Assistant
    from assistant.flows.trial import TrialFlow
    from assistant.flows.workshop import Workshop

QUIETLY: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
AT_FIRST = [Suite.CONVERSATION.value, Suite.LADDER.value, Suite.JUDGE.value]
"""Suites chosen to begin with: half a minute for both sides."""
HERE = ("127.0.0.1", "localhost", "::1")


def build(assistant: "Assistant") -> None:
    """Lay out the workshop inside the current tab and wire it."""
    workshop, files = assistant.workshop, assistant.workshop.files()
    panel(heading(WORKSHOP.TITLE, WORKSHOP.INTRO))
    first = next((file for file in files if file.startswith("knowledge/phrases/")), files[0])
    file = gr.Dropdown(files, value=first, label=WORKSHOP.FILE, elem_id="workshop-file")
    draft = gr.Textbox(workshop.text(first), label=WORKSHOP.DRAFT, lines=12, max_lines=24, elem_id="workshop-draft")
    look = panel(views.draft("", []), "workshop-look")
    suites = gr.CheckboxGroup(
        [suite.value for suite in Suite], value=AT_FIRST, label=WORKSHOP.SUITES, elem_id="workshop-suites"
    )
    # change as well as input: of a pasted text Gradio 6.31 tells the change alone
    gr.on([draft.input, draft.change], _looking(workshop), [file, draft], look, trigger_mode="always_last", **QUIETLY)
    _trying(assistant.trial, file, draft, suites)
    versions = _keeping(workshop, first, file, draft, look, assistant.settings.host in HERE)
    file.input(_choosing(workshop), file, [draft, look, versions], **QUIETLY)


def _trying(flow: "TrialFlow", file: Any, draft: Any, suites: Any) -> None:
    with gr.Row():
        start = gr.Button(WORKSHOP.TRY, variant="primary", scale=0, min_width=200, elem_id="workshop-try")
        stop = gr.Button(WORKSHOP.CANCEL, visible=False, scale=0, min_width=160)
        report = gr.DownloadButton(WORKSHOP.REPORT, visible=False, scale=0, min_width=220, elem_id="workshop-report")
    result, run = panel("", "workshop-result"), gr.State("")
    start.click(
        _running(flow), [file, draft, suites], [start, stop, report, result, run],
        concurrency_limit=1, concurrency_id="suite", **QUIETLY,
    )  # fmt: skip
    stop.click(flow.stop, run, None, **QUIETLY)


def _running(flow: "TrialFlow") -> Callable[..., Iterator[tuple[Any, ...]]]:
    def run(file: str, draft: str, suites: list[str]) -> Iterator[tuple[Any, ...]]:
        name, ended = uuid4().hex, False
        yield gr.update(interactive=False), gr.update(visible=True), gr.update(visible=False), "", name
        try:
            for now in flow.run(file, draft, suites, name):
                ended = now.outcome is not None
                whole = (
                    gr.update(visible=True, value=to_download(now.page, WORKSHOP.REPORT_NAME)) if ended else gr.skip()
                )
                yield gr.skip(), gr.skip(), whole, views.trial(now), name
        except AskwellError as error:
            yield gr.skip(), gr.skip(), gr.skip(), status(str(error), urgent=True), ""
            ended = True
        shown = gr.skip() if ended else status(WORKSHOP.CANCELLED)
        yield gr.update(interactive=True), gr.update(visible=False), gr.skip(), shown, ""

    return run


def _keeping(workshop: "Workshop", first: str, file: Any, draft: Any, look: Any, allowed: bool) -> Any:
    note = gr.Textbox(label=WORKSHOP.NOTE, max_lines=1, visible=allowed, elem_id="workshop-note")
    with gr.Row():
        keep = gr.Button(WORKSHOP.KEEP, scale=0, min_width=240, visible=allowed, elem_id="workshop-keep")
    word = panel(status("" if allowed else WORKSHOP.ONLY_HERE), "workshop-word")
    versions = gr.Radio(
        _versions(workshop, first), label=WORKSHOP.VERSIONS, visible=allowed, elem_id="workshop-versions"
    )
    back = gr.Button(WORKSHOP.BACK, scale=0, min_width=240, visible=allowed, elem_id="workshop-back")
    if allowed:
        keep.click(_kept(workshop), [file, draft, note], [word, versions, look, note], **QUIETLY)
        back.click(_back(workshop), [file, versions], [word, versions, draft, look], **QUIETLY)
    return versions


def _looking(workshop: "Workshop") -> Callable[[str, str], str]:
    """Checked as one types."""

    def look(file: str, draft: str) -> str:
        return views.draft(workshop.mistake(file, draft), workshop.difference(file, draft))

    return look


def _choosing(workshop: "Workshop") -> Callable[[str], tuple[Any, ...]]:
    def choose(file: str) -> tuple[Any, ...]:
        return workshop.text(file), views.draft("", []), gr.update(choices=_versions(workshop, file), value=None)

    return choose


def _kept(workshop: "Workshop") -> Callable[[str, str, str], tuple[Any, ...]]:
    def keep(file: str, draft: str, note: str) -> tuple[Any, ...]:
        try:
            made = workshop.keep(file, draft, note)
        except AskwellError as error:
            return status(str(error), urgent=True), gr.skip(), gr.skip(), gr.skip()
        word = status(WORKSHOP.KEPT.format(id=made.id))
        return word, gr.update(choices=_versions(workshop, file), value=None), views.draft("", []), ""

    return keep


def _back(workshop: "Workshop") -> Callable[[str, str | None], tuple[Any, ...]]:
    def back(file: str, version: str | None) -> tuple[Any, ...]:
        try:
            workshop.go_back(file, version or "")
        except AskwellError as error:
            return status(str(error), urgent=True), gr.skip(), gr.skip(), gr.skip()
        versions = gr.update(choices=_versions(workshop, file), value=None)
        return status(WORKSHOP.BACK_DONE), versions, workshop.text(file), views.draft("", [])

    return back


def _versions(workshop: "Workshop", file: str) -> list[tuple[str, str]]:
    kept = [
        (WORKSHOP.VERSION.format(id=one.id, at=one.at[:16], note=one.note), one.id) for one in workshop.versions(file)
    ]
    return [*kept, (WORKSHOP.SHIPPED, "")]
