"""The house style is read from the project file and from a file of its own, and each mistake has its place."""

from pathlib import Path

import pytest

from briefgen.brand import Brand
from briefgen.errors import ConfigurationError
from briefgen.project import Project, parse_project
from briefgen.toml_text import line_of

WHOLE = """\
[brand]
organisation = "Sample desk"
paper = "Letter"
reference = "letterhead.docx"
logo = "logo.svg"
logo_alt = "A lighthouse"
logo_height = "18mm"
header = ["Sample desk", "Private Office"]
footer = "1 Harbour Street"
letterhead = "first page"
font = "House Sans"
font_regular = "fonts/House-Regular.ttf"
font_bold = "fonts/House-Bold.ttf"
font_italic = "fonts/House-Italic.ttf"
font_bold_italic = "fonts/House-BoldItalic.ttf"
font_files = ["fonts/Signs.ttf"]
colours = { accent = "#7a1f1f", link = "#1a4f8b" }
margins = { left = "30mm" }
numbering = "sections"
"""
BRAND = Brand(
    organisation="Sample desk",
    paper="Letter",
    reference="letterhead.docx",
    logo="logo.svg",
    logo_alt="A lighthouse",
    logo_height="18mm",
    header=("Sample desk", "Private Office"),
    footer=("1 Harbour Street",),
    letterhead="first page",
    font="House Sans",
    font_regular="fonts/House-Regular.ttf",
    font_bold="fonts/House-Bold.ttf",
    font_italic="fonts/House-Italic.ttf",
    font_bold_italic="fonts/House-BoldItalic.ttf",
    font_files=("fonts/Signs.ttf",),
    colours={"accent": "#7a1f1f", "link": "#1a4f8b"},
    margins={"left": "30mm"},
    numbering="sections",
)
YAML = """\
organisation: Sample desk
logo: pictures/logo.png
logo_alt: A lighthouse
font_files: [Signs.ttf]
colours:
  accent: "#7a1f1f"
  link: "#1a4f8b"
"""


def brand(text: str, folder: Path = Path(), file: str = "briefgen.toml") -> Brand:
    project = parse_project(text, file, folder)
    assert isinstance(project, Project)
    return project.brand


def mistakes(text: str, folder: Path = Path()) -> list[str]:
    with pytest.raises(ConfigurationError) as caught:
        parse_project(text, "briefgen.toml", folder)
    return [str(notice).partition("\n")[0] for notice in caught.value.notices]


def test_every_key_is_read() -> None:
    assert brand(WHOLE) == BRAND


def test_tables_may_have_lines_of_their_own() -> None:
    text = WHOLE.replace("colours = { accent", "# colours = { accent").replace("margins =", "# margins =")
    text += '[brand.colours]\naccent = "#7a1f1f"\nlink = "#1a4f8b"\n[brand.margins]\nleft = "30mm"\n'

    assert brand(text) == BRAND


def test_a_pyproject_holds_it_too() -> None:
    assert brand(WHOLE.replace("[brand]", "[tool.briefgen.brand]"), file="pyproject.toml") == BRAND


@pytest.mark.parametrize("name", ["brand.yaml", "brand.toml"])
def test_a_file_of_its_own_is_read(name: str, tmp_path: Path) -> None:
    own = YAML if name.endswith("yaml") else WHOLE.removeprefix("[brand]\n")
    (tmp_path / name).write_text(own, encoding="utf-8")
    read = brand(f'[brand]\nfile = "{name}"\n', tmp_path)

    assert (read.organisation, read.colours) == ("Sample desk", {"accent": "#7a1f1f", "link": "#1a4f8b"})


def test_files_are_named_from_where_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house/brand.yaml").write_text(YAML, encoding="utf-8")
    read = brand('[brand]\nfile = "house/brand.yaml"\nreference = "own.docx"\n', tmp_path)

    assert (read.logo, read.font_files, read.reference) == ("house/pictures/logo.png", ("house/Signs.ttf",), "own.docx")


def test_what_stands_in_the_project_file_outweighs_that_file(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text(YAML, encoding="utf-8")
    read = brand('[brand]\nfile = "brand.yaml"\norganisation = "Mine"\ncolours = { link = "#000000" }\n', tmp_path)

    assert (read.organisation, read.colours) == ("Mine", {"accent": "#7a1f1f", "link": "#000000"})


def test_every_mistake_is_told_with_its_line() -> None:
    text = """\
[brand]
organisaton = "x"
logo_height = 14
header = [1]
colours = "blue"

[brand.margins]
left = 3
"""

    assert mistakes(text) == [
        "briefgen.toml:2: error CFG02 'organisaton' is no key of [brand]",
        "briefgen.toml:3: error CFG02 logo_height: expected text, found 14",
        "briefgen.toml:4: error CFG02 header: expected a list of texts, found [1]",
        "briefgen.toml:5: error CFG02 colours: expected names with a text for each, found 'blue'",
        "briefgen.toml:7: error CFG02 margins: expected names with a text for each, found {'left': 3}",
    ]


def test_what_cannot_be_followed_is_told_with_its_line_in_either_file(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text("logo: a.png\ncolours:\n  link: #ffffff\n  acent: '#000000'\n", "utf-8")
    text = '[brand]\nfile = "brand.yaml"\npaper = "A5"\n[brand.colours]\nmuted = "#cccccc"\n'
    own = str(tmp_path / "brand.yaml")

    assert mistakes(text, tmp_path) == [
        "briefgen.toml:3: error CFG02 paper: expected A4 or Letter, found 'A5'",
        f"{own}:3:8: error CFG02 link: expected a colour such as #1f3a5f, found ''",
        f"{own}:4:10: error CFG02 there is no colour 'acent'",
        "briefgen.toml:5: error CFG12 muted: #cccccc on white has a contrast of 1.6:1, text needs 4.5:1",
        f"{own}:1:7: error CFG14 the logo has no logo_alt",
    ]


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("3", "briefgen.toml:2: error CFG02 file: expected text, found 3"),
        ('"brnd.yaml"', "error FIL01 {folder}/brnd.yaml: no such file or directory"),
        ('"list.yaml"', "{folder}/list.yaml:1:1: error CFG02 expected names with a value for each"),
        ('"broken.toml"', "{folder}/broken.toml:1:5: error CFG01 invalid value"),
        ('"broken.yaml"', "{folder}/broken.yaml:2:1: error REC02 a group of fields"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(named: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "list.yaml").write_text("- a\n", encoding="utf-8")
    (tmp_path / "broken.toml").write_text("a = \n", encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("a: [\n", encoding="utf-8")
    (found,) = mistakes(f"[brand]\nfile = {named}\n", tmp_path)

    assert found.startswith(told.format(folder=tmp_path))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("brand",), 1),
        (("brand", "paper"), 2),
        (("brand", "colours", "link"), 3),
        (("brand", "margins"), 4),
        (("brand", "margins", "top"), 5),
        (("brand", "margins", "left"), 4),
        (("brand", "font"), 1),
        (("mail", "top"), 0),
        (("mail", "brand.margins"), 0),
    ],
)
def test_lines_are_found_in_toml(path: tuple[str, ...], line: int) -> None:
    text = '[brand]\n"paper" = "A4"\ncolours = { link = "#000000" }\n[ brand . margins ] # sides\ntop = "1mm"\n'

    assert line_of(path, text) == line
