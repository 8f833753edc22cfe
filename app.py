"""Decides nothing: starts the web app as the settings say."""

import sys

from assistant.ui.server import serve

if __name__ == "__main__":
    sys.exit(serve())
