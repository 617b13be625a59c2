"""A record is attached only for an audience that may see all of it."""

import json

import pytest
from support.articles import SMALL

from briefgen import files, resources
from briefgen.article.read import read
from briefgen.audience.attaching import attached
from briefgen.audience.markings import schemes
from briefgen.audience.pack import load
from briefgen.errors import AudienceError
from briefgen.shelf import Sheet, Shelf

SHIPPED = {name: Sheet(path, text) for name, path, text in files.read_texts(resources.templates_folder())}
ARCHIVE = """\
title: Archive
extends: analyst
attach_record: true
ceiling: {uk-gsc: OFFICIAL}
"""


def shelf(pack: str = ARCHIVE) -> Shelf:
    return Shelf({**SHIPPED, "archive/audience.yaml": Sheet("archive/audience.yaml", pack)})


def refused(article: str, pack: str = ARCHIVE, audience: str = "archive") -> list[str]:
    """Give what is told when the record may not be attached."""
    own = shelf(pack)
    with pytest.raises(AudienceError) as caught:
        attached(read(article.encode(), "a.yaml"), load(audience, own), schemes(own))
    return [str(notice) for notice in caught.value.notices]


def test_the_file_is_the_record_as_it_was_written() -> None:
    own = shelf()

    file, marking = attached(read(f"# mine\n{SMALL}".encode(), "x.yml"), load("archive", own), schemes(own))

    assert (file.name, file.media_type) == ("ferry-talks.yaml", "application/yaml")
    assert file.content.decode() == f"# mine\n{SMALL}"
    assert marking.level == "OFFICIAL"


def test_a_record_in_json_stays_json() -> None:
    own, article = (
        shelf(),
        json.dumps(
            {
                "schema": "briefgen/article@1",
                "id": "a",
                "title": "A",
                "language": "en",
                "as_of": "2025-05-06",
                "sources": ["A source"],
            }
        ),
    )

    file, _ = attached(read(article.encode(), "a.json"), load("archive", own), schemes(own))

    assert (file.name, file.media_type, file.content.decode()) == ("a.json", "application/json", article)


@pytest.mark.parametrize("audience", ["committee", "minister", "partner", "press", "public"])
def test_audiences_that_see_a_part_do_not_get_the_whole(audience: str) -> None:
    told = refused(SMALL, audience=audience)

    assert "\n".join(told).splitlines() == [
        f"error AUD10 the record cannot be attached for {audience}: it holds what their memo leaves out",
        f"  hint: where they may see all of it, write attach_record: true into {audience}/audience.yaml",
    ]


def test_an_audience_does_not_inherit_it() -> None:
    assert "it holds what their memo leaves out" in refused(SMALL, "title: Archive\nextends: analyst\n")[0]


@pytest.mark.parametrize(
    ("kept", "path"),
    [
        pytest.param("audiences: [minister]", "options[0]", id="meant for others"),
        pytest.param("marking: {scheme: uk-gsc, level: SECRET}", "options[0]", id="marked too high"),
    ],
)
def test_what_the_record_keeps_from_them_keeps_the_whole(kept: str, path: str) -> None:
    article = SMALL.replace("{id: secret,", f"{{id: secret, {kept},")

    assert refused(article)[0].startswith(
        f"a.yaml:34:5: error AUD10 the record cannot be attached for archive: {path} is not for them"
    )


def test_judgements_that_are_not_cleared_keep_the_whole() -> None:
    told = refused(SMALL, f"{ARCHIVE}cleared_only: true\n")

    assert "\n".join(told).splitlines() == [
        "a.yaml:26:7: error AUD10 the record cannot be attached for archive: outlook.judgements[0] is not for them",
        "  hint: make their memo without --attach-record",
    ]


def test_the_marking_is_that_of_all_there_is() -> None:
    article = SMALL.replace("{id: secret,", "{id: secret, marking: {scheme: uk-gsc, level: SECRET},")
    own = shelf(ARCHIVE.replace("OFFICIAL", "TOP SECRET"))

    _, marking = attached(read(article.encode(), "a.yaml"), load("archive", own), schemes(own))

    assert marking.level == "SECRET"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("deny: [options]", "the pack denies fields, and the record would show them", id="denies"),
        pytest.param("marked: false", "the pack prints no marking, and the record may have one", id="unmarked"),
    ],
)
def test_a_pack_that_contradicts_itself_is_refused(line: str, message: str) -> None:
    with pytest.raises(AudienceError, match=f"archive/audience.yaml:3:16: error AUD02 attach_record: {message}"):
        load("archive", shelf(f"{ARCHIVE}{line}\n"))
