"""From an article that was dropped on the page to a record in the project: read, drafted, looked at, saved."""

import hashlib
from datetime import date
from pathlib import Path

from briefgen import __version__, files
from briefgen.draft.compose import compose
from briefgen.draft.drafted import Drafted
from briefgen.draft.reading import read_article
from briefgen.draft.write import heading, write_record
from briefgen.errors import BriefgenError, OutputError
from briefgen.file_names import portable
from briefgen.notices import Notice
from briefgen.preview.session import key_of
from briefgen.project import Project
from briefgen.values import dataclass

_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that nobody has saved yet."""

    key: str
    name: str
    """Of the file it was made from."""
    data: bytes
    drafted: Drafted

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How much was found of each kind."""
        article = self.drafted.article
        return (
            ("positions", len(article.positions)),
            ("responses", len(article.responses)),
            ("quotations", len(article.quotes)),
            ("events", len(article.timeline)),
            ("gaps", len(article.gaps)),
            ("remarks to review", len(self.drafted.reviews)),
        )

    def stored(self, record: Path) -> Path:
        """Say where the text lies that the record points into."""
        return record.with_name(f"{record.stem}.source.txt")

    def written(self, stored: str) -> str:
        """Give the record as YAML, with the name of the file that its text is `stored` in."""
        drafted = self.drafted.stored_in(stored)
        return write_record(drafted, heading=heading(self.name, self.data, stored))

    def usual_place(self) -> str:
        """Say where it is saved unless somebody says otherwise, from the project's folder."""
        return f"articles/{portable(f'{self.drafted.article.id}.yaml')}"


def draft(data: bytes, name: str, today: date) -> Draft:
    """Draft a record from an article; `BriefgenError` says why that cannot be done."""
    raw = read_article(data, name)
    drafted = compose(raw, text_file="", tool="briefgen preview", version=__version__, today=today)
    return Draft(key_of(hashlib.sha256(data).hexdigest() + name), name, data, drafted)


def save(made: Draft, named: str, project: Project) -> Path:
    """Save a draft and its text within the project; nothing that is there already is touched."""
    record = place_in(project.folder, named)
    stored = made.stored(record)
    taken = [files.shown(path) for path in (record, stored) if path.exists() or path.is_symlink()]
    if taken:
        raise _refused(f"there already: {', '.join(taken)}", "choose another name")
    files.write_new(stored, made.drafted.text.encode())
    try:
        files.write_new(record, made.written(stored.name).encode())
    except BriefgenError:
        stored.unlink()
        raise
    return record


def place_in(folder: Path, named: str) -> Path:
    """Find the file within `folder` that a name means; `OutputError` for one that leads elsewhere, links included."""
    path, root = Path(named), folder.resolve()
    if not named.strip() or any(ord(letter) < ord(" ") for letter in named):
        raise _refused("the record needs a file name", "such as articles/talks.yaml")
    if path.suffix not in _ENDINGS:
        raise _refused(f"{named}: a record’s name ends in .yaml", f"such as {path.stem or 'talks'}.yaml")
    if path.is_absolute() or any(part.startswith((".", "~")) for part in path.parts):
        raise _refused(f"{named} leads out of the project", "give a path from the project’s folder")
    found = (root / path).resolve()
    if not found.is_relative_to(root):
        raise _refused(f"{named} leads out of the project", "give a path from the project’s folder")
    return found


def _refused(message: str, hint: str) -> OutputError:
    return OutputError(Notice("error", "PRV03", message, hint=hint))
