"""Articles are given out as they were read, or not at all."""

from pathlib import Path

import pytest
from support.articles import SMALL

from briefgen.article.card import card_of
from briefgen.article.read import read
from briefgen.cli.outcome import Outcome
from briefgen.cli.reading_run import Articles
from briefgen.cli.workforce import Workforce
from briefgen.errors import RecordError


def articles_of(*paths: Path) -> tuple[Articles, tuple[object, ...]]:
    articles = Articles({}, None)
    cards = articles.read(
        map(str, paths),
        readers=("minister",),
        gate=None,
        schemes={},
        all_made=lambda _: False,
        outcome=Outcome(as_json=True, quiet=True),
        workforce=Workforce(1),
    )
    return articles, cards


def test_an_article_is_given_out_as_it_was_read(tmp_path: Path) -> None:
    paths = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for number, path in enumerate(paths):
        path.write_text(SMALL.replace("ferry-talks", f"ferry-{number}"), encoding="utf-8")
    articles, cards = articles_of(*paths)

    expected = [card_of(read(path.read_bytes(), str(path))) for path in paths]
    assert list(cards) == expected
    assert [articles.manuscript(card).data for card in expected] == [path.read_bytes() for path in paths]


def test_an_article_that_was_changed_meanwhile_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(SMALL, encoding="utf-8")
    articles, _ = articles_of(path)
    card = card_of(read(path.read_bytes(), str(path)))
    path.write_text(f"{SMALL}\n", encoding="utf-8")

    with pytest.raises(RecordError, match=r"REC13 .*: was changed while its memos were made"):
        articles.manuscript(card)
