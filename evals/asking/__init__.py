"""Decides what is measured and learned of what a message asks of the chat; `python -m evals.asking` measures, `train.py` teaches."""
