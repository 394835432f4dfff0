"""What callers ask that these policies do not rule on, and who can help with it."""
