"""The project file `briefgen.toml`: where articles are, what is made of them, and the house style.

Everything in it is optional; what it does not say is said by the defaults of `Project`.
A `pyproject.toml` may hold the same tables under `[tool.briefgen]`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, get_args

from briefgen import files, resources
from briefgen.brand import Brand
from briefgen.errors import BriefgenError, ConfigurationError
from briefgen.mail_settings import AudienceMail, Bundling, MailSettings, Security
from briefgen.nearest import meant_or_known
from briefgen.notices import Notice, Place
from briefgen.toml_text import parse_toml
from briefgen.values import dataclass

if TYPE_CHECKING:
    from briefgen.brand.tables import Settings

FILE = "briefgen.toml"
_NO_MAIL = MailSettings()


@dataclass(frozen=True, slots=True)
class Project:
    """What the project file says; paths are as written, relative to `folder`."""

    file: str = ""
    """The project file as printed, empty where there is none."""
    folder: Path = Path()
    articles: tuple[str, ...] = ("articles/**/*.yaml",)
    """Patterns; `**` stands for any folders."""
    audiences: tuple[str, ...] = ()
    """Whom `make` writes for when nobody is named; empty for the minister."""
    output: str = "out"
    formats: tuple[str, ...] = ("pdf", "docx")
    filename: str = "{date}-{id}-{audience}.{ext}"
    brand: Brand = field(default_factory=Brand)
    endpoint: str = ""
    """The service that `draft --propose` asks; OpenAI-compatible."""
    model: str = ""
    timeout: int = 120
    """Seconds that the model may take."""
    formats_for: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Audience → formats, where they differ from `formats`."""
    fail_on: str = "error"
    """From which level on findings make `check` fail."""
    ignore: Mapping[str, str] = field(default_factory=dict)
    """Code of a check that is silenced → the reason."""
    mail: MailSettings = _NO_MAIL
    mail_for: Mapping[str, AudienceMail] = field(default_factory=dict)
    """Audience → who gets its memos, and how."""

    @property
    def organisation(self) -> str:
        """Who makes the memos."""
        return self.brand.organisation


@dataclass(frozen=True, slots=True)
class _Key:
    """A key of the project file: the field of `Project` it sets, and whether it holds a list."""

    field: str
    many: bool = False
    choices: tuple[str, ...] = ()
    pairs: bool = False
    """Whether it holds names and a text for each."""
    kind: type[str | int | bool] = str
    at_most: int | None = None
    """For numbers, which are never below 0."""


_TABLES: dict[str, dict[str, _Key]] = {
    "project": {
        "articles": _Key("articles", many=True),
        "audiences": _Key("audiences", many=True),
        "output": _Key("output"),
        "formats": _Key("formats", many=True),
        "filename": _Key("filename"),
    },
    "brand": {},
    "check": {
        "fail_on": _Key("fail_on", choices=("error", "warning", "note", "never")),
        "ignore": _Key("ignore", pairs=True),
    },
    "draft": {"endpoint": _Key("endpoint"), "model": _Key("model"), "timeout": _Key("timeout", kind=int)},
    "audience": {},
    "mail": {
        "sender": _Key("sender"),
        "reply_to": _Key("reply_to"),
        "host": _Key("host"),
        "port": _Key("port", kind=int, at_most=65535),
        "security": _Key("security", choices=get_args(Security)),
        "allow_unencrypted": _Key("allow_unencrypted", kind=bool),
        "ca_file": _Key("ca_file"),
        "username": _Key("username"),
        "password_command": _Key("password_command", many=True),
        "ratelimit": _Key("ratelimit", kind=int),
        "timeout": _Key("timeout", kind=int),
        "final_timeout": _Key("final_timeout", kind=int),
        "retry_after": _Key("retry_after", many=True, kind=int),
        "size_limit": _Key("size_limit", kind=int),
        "words": _Key("words", kind=int),
        "outbox": _Key("outbox"),
        "oauth": _Key("oauth", choices=("microsoft", "google")),
        "client_id": _Key("client_id"),
        "tenant": _Key("tenant"),
        "credentials": _Key("credentials"),
        "smime_certificate": _Key("smime_certificate"),
        "smime_key": _Key("smime_key"),
        "smime_recipients": _Key("smime_recipients"),
    },
}
_OF_AN_AUDIENCE = {
    "formats": _Key("formats", many=True),
    "recipients": _Key("recipients", many=True),
    "cc": _Key("cc", many=True),
    "bcc": _Key("bcc", many=True),
    "message": _Key("message", choices=get_args(Bundling)),
    "domains": _Key("domains", many=True),
    "under_embargo": _Key("under_embargo", kind=bool),
}
_SECRETS = ("password", "passwd", "token", "secret", "client_secret")


def parse_project(text: str, file: str, folder: Path) -> Project | None:
    """Read a project file; None for a `pyproject.toml` without `[tool.briefgen]`.

    `ConfigurationError` names every key that is unknown or holds the wrong thing, with its line.
    """
    is_shared = file.endswith("pyproject.toml")
    if is_shared and "briefgen" not in text:
        return None
    is_shared = file.endswith("pyproject.toml")
    if is_shared and "briefgen" not in text:
        return None
    root = parse_toml(text, file)
    if is_shared:
        if "briefgen" not in root.get("tool", {}):
            return None
        root = root["tool"]["briefgen"]
    reader = _Reader(text, file, folder)
    settings = reader.settings(root)
    if reader.notices:
        raise ConfigurationError(*reader.notices)
    return Project(file=file, folder=folder, **settings)


