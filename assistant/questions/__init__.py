"""What a peer's draft question does to the thinking (`faults.py`) and how to sharpen it (`sharpen.py`)."""
