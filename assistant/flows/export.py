"""Decides how a brief looks on paper, as Markdown and as a page; refuses to change a word of it."""

import re
from html import escape
from typing import TYPE_CHECKING

from assistant.flows.headings import HEADINGS, Headings
from assistant.schemas import BriefField, BriefLine
from assistant.tongues import tongue

if TYPE_CHECKING:
    from assistant.store import Conversation

_STYLE = """
body{font:17px/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1.2rem;color:#222;background:#fff}
h1{font-size:1.5rem;margin:0 0 1rem}h2{font-size:1rem;margin:1.1rem 0 .2rem;color:#1f4d46}
p{margin:.15rem 0;overflow-wrap:anywhere;white-space:pre-wrap}.from,.open{color:#5c5c5c;font-size:.85em}
.question p{font-size:1.15em;font-weight:bold}@media print{body{margin:0}}
"""


def headings(conversation: "Conversation") -> tuple[str, Headings]:
    """The language the lines of a brief are in, and the words around them in it; English when there is no other."""
    told = " ".join(line.text for lines in conversation.brief.values() for line in lines)
    found = tongue(told)
    language = found if found in HEADINGS else "en"
    return language, HEADINGS[language]


def source_of(line: BriefLine, around: Headings = HEADINGS["en"]) -> str:
    """Where a line comes from, in words."""
    if line.turn is None:
        return around.edit
    return (around.edit_of if line.edited else around.source).format(line.turn)


def markdown(conversation: "Conversation") -> str:
    """The brief as Markdown; marks in the person's words are escaped so that they stay words."""
    _, around = headings(conversation)
    parts = [f"# {around.title}", ""]
    for field, title in around.parts.items():
        lines = conversation.brief.get(field, ())
        parts += [f"## {title}", ""]
        parts += [f"- {_plain(line.text)} *({source_of(line, around)})*" for line in lines] or [f"*{around.empty}*"]
        parts.append("")
    return "\n".join(parts)


def page(conversation: "Conversation") -> str:
    """The brief as one self-contained HTML page."""
    language, around = headings(conversation)
    body = "".join(_section(field, conversation.brief.get(field, ()), around) for field in around.parts)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{around.title}</title><style>{_STYLE}</style></head><body><main><h1>{around.title}</h1>{body}</main></body></html>"
    )


def _section(field: BriefField, lines: tuple[BriefLine, ...], around: Headings) -> str:
    shown = "".join(
        f'<p>{escape(line.text)} <span class="from">({source_of(line, around)})</span></p>' for line in lines
    )
    open_ = f'<p class="open">{around.empty}</p>'
    return f'<section class="{field}"><h2>{around.parts[field]}</h2>{shown or open_}</section>'


def _plain(text: str) -> str:
    """Escape what Markdown or an HTML-aware viewer would read as markup."""
    text = re.sub(r"([\\`*_\[\]#|~!])", r"\\\1", text).replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"\s*\n\s*", " ", text)
