"""Training the project's own encoder; nothing here is imported when it serves."""
