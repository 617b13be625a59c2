"""The vocabularies of WordprocessingML, each with the prefix by which this package knows it."""

from briefgen.writers.docx.xml import Attributes

_OFFICE = "http://schemas.openxmlformats.org"

MAIN: Attributes = {"xmlns:w": f"{_OFFICE}/wordprocessingml/2006/main"}
RELATIONS: Attributes = {"xmlns:r": f"{_OFFICE}/officeDocument/2006/relationships"}
DRAWING: Attributes = {
    "xmlns:wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
    "xmlns:a": f"{_OFFICE}/drawingml/2006/main",
    "xmlns:pic": f"{_OFFICE}/drawingml/2006/picture",
}
TICK_BOXES: Attributes = {
    "xmlns:mc": f"{_OFFICE}/markup-compatibility/2006",
    "xmlns:w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc:Ignorable": "w14",
}
"""Word 2010 and later; older readers see the box as a character."""

DOCUMENT: Attributes = MAIN | RELATIONS | DRAWING | TICK_BOXES

PICTURE_URI = f"{_OFFICE}/drawingml/2006/picture"
VECTOR: Attributes = {"xmlns:asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main"}
VECTOR_URI = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension that names a picture's vector form; readers before Word 2016 show the dots."""
DECORATION: Attributes = {"xmlns:adec": "http://schemas.microsoft.com/office/drawing/2017/decorative"}
DECORATION_URI = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The extension that says a picture is there for decoration, and has nothing to be read out."""

PACKAGE_RELATIONS = f"{_OFFICE}/package/2006/relationships"
CONTENT_TYPES = f"{_OFFICE}/package/2006/content-types"
RELATION_TYPES = f"{_OFFICE}/officeDocument/2006/relationships"
CORE: Attributes = {
    "xmlns:cp": f"{_OFFICE}/package/2006/metadata/core-properties",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
EXTENDED: Attributes = {"xmlns": f"{_OFFICE}/officeDocument/2006/extended-properties"}
CUSTOM: Attributes = {
    "xmlns": f"{_OFFICE}/officeDocument/2006/custom-properties",
    "xmlns:vt": f"{_OFFICE}/officeDocument/2006/docPropsVTypes",
}
