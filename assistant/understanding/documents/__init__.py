"""Which documents a question means, and what it asks of a document itself.

``described`` and ``in_time`` find the documents; ``facts_asked`` tells which of the ``facts`` are
wanted, with the cues of those that a document's head or its closing articles say.
"""
