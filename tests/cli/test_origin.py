"""Memos carry the fingerprint of what they are made from, by which `make` and `verify` know them again."""

import json
import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from support.articles import SMALL

from briefgen.writers import WRITERS

Run = Callable[..., subprocess.CompletedProcess[str]]
NAME = "out/2025-05-06-ferry-talks-minister"


@pytest.fixture
def made(briefgen: Run, tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "briefgen.toml").write_text('[project]\nformats = ["txt"]\n', encoding="utf-8")
    assert briefgen("make", "-q").returncode == 0
    return tmp_path


def entry(folder: Path, ext: str = "txt") -> dict[str, str]:
    told = json.loads((folder / "out/manifest.json").read_bytes())
    found: dict[str, str] = told["files"][f"2025-05-06-ferry-talks-minister.{ext}"]
    return found


@pytest.mark.usefixtures("made")
def test_what_is_there_is_not_made_again_unless_forced(briefgen: Run) -> None:
    again, forced = briefgen("make"), briefgen("make", "--force")

    assert (again.stdout, again.stderr.splitlines()[-1]) == ("", "1 memo: 0 written, 1 unchanged")
    assert (forced.stdout, forced.stderr.splitlines()[-1]) == (f"{NAME}.txt\n", "1 memo: 1 written")


def add(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text("utf-8") if path.exists() else ""
    path.write_text(before + text, encoding="utf-8")


SHARED = Path(__file__).parents[2] / "templates"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("articles/a.yaml", "# looked at again\n"),
        ("templates/_base.md.j2", (SHARED / "_base.md.j2").read_text("utf-8") + "\n{# ours #}\n"),
        ("templates/_sections/positions.md.j2", (SHARED / "_sections/positions.md.j2").read_text("utf-8") + "\n"),
        ("templates/_words/en.yaml", (SHARED / "_words/en.yaml").read_text("utf-8") + "# ours\n"),
        ("templates/_markings/tlp.yaml", (SHARED / "_markings/tlp.yaml").read_text("utf-8") + "# ours\n"),
        ("briefgen.toml", '[brand]\norganisation = "Harbour Office"\n'),
        ("briefgen.toml", '[check]\nignore = {LEN01 = "we know"}\n'),
    ],
    ids=["record", "template", "section", "words", "markings", "looks", "silenced"],
)
def test_a_changed_ingredient_makes_it_again(briefgen: Run, made: Path, name: str, text: str) -> None:
    before = entry(made)["made_from"]
    add(made, name, text)
    done = briefgen("make")

    assert done.stderr.splitlines()[-1] == "1 memo: 1 written", done.stderr
    assert entry(made)["made_from"] != before


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (("--set", "reference=A/1"), {}),
        (("--draft",), {}),
        ((), {"SOURCE_DATE_EPOCH": "1750000000"}),
    ],
    ids=["set", "draft", "epoch"],
)
def test_what_is_asked_for_is_an_ingredient(
    briefgen: Run, arguments: tuple[str, ...], environment: dict[str, str]
) -> None:
    done = briefgen("make", *arguments, **environment)

    assert done.stderr.splitlines()[-1] == "1 memo: 1 written", done.stderr


def test_a_stored_source_is_an_ingredient(briefgen: Run, tmp_path: Path) -> None:
    briefgen("make", "-f", "txt")
    told = json.loads((tmp_path / "out/manifest.json").read_bytes())
    (made,) = told["files"].values()

    assert made["record"] == "briefgen:ukraine-demands/article.yaml"
    assert all(
        re.fullmatch(r"[0-9a-f]{64}", one) for one in told["ingredients"][made["ingredients"]["sources"]].values()
    )


def test_words_of_other_languages_and_other_audiences_are_none(briefgen: Run, made: Path) -> None:
    add(made, "templates/_words/de.yaml", (SHARED / "_words/de.yaml").read_text("utf-8") + "# ours\n")
    add(made, "templates/embassy/memo.md.j2", "# {{ title }}\n")
    done = briefgen("make")

    assert done.stderr.splitlines()[-1] == "1 memo: 0 written, 1 unchanged"


