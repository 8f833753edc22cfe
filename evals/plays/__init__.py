"""Conversations with people who react: the coaches to talk to, and what is told of the talks afterwards."""
