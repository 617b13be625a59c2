"""Draw the pictures of docs/gallery.md and of the README: the first page of each sample's memo for each audience.

Run it after a change of looks or samples: `python tests/support/gallery.py`. It needs `pdftoppm` (poppler-utils).
"""

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.samples import AUDIENCES, SAMPLES, SHELF, memo_of

from briefgen.pipeline import theme_for
from briefgen.theme import DEFAULT
from briefgen.writers import WRITERS

IMAGES = Path(__file__).parents[2] / "docs/images"
_COLOURS = 64
"""Of a picture: enough for letters with soft edges, an accent and a marking."""


def first_page(sample: str, audience: str, dots: int) -> bytes:
    """Draw the first page of a memo as PNG, with so many dots to the inch."""
    from PIL import Image

    data = WRITERS["pdf"].write(memo_of(sample, audience), theme_for(audience, SHELF, DEFAULT))
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "memo.pdf"
        file.write_bytes(data)
        command = ["pdftoppm", "-r", str(dots), "-l", "1", "-singlefile", "-png", str(file), str(Path(name) / "page")]
        subprocess.run(command, check=True)
        with Image.open(Path(name) / "page.png") as page:
            small = page.convert("RGB").quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    kept = BytesIO()
    small.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def main() -> None:
    """Write all pictures."""
    for sample in SAMPLES:
        for audience in AUDIENCES:
            (IMAGES / f"{sample}-{audience}.png").write_bytes(first_page(sample, audience, 75))
    (IMAGES / "minister.png").write_bytes(first_page("ukraine-demands", "minister", 100))


if __name__ == "__main__":
    main()