@dataclass(slots=True)
class _Reader:
    text: str
    file: str
    folder: Path
    notices: list[Notice] = field(default_factory=list)

    def settings(self, root: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, table in root.items():
            if not self._is_known(name, _TABLES, "table") or not self._is_table(name, table):
                continue
            if name == "audience":
                audiences = dict(self._audiences(table))
                found["formats_for"] = {who: own.pop("formats") for who, own in audiences.items() if "formats" in own}
                found["mail_for"] = {who: AudienceMail(**own) for who, own in audiences.items() if own}
            elif name == "brand":
                found["brand"] = self._brand(table)
            elif name == "mail":
                found["mail"] = MailSettings(**self._mail(dict(table)))
            else:
                found |= self._values(table, _TABLES[name], f"[{name}]")
        return found

    def _audiences(self, table: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        for name, own in table.items():
            if self._is_table(name, own):
                yield name, self._values(own, _OF_AN_AUDIENCE, f"[audience.{name}]")

    def _brand(self, table: dict[str, Any]) -> Brand:
        """Read the house style, from here and from the file that `file` names; what stands here outweighs that."""
        from briefgen.brand.settings import read_brand
        from briefgen.brand.tables import toml_settings

        path = ("tool", "briefgen", "brand") if self.file.endswith("pyproject.toml") else ("brand",)
        own = toml_settings({key: value for key, value in table.items() if key != "file"}, self.text, self.file, path)
        brand, notices = read_brand((own, *self._brand_file(table.get("file", ""))), resources.families())
        self.notices += notices
        return brand

    def _brand_file(self, named: object) -> "Iterator[Settings]":
        from briefgen.brand.tables import file_settings

        if not isinstance(named, str):
            self._fail("file", f"file: expected text, found {named!r}", 'name a file: file = "brand.yaml"')
        elif named:
            path = self.folder / named
            try:
                yield file_settings(files.read_bytes(path), files.shown(path), str(PurePosixPath(named).parent))
            except BriefgenError as error:
                self.notices += error.notices

    def _mail(self, table: dict[str, Any]) -> dict[str, Any]:
        for secret in (key for key in _SECRETS if table.pop(key, None) is not None):
            hint = "keep it in the keyring, in BRIEFGEN_MAIL_PASSWORD, or let password_command print it"
            self._fail(secret, f"{secret}: a secret does not belong into this file", hint)
        markings = table.pop("markings", {})
        found = self._values(table, _TABLES["mail"], "[mail]")
        if self._is_table("markings", markings):
            domains = _Key("markings", many=True)
            found["markings"] = {marking: self._value(domains, marking, value) for marking, value in markings.items()}
        return found

    def _values(self, table: dict[str, Any], keys: Mapping[str, _Key], where: str) -> dict[str, Any]:
        known = {key: value for key, value in table.items() if self._is_known(key, keys, f"key of {where}")}
        return {keys[key].field: self._value(keys[key], key, value) for key, value in known.items()}

    def _value(self, wanted: _Key, key: str, value: object) -> Any:  # noqa: ANN401 - of the kind that the key wants
        if wanted.pairs:
            if isinstance(value, dict) and all(isinstance(text, str) for text in value.values()):
                return value
            self._fail(key, f'{key}: expected names, each with a reason: {{SRC11 = "why"}}')
            return {}
        items = value if isinstance(value, list) and wanted.many else [value]
        if not all(type(item) is wanted.kind for item in items):
            self._fail(key, f"{key}: expected {_expected(wanted)}, found {value!r}")
        elif wanted.choices and value not in wanted.choices:
            self._fail(key, f"{key}: expected {' or '.join(wanted.choices)}, found {value!r}")
        elif any(type(item) is int and not 0 <= item <= (wanted.at_most or item) for item in items):
            self._fail(key, f"{key}: {value!r} is out of range")
        return tuple(items) if wanted.many else value

    def _is_table(self, name: str, value: object) -> bool:
        if not isinstance(value, dict):
            self._fail(name, f"{name}: expected a table, found {value!r}", f"write [{name}] on a line of its own")
        return isinstance(value, dict)

    def _is_known(self, name: str, known: Mapping[str, object], what: str) -> bool:
        if name in known:
            return True
        self._fail(name, f"{name!r} is no {what}", meant_or_known(name, known))
        return False

    def _fail(self, name: str, message: str, hint: str = "") -> None:
        self.notices.append(Notice("error", "CFG02", message, Place(self.file, self._line_of(name)), hint))

    def _line_of(self, name: str) -> int:
        """Find the line of a key or table; TOML's reader does not keep it."""
        written = re.compile(rf"""^\s*(\[.*\b)?["']?{re.escape(name)}["']?\s*[\].=]""")
        return next((n for n, line in enumerate(self.text.splitlines(), 1) if written.match(line)), 0)


def _expected(wanted: _Key) -> str:
    one, many = {str: ("text", "a list of texts"), int: ("a whole number", "a list of whole numbers")}.get(
        wanted.kind, ("true or false", "")
    )
    return many if wanted.many else one
