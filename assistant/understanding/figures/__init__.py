"""Figures: those that stand in a text, the kind that a question wants, and those that it asserts."""
