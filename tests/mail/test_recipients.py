"""Lists are read as Excel saves them, and every line that cannot be used is named."""

import pytest

from briefgen.errors import ConfigurationError
from briefgen.mail.addresses import Mailbox, look_alikes, read_mailbox
from briefgen.mail.recipients import read_csv, read_recipients

ROWS = [("jo@example.org", "Jo Öst", (("unit", "Ports; Norrey"),)), ("lee@example.org", "", (("unit", ""),))]
SAVED = {
    "with commas": "email,name,unit\njo@example.org,Jo Öst,Ports; Norrey\nlee@example.org,,\n",
    "with semicolons": 'email;name;unit\r\njo@example.org;Jo Öst;"Ports; Norrey"\r\nlee@example.org;;\r\n',
    "with tabs": "email\tname\tunit\njo@example.org\tJo Öst\tPorts; Norrey\nlee@example.org\n",
    "with a separator's name": 'sep=;\nemail;name;unit\njo@example.org;Jo Öst;"Ports; Norrey"\nlee@example.org;;\n',
    "with spaces in headers": ' E-Mail ; Name ;unit \njo@example.org ; Jo Öst;"Ports; Norrey"\n lee@example.org;;\n',
    "with empty rows": "email,name,unit\n,,\njo@example.org,Jo Öst,Ports; Norrey\n,,\nlee@example.org,,\n,,\n",
    "with empty columns": "email,name,unit,,\njo@example.org,Jo Öst,Ports; Norrey,,\nlee@example.org,,,,\n",
}


@pytest.mark.parametrize("text", SAVED.values(), ids=SAVED)
def test_a_list(text: str) -> None:
    found = [(one.mailbox.address, one.mailbox.name, one.fields) for one in read_csv(text, "list.csv")]

    assert found == ROWS


def test_recipients_may_have_files_and_kinds_of_their_own() -> None:
    (one,) = read_csv("Email,Kind,Attachments\njo@example.org,CC,a/annex.pdf | b.docx\n", "list.csv")

    assert (one.kind, one.enclosures, str(one.place)) == ("cc", ("a/annex.pdf", "b.docx"), "list.csv:2")


FAULTY = {
    "without addresses": ("name,unit\nJo,Ports\n", ["list.csv:1: error MAI03 no column holds addresses: name, unit"]),
    "with a column twice": ("email,Name,name\n", ["list.csv:1: error MAI03 the columns name stand there twice"]),
    "with columns without end": (
        "email" + ",a" * 100_000 + "\n",
        ["list.csv:1: error MAI03 100,001 columns, more than the 200 that a list may have"],
    ),
    "with too many cells": (
        "email,name\njo@example.org,Öst, Jo\n",
        ["list.csv:2: error MAI03 3 cells under 2 columns"],
    ),
    "with a line break in a name": (
        'email,name\njo@example.org,"Jo\nBcc: x@y.org"\n',
        [r"list.csv:3: error MAI03 name: 'Jo\nBcc: x@y.org' holds a line break or a control character"],
    ),
    "with letters that turn around": (
        "email,name\njo@example.org,Jo\u202egro\n",
        [r"list.csv:2: error MAI03 name: 'Jo\u202egro' holds a line break or a control character"],
    ),
    "with two wrong addresses": (
        "email\njo.example.org\nlee@\n",
        [
            "list.csv:2: error MAI01 'jo.example.org' is no address: an email address must have an @-sign",
            "list.csv:3: error MAI01 'lee@' is no address: there must be something after the @-sign",
        ],
    ),
    "with a kind of its own": (
        "email,kind\njo@example.org,boss\n",
        ["list.csv:2: error MAI03 kind: expected to, cc or bcc, found 'boss'"],
    ),
    "with nobody in it": ("email\n", ["list.csv: error MAI03 there is no recipient in it"]),
    "with an open quote": ('email\n"jo@example.org\n', ["list.csv:2: error MAI03 unexpected end of data"]),
}


@pytest.mark.parametrize("case", FAULTY.values(), ids=FAULTY)
def test_a_list_is_refused(case: tuple[str, list[str]]) -> None:
    text, told = case

    with pytest.raises(ConfigurationError) as raised:
        read_csv(text, "list.csv")

    assert [str(notice).partition("\n")[0] for notice in raised.value.notices] == told


def test_a_spreadsheet_is_no_list_and_the_way_to_one_is_told() -> None:
    with pytest.raises(ConfigurationError) as raised:
        read_recipients(["lists/public.xlsx"], {}, file="briefgen.toml")

    assert [str(notice) for notice in raised.value.notices] == [
        (
            "briefgen.toml: error MAI03 lists/public.xlsx is a spreadsheet, and a list is CSV\n"
            "  hint: in Excel: Save As, type CSV UTF-8; then name that file"
        )
    ]


def test_a_list_without_addresses_tells_what_to_call_their_column() -> None:
    with pytest.raises(ConfigurationError, match="hint: call the column that holds them 'email', in the first row"):
        read_csv("Kontakt;Name\njo@example.org;Jo\n", "list.csv")


def test_addresses_and_lists_stand_side_by_side() -> None:
    found = read_recipients(
        ["Jo <jo@example.org>", "more.csv"], {"more.csv": "email\nlee@example.org\n"}, file="briefgen.toml"
    )

    assert [(one.mailbox, str(one.place)) for one in found] == [
        (Mailbox("jo@example.org", "Jo"), "briefgen.toml"),
        (Mailbox("lee@example.org"), "more.csv:2"),
    ]


ADDRESSES = {
    "jo@example.org": "jo@example.org",
    " jo@EXAMPLE.org ": "jo@example.org",
    "jo@müller.example": "jo@xn--mller-kva.example",
    "jürgen@example.org": "jürgen@example.org",
    '"jo öst"@example.org': '"jo öst"@example.org',
    "jo+memos@mail.example.org": "jo+memos@mail.example.org",
    "Öst, Jo <jo@example.org>": None,
    "jo@example.org, lee@example.org": None,
    "jo@example.org\r\nBcc: lee@example.org": None,
    "jo@example.org\nX: 1": None,
    "jo\x00@example.org": None,
    "jo@exa mple.org": None,
    "jo@[127.0.0.1]": None,
    "@example.org": None,
    "jo@-example.org": None,
    f"{'j' * 65}@example.org": None,
}


@pytest.mark.parametrize(("written", "address"), ADDRESSES.items())
def test_an_address_is_read_or_refused(written: str, address: str | None) -> None:
    if address is None:
        with pytest.raises(ConfigurationError, match="error MAI01"):
            read_mailbox(written)
    else:
        assert read_mailbox(written).address == address


LOOKING = {
    "a Cyrillic letter among Latin ones": ("jo@exаmple.org", True),
    "Cyrillic letters only": ("jo@ехаmрlе.org", True),
    "a domain that is all Cyrillic and reads like a Latin one": ("jo@соре.example", True),
    "a domain of its own alphabet": ("jo@правда.example", False),
    "an accent": ("jo@éxample.example", False),
    "an umlaut": ("jo@müller.example", False),
    "the very domain": ("jo@example.org", False),
}


@pytest.mark.parametrize("case", LOOKING.values(), ids=LOOKING)
def test_look_alikes_are_seen_through(case: tuple[str, bool]) -> None:
    written, is_one = case

    found = look_alikes([read_mailbox(written)], ["example.org", "cope.example"])

    assert [notice.code for notice in found] == ["MAI02"] * is_one
