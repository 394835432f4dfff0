"""Turns that the earlier turns of the same user complete.

``resolve`` is the way in; every other module reads one kind of turn, or tells whether a turn leans
on the earlier ones at all. ``another_document`` comes after it, for turns that name a document.
"""
