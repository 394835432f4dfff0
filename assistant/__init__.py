"""From a question to an answer that rests on articles; the pipeline is in ``pipeline.py``.

The rooms, in the order in which a question passes them:

``understanding``
    What is asked, of which places and documents, and what the earlier turns add.
``enumerating`` and ``gathering``
    Lists that the structure of the documents gives, and lists of what is on a subject.
``looking_up``
    What is named by its number, of a document itself, or a word to explain: answered without weighing.
``searching`` and ``weighing``
    Candidate articles, side by side, and how surely each of them answers.
``conversation``
    Follow-ups read along with what was just heard.
``judging``
    What the answer rests on, or why there is none; ``referring`` knows who else can help.
``composing``, ``generation`` and ``verification``
    The draft in the articles' words, a model's words for it, and the check that they say no more.
"""
