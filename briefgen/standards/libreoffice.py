"""LibreOffice: a Word file laid out on pages, which the file itself does not know."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

PROGRAM = "soffice"
_AS_PDF = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
"""With tags for screen readers."""
_PLACES = ("/Applications/LibreOffice.app/Contents/MacOS", "C:/Program Files/LibreOffice/program")
_SECONDS = 120
"""After which a conversion is given up."""


def is_there() -> bool:
    """Tell whether LibreOffice is installed."""
    return bool(program())


def program() -> str:
    """Find LibreOffice on the path, or where installers put it that leave the path alone; empty if it is not there."""
    return shutil.which(PROGRAM) or shutil.which(PROGRAM, path=os.pathsep.join(_PLACES)) or ""


def laid_out(data: bytes) -> bytes:
    """Turn a Word file into PDF, with a profile of its own, so that an open LibreOffice is left alone.

    `OSError` if it cannot be done.
    """
    found = program()
    if not found:
        raise OSError(f"{PROGRAM} is not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "memo.docx"
        file.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [found, profile, "--headless", "--convert-to", _AS_PDF, "--outdir", str(folder), str(file)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS)  # noqa: S603 - no shell
        except subprocess.TimeoutExpired as error:
            raise TimeoutError(f"{PROGRAM} did not lay out the file in {_SECONDS} seconds") from error
        made = file.with_suffix(".pdf")
        if not made.is_file():
            raise OSError(f"{PROGRAM} did not lay out the file: {done.stderr.strip()}")
        return made.read_bytes()
