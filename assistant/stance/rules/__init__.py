"""Decides nothing: one file for each family of rules; the order in which they are tried is in `classifier.py`."""
