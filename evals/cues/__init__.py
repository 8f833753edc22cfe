"""What the reading of a thinker's message is measured with: marked messages, training, precision and recall."""
