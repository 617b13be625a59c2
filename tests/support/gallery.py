"""Draw the pictures of docs/gallery.md and of the README: the first page of each sample's memo for each audience.

Run it after a change of looks or samples: `python tests/support/gallery.py`. It needs `pdftoppm` (poppler-utils).
"""

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from support.editions import last_edition
from support.samples import AUDIENCES, SAMPLES, SHELF, memo_of, record_of

from briefgen.article.read import read
from briefgen.memo import Memo
from briefgen.pipeline import marked, prepared, theme_for
from briefgen.pipeline import memo_of as memo_of_record
from briefgen.theme import DEFAULT
from briefgen.writers import WRITERS

IMAGES = Path(__file__).parents[2] / "docs/images"
_COLOURS = 64
"""Of a picture: enough for letters with soft edges, an accent and a marking."""


def first_page(sample: str, audience: str, dots: int) -> bytes:
    """Draw the first page of a memo as PNG, with so many dots to the inch."""
    return drawn(memo_of(sample, audience), audience, 1, dots)


def second_edition(sample: str, audience: str) -> Memo:
    """Make the memo of a sample compared with its last edition."""
    old, new = read(last_edition(sample).encode(), "old.yaml"), record_of(sample)
    last = prepared(old, audience, SHELF)
    ready = prepared(new, audience, SHELF, since=last)
    return marked(memo_of_record(last, old, SHELF), memo_of_record(ready, new, SHELF), last, ready)


def drawn(memo: Memo, audience: str, page_number: int, dots: int) -> bytes:
    """Draw one page of a memo."""
    from PIL import Image

    data = WRITERS["pdf"].write(memo, theme_for(audience, SHELF, DEFAULT))
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "memo.pdf"
        file.write_bytes(data)
        command = [
            "pdftoppm",
            "-r",
            str(dots),
            "-f",
            str(page_number),
            "-singlefile",
            "-png",
            str(file),
            str(Path(name) / "page"),
        ]
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
    (IMAGES / "what-changed.png").write_bytes(drawn(second_edition("fish-duty", "committee"), "committee", 1, 75))
    (IMAGES / "minister.png").write_bytes(first_page("ukraine-demands", "minister", 100))


if __name__ == "__main__":
    main()
