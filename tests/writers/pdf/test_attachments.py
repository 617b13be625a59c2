"""The record travels inside the PDF, whole, and as the standards want it."""

from dataclasses import replace
from hashlib import md5
from io import BytesIO

import pikepdf
from support.specimen import SPECIMEN

from briefgen.memo import Attachment
from briefgen.theme import DEFAULT
from briefgen.writers import WRITERS
from briefgen.writers.pdf import write

RECORD = Attachment("quota.yaml", "application/yaml", "title: «рибальство»\n".encode() * 50)
CARRYING = replace(SPECIMEN, attachments=(RECORD,))


def test_the_file_is_inside_with_all_that_is_told_of_it() -> None:
    with pikepdf.open(BytesIO(write(CARRYING, DEFAULT))) as pdf:
        (associated,) = list(pdf.Root.AF)
        stream = associated.EF.F
        (found,) = pdf.attachments.values()
        name, content = found.filename, found.get_file().read_bytes()
        told = {key: str(associated[key]) for key in ("/F", "/UF", "/AFRelationship", "/Desc")}
        params = {key: str(value) for key, value in stream.Params.items() if key != "/CheckSum"}

        assert (name, content) == ("quota.yaml", RECORD.content)
        assert associated.objgen == pdf.Root.Names.EmbeddedFiles.Names[1].objgen
        assert told == {
            "/F": "quota.yaml",
            "/UF": "quota.yaml",
            "/AFRelationship": "/Source",
            "/Desc": "Northern Union asks for a fishing quota",
        }
        assert (str(stream.Subtype), str(stream.Filter)) == ("/application/yaml", "/FlateDecode")
        assert params == {
            "/Size": str(len(RECORD.content)),
            "/CreationDate": "D:20250312000000Z",
            "/ModDate": "D:20250312000000Z",
        }
        assert bytes(stream.Params.CheckSum) == md5(RECORD.content, usedforsecurity=False).digest()


def test_a_file_without_attachments_says_nothing_of_them() -> None:
    with pikepdf.open(BytesIO(write(SPECIMEN, DEFAULT))) as pdf:
        assert ("/AF" in pdf.Root, "/EmbeddedFiles" in pdf.Root.Names) == (False, False)


def test_only_pdf_carries_it() -> None:
    alike = [kind for kind, form in WRITERS.items() if form.write(CARRYING, DEFAULT) == form.write(SPECIMEN, DEFAULT)]

    assert alike == [kind for kind in WRITERS if kind != "pdf"]
