"""View → Word file: fill an audience's own Word template, which has docxtpl's tags.

It is filled in the sandbox of our other templates, with the same view, names and filters; all that is printed is
plain characters, never markup.
The only home of docxtpl and docxtpl-lint, which the extra `word` brings.
"""

from briefgen.word_templates.filling import Filling, word_file, word_memo
from briefgen.word_templates.mistakes import linted

__all__ = ["Filling", "linted", "word_file", "word_memo"]
