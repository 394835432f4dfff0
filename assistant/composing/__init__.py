"""Answers made of the articles' own words."""
