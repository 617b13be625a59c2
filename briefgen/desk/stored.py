"""The stored texts of a record's sources, read from the files that stand beside it."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from briefgen import files
from briefgen.article.passages import Stored
from briefgen.article.read import Record
from briefgen.errors import BriefgenError, OutputError, RecordError
from briefgen.notices import Notice


def stored_texts(record: Record, article: str) -> Mapping[str, Stored]:
    """Read the texts that sources name, relative to the `article` file; `RecordError` names those not there.

    A record from standard input stands nowhere: texts that this folder does not have are left unchecked.
    """
    folder = Path() if article == "-" else Path(article).parent
    texts, notices = {}, []
    for number, source in enumerate(record.article.sources):
        path = files.as_on_disk(folder / source.text)
        if not source.text or (article == "-" and not path.exists()):
            continue
        try:
            texts[source.id] = _stored(source.id, path)
        except BriefgenError as error:
            place = record.places.get(f"sources[{number}].text")
            notices += [Notice("error", one.code, one.message, place, one.hint) for one in error.notices]
    if notices:
        raise RecordError(*notices)
    return texts


def _stored(source: str, path: Path) -> Stored:
    if path.exists() and not path.is_file() and not path.is_dir():  # a device or a pipe might never end
        raise OutputError.of("FIL01", f"{files.shown(path)}: is no ordinary file", hint="name a file of text")
    data = files.read_bytes(path)
    return Stored(source, files.decoded(data, path), hashlib.sha256(data).hexdigest())
