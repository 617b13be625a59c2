"""The kinds of failure a user can put right.

    BriefgenError
    ├── RecordError          an article file that cannot be read as a record
    ├── TemplateError        a template or the Markdown it filled in
    ├── AudienceError        an audience pack that is missing or contradicts itself
    ├── ConfigurationError   briefgen.toml, or an option on the command line
    ├── WriteError           a memo that a format cannot hold, such as a character without a font
    ├── OutputError          a file that cannot be written, or that briefgen must not overwrite
    └── MailError            messages that must not be sent, or a mail server that does not take any

Each carries all the notices of one run, never only the first.
Anything else that is raised is a bug in briefgen and keeps its traceback.
"""

from briefgen.notices import Notice, Place


class BriefgenError(Exception):
    """Something the user can put right; `notices` say what and where."""

    def __init__(self, *notices: Notice) -> None:
        super().__init__(*notices)
        self.notices: tuple[Notice, ...] = notices

    def __str__(self) -> str:
        return "\n".join(str(notice) for notice in self.notices)

    @classmethod
    def of(cls, code: str, message: str, *, place: Place | None = None, hint: str = "") -> "BriefgenError":
        """Make an error of this kind from a single finding."""
        return cls(Notice("error", code, message, place, hint))


class RecordError(BriefgenError):
    """An article file cannot be read as a record."""


class TemplateError(BriefgenError):
    """A template, or the Markdown that it filled in, cannot be used."""


class AudienceError(BriefgenError):
    """An audience pack is missing or contradicts itself."""


class ConfigurationError(BriefgenError):
    """The project file or the command line asks for something impossible."""


class WriteError(BriefgenError):
    """A memo holds something that the format cannot express."""


class OutputError(BriefgenError):
    """A file cannot be written, or must not be overwritten."""


class MailError(BriefgenError):
    """Messages must not be sent, or the mail server does not take any from us."""
