"""Let LibreOffice convert Word files, many in one go."""

import subprocess
from collections.abc import Iterable
from pathlib import Path

from support.system_packages import program

TAGGED_PDF = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
TEXT = "txt:Text (encoded):UTF8"


def converted(paths: Iterable[Path], kind: str, folder: Path) -> list[Path]:
    """Convert files into `folder`, each under its own name; `kind` is an extension, perhaps with a filter."""
    files = list(paths)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=120 + 10 * len(files))
    return [folder / f"{file.stem}.{kind.partition(':')[0]}" for file in files]
