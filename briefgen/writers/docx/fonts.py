"""The font table: what Word needs to choose a stand-in on a machine without the memo's fonts."""

from briefgen.values import dataclass
from briefgen.writers.docx.languages import writing_system
from briefgen.writers.docx.namespaces import MAIN
from briefgen.writers.docx.xml import NOTHING, Xml, element, named

TICK_BOX_FONT = "Segoe UI Symbol"


@dataclass(frozen=True, slots=True)
class Font:
    """A family as the font table describes it (ISO/IEC 29500-1 §17.8)."""

    name: str
    instead: str = ""
    """Families that may stand in, separated by commas."""
    panose: str = ""
    """Ten bytes of classification, from the font's own OS/2 table."""
    family: str = "swiss"


_KNOWN = (
    Font("Noto Sans", "Segoe UI,Arial", "020B0502040504020204"),
    Font("Noto Serif", "Cambria,Times New Roman", "02020600060500020200", "roman"),
    Font("Noto Sans Arabic", "Segoe UI,Arial"),
    Font("Noto Sans Hebrew", "Segoe UI,Arial"),
    Font("Noto Sans Devanagari", "Nirmala UI,Mangal"),
    Font("Noto Sans JP", "Noto Sans CJK JP,Yu Gothic,MS Gothic"),
    Font("Noto Sans KR", "Noto Sans CJK KR,Malgun Gothic"),
    Font("Noto Sans SC", "Noto Sans CJK SC,Microsoft YaHei"),
    Font("Noto Sans TC", "Noto Sans CJK TC,Microsoft JhengHei"),
    Font(TICK_BOX_FONT, "Apple Symbols,DejaVu Sans", "020B0502040204020203"),
)


def font_table(family: str, language: str) -> Xml:
    """Write the font table for a memo set in `family`."""
    fonts = {font.name: font for font in (Font(family, family="auto"), *_KNOWN)}
    used = dict.fromkeys(name for name in (family, writing_system(language).font, TICK_BOX_FONT) if name)
    return named("w:fonts", MAIN, *(_font(fonts[name]) for name in used))


def _font(font: Font) -> Xml:
    return element(
        "font",
        element("altName", val=font.instead) if font.instead else NOTHING,
        element("panose1", val=font.panose) if font.panose else NOTHING,
        element("charset", val="00"),
        element("family", val=font.family),
        element("pitch", val="variable"),
        name=font.name,
    )
