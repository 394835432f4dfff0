"""Which article a question is asked of, told by a small network that has read all known questions."""
