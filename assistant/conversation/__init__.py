"""Follow-ups read once more after the search: along with what was just heard, or for themselves."""
