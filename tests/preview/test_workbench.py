"""Everything is read afresh, nothing is made twice, and what was good stays."""

from dataclasses import replace
from pathlib import Path

import pytest
from support.previewing import desk

from briefgen.preview.rendering import Rendering
from briefgen.preview.session import Choice
from briefgen.preview.speaking import in_language, spoken
from briefgen.preview.workbench import Places, Seen, Workbench
from briefgen.shelf import Sheet, Shelf


@pytest.fixture
def own(tmp_path: Path) -> Workbench:
    """A workbench on a project that may be changed."""
    desk(tmp_path, "fish-duty")
    return Workbench(Places(tmp_path, tmp_path / "home"))


def _article(bench: Workbench) -> Path:
    return bench.places.folder / "articles/fish-duty/article.yaml"


def _change(path: Path, was: str, becomes: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")


def _look(bench: Workbench, **changes: str) -> Seen:
    choice = replace(Choice(next(iter(bench.articles())), "minister"), **changes)  # type: ignore[arg-type] # texts all
    return bench.look(choice, choice.audience)


def _made(seen: Seen) -> Rendering:
    assert seen.memo is not None, seen.failed
    return seen.memo


def test_the_same_is_made_once(own: Workbench) -> None:
    assert _made(_look(own)) is _made(_look(own))


def test_a_save_is_seen_and_taking_it_back_too(own: Workbench) -> None:
    before = _made(_look(own))
    title = before.record.article.title
    _change(_article(own), title, "Another title")
    between = _made(_look(own))
    _change(_article(own), "Another title", title)

    assert between.record.article.title == "Another title"
    assert _made(_look(own)) is before


@pytest.mark.parametrize("file", ["article.txt", "notice.txt"])
def test_a_stored_text_that_is_changed_changes_what_is_found(file: str, own: Workbench) -> None:
    before = _made(_look(own))
    (_article(own).parent / file).write_text("Nothing that was cited.", encoding="utf-8")

    after = _made(_look(own))

    assert not before.is_refused
    assert after.is_refused


def test_an_audience_of_the_project_is_followed(own: Workbench) -> None:
    folder = own.places.folder / "templates/minister"
    before = _made(_look(own))
    folder.mkdir(parents=True)
    (folder / "audience.yaml").write_text("title: Boss\nextends: press\n", encoding="utf-8")

    after = _made(_look(own))

    assert before.ready.pack.title == "Minister"
    assert after.ready.pack.title == "Boss"
    assert [one.name for one in own.offer().audiences if one.key == "minister"] == ["Boss"]


def test_an_error_is_told_with_its_file_and_the_last_good_memo_stays(own: Workbench) -> None:
    good = _made(_look(own))
    _change(_article(own), "kind: trade", "kind: trad")

    seen = _look(own)

    (notice,) = seen.failed
    assert (notice.code, notice.hint) == ("REC06", "did you mean 'trade'?")
    assert notice.place is not None
    assert notice.place.file in seen.written
    assert (seen.memo, seen.is_outdated) == (good, True)


def test_without_a_good_memo_there_is_only_the_error(own: Workbench) -> None:
    _change(_article(own), "kind: trade", "kind: trad")

    seen = _look(own)

    assert (seen.memo, len(seen.failed), seen.is_outdated) == (None, 1, False)


def test_a_mistake_in_the_project_file_is_told_too(own: Workbench) -> None:
    path = own.places.folder / "briefgen.toml"
    path.write_text('[project]\narticle = ["a"]\n', encoding="utf-8")

    seen = _look(own)

    assert [notice.code for notice in seen.failed] == ["CFG02"]
    assert str(path) in seen.written


def test_a_missing_text_is_told(own: Workbench) -> None:
    (_article(own).parent / "notice.txt").unlink()

    assert [notice.code for notice in _look(own).failed] == ["FIL01"]


def test_an_article_that_was_taken_away_is_told(own: Workbench) -> None:
    path = _article(own)
    named = Workbench(replace(own.places, named=(path,)))
    _made(_look(named))
    path.unlink()

    seen = _look(named)

    assert [notice.code for notice in seen.failed] == ["FIL01"]
    assert seen.is_outdated
    assert len(named.offer().articles) == 1


def test_a_memo_can_speak_another_language(own: Workbench) -> None:
    said = {language: _made(_look(own, language=language)).filled.memo for language in ("", "fr")}

    assert {language: memo.meta.language for language, memo in said.items()} == {"": "en-GB", "fr": "fr"}
    assert said["fr"].meta.labels.page == "Page {page} sur {pages}"


def test_the_language_of_a_pack_is_replaced_on_its_own_line() -> None:
    shelf = Shelf(
        {"a/audience.yaml": Sheet("a", "title: A\nlanguage: de\nextends: b\n"), "b/audience.yaml": Sheet("b", "x: y\n")}
    )

    assert in_language(shelf, "a", "fr").files["a/audience.yaml"].text == "title: A\nlanguage: fr\nextends: b\n"
    assert in_language(shelf, "b", "fr").files["b/audience.yaml"].text == "x: y\nlanguage: fr\n"
    assert in_language(shelf, "a", "") is in_language(shelf, "c", "fr") is shelf


def test_all_languages_that_have_words_are_offered(bench: Workbench) -> None:
    shelf = Shelf({"_words/en.yaml": Sheet("", ""), "_words/fr.yaml": Sheet("", ""), "_words/nl.yaml": Sheet("", "")})

    assert [(one.key, one.name) for one in spoken(shelf)] == [("en", "English"), ("fr", "Français"), ("nl", "nl")]
    assert {"en", "fr", "ar"} <= {one.key for one in bench.offer().languages}


def test_articles_are_those_of_the_project_those_that_are_named_or_the_sample(tmp_path: Path, bench: Workbench) -> None:
    empty = Workbench(Places(tmp_path, tmp_path))
    named = Workbench(Places(tmp_path, tmp_path, named=(bench.places.folder / "articles/fish-duty/article.yaml",)))

    assert [one.name.rpartition(" ")[2] for one in bench.offer().articles] == ["(article.yaml)"] * 2
    assert [empty.has_articles(), named.has_articles()] == [False, True]
    assert len(empty.offer().articles) == len(named.offer().articles) == 1


def test_the_folders_of_all_that_is_used_are_watched(own: Workbench) -> None:
    folder = own.places.folder
    (folder / "templates").mkdir()
    _look(own)

    watched = own.watched()

    assert watched.deep == {folder / "articles", folder / "templates"}
    assert watched.flat == {folder}


def test_the_template_is_shown_as_it_was_filled(own: Workbench) -> None:
    assert _made(_look(own, look="md")).markdown.startswith("# ")
