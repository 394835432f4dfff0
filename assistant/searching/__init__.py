"""From an understood question to candidate articles: one search for each side that it asks about."""
