"""From a document's text to its articles.

The stages, each a module, each a function of the one before:

``lines``    the source, cut into lines that know their offsets and markup
``markers``  what a line's beginning may number: 第十五条, （一）, 3.
``outline``  which of these markers stand in sequence, and what lies under what
``levels``   which of the numbered things are the articles
``sections`` the lines under each article, each heading, the head and the closing
``divide``   the rows of a table of tasks, what lies in an attachment or below a heading
``articles`` clean text, clauses, heading and responsible units of each
"""

from corpus.parsing.parse import parse_policy, parse_source

__all__ = ["parse_policy", "parse_source"]
