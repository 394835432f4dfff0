"""How surely each article that a search has found answers: the evidence for it, and its probability.

``weigher`` puts the evidence together, ``features`` makes numbers of it, ``support`` holds the
models; each other module is one kind of evidence. The learned weights lie beside them.
"""
