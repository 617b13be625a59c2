"""The project file is read, or every mistake in it is told with its line."""

from pathlib import Path

import pytest

from briefgen.brand import Brand
from briefgen.errors import ConfigurationError
from briefgen.project import Project, parse_project


def mistakes(text: str) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        parse_project(text, "briefgen.toml", Path())
    return [str(notice) for notice in caught.value.notices]


def test_what_it_does_not_say_is_said_by_the_defaults() -> None:
    assert parse_project("", "briefgen.toml", Path("desk")) == Project(file="briefgen.toml", folder=Path("desk"))


def test_every_table_is_read() -> None:
    text = """\
[project]
articles = "records/*.yaml"
audiences = ["minister", "public"]
output = "memos"
formats = ["txt"]
filename = "{id}-{audience}.{ext}"

[brand]
organisation = "Sample desk"
paper = "Letter"

[audience.public]
formats = ["html", "md"]
"""

    assert parse_project(text, "briefgen.toml", Path()) == Project(
        file="briefgen.toml",
        articles=("records/*.yaml",),
        audiences=("minister", "public"),
        output="memos",
        formats=("txt",),
        filename="{id}-{audience}.{ext}",
        brand=Brand(organisation="Sample desk", paper="Letter"),
        formats_for={"public": ("html", "md")},
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("project = 1", "briefgen.toml:1: error CFG02 project: expected a table, found 1\n  hint: write [project]"),
        ("[project]\nformats = [1]", "briefgen.toml:2: error CFG02 formats: expected a list of texts, found [1]"),
        ("[project]\noutput = []", "briefgen.toml:2: error CFG02 output: expected text, found []"),
        ("[audience.public]\nformat = 'a'", "briefgen.toml:2: error CFG02 'format' is no key of [audience.public]"),
        ("[audience]\npublic = 1", "briefgen.toml:2: error CFG02 public: expected a table, found 1"),
        ("[project]\nOutput = 'a'", "briefgen.toml:2: error CFG02 'Output' is no key of [project]"),
        ("a = 1\na = 2", "briefgen.toml:2: error CFG01 cannot overwrite a value"),
        ("\n[project", "briefgen.toml:2: error CFG01 expected ']' at the end of a table declaration"),
        ("a = " + "[" * 100_000, "briefgen.toml: error CFG01 lists or tables too deep in each other"),
        ("a = " + "9" * 10_000, "briefgen.toml: error CFG01 exceeds the limit"),
        ('[brand]\nfile = "\\u0000"', "error FIL01 '\\x00': embedded null byte"),
    ],
)
def test_a_mistake_is_told_with_its_line(text: str, told: str) -> None:
    (found,) = mistakes(text)

    assert found.startswith(told)


def test_a_broken_pyproject_of_somebody_else_is_none_of_ours() -> None:
    assert parse_project("[project\nname = 'x'", "pyproject.toml", Path()) is None


def test_every_wrong_key_is_told_with_its_line_and_the_nearest_name() -> None:
    text = '[project]\noutptu = "x"\nformats = 3\n\n[brnd]\n[brand]\npaper = "A5"\n'

    with pytest.raises(ConfigurationError) as raised:
        parse_project(text, "briefgen.toml", Path())

    assert str(raised.value) == (
        "briefgen.toml:2: error CFG02 'outptu' is no key of [project]\n  hint: did you mean 'output'?\n"
        "briefgen.toml:3: error CFG02 formats: expected a list of texts, found 3\n"
        "briefgen.toml:5: error CFG02 'brnd' is no table\n  hint: did you mean 'brand'?\n"
        "briefgen.toml:7: error CFG02 paper: expected A4 or Letter, found 'A5'"
    )


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("output = out", 'put texts between quotation marks: "…"'),
        ("output = “out”", 'write straight quotation marks: "…"; word processors bend them'),
        ('output = "out', 'a quotation mark is missing: "…"'),
        (r'output = "C:\Users\me"', "in a path write / and not \\"),
        ("output: out", ""),
        ("output = 1 2  # “two”", ""),
    ],
    ids=["bare", "curly", "open", "backslash", "colon", "comment"],
)
def test_how_to_mend_a_usual_slip_in_toml_is_told(line: str, hint: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        parse_project(f"[project]\n{line}\n", "briefgen.toml", Path())

    assert [notice.hint for notice in raised.value.notices] == [hint]


def test_broken_toml_is_told_with_its_place() -> None:
    with pytest.raises(ConfigurationError, match=r"briefgen\.toml:2:\d+: error CFG01") as raised:
        parse_project("[project]\noutput = out\n", "briefgen.toml", Path())

    assert len(raised.value.notices) == 1


def test_a_pyproject_without_our_table_is_none_of_ours() -> None:
    assert parse_project("[project]\nname = 'x'\n", "pyproject.toml", Path()) is None
    assert parse_project("[tool.briefgen.brand]\npaper = 'Letter'\n", "pyproject.toml", Path()) == Project(
        file="pyproject.toml", brand=Brand(paper="Letter")
    )
