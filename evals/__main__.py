"""Runs the evaluation suite: `python -m evals --help`."""

import sys

from assistant.bootstrap import evaluated
from assistant.evaluation.command import main

if __name__ == "__main__":
    sys.exit(main(None, evaluated))
