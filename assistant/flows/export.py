"""Decides how a brief looks on paper, as Markdown and as a page; refuses to change a word of it."""

import re
from html import escape
from typing import TYPE_CHECKING

from assistant.schemas import BriefField, BriefLine

if TYPE_CHECKING:
    from assistant.store import Conversation

TITLES: dict[BriefField, str] = {
    BriefField.SITUATION: "Situation",
    BriefField.WHY_NOW: "Why now",
    BriefField.TRIED: "What I have tried",
    BriefField.MY_PART: "My part",
    BriefField.WANT_INSTEAD: "What I want instead",
    BriefField.ASSUME: "What I assume",
    BriefField.NOT_SAID: "What I have not said",
    BriefField.RELY_ON: "What I am proud of or rely on",
    BriefField.QUESTION: "My question for my peers",
    BriefField.ASK_OF_PEERS: "What I want from them",
    BriefField.NEXT_STEP: "Next step",
    BriefField.BY_WHEN: "By when",
    BriefField.WHO_WILL_KNOW: "Who will know",
}
HEADING = "My brief for peer coaching"
EMPTY = "(still open)"

_STYLE = """
body{font:17px/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1.2rem;color:#222;background:#fff}
h1{font-size:1.5rem;margin:0 0 1rem}h2{font-size:1rem;margin:1.1rem 0 .2rem;color:#1f4d46}
p{margin:.15rem 0;overflow-wrap:anywhere;white-space:pre-wrap}.from,.open{color:#5c5c5c;font-size:.85em}
.question p{font-size:1.15em;font-weight:bold}@media print{body{margin:0}}
"""


def source_of(line: BriefLine) -> str:
    """Where a line comes from, in words."""
    if line.turn is None:
        return "your edit"
    return f"your edit of message {line.turn}" if line.edited else f"from message {line.turn}"


def markdown(conversation: "Conversation") -> str:
    """The brief as Markdown; marks in the person's words are escaped so that they stay words."""
    parts = [f"# {HEADING}", ""]
    for field, title in TITLES.items():
        lines = conversation.brief.get(field, ())
        parts += [f"## {title}", ""]
        parts += [f"- {_plain(line.text)} *({source_of(line)})*" for line in lines] or [f"*{EMPTY}*"]
        parts.append("")
    return "\n".join(parts)


def page(conversation: "Conversation") -> str:
    """The brief as one self-contained HTML page."""
    body = "".join(_section(field, conversation.brief.get(field, ())) for field in TITLES)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{HEADING}</title><style>{_STYLE}</style></head><body><main><h1>{HEADING}</h1>{body}</main></body></html>"
    )


def _section(field: BriefField, lines: tuple[BriefLine, ...]) -> str:
    shown = "".join(f'<p>{escape(line.text)} <span class="from">({source_of(line)})</span></p>' for line in lines)
    return f'<section class="{field}"><h2>{TITLES[field]}</h2>{shown or f"""<p class="open">{EMPTY}</p>"""}</section>'


def _plain(text: str) -> str:
    """Escape what Markdown or an HTML-aware viewer would read as markup."""
    text = re.sub(r"([\\`*_\[\]#|~!])", r"\\\1", text).replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"\s*\n\s*", " ", text)
