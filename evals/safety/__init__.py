"""What the second net of the safety reading is trained on and measured with; `python -m evals.safety` runs it."""
