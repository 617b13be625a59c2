"""LibreOffice: a Word file laid out on pages, which the file itself does not know."""

import shutil
import subprocess
import tempfile
from pathlib import Path

PROGRAM = "soffice"
_SECONDS = 120
"""After which a conversion is given up."""


def is_there() -> bool:
    """Tell whether LibreOffice is installed."""
    return shutil.which(PROGRAM) is not None


def laid_out(data: bytes) -> bytes:
    """Turn a Word file into PDF, with a profile of its own, so that an open LibreOffice is left alone."""
    program = shutil.which(PROGRAM)
    if not program:
        raise OSError(f"{PROGRAM} is not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "memo.docx"
        file.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_SECONDS)  # noqa: S603 - no shell
        made = file.with_suffix(".pdf")
        if not made.is_file():
            raise OSError(f"{PROGRAM} did not lay out the file: {done.stderr.strip()}")
        return made.read_bytes()
