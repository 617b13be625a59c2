"""The project file `briefgen.toml`: where articles are, what is made of them, and the house style.

Everything in it is optional; what it does not say is said by the defaults of `Project`.
A `pyproject.toml` may hold the same tables under `[tool.briefgen]`.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from briefgen.errors import ConfigurationError
from briefgen.mail_settings import AudienceMail, Bundling, MailSettings, Security
from briefgen.nearest import meant_or_known
from briefgen.notices import Notice, Place

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
    organisation: str = ""
    paper: str = "A4"
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
    "brand": {"organisation": _Key("organisation"), "paper": _Key("paper", choices=("A4", "Letter"))},
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
    try:
        root: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, column = _place_in(str(error), text)
        message = str(error).partition(" (at")[0].lower()
        raise ConfigurationError.of("CFG01", message, place=Place(file, line, column)) from error
    if is_shared:
        if "briefgen" not in root.get("tool", {}):
            return None
        root = root["tool"]["briefgen"]
    reader = _Reader(text, file)
    settings = reader.settings(root)
    if reader.notices:
        raise ConfigurationError(*reader.notices)
    return Project(file=file, folder=folder, **settings)


@dataclass(slots=True)
class _Reader:
    text: str
    file: str
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
            elif name == "mail":
                found["mail"] = MailSettings(**self._mail(dict(table)))
            else:
                found |= self._values(table, _TABLES[name], f"[{name}]")
        return found

    def _audiences(self, table: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
        for name, own in table.items():
            if self._is_table(name, own):
                yield name, self._values(own, _OF_AN_AUDIENCE, f"[audience.{name}]")

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


def _place_in(message: str, text: str) -> tuple[int, int]:
    """Find the line and column in a message of TOML's reader; without one it means the end of the file."""
    found = re.search(r"line (\d+), column (\d+)", message)
    return (int(found[1]), int(found[2])) if found else (len(text.splitlines()), 0)
