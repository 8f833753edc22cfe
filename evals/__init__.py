"""The cases and accepted results by which Askwell is measured; `python -m evals` runs them."""
