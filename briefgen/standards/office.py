"""openxml-audit: whether a Word file is valid by ISO/IEC 29500, in its schemas and beyond them."""

from pathlib import Path

from briefgen.notices import Level, Notice, Place


def run(paths: tuple[Path, ...]) -> tuple[Notice, ...]:
    """Judge Word files."""
    from openxml_audit import OpenXmlValidator

    validator = OpenXmlValidator()
    return tuple(
        Notice(_level(finding.severity.value), "VER03", _told(finding), Place(str(path)))
        for path in paths
        for finding in validator.validate(str(path)).errors
    )


def _level(severity: str) -> Level:
    return "error" if severity == "error" else "warning"


def _told(finding: object) -> str:
    return f"openxml-audit: {finding}"
