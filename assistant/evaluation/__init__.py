"""Measures whether Askwell keeps its stance: cases, scorers, statistics, a gate against an accepted baseline, reports."""

from assistant.evaluation.own import suite_runner

__all__ = ["suite_runner"]
