"""The gallery shows every sample for every audience, in pictures small enough to keep."""

from pathlib import Path

from support.samples import AUDIENCES, SAMPLES

DOCS = Path(__file__).parents[1] / "docs"
PICTURES = {path.name: path.stat().st_size for path in (DOCS / "images").glob("*.png")}


def test_every_sample_is_shown_for_every_audience() -> None:
    page = (DOCS / "gallery.md").read_text(encoding="utf-8")
    wanted = {f"{sample}-{audience}.png" for sample in SAMPLES for audience in AUDIENCES}

    assert {name for name in wanted if f"(images/{name})" not in page or name not in PICTURES} == set()


def test_pictures_are_small() -> None:
    assert {name: size for name, size in PICTURES.items() if size > 60_000} == {}
    assert sum(PICTURES.values()) < 1_500_000
