"""Draw the picture of `briefgen preview` in the README: a finding, its sentence in the memo and its evidence.

Run it after a change of its looks: `python tests/support/preview_picture.py`. It needs Chromium.
"""

import sys
import tempfile
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from PIL import Image
from support.browser import chromium
from support.previewing import desk, previewing

IMAGE = Path(__file__).parents[2] / "docs/images/preview.png"
RECORD = "articles/ukraine-demands/article.yaml"
_COLOURS = 40


def picture() -> bytes:
    """Spoil a record, open what is found, and give what is seen as PNG."""
    with tempfile.TemporaryDirectory() as name:
        record = desk(Path(name), "ukraine-demands") / RECORD
        text = record.read_text(encoding="utf-8")
        record.write_text(text.replace("formally to neutrality", "formally to neutrality by 2031", 1), encoding="utf-8")
        with previewing(Path(name)) as running, chromium() as browser:
            page = browser.new_page(viewport={"width": 1180, "height": 680})
            page.goto(running.address)
            page.click("[data-finding]")
            page.wait_for_selector(".marks .chosen")
            page.mouse.move(3, 3)
            page.wait_for_timeout(2_000)
            seen = page.screenshot()
    kept = BytesIO()
    with Image.open(BytesIO(seen)) as whole:
        small = whole.convert("RGB").quantize(_COLOURS, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE)
        small.save(kept, "PNG", optimize=True)
    return kept.getvalue()


if __name__ == "__main__":
    IMAGE.write_bytes(picture())
