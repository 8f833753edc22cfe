"""Decides where conversations are kept; `store.py` is the only way in."""

from assistant.store.store import Conversation, HeldSession, Listed, Store

__all__ = ["Conversation", "HeldSession", "Listed", "Store"]
