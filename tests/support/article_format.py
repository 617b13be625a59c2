"""Keep the tables of `docs/article-format.md` as the models have them.

As a program (`python tests/support/article_format.py`) it writes them anew.
"""

from pathlib import Path

from briefgen.article.reference import reference

PAGE = Path(__file__).parents[2] / "docs" / "article-format.md"
_HEADING = "## Every field\n"


def current(text: str) -> str:
    """Give the page with its tables made anew; what stands before the first of them is kept."""
    before, heading, after = text.partition(_HEADING)
    return f"{before}{heading}{after.partition('### ')[0]}{reference()}"


if __name__ == "__main__":
    PAGE.write_text(current(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
