"""Decides how the assistant coaches: read, decide, say, in that order; refuses to judge itself (`stance/`)."""
