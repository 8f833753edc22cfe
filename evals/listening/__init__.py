"""What a good listener takes from a message, as labelled by readers: data, training, tuning and measuring."""
