"""Messages for measuring the safety reading; `python -m evals.safety` counts."""
