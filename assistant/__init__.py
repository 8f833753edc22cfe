"""Askwell: an assistant for peer coaching that helps people ask and never answers.

Start reading at `assistant/turn.py` (one chat turn, top to bottom) and `assistant/stance/` (what may be shown).
"""

__version__ = "0.1.0"
