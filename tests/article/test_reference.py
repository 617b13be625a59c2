"""The page on the article file says what the models say, and its examples are records."""

import re

import pytest
from support.article_format import PAGE, current

from briefgen.article.read import read
from briefgen.article.reference import reference


def test_the_page_on_the_article_format_is_current() -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert text == current(text), "run: python tests/support/article_format.py"


@pytest.mark.parametrize(
    "record", re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
)
def test_the_records_on_that_page_can_be_read(record: str) -> None:
    assert read(record.encode(), "docs/article-format.md").article.id


def test_every_part_of_a_record_is_described_once() -> None:
    titles = re.findall(r"^### (.+)$", reference(), re.MULTILINE)
    links = set(re.findall(r"\]\(#([\w-]+)\)", reference()))

    assert len(titles) == len(set(titles))
    assert links | {"article"} == {title.lower().replace(" ", "-") for title in titles}