@pytest.mark.slow
def test_every_format_that_can_carries_the_fingerprint(briefgen: Run, made: Path) -> None:
    assert briefgen("make", "-f", ",".join(WRITERS)).returncode == 0
    print_ = entry(made, "pdf")["made_from"]
    files = {kind: (made / f"{NAME}.{kind}").read_bytes() for kind in WRITERS}

    assert f"<dc:source>briefgen-made-from:{print_}</dc:source>".encode() in files["pdf"]
    assert f'<meta name="briefgen-made-from" content="{print_}">'.encode() in files["html"]
    with ZipFile(BytesIO(files["docx"])) as package:
        own = package.read("docProps/custom.xml").decode()
    assert f'name="briefgen-made-from"><vt:lpwstr>{print_}</vt:lpwstr>' in own


def test_the_manifest_names_no_place_of_this_machine(made: Path) -> None:
    assert str(made) not in (made / "out/manifest.json").read_text("utf-8")
    assert entry(made)["record"] == "articles/a.yaml"


@pytest.mark.usefixtures("made")
def test_a_file_as_it_was_made_is_told_so(briefgen: Run) -> None:
    done = briefgen("verify", f"{NAME}.txt")

    assert (done.returncode, done.stdout) == (
        0,
        f"{NAME}.txt: note VER11 byte for byte as briefgen 0.1.0 made it from articles/a.yaml for minister\n",
    )


def test_a_file_that_was_changed_fails(briefgen: Run, made: Path) -> None:
    add(made, f"{NAME}.txt", "And more.\n")
    done = briefgen("verify", f"{NAME}.txt")

    assert done.returncode == 1
    assert f"{NAME}.txt: error VER12 changed since briefgen 0.1.0 made it" in done.stdout


def test_ingredients_that_changed_since_are_named(briefgen: Run, made: Path) -> None:
    add(made, "articles/a.yaml", "# looked at again\n")
    add(made, "templates/minister/memo.md.j2", "# {{ title }}\n")
    add(made, "templates/minister/audience.yaml", (SHARED / "minister/audience.yaml").read_text("utf-8") + "# ours\n")
    done = briefgen("verify", f"{NAME}.txt")

    assert done.returncode == 0
    assert [line.partition("since then, ")[2] for line in done.stdout.splitlines()[1:]] == [
        "record: articles/a.yaml changed",
        "templates: minister/audience.yaml changed",
        "templates: minister/memo.md.j2 changed",
        "templates: minister/outlook.md.j2 gone",
    ]


def test_a_file_without_a_manifest_is_told_and_does_not_fail(briefgen: Run, tmp_path: Path) -> None:
    (tmp_path / "memo.txt").write_text("A memo", encoding="utf-8")
    done = briefgen("verify", "memo.txt")

    assert (done.returncode, done.stdout) == (
        0,
        "memo.txt: note VER10 no manifest beside it says how it was made\n  hint: keep manifest.json with the memos\n",
    )


def test_the_redline_stands_beside_the_word_file(briefgen: Run, made: Path) -> None:
    (made / "old.yaml").write_text(SMALL, encoding="utf-8")
    newer = SMALL.replace("The port keeps a berth free.", "The port keeps two berths free.")
    (made / "articles/a.yaml").write_text(newer, encoding="utf-8")
    done = briefgen("make", "--since", "old.yaml", "-f", "docx")
    again = briefgen("make", "--since", "old.yaml", "-f", "docx")

    assert done.stdout == f"{NAME}.docx\n{NAME}-redline.docx\n", done.stderr
    assert again.stderr.splitlines()[-1] == "2 memos: 0 written, 2 unchanged"
    with ZipFile(made / f"{NAME}-redline.docx") as package:
        assert "<w:ins " in package.read("word/document.xml").decode()


def test_what_an_audience_may_not_see_is_in_no_redline(briefgen: Run, made: Path) -> None:
    older = SMALL.replace("An option that only", "A secret plan that only").replace("Leave the line", "Walk out")
    (made / "old.yaml").write_text(older, encoding="utf-8")
    done = briefgen("make", "--since", "old.yaml", "-f", "docx", "-a", "public")

    assert done.returncode == 0, done.stderr
    with ZipFile(made / "out/2025-05-06-ferry-talks-public-redline.docx") as package:
        told = b"".join(package.read(name) for name in package.namelist())
        assert b"<w:del " not in told
    assert (b"secret plan" in told, b"Walk out" in told) == (False, False)
