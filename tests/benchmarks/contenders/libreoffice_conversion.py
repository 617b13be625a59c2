"""LibreOffice: a Word file → PDF with its standard settings; the Word file is one of python-docx, made before."""

import shutil

_COMMON = ["--headless", "--convert-to", "pdf", "--outdir"]


def program() -> str:
    """Give LibreOffice's path; empty where it is missing."""
    return shutil.which("soffice") or ""


def one(memo: str, kit: str) -> list[str]:
    """Give the command for one memo."""
    return [program(), f"-env:UserInstallation=file://{kit}/profile", *_COMMON, memo, f"{memo}/by-hand.docx"]


def many(memos: tuple[str, ...], kit: str) -> list[str]:
    """Give the command for many memos in one process."""
    files = (f"{memo}/{memo.rpartition('/')[2]}.docx" for memo in memos)
    return [program(), f"-env:UserInstallation=file://{kit}/profile", *_COMMON, f"{kit}/converted", *files]
