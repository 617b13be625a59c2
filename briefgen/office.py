"""LibreOffice, which turns Word files into PDF where it is installed.

Each file gets a profile of its own, so that neither an open LibreOffice nor its settings meddle.
"""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from briefgen.errors import WriteError

_FILTER = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
_SECONDS = 180


def pdf_of(docx: bytes) -> bytes:
    """Give a Word file as PDF; `WriteError` where there is no LibreOffice, or it does not do it."""
    program = shutil.which("soffice")
    if program is None:
        hint = "install it (https://www.libreoffice.org), or make the memo with --format docx and print that from Word"
        raise WriteError.of("WRD05", "the PDF of a Word template needs LibreOffice, which is not installed", hint=hint)
    with TemporaryDirectory(prefix="briefgen-", ignore_cleanup_errors=True) as made:
        return _converted(program, docx, Path(made))


def _converted(program: str, docx: bytes, folder: Path) -> bytes:
    source, profile = folder / "memo.docx", (folder / "profile").as_uri()
    source.write_bytes(docx)
    command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile}", "--convert-to", _FILTER]
    try:
        done = subprocess.run(  # noqa: S603 - no shell
            [*command, "--outdir", str(folder), str(source)],
            capture_output=True,
            text=True,
            check=False,
            timeout=_SECONDS,
        )
    except subprocess.TimeoutExpired as error:
        raise WriteError.of("WRD05", f"LibreOffice did not make the PDF in {_SECONDS} seconds") from error
    target = source.with_suffix(".pdf")
    if not target.exists():
        said = (done.stderr or done.stdout).strip() or "it does not say why"
        raise WriteError.of("WRD05", f"LibreOffice did not make the PDF: {said}")
    return target.read_bytes()
