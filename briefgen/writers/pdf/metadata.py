"""What a PDF says of itself, in XMP and in the older `Info`, and the standards it keeps."""

from datetime import UTC, datetime
from html import escape

from briefgen.memo import Meta
from briefgen.writers.pdf.objects import text_string

PROGRAM = "briefgen"


def information(meta: Meta) -> str:
    """Spell the document information dictionary, with nothing but what the memo gives."""
    date = f"{moment(meta):D:%Y%m%d%H%M%SZ}"
    told = {
        "Title": meta.title,
        "Author": meta.author,
        "Subject": meta.subject,
        "Keywords": ", ".join(meta.keywords),
        "Creator": PROGRAM,
        "CreationDate": date,
        "ModDate": date,
    }
    return f"<< {' '.join(f'/{key} {text_string(text)}' for key, text in told.items() if text)} >>"


def xmp(meta: Meta, part: int) -> bytes:
    """Write the metadata packet, with the claims of PDF/UA-1 and of PDF/A, level A of its `part`."""
    date = f"{moment(meta):%Y-%m-%dT%H:%M:%SZ}"
    keywords = "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in meta.keywords)
    optional = (
        _told("dc:creator", meta.author, "<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>"),
        _told("dc:description", meta.subject, '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'),
        f"<dc:subject><rdf:Bag>{keywords}</rdf:Bag></dc:subject>" if keywords else "",
        _told("pdf:Keywords", ", ".join(meta.keywords), "{}"),
        _told("dc:source", meta.made_from, "briefgen-made-from:{}"),
    )
    return _PACKET.format(
        title=escape(meta.title),
        language=escape(meta.language),
        part=part,
        optional="".join(optional),
        program=PROGRAM,
        date=date,
    ).encode()


def moment(meta: Meta) -> datetime:
    """Read when the memo was made, in UTC."""
    return datetime.fromisoformat(meta.created).astimezone(UTC)


def _told(name: str, text: str, form: str) -> str:
    return f"<{name}>{form.format(escape(text))}</{name}>" if text else ""


_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>{optional}
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
"""PDF/A wants every property explained that its own standard does not name (ISO 19005-2, 6.6.2.3)."""
