"""Decides what the rest of Askwell may use of the sentence encoder; refuses to load anything by itself."""

from assistant.encoder.encoder import DIMENSION, MODEL_ID, Encoder, shipped

__all__ = ["DIMENSION", "MODEL_ID", "Encoder", "shipped"]
