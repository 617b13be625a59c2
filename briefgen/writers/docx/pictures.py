"""Figures: a picture in dots that every reader shows, and in lines for those that take SVG."""

from briefgen.memo import Figure
from briefgen.writers.docx.namespaces import DECORATION, DECORATION_URI, PICTURE_URI, VECTOR, VECTOR_URI
from briefgen.writers.docx.place import Place
from briefgen.writers.docx.writing import Writing
from briefgen.writers.docx.xml import NOTHING, Attributes, Xml, element, join, named

EMU = 12700
"""Units of DrawingML in a point."""


def picture(figure: Figure, place: Place, writing: Writing) -> Xml:
    """Write the picture of a figure and its caption; the table that it is drawn from follows them."""
    from briefgen.figures import draw, png, svg

    drawing = draw(figure, writing.theme, writing.theme.column - place.left, from_the_right=writing.right_to_left)
    shown = NOTHING
    if drawing.height:
        dots = writing.relations.picture(png(drawing, writing.theme), "png")
        lines = writing.relations.picture(svg(drawing).encode(), "svg")
        size: Attributes = {"cx": round(drawing.width * EMU), "cy": round(drawing.height * EMU)}
        words = element("r", element("drawing", in_line(figure.alt, size, _blip(dots, lines), writing.next_id())))
        shown = writing.paragraph("Figure", words, **place.moved)
    if not figure.caption:
        return shown
    return join(shown, writing.paragraph("Caption", writing.words(figure.caption, bold=True), **place.moved))


def _blip(dots: str, lines: str) -> Xml:
    vector = named("asvg:svgBlip", VECTOR | {"r:embed": lines})
    return named("a:blip", {"r:embed": dots}, named("a:extLst", {}, named("a:ext", {"uri": VECTOR_URI}, vector)))


def in_line(alt: str, size: Attributes, blip: Xml, identity: int) -> Xml:
    """Place a picture in the line (ISO/IEC 29500-1 §20.4.2.8); one without words is there for decoration."""
    name: Attributes = {"id": identity, "name": f"Figure {identity}"}
    decoration = NOTHING
    if not alt:
        mark = named("adec:decorative", DECORATION | {"val": 1})
        decoration = named("a:extLst", {}, named("a:ext", {"uri": DECORATION_URI}, mark))
    fill = named("pic:blipFill", {}, blip, named("a:stretch", {}, named("a:fillRect", {})))
    told = named("pic:nvPicPr", {}, named("pic:cNvPr", name | {"descr": alt}), named("pic:cNvPicPr", {}))
    shape = named("pic:pic", {}, told, fill, _shape(size))
    return named(
        "wp:inline",
        {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        named("wp:extent", size),
        named("wp:docPr", name | {"descr": alt}, decoration),
        named("a:graphic", {}, named("a:graphicData", {"uri": PICTURE_URI}, shape)),
    )


def _shape(size: Attributes) -> Xml:
    place = named("a:xfrm", {}, named("a:off", {"x": 0, "y": 0}), named("a:ext", size))
    return named("pic:spPr", {}, place, named("a:prstGeom", {"prst": "rect"}, named("a:avLst", {})))
