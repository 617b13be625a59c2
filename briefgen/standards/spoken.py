"""outloud: what a screen reader will make of a tagged PDF."""

from pathlib import Path

from briefgen.notices import Level, Notice, Place

_MISTAKEN = {
    "ORD-001",  # counts the marked content of a parent before that of its children
    "TXT-004",  # takes the shapes of an Arabic letter, at most four and each with a code of its own, for a broken map
    "TBL-010",  # takes a column of row headers beside one column of data for headers that were torn apart
}
"""Rules that outloud 0.2 gets wrong, each with its reason."""
_LEVELS: dict[str, Level] = {"error": "error", "warning": "warning"}


def run(paths: tuple[Path, ...]) -> tuple[Notice, ...]:
    """Judge PDF files; a file that outloud cannot read is a finding too."""
    return tuple(notice for path in paths for notice in _judged(path))


def _judged(path: Path) -> tuple[Notice, ...]:
    import outloud

    result = outloud.check(str(path), skip=_MISTAKEN)
    if result.error:
        return (Notice("error", "VER04", f"outloud: {result.error}", Place(str(path))),)
    return tuple(
        Notice(_LEVELS.get(finding.severity, "note"), "VER04", _told(finding), Place(str(path)))
        for finding in result.findings
    )


def _told(finding: object) -> str:
    page = getattr(finding, "page", None)
    where = f" on page {page}" if page else ""
    return f"outloud {getattr(finding, 'rule', '')}{where}: {getattr(finding, 'message', '')}"
