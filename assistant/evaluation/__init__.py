"""Measures whether Askwell keeps its stance: cases, scorers, statistics, a gate against an accepted baseline, reports."""
