"""Decides how the stance judge is trained and measured; refuses to be needed at run time."""
