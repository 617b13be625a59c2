"""SVG → PNG, drawn in a process of its own.

A drawing is a program of sorts: a short one can ask for hours, for more memory than there is, or for more depth than
the library's stack has, which ends the whole process.
So it is drawn by another one, under limits, and whatever becomes of that is a drawing that cannot be used.
"""

import re
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec

SECONDS = 20
"""After which a drawing is given up."""
MOST_MEMORY = 2_000_000_000
"""Bytes that drawing may take, where the system knows such a limit."""
_OUTSIDE = re.compile(rb"""href\s*=\s*["'](?!#|data:image/(?:png|jpeg)[;,])""", re.IGNORECASE)
"""A reference to anything but a part or a bitmap within."""
_DRAW = "from briefgen.svg import main; main()"


def drawn(svg: bytes, width: int) -> bytes:
    """Draw an SVG `width` dots wide; `ValueError` if it cannot be drawn, or reaches for other files."""
    if find_spec("resvg_py") is None:
        raise ValueError("an SVG needs the extra svg: pip install 'briefgen[svg]'")
    if _OUTSIDE.search(svg):
        raise ValueError("the SVG refers to another file; put that into it")
    command = [sys.executable, "-P", "-c", _DRAW, str(width)]  # -P: nothing of the working folder is imported
    try:
        done = subprocess.run(command, input=svg, capture_output=True, check=True, timeout=SECONDS)  # noqa: S603 - no shell
    except subprocess.TimeoutExpired as error:
        raise ValueError(f"the SVG takes more than {SECONDS} seconds to draw") from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise ValueError("the SVG cannot be drawn") from error
    return done.stdout


def main() -> None:
    """Draw what comes from standard input, as wide as the first argument says."""
    import resvg_py

    _limit_memory()
    svg = sys.stdin.buffer.read().decode()
    sys.stdout.buffer.write(
        bytes(resvg_py.svg_to_bytes(svg_string=svg, width=int(sys.argv[1]), skip_system_fonts=True))
    )


def _limit_memory() -> None:
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limits, macOS takes none of this kind
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
