"""Where the folder of the cache is: where the system wants it, or as `BRIEFGEN_CACHE` says."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "BRIEFGEN_CACHE"


def folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """Give the folder of the cache; None where `BRIEFGEN_CACHE` is empty, or where the user has no home."""
    if VARIABLE in environment:
        return Path(environment[VARIABLE]).absolute() if environment[VARIABLE] else None
    try:
        return _usual(environment, platform, Path.home()) / "briefgen"
    except RuntimeError:
        return None


def _usual(environment: Mapping[str, str], platform: str, home: Path) -> Path:
    match platform:
        case "win32":
            return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
        case "darwin":
            return home / "Library" / "Caches"
        case _:
            named = Path(environment.get("XDG_CACHE_HOME", ""))
            return named if named.is_absolute() else home / ".cache"
