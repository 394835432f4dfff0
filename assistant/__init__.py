"""From a question to an answer that rests on articles; the pipeline is in ``pipeline.py``."""
