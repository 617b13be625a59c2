"""The settings part: Word 2013 and later lay the memo out as themselves, and ask nothing when they open it."""

from briefgen.writers.docx.namespaces import MAIN
from briefgen.writers.docx.properties import twips
from briefgen.writers.docx.xml import Xml, element, flag, named

_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBLE = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}
"""As Word writes them into a new document; without `compatibilityMode` it opens the file as one of 2007."""


def settings(language: str) -> Xml:
    """Write the settings part of a memo in `language`."""
    return named(
        "w:settings",
        MAIN,
        element("zoom", percent=100),
        flag("doNotTrackMoves"),
        element("defaultTabStop", val=twips(36)),
        element("characterSpacingControl", val="doNotCompress"),
        element(
            "compat",
            *(element("compatSetting", name=name, uri=_WORD, val=value) for name, value in _COMPATIBLE.items()),
        ),
        element("themeFontLang", val=language, eastAsia=language, bidi=language),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )
