"""A missing package is told together with the command that installs it."""

import subprocess
import sys
from pathlib import Path

import pytest
from support.article_files import page


@pytest.mark.parametrize("package", ["trafilatura", "lxml"])
def test_without_the_extra_a_page_says_what_to_install(tmp_path: Path, package: str) -> None:
    said = f"error DRF05 reading a web page needs the package {package}, which is missing"
    (tmp_path / "a.html").write_bytes(page("Ferry talks fail", ["The council set two conditions."]))
    code = f"import sys; sys.modules[{package!r}] = None; from briefgen.cli.main import main; main()"

    done = subprocess.run(
        [sys.executable, "-c", code, "draft", "a.html"], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (
        2,
        f'a.html: {said}\n  hint: install it: pip install "briefgen[draft]"\n',
    )


def test_text_needs_no_extra(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules.update(trafilatura=None, pypdfium2=None, httpx=None, lxml=None, docx=None)\n"
        "from briefgen.cli.main import main; main()"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, "draft", "-o", "-"],
        cwd=tmp_path,
        input="The council of Norrey demanded a fare cap.",
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, "stance: demands" in done.stdout) == (0, True)
