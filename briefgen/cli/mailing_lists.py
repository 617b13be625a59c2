"""Find out who gets the memos of an audience: by the project file, its lists, and the audience's own folder."""

from pathlib import PurePath

from briefgen import files
from briefgen.article.yaml_nodes import Scalar, Sequence, read_yaml
from briefgen.errors import ConfigurationError, RecordError
from briefgen.mail.addresses import Mailbox, read_mailbox
from briefgen.mail.recipients import Recipient, is_list, read_recipients
from briefgen.mail_settings import AudienceMail
from briefgen.notices import Place
from briefgen.project import Project
from briefgen.shelf import Shelf

_OF_A_PACK = "/recipients.yaml"


def audiences_with_recipients(project: Project, shelf: Shelf) -> tuple[str, ...]:
    """Name the audiences that somebody belongs to."""
    named = {name for name, own in project.mail_for.items() if own.recipients}
    return tuple(sorted(named | {name.partition("/")[0] for name in shelf.files if name.endswith(_OF_A_PACK)}))


def recipients(project: Project, shelf: Shelf, audience: str) -> tuple[Recipient, ...]:
    """List the recipients of an audience; `ConfigurationError` names every line that is no address."""
    own = project.mail_for.get(audience, AudienceMail())
    written, file = own.recipients, project.file or audience
    sheet = shelf.files.get(f"{audience}{_OF_A_PACK}")
    if sheet and not written:
        written, file = _addresses(sheet.text, sheet.path), sheet.path
    lists = {name: _list(name, project, is_pack=written is not own.recipients) for name in written if is_list(name)}
    return (
        *read_recipients(written, lists, file=file),
        *read_recipients(own.cc, {}, file=file, kind="cc"),
        *read_recipients(own.bcc, {}, file=file, kind="bcc"),
    )


def _list(name: str, project: Project, *, is_pack: bool) -> str:
    """Read a list; one that an audience's folder names, which may be a stranger's, lies in the project."""
    path = project.folder / name
    return files.read_text(files.confined(name, project.folder, project.folder) if is_pack else path)


def sender(project: Project) -> Mailbox:
    """Read who sends; without that there is no mail."""
    if not project.mail.sender:
        hint = 'add to briefgen.toml: [mail] sender = "Desk <desk@example.org>"'
        raise ConfigurationError.of("MAI27", "nothing says who sends", hint=hint)
    return read_mailbox(project.mail.sender, Place(project.file))


def media_type(name: str) -> str:
    """Tell what a file is by its name, on every machine alike."""
    from mimetypes import MimeTypes

    kinds = MimeTypes(())
    kinds.add_type("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx")
    kinds.add_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")
    kinds.add_type("text/markdown", ".md")
    found, packed = kinds.guess_type(PurePath(name).name)
    return found if found and not packed else "application/octet-stream"


def _addresses(text: str, file: str) -> tuple[str, ...]:
    try:
        node = read_yaml(text.encode(), file)
    except RecordError as error:
        raise ConfigurationError(*error.notices) from error
    if isinstance(node, Sequence):
        found = tuple(item.text for item in node.items if isinstance(item, Scalar))
        if len(found) == len(node.items):
            return found
    raise ConfigurationError.of("MAI03", "expected a list of addresses", place=node.place)
