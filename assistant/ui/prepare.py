"""Decides what stands where on the Prepare tab and which event goes to which handler; refuses to decide anything else."""

from html import escape
from typing import TYPE_CHECKING, Any

import gradio as gr

from assistant.ui import brief
from assistant.ui.copy import BAR, BRIEF, PREPARE
from assistant.ui.prepare_events import Events, Parts
from assistant.ui.theme import asset
from assistant.ui.words import words_of

if TYPE_CHECKING:
    from assistant.bootstrap import Assistant

QUIETLY: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
REMEMBERED = "() => askwell.recall()"
REMEMBER = "(id) => { sessionStorage.setItem('askwell-session', id || 'new'); }"
REST_OF_BOX = "(sent, box) => askwell.restOfBox(sent, box)"
NOTICE = '<div class="notice"><p role="status"></p><p role="alert"></p></div>'
WHY = f'<details class="why" hidden><summary>{PREPARE.WHY}</summary><p></p></details>'


def build(assistant: "Assistant", page: gr.Blocks) -> None:
    """Lay out the tab inside the open `gr.Tab` and wire it to the prepare flow."""
    parts = lay_out(_voice(assistant), assistant.prepare.gathers)
    wire(parts, Events(assistant.prepare, parts), page)


def lay_out(voice: str, gathers: bool = False) -> Parts:
    """The conversation left, the brief right; one below the other on a phone."""
    with gr.Row(elem_id="prepare", equal_height=True):
        with gr.Column(elem_id="talk", min_width=0, scale=6):
            bar = _script(
                "bar", '<div class="bar"></div>', {"conversation": "", "title": "", "sessions": []}, words_of(BAR)
            )
            intro = _script("intro", _intro(voice), None, {}, visible=False)
            chat = _chat()
            why = _script("why", WHY, "", {})
            notice = _script("notice", NOTICE, {}, {})
            with gr.Row(elem_id="composer"):
                box, send, stop = _composer()
        with gr.Column(elem_id="sheet", min_width=0, scale=5):
            sheet = brief.sheet()
            gather = gr.Button(BRIEF.GATHER, scale=0, min_width=240, elem_id="gather") if gathers else None
    conversation = gr.Textbox(visible="hidden", elem_id="conversation", label="conversation")
    sent = gr.Textbox(visible="hidden", elem_id="sent", label="sent")
    return Parts(bar, intro, chat, why, notice, box, send, stop, sheet, conversation, sent, gather)


def wire(parts: Parts, events: Events, page: gr.Blocks) -> None:
    """Every event and its handler."""
    here, outputs = parts.conversation, list(parts)
    page.load(events.arrive, here, outputs, js=REMEMBERED, **QUIETLY)
    said = gr.on(
        [parts.box.submit, parts.send.click], events.say, [here, parts.box], outputs, trigger_mode="once", **QUIETLY
    )
    parts.stop.click(events.stop, here, outputs, **QUIETLY)
    parts.sheet.edit(events.edit, here, outputs, trigger_mode="multiple", concurrency_limit=1, **QUIETLY)  # in order
    if parts.gather:
        parts.gather.click(events.gather, here, outputs, **QUIETLY)
    parts.bar.start_over(events.start_over, None, outputs, cancels=[said], **QUIETLY)
    parts.bar.open_session(events.open_session, None, outputs, cancels=[said], **QUIETLY)
    parts.bar.forget_session(events.forget_session, here, outputs, cancels=[said], **QUIETLY)
    here.change(None, here, None, js=REMEMBER, **QUIETLY)
    parts.sent.change(None, [parts.sent, parts.box], parts.box, js=REST_OF_BOX, **QUIETLY)


def _script(name: str, template: str, value: object, words: dict[str, str], **more: Any) -> gr.HTML:
    return gr.HTML(
        value, html_template=template, js_on_load=asset(f"{name}.js"), apply_default_css=False, elem_id=name, words=words,
        **more,
    )  # fmt: skip


def _chat() -> gr.Chatbot:
    return gr.Chatbot(
        elem_id="chat", label=PREPARE.CHAT_LABEL, show_label=False, container=False, height="100%", layout="bubble",
        buttons=["copy"], render_markdown=False, sanitize_html=True, allow_tags=False, latex_delimiters=[],
        group_consecutive_messages=False, feedback_options=None, allow_file_downloads=False,
    )  # fmt: skip


def _composer() -> tuple[gr.Textbox, gr.Button, gr.Button]:
    box = gr.Textbox(
        elem_id="box", label=PREPARE.BOX_LABEL, show_label=False, container=False, placeholder=PREPARE.BOX_HINT,
        lines=1, max_lines=8, scale=1,
    )  # fmt: skip
    send = gr.Button(PREPARE.SEND, variant="primary", elem_id="send", scale=0, min_width=96)
    stop = gr.Button(PREPARE.STOP, variant="secondary", elem_id="stop", scale=0, min_width=96, visible=False)
    return box, send, stop


def _intro(voice: str) -> str:
    sentences = "".join(f"<p>{escape(sentence)}</p>" for sentence in PREPARE.INTRO)
    openers = "".join(
        f'<li><button type="button" data-words="{escape(words)}">{escape(words.rstrip(": "))} …</button></li>'
        for words in PREPARE.OPENERS
    )
    return (
        f'<div class="intro"><h2>{escape(PREPARE.INTRO_TITLE)}</h2>{sentences}<p class="lead">{escape(PREPARE.OPENERS_LEAD)}</p>'
        f'<ul>{openers}</ul><p class="fine">{escape(voice)}</p></div>'
    )


def _voice(assistant: "Assistant") -> str:
    words = PREPARE.MODEL_VOICE if assistant.settings.model else PREPARE.LOCAL_VOICE
    return words.format(voice=assistant.voice_name)
