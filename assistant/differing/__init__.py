"""What one place's documents, or one document, rule and another's do not."""
