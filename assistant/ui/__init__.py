"""Decides nothing; holds the web app: `server.py` starts it, `page.py` puts it together, one file a tab."""
