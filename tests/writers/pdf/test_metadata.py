"""What a PDF says of itself, and nothing more."""

import struct
from dataclasses import replace
from io import BytesIO

import pikepdf
from PIL import ImageCms
from support.specimen import META, SPECIMEN

from briefgen.memo import Meta
from briefgen.theme import DEFAULT
from briefgen.writers.pdf import write
from briefgen.writers.pdf.colour_profile import srgb
from briefgen.writers.pdf.metadata import information, xmp

BARE = Meta("A & B <c>", "en", "2025-03-12T01:30:00+02:00")


def test_the_information_is_that_of_the_memo_alone() -> None:
    with pikepdf.open(BytesIO(write(SPECIMEN, DEFAULT))) as pdf:
        told = {key: str(value) for key, value in pdf.docinfo.items()}

    assert told == {
        "/Title": "Northern Union asks for a fishing quota",
        "/Author": "Sample desk",
        "/Subject": "Fisheries",
        "/Keywords": "fisheries, quota",
        "/Creator": "briefgen",
        "/CreationDate": "D:20250312000000Z",
        "/ModDate": "D:20250312000000Z",
    }


def test_what_is_not_known_is_not_told_and_dates_are_utc() -> None:
    assert information(BARE) == (
        "<< /Title (A & B <c>) /Creator (briefgen) /CreationDate (D:20250311233000Z) /ModDate (D:20250311233000Z) >>"
    )


def test_the_packet_tells_the_same() -> None:
    with pikepdf.open(BytesIO(write(SPECIMEN, DEFAULT))) as pdf, pdf.open_metadata() as metadata:
        told = {key.rpartition("}")[2]: metadata[key] for key in metadata}

    assert told == {
        "format": "application/pdf",
        "title": META.title,
        "language": ["en-GB"] if isinstance(told["language"], list) else {"en-GB"},
        "creator": ["Sample desk"],
        "description": "Fisheries",
        "subject": {"fisheries", "quota"} if isinstance(told["subject"], set) else ["fisheries", "quota"],
        "Keywords": "fisheries, quota",
        "CreatorTool": "briefgen",
        "CreateDate": "2025-03-12T00:00:00Z",
        "ModifyDate": "2025-03-12T00:00:00Z",
        "MetadataDate": "2025-03-12T00:00:00Z",
        "part": "1",
        "conformance": "A",
        "schemas": told["schemas"],
    }


def test_the_packet_escapes_what_it_is_given_and_leaves_out_what_is_empty() -> None:
    packet = xmp(replace(BARE, keywords=("x < y",)), 2).decode()

    assert "A &amp; B &lt;c&gt;" in packet
    assert "<rdf:li>x &lt; y</rdf:li>" in packet
    assert "dc:creator" not in packet


def test_window_language_and_page_labels_are_set() -> None:
    with pikepdf.open(BytesIO(write(SPECIMEN, DEFAULT))) as pdf:
        root = pdf.Root

        assert (str(root.Lang), str(root.OutputIntents[0].OutputConditionIdentifier)) == ("en-GB", "sRGB")
        assert (bool(root.MarkInfo.Marked), bool(root.ViewerPreferences.DisplayDocTitle)) == (True, True)
        assert [page.label for page in pdf.pages] == [str(number) for number in range(1, len(pdf.pages) + 1)]


def test_the_profile_is_the_srgb_that_others_know() -> None:
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb())).profile
    theirs = ImageCms.createProfile("sRGB")

    assert (struct.unpack(">I", srgb()[:4])[0], ours.profile_description) == (len(srgb()), "sRGB")
    assert _rounded(ours.red_primary) == _rounded(theirs.red_primary)
    assert _rounded(ours.green_primary) == _rounded(theirs.green_primary)
    assert _rounded(ours.blue_primary) == _rounded(theirs.blue_primary)
    assert ours.header_flags == 0


def _rounded(primary: tuple[tuple[float, ...], ...] | None) -> list[float]:
    assert primary is not None
    return [round(value, 2) for value in primary[0]]
