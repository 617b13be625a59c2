"""The stored texts of a record's sources, read from the files that stand beside it."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from briefgen import files
from briefgen.article.passages import Stored
from briefgen.article.read import Record
from briefgen.errors import BriefgenError, RecordError
from briefgen.notices import Notice


def stored_texts(record: Record, folder: Path) -> Mapping[str, Stored]:
    """Read the texts that sources name, relative to the record's `folder`; `RecordError` names those not there."""
    texts, notices = {}, []
    for number, source in enumerate(record.article.sources):
        if not source.text:
            continue
        path = folder / source.text
        try:
            digest = hashlib.sha256(files.read_bytes(path)).hexdigest()
            texts[source.id] = Stored(source.id, files.read_text(path), digest)
        except BriefgenError as error:
            place = record.places.get(f"sources[{number}].text")
            notices += [Notice("error", one.code, one.message, place, one.hint) for one in error.notices]
    if notices:
        raise RecordError(*notices)
    return texts


def folder_of(article: str) -> Path:
    """Give the folder that the texts of an article file are relative to; standard input stands in this one."""
    return Path() if article == "-" else Path(article).parent
