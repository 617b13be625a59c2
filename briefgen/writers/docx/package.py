"""Put the parts of a Word file into its package (ISO/IEC 29500-2): same parts, same bytes.

What memos of one house share (styles, settings, fonts) is deflated once and copied from then on.
"""

from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from briefgen.values import dataclass
from briefgen.writers.docx.fonts import font_table
from briefgen.writers.docx.namespaces import CONTENT_TYPES, PACKAGE_RELATIONS, RELATION_TYPES
from briefgen.writers.docx.palette import palette
from briefgen.writers.docx.settings import settings
from briefgen.writers.docx.style_elements import House
from briefgen.writers.docx.styles import styles
from briefgen.writers.docx.xml import Xml, named, part

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP file can name; the time of writing would change the bytes."""

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/styles.xml": f"{_WORD}.styles+xml",
    "/word/settings.xml": f"{_WORD}.settings+xml",
    "/word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "/word/theme.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "/word/numbering.xml": f"{_WORD}.numbering+xml",
    "/word/header.xml": f"{_WORD}.header+xml",
    "/word/footer.xml": f"{_WORD}.footer+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "/docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_TYPES_OF_A_FIRST_PAGE = {f"/word/{kind}-first.xml": f"{_WORD}.{kind}+xml" for kind in ("header", "footer")}
_EXTENSIONS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the package."""

    name: str
    content: bytes


def packed(house: House, parts: tuple[Part, ...]) -> bytes:
    """Give the bytes of a Word file of `house` with these parts of its own."""
    return _zipped(parts, _shared(house))


@lru_cache(maxsize=8)
def _shared(house: House) -> bytes:
    """Zip what all memos of `house` have in common; eight houses are more than one run makes."""
    return _zipped(
        (
            Part("[Content_Types].xml", part(_content_types(house))),
            Part("_rels/.rels", part(_package_relations())),
            Part("word/styles.xml", part(styles(house))),
            Part("word/settings.xml", part(settings(house.language))),
            Part("word/theme.xml", part(palette(house.theme))),
            Part("word/fontTable.xml", part(font_table(house.theme.family, house.language))),
        )
    )


def _zipped(parts: tuple[Part, ...], begun: bytes = b"") -> bytes:
    target = BytesIO(begun)
    with ZipFile(target, "a") as archive:
        for one in parts:
            entry = ZipInfo(one.name, _FIRST_DAY)
            entry.create_system = 0
            entry.compress_type = ZIP_STORED if one.name.endswith(".png") else ZIP_DEFLATED
            archive.writestr(entry, one.content)
    return target.getvalue()


def _content_types(house: House) -> Xml:
    first = _TYPES_OF_A_FIRST_PAGE if house.theme.letterhead.first_page_only else {}
    return named(
        "Types",
        {"xmlns": CONTENT_TYPES},
        *(named("Default", {"Extension": name, "ContentType": kind}) for name, kind in _EXTENSIONS.items()),
        *(named("Override", {"PartName": name, "ContentType": kind}) for name, kind in (_TYPES | first).items()),
    )


def _package_relations() -> Xml:
    kinds = {
        "word/document.xml": f"{RELATION_TYPES}/officeDocument",
        "docProps/core.xml": "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/app.xml": f"{RELATION_TYPES}/extended-properties",
        "docProps/custom.xml": f"{RELATION_TYPES}/custom-properties",
    }
    return named(
        "Relationships",
        {"xmlns": PACKAGE_RELATIONS},
        *(
            named("Relationship", {"Id": f"rId{n}", "Type": kind, "Target": target})
            for n, (target, kind) in enumerate(kinds.items(), 1)
        ),
    )
