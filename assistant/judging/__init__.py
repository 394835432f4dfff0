"""What the answer rests on, or why there is none."""
