"""The project file says how mail is sent and to whom, and every wrong key is named."""

from pathlib import Path

import pytest

from briefgen.errors import ConfigurationError
from briefgen.mail_settings import AudienceMail, MailSettings
from briefgen.project import Project, parse_project

WHOLE = """\
[mail]
sender = "Desk <desk@example.org>"
host = "smtp.example.org"
port = 465
security = "SSL/TLS"
username = "desk"
ratelimit = 30
allow_unencrypted = false
retry_after = [10, 20]
password_command = ["pass", "show", "mail"]
[mail.markings]
OFFICIAL = ["example.org", "ports.example"]
"TLP:GREEN" = "*"
[audience.minister]
recipients = "office@example.org"
message = "group"
under_embargo = true
[audience.public]
formats = ["html"]
"""


def test_all_of_it_is_read() -> None:
    assert parse_project(WHOLE, "briefgen.toml", Path()) == Project(
        file="briefgen.toml",
        formats_for={"public": ("html",)},
        mail=MailSettings(
            sender="Desk <desk@example.org>",
            host="smtp.example.org",
            port=465,
            security="SSL/TLS",
            username="desk",
            ratelimit=30,
            retry_after=(10, 20),
            password_command=("pass", "show", "mail"),
            markings={"OFFICIAL": ("example.org", "ports.example"), "TLP:GREEN": ("*",)},
        ),
        mail_for={"minister": AudienceMail(recipients=("office@example.org",), message="group", under_embargo=True)},
    )


FAULTY = {
    'port = "587"': "port: expected a whole number, found '587'",
    "port = true": "port: expected a whole number, found True",
    "port = 70000": "port: 70000 is out of range",
    "ratelimit = -1": "ratelimit: -1 is out of range",
    'security = "TLS"': "security: expected SSL/TLS or STARTTLS or XOAUTH or PLAIN, found 'TLS'",
    'allow_unencrypted = "yes"': "allow_unencrypted: expected true or false, found 'yes'",
    "retry_after = [1.5]": "retry_after: expected a list of whole numbers, found [1.5]",
    'hst = "x"': "'hst' is no key of [mail]\n  hint: did you mean 'host'?",
    "markings = 3": "markings: expected a table, found 3\n  hint: write [markings] on a line of its own",
}


@pytest.mark.parametrize(("line", "told"), FAULTY.items(), ids=FAULTY)
def test_a_wrong_key_is_named(line: str, told: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        parse_project(f"[mail]\n{line}\n", "briefgen.toml", Path())

    assert str(raised.value) == f"briefgen.toml:2: error CFG02 {told}"


@pytest.mark.parametrize("key", ["password", "token", "client_secret"])
def test_a_secret_is_refused_without_repeating_it(key: str) -> None:
    with pytest.raises(ConfigurationError) as raised:
        parse_project(f'[mail]\n{key} = "hunter2"\n', "briefgen.toml", Path())

    assert f"{key}: a secret does not belong into this file" in str(raised.value)
    assert "hunter2" not in str(raised.value)
