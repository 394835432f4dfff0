"""What a question sets side by side: places, two subjects, or whole documents."""
