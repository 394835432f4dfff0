"""What a question asks, told from the words of asking: its asking clauses, its intent, the list or
the kind of thing that it wants.

``words`` and ``own_words`` part the words of asking from those of the matter, ``topic`` takes the
frames away; ``demands`` holds what is asked for besides figures.
"""
