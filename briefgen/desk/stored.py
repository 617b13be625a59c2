"""The stored texts of a record's sources, read from files of the record's own project or folder and from no others.

A record may be a stranger's, and what a check says of a stored text repeats words of it: a path that leads elsewhere
would carry a file of this machine into messages.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from briefgen import files
from briefgen.article.passages import Stored
from briefgen.article.read import Record
from briefgen.errors import BriefgenError, RecordError
from briefgen.notices import Notice
from briefgen.project import Project


def stored_texts(record: Record, article: str, project: Project) -> Mapping[str, Stored]:
    """Read the texts that sources name, relative to the `article` file; `RecordError` names those not there.

    A record from standard input stands nowhere: texts that this folder does not have are left unchecked.
    """
    texts, notices = {}, []
    for number, source in enumerate(record.article.sources):
        if not source.text:
            continue
        try:
            path = place_of_text(source.text, article, project)
            if article != "-" or path.exists():
                texts[source.id] = _stored(source.id, path)
        except BriefgenError as error:
            place = record.places.get(f"sources[{number}].text")
            notices += [Notice("error", one.code, one.message, place, one.hint) for one in error.notices]
    if notices:
        raise RecordError(*notices)
    return texts


def place_of_text(named: str, article: str, project: Project) -> Path:
    """Find a stored text: in the project's folder if the record is there, else in the record's own or below it.

    `OutputError` if it lies anywhere else.
    """
    folder = Path(article).parent
    is_ours = bool(project.file) and folder.resolve().is_relative_to(project.folder.resolve())
    return files.confined(named, folder, project.folder if is_ours else folder)


def _stored(source: str, path: Path) -> Stored:
    data = files.read_bytes(path)
    return Stored(source, files.decoded(data, path), hashlib.sha256(data).hexdigest())
