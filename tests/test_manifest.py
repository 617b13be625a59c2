"""A manifest that is damaged, or a stranger's, is no manifest, and a damaged line of a journal is no line."""

import pytest

from briefgen.manifest import Manifest, parse_manifest, parse_older

WHOLE = '{"schema": "briefgen/manifest@1", "files": {"a.pdf": MADE}, "ingredients": GROUPS}'
MADE = '{"sha256": "00", "record": "a.yaml", "ingredients": {"record": "0"}, "read_back": true}'
GROUPS = '{"0": {"file": "1"}}'


def manifest(made: str = MADE, groups: str = GROUPS) -> bytes:
    return WHOLE.replace("MADE", made).replace("GROUPS", groups).encode()


def test_what_was_written_is_read_back() -> None:
    found = parse_manifest(manifest())

    assert found is not None
    assert parse_manifest(found.spelled()) == found
    assert found.ingredients(found.files["a.pdf"]) == {"record": {"file": "1"}}


@pytest.mark.parametrize(
    "data",
    [
        manifest(made="[]"),
        manifest(made="{}"),
        manifest(made=MADE.replace('"00"', "5")),
        manifest(made=MADE.replace('"a.yaml"', "null")),
        manifest(made=MADE.replace('{"record": "0"}', "[[]]")),
        manifest(made=MADE.replace('"0"', "[1]")),
        manifest(groups="[]"),
        manifest(groups='{"0": {"file": []}}'),
        manifest(made="9" * 10_000),
        b"[" * 1_000_000,
        b'{"a":' * 1_000_000,
        b"\xff",
    ],
    ids=[
        *("list", "nothing", "number", "null", "list of ingredients", "list as ingredient", "groups", "part"),
        *("huge number", "deep list", "deep names", "no text"),
    ],
)
def test_what_is_of_another_kind_is_no_manifest(data: bytes) -> None:
    assert parse_manifest(data) is None


@pytest.mark.parametrize("data", [b"[" * 1_000_000, b"[1]", b"null", b"\xff"], ids=["deep", "list", "null", "no text"])
def test_a_damaged_list_of_earlier_versions_lists_nothing(data: bytes) -> None:
    assert parse_older(data).files == {}


def test_lines_of_a_journal_that_are_none_are_left_out() -> None:
    known = Manifest()

    known.replay(
        [
            *("", "[1]", '"file"', "1", "null", "[" * 1_000_000),
            *('{"file": [1], "made": {}}', '{"file": "a", "made": []}', '{"file": "a", "made": {"sha256": 5}}'),
            *('{"group": [], "parts": {}}', '{"group": "0", "parts": {"a": 1}}'),
            f'{{"file": "a.pdf", "made": {MADE}}}',
        ]
    )

    assert (list(known.files), known.groups) == (["a.pdf"], {})
