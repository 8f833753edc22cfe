"""Decides nothing: draft questions labelled with their faults, and what is trained and measured on them."""
