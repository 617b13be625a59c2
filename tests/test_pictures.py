"""Pictures from strangers become plain ones, or are refused."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from briefgen import svg
from briefgen.pictures import Bitmap, bitmap

SVG = (
    b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#a00"/></svg>"""
)


def stored(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    target = BytesIO()
    picture.save(target, kind, **options)
    return target.getvalue()


def colour(made: Bitmap) -> object:
    with Image.open(BytesIO(made.png)) as picture:
        return picture.mode, picture.getpixel((0, 0))


def test_what_is_transparent_is_laid_on_white() -> None:
    made = bitmap(stored(Image.new("RGBA", (4, 2), (255, 0, 0, 0))))

    assert (made.width, made.height, colour(made)) == (4, 2, ("RGB", (255, 255, 255)))


@pytest.mark.parametrize("mode", ["L", "P", "1", "I;16", "CMYK"])
def test_every_mode_becomes_plain(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"

    assert bitmap(stored(Image.new(mode, (3, 3)), kind)).png.startswith(b"\x89PNG")


def test_what_a_file_tells_besides_does_not_get_through() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "A. Stranger")

    assert b"Stranger" not in bitmap(stored(Image.new("RGB", (2, 2)), pnginfo=told)).png


def test_large_pictures_are_made_smaller() -> None:
    made = bitmap(stored(Image.new("1", (4000, 2000))))

    assert (made.width, made.height) == (1600, 800)


def test_an_svg_is_drawn() -> None:
    made = bitmap(SVG)

    assert (made.width, made.height, colour(made)) == (1600, 800, ("RGB", (170, 0, 0)))


@pytest.mark.parametrize(
    "reference",
    [
        'href="{path}"',
        "xlink:href = '{path}'",
        'HREF="file://{path}"',
        'href="&#47;{path}"',
        'href="https://example.org/a.png"',
        'href="data:image/svg+xml;base64,PHN2Zy8+"',
    ],
)
def test_an_svg_that_reaches_for_a_file_is_refused(reference: str, tmp_path: Path) -> None:
    path = tmp_path / "secret.png"
    Image.new("RGB", (10, 10), "#00ff00").save(path)
    image = f"<image {reference.format(path=path)} width='10' height='10'/>"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">{image}</svg>'

    with pytest.raises(ValueError, match="refers to another file"):
        bitmap(svg.encode())


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"", "not a PNG, JPEG or SVG", id="empty"),
        pytest.param(b"GIF89a", "not a PNG, JPEG or SVG", id="GIF"),
        pytest.param(stored(Image.new("RGB", (9, 9)))[:40], "not a PNG, JPEG or SVG", id="cut off"),
        pytest.param(b"<svg", "cannot be drawn", id="broken SVG"),
        pytest.param(b"<!DOCTYPE x [<!ENTITY a '&b;&b;'>]><svg>&a;</svg>", "cannot be drawn", id="entities"),
        pytest.param(b"<" + b" " * 5_000_001, "more than the 5,000,000", id="large file"),
        pytest.param(stored(Image.new("1", (40_000, 1_001))), "more than fit into memory", id="many dots"),
    ],
)
def test_what_cannot_be_a_picture_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        bitmap(data)


def test_the_same_file_gives_the_same_bytes() -> None:
    data = stored(Image.new("RGB", (50, 50), "#336699"), "JPEG")

    assert bitmap(data) == bitmap(data)


def png(width: int, height: int, *, extra: bytes = b"") -> bytes:
    """Write a PNG that says it has so many dots, and holds none of them."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    """Write a JPEG whose header tells a size of its own."""
    data = stored(Image.new("RGB", (8, 8)), "JPEG")
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (png(100_000, 100_000), "more dots than fit into memory"),
        (png(12_000, 12_000), "more dots than fit into memory"),
        (png(7_000, 7_000), "7000 × 7000 dots, more than fit into memory"),
        (png(2**31 - 1, 1), "more dots than fit"),
        (png(0, 0), "not a PNG"),
        (jpeg(65_535, 65_535), "more dots than fit into memory"),
        (SVG.replace(b"0 0 20 10", b"0 0 1 100000"), "cannot be drawn"),
        (SVG.replace(b"<rect", b"<g>" * 100_000 + b"<rect"), "cannot be drawn"),
        (
            b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">'
            + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
            + b"]>"
            + SVG.replace(b"</svg>", b"<text>&j;</text></svg>"),
            "cannot be drawn",
        ),
    ],
    ids=[
        "png",
        "large png",
        "png below Pillow's own limit",
        "long png",
        "no dots",
        "jpeg",
        "high svg",
        "deep svg",
        "entities",
    ],
)
def test_a_bomb_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        bitmap(data)


def test_a_drawing_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(svg, "SECONDS", 1)
    turbulent = b'<filter id="f"><feTurbulence baseFrequency="0.01" numOctaves="50"/></filter>'
    drawing = SVG.replace(b"<rect", turbulent + b'<rect width="20" height="10" filter="url(#f)"/>' * 90 + b"<rect")

    with pytest.raises(ValueError, match="takes more than 1 seconds to draw"):
        bitmap(drawing)


def test_nothing_of_the_working_folder_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("briefgen.py", "resvg_py.py", "re.py"):
        (tmp_path / name).write_text("raise SystemExit(open('run', 'w').close())", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert bitmap(SVG).width == 1600
    assert not (tmp_path / "run").exists()
