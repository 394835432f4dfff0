"""Training the reader; it needs torch, which serving does not."""
