"""Know the programs that tests drive, and how a Debian machine gets them.

As a program (`python tests/support/system_packages.py`) it installs what is missing where it may, and else says how.
With `CI` set, a program that is missing afterwards is a failure: nothing is skipped in silence.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

PROGRAMS = {
    "soffice": "libreoffice-writer",
    "pdftoppm": "poppler-utils",
    "javac": "default-jdk-headless",
    "chromium": "chromium",
    "openssl": "openssl",
}
"""Command → the Debian package that brings it."""

FILES = {
    "/usr/sbin/postfix": "postfix",
    "/usr/share/java/jaxb-api.jar": "libjaxb-java",
    "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf": "fonts-noto-core",
    "/usr/share/unicode/BidiCharacterTest.txt": "unicode-data",
}
"""Debian packages that bring no command, or one that only root finds, by a file that tells they are there."""

APT = ("apt-get", "-o", "DPkg::Lock::Timeout=300")


def program(name: str) -> str:
    """Give the path of a command of `PROGRAMS`; without it the test is skipped, and in CI it fails."""
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"needs {name}: apt-get install {PROGRAMS[name]}")
    return path


def missing() -> tuple[str, ...]:
    """Name the packages that this machine lacks."""
    commands = (package for name, package in PROGRAMS.items() if shutil.which(name) is None)
    files = (package for file, package in FILES.items() if not Path(file).exists())
    return (*commands, *files)


def privilege() -> tuple[str, ...] | None:
    """Give the words to put before a command to run it as root, or `None` where that needs a person."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return ()
    sudo = shutil.which("sudo")
    if sudo and subprocess.run((sudo, "-n", "true"), capture_output=True, check=False).returncode == 0:
        return (sudo, "-n")
    return None


def install(packages: Sequence[str], as_root: Sequence[str]) -> bool:
    """Fetch and install Debian packages without questions; tell whether all went well."""
    quiet = ("env", "DEBIAN_FRONTEND=noninteractive", *APT, "-qq")
    steps = (
        (*as_root, *quiet, "update"),
        (*as_root, *quiet, "install", "--yes", "--no-install-recommends", *packages),
    )
    return all(subprocess.run(step, check=False, stdout=subprocess.DEVNULL).returncode == 0 for step in steps)


def main() -> int:
    """Install what is missing; return 1 when CI still lacks something."""
    lacking = missing()
    as_root = privilege()
    if lacking and as_root is not None:
        sys.stderr.write(f"Installing {' '.join(lacking)}\n")
        install(lacking, as_root)
        lacking = missing()
    if not lacking:
        return 0
    sys.stderr.write(
        f"Missing: {' '.join(lacking)}\n"
        "Tests that need them are skipped. To run them too, ask an administrator for:\n"
        f"    apt-get update && apt-get install --no-install-recommends {' '.join(lacking)}\n"
    )
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
