"""Decides how the web app looks: colours, type and the files of `assets/`; refuses to know what is shown.

Warm paper, dark ink and one green. The serif lies in assets/fonts, the sans in Gradio's own wheel; nothing is fetched.
"""

import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.ui.copy import APP
from assistant.ui.words import words_of

ASSETS = Path(__file__).parent / "assets"
FONTS = ASSETS / "fonts"


@dataclass(frozen=True)
class Palette:
    """The colours; every text colour keeps 4.5:1 on `desk`, `paper` and `wash`."""

    desk: str
    """Behind everything."""
    paper: str
    """The brief, the message box."""
    wash: str
    """The thinker's own words."""
    ink: str
    soft: str
    """Secondary text."""
    line: str
    edge: str
    """Borders of things one can use; 3:1 on `desk` and `paper`."""
    accent: str
    accent_strong: str
    on_accent: str
    alarm: str


DAY = Palette(
    desk="#f6f1e6", paper="#fffdf7", wash="#e9eee3", ink="#2a261f", soft="#655d50", line="#e2d9c6", edge="#8f8571",
    accent="#2a5a4c", accent_strong="#1d4338", on_accent="#ffffff", alarm="#8c2f1c",
)  # fmt: skip
NIGHT = Palette(
    desk="#1d1b18", paper="#262320", wash="#2b3530", ink="#ece5d8", soft="#b5ab9b", line="#3a352f", edge="#857b6c",
    accent="#9ccbb9", accent_strong="#bfe0d3", on_accent="#16211d", alarm="#f0a08c",
)  # fmt: skip


def asset(name: str) -> str:
    """The text of a file in assets/."""
    return (ASSETS / name).read_text(encoding="utf-8")


@cache
def css() -> str:
    """Our own style sheet: the palettes as custom properties, then assets/*.css in the order of their names."""
    sheets = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ASSETS.glob("*.css")))
    return f":root {{ {_properties(DAY)} }}\n:root.dark, .dark {{ {_properties(NIGHT)} }}\n{sheets}"


def theme() -> gr.themes.Base:
    """Gradio's own parts in our colours."""
    sans = gr.themes.LocalFont("Source Sans Pro", weights=(400, 700))  # the whole faces; most others are specimens
    base = gr.themes.Base(
        primary_hue=gr.themes.colors.emerald,
        neutral_hue=gr.themes.colors.stone,
        text_size=gr.themes.sizes.text_lg,
        radius_size=gr.themes.sizes.radius_md,
        font=[sans, "Seravek", "Ubuntu", "Calibri", "sans-serif"],
        font_mono=["ui-monospace", "Consolas", "monospace"],
    )
    night = {f"{name}_dark": value for name, value in _variables(NIGHT).items()}
    return base.set(**_variables(DAY), **{name: value for name, value in night.items() if hasattr(base, name)})


def look() -> dict[str, Any]:
    """What `mount_gradio_app` takes for the look of the page."""
    return {
        "theme": theme(),
        "css": css(),
        "head": f"<script>{asset('page.js')}\nwindow.askwell.words = {json.dumps(words_of(APP))};</script>",
        "favicon_path": str(ASSETS / "favicon.png"),
    }


def _properties(palette: Palette) -> str:
    return " ".join(f"--{name.replace('_', '-')}: {value};" for name, value in asdict(palette).items())


def _variables(palette: Palette) -> dict[str, str]:
    return {
        "body_background_fill": palette.desk,
        "body_text_color": palette.ink,
        "body_text_color_subdued": palette.soft,
        "background_fill_primary": palette.paper,
        "background_fill_secondary": palette.desk,
        "block_background_fill": "transparent",
        "block_border_color": palette.line,
        "block_label_background_fill": "transparent",
        "block_label_text_color": palette.soft,
        "block_title_text_color": palette.soft,
        "block_info_text_color": palette.soft,
        "border_color_primary": palette.line,
        "border_color_accent": palette.accent,
        "color_accent": "var(--accent)",
        "color_accent_soft": palette.wash,
        "link_text_color": palette.accent,
        "link_text_color_hover": palette.accent_strong,
        "link_text_color_active": palette.accent,
        "link_text_color_visited": palette.accent,
        "input_background_fill": palette.paper,
        "input_background_fill_focus": palette.paper,
        "input_border_color": palette.edge,
        "input_border_color_focus": palette.accent,
        "input_placeholder_color": palette.soft,
        "button_primary_background_fill": palette.accent,
        "button_primary_background_fill_hover": palette.accent_strong,
        "button_primary_text_color": palette.on_accent,
        "button_primary_text_color_hover": palette.on_accent,
        "button_primary_border_color": palette.accent,
        "button_secondary_background_fill": palette.paper,
        "button_secondary_background_fill_hover": palette.wash,
        "button_secondary_text_color": palette.ink,
        "button_secondary_text_color_hover": palette.ink,
        "button_secondary_border_color": palette.edge,
        "error_text_color": palette.alarm,
        "error_border_color": palette.alarm,
        "error_background_fill": palette.paper,
    }
