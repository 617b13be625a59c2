"""Who gets a memo: addresses of the project file, and lists in CSV as Excel saves them.

Excel writes a byte order mark, separates with what the country uses (`,`, `;` or a tab), keeps spaces around headers
and leaves empty rows behind.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePath
from typing import Literal

from briefgen.errors import BriefgenError, ConfigurationError
from briefgen.mail.addresses import Mailbox, is_broken, read_mailbox
from briefgen.notices import Notice, Place
from briefgen.values import dataclass

Kind = Literal["to", "cc", "bcc"]
MOST_COLUMNS = 200
_ADDRESS = (
    "email",
    "e-mail",
    "mail",
    "address",
    "e-mail_address",
    "email_address",
    "e-mail-adresse",
    "adresse",
    "courriel",
)
_SHEETS = (".xlsx", ".xls", ".ods", ".numbers")
_NAME = "name"
_KIND = "kind"
_ENCLOSURES = "attachments"


@dataclass(frozen=True, slots=True)
class Recipient:
    """A person or office that gets a memo."""

    mailbox: Mailbox
    kind: Kind = "to"
    fields: tuple[tuple[str, str], ...] = ()
    """What else a list says of them, which templates may print."""
    enclosures: tuple[str, ...] = ()
    """Paths of files for them alone, relative to the project."""
    place: Place | None = None


def read_recipients(
    written: Iterable[str], lists: Mapping[str, str], *, file: str, kind: Kind = "to"
) -> tuple[Recipient, ...]:
    """Read addresses and the CSV files among `written`; `lists` holds the text of each file by its name.

    `ConfigurationError` names every line that cannot be used. `file` stands for the place of bare addresses.
    """
    found: list[Recipient] = []
    notices: list[Notice] = []
    for entry in written:
        try:
            if entry in lists:
                found += read_csv(lists[entry], entry)
            elif "@" not in entry and entry.lower().endswith(_SHEETS):
                hint = "in Excel: Save As, type CSV UTF-8; then name that file"
                message = f"{entry} is a spreadsheet, and a list is CSV"
                raise ConfigurationError.of("MAI03", message, place=Place(file), hint=hint)
            else:
                found.append(Recipient(read_mailbox(entry, Place(file)), kind, place=Place(file)))
        except BriefgenError as error:
            notices += error.notices
    if notices:
        raise ConfigurationError(*notices)
    return tuple(found if kind == "to" else (replace(one, kind=kind) for one in found))


def is_list(entry: str) -> bool:
    """Tell whether a recipient of the project file is the name of a file."""
    return "@" not in PurePath(entry).name and entry.lower().endswith((".csv", ".tsv", ".txt"))


def read_csv(text: str, file: str) -> tuple[Recipient, ...]:
    """Read a list with a header row; columns other than the address, name, kind and attachments are kept as fields."""
    reader = csv.reader(_lines(text), delimiter=_delimiter(text), strict=True)
    found: list[Recipient] = []
    notices: list[Notice] = []
    header: tuple[str, ...] = ()
    try:
        for cells in reader:
            place = Place(file, reader.line_num + text.startswith("sep="))
            row = [cell.strip() for cell in cells]
            if not any(row):
                continue
            try:
                if header:
                    found.append(_recipient(header, row, place))
                else:
                    header = _header(row, place)
            except BriefgenError as error:
                notices += error.notices
                if not header:
                    break
    except csv.Error as error:
        notices.append(Notice("error", "MAI03", str(error), Place(file, reader.line_num)))
    if not notices and not found:
        notices.append(Notice("error", "MAI03", "there is no recipient in it", Place(file)))
    if notices:
        raise ConfigurationError(*notices)
    return tuple(found)


def _lines(text: str) -> Iterator[str]:
    """Give the lines without Excel's own first line, `sep=;`, and with the ends that they have within cells."""
    lines = iter(text.splitlines(keepends=True))
    return (line for number, line in enumerate(lines) if number or not line.startswith("sep="))


def _delimiter(text: str) -> str:
    first, _, rest = text.partition("\n")
    if first.startswith("sep="):
        return first[4:5] or ","
    header = first if first.strip() else rest.lstrip("\r\n").partition("\n")[0]
    return max(",;\t", key=header.count)


def _header(row: list[str], place: Place) -> tuple[str, ...]:
    names = tuple("_".join(cell.casefold().split()) for cell in row)
    used = [name for name in names if name]
    if len(used) > MOST_COLUMNS:
        message = f"{len(used):,} columns, more than the {MOST_COLUMNS} that a list may have"
        raise ConfigurationError.of("MAI03", message, place=place)
    twice = sorted({name for name in used if used.count(name) > 1})
    if twice:
        raise ConfigurationError.of("MAI03", f"the columns {', '.join(twice)} stand there twice", place=place)
    if not any(name in _ADDRESS for name in names):
        hint = f"call the column that holds them {_ADDRESS[0]!r}, in the first row"
        raise ConfigurationError.of("MAI03", f"no column holds addresses: {', '.join(used)}", place=place, hint=hint)
    return tuple("email" if name == _email_column(names) else name for name in names)


def _email_column(names: tuple[str, ...]) -> str:
    return next(name for name in _ADDRESS if name in names)


def _recipient(header: tuple[str, ...], row: list[str], place: Place) -> Recipient:
    cells = dict.fromkeys(header, "") | dict(zip(header, row, strict=False))
    if any(row[len(header) :]):
        message = f"{len(row)} cells under {len(header)} columns"
        raise ConfigurationError.of("MAI03", message, place=place, hint="put texts with a separator into quotes")
    for name, cell in cells.items():
        if is_broken(cell):
            message = f"{name or 'a cell'}: {cell!r} holds a line break or a control character"
            raise ConfigurationError.of("MAI03", message, place=place)
    mailbox = read_mailbox(cells.pop("email"), place)
    kind = cells.pop(_KIND, "").casefold() or "to"
    if kind not in {"to", "cc", "bcc"}:
        raise ConfigurationError.of("MAI03", f"kind: expected to, cc or bcc, found {kind!r}", place=place)
    enclosures = tuple(part.strip() for part in cells.pop(_ENCLOSURES, "").split("|") if part.strip())
    name = cells.pop(_NAME, "") or mailbox.name
    fields = tuple((name, cell) for name, cell in cells.items() if name)
    return Recipient(Mailbox(mailbox.address, name), _KINDS[kind], fields, enclosures, place)


_KINDS: dict[str, Kind] = {"to": "to", "cc": "cc", "bcc": "bcc"}
