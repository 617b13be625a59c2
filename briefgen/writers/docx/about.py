"""What the file says of itself: title, language, author and dates, all from the memo, nothing of the machine."""

from briefgen.memo import Meta
from briefgen.writers.docx.namespaces import CORE, CUSTOM, EXTENDED
from briefgen.writers.docx.xml import NOTHING, Xml, escaped, named

_OWN_PROPERTIES = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def core_properties(meta: Meta) -> Xml:
    """Write the core properties (ISO/IEC 29500-2 §11); the category is the marking, for whoever files the memo."""
    return named(
        "cp:coreProperties",
        CORE,
        _told("dc:title", meta.title),
        _told("dc:subject", meta.subject),
        _told("dc:creator", meta.author),
        _told("cp:keywords", ", ".join(meta.keywords)),
        _told("cp:lastModifiedBy", meta.author),
        _date("dcterms:created", meta.created),
        _date("dcterms:modified", meta.created),
        _told("dc:identifier", meta.reference),
        _told("dc:language", meta.language),
        _told("cp:contentStatus", meta.status),
        _told("cp:category", meta.banner.text if meta.banner else ""),
    )


def extended_properties(meta: Meta) -> Xml:
    """Write the extended properties."""
    return named("Properties", EXTENDED, _told("Application", "briefgen"), _told("Company", meta.organisation))


def custom_properties(meta: Meta) -> Xml:
    """Write the properties that are briefgen's own; `fmtid` and the first `pid` are those the standard gives."""
    own = NOTHING
    if meta.made_from:
        value = named("vt:lpwstr", {}, escaped(meta.made_from))
        own = named("property", {"fmtid": _OWN_PROPERTIES, "pid": 2, "name": "briefgen-made-from"}, value)
    return named("Properties", CUSTOM, own)


def _told(name: str, text: str) -> Xml:
    return named(name, {}, escaped(text)) if text else NOTHING


def _date(name: str, moment: str) -> Xml:
    return named(name, {"xsi:type": "dcterms:W3CDTF"}, escaped(moment))
