"""Decides what each kind of user can do; refuses to know how a turn flows inside (`turn.py`)."""
