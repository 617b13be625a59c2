"""`briefgen send` mails each memo once to each recipient, and nothing before everything is in order."""

import csv
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from support.articles import SMALL
from support.mail_servers import DROP, PASSWORD, House, Office, answers, house, office, scripted

from briefgen import resources
from briefgen.cli.main import main

Run = Callable[..., subprocess.CompletedProcess[str]]

PROJECT = """\
[project]
formats = ["html", "txt"]
[mail]
sender = "Desk <desk@example.org>"
host = "localhost"
port = {port}
username = "desk"
ca_file = "ca.pem"
retry_after = []
[mail.markings]
OFFICIAL = ["example.org"]
[audience.minister]
recipients = ["office@example.org", "lists/minister.csv"]
"""
LIST = "\ufeffE-Mail ; Name ; Attachments\r\njo@example.org;Jo Öst;annex.pdf\r\n;;\r\n"
PLAN = "minister of ferry-talks@2025-05-06\n  new          office@example.org\n  new          jo@example.org\n"


@pytest.fixture(scope="module")
def own_house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return house(tmp_path_factory.mktemp("house"))


@pytest.fixture
def server(own_house: House) -> Iterator[Office]:
    with office(own_house.server_context(), login=True) as running:
        yield running


@pytest.fixture
def desk(server: Office, own_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Begin a project with one record, and run its commands in it with the password."""
    write(tmp_path, "briefgen.toml", PROJECT.format(port=server.port))
    write(tmp_path, "articles/a.yaml", SMALL)
    write(tmp_path, "lists/minister.csv", LIST)
    write(tmp_path, "annex.pdf", "%PDF-1.7")
    write(tmp_path, "ca.pem", own_house.ca_file.read_text())
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, password: str = PASSWORD) -> subprocess.CompletedProcess[str]:
        """Run the program within this process, which takes a tenth of the time."""
        out, err = StringIO(), StringIO()
        monkeypatch.setenv("BRIEFGEN_MAIL_PASSWORD", password)
        monkeypatch.setattr("sys.argv", ["briefgen", *arguments])
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
            main()
        told = err.getvalue().removeprefix("Using articles/a.yaml of briefgen.toml.\n")
        return subprocess.CompletedProcess(arguments, int(ended.value.code or 0), out.getvalue(), told)

    return run


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True, parents=True)
    (folder / name).write_text(text, encoding="utf-8")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def parsed(data: bytes) -> EmailMessage:
    return message_from_bytes(data, policy=default)


def text_of(message: EmailMessage, kind: str = "plain") -> str:
    body: Any = message.get_body((kind,))
    return str(body.get_content())


def test_alone_it_sends_nothing_and_writes_drafts(desk: Run, server: Office, tmp_path: Path) -> None:
    done = desk("send")

    drafts = sorted((tmp_path / "outbox/drafts").glob("*.eml"))
    assert done.stdout.startswith(PLAN)
    assert done.stderr == "2 messages to send; nothing was sent: add --yes to send\n"
    assert (done.returncode, server.taken, (tmp_path / "outbox/ledger.sqlite").exists()) == (0, [], False)
    assert [parsed(path.read_bytes())["X-Unsent"] for path in drafts] == ["1", "1"]
    assert [path.name for path in drafts] == [
        f"ferry-talks@2025-05-06-minister-{who}@example.org.eml" for who in ("jo", "office")
    ]


def test_a_message_says_what_it_carries_and_who_it_is_for(desk: Run, server: Office) -> None:
    done = desk("send", "--yes")

    message = parsed(server.taken[1].content)
    assert (done.returncode, done.stderr) == (0, "2 messages: 2 accepted\n")
    assert {name: message[name] for name in ("From", "To", "Subject", "Auto-Submitted", "List-Id", "X-Unsent")} == {
        "From": "Desk <desk@example.org>",
        "To": "Jo Öst <jo@example.org>",
        "Subject": "[OFFICIAL] Island council sets two conditions",
        "Auto-Submitted": "auto-generated",
        "List-Id": "<minister.example.org>",
        "X-Unsent": None,
    }
    assert [(part.get_filename(), part.get_content_type()) for part in message.iter_attachments()] == [
        ("2025-05-06-ferry-talks-minister.html", "text/html"),
        ("2025-05-06-ferry-talks-minister.txt", "text/plain"),
        ("annex.pdf", "application/pdf"),
    ]
    lines = text_of(message).split()
    assert (lines[0], lines[-1]) == ("OFFICIAL", "OFFICIAL")
    assert '<html lang="en-GB">' in text_of(message, "html")


def test_a_second_run_sends_only_what_is_missing(desk: Run, server: Office, tmp_path: Path) -> None:
    desk("send", "--yes", "--limit", "1")
    change(tmp_path / "lists/minister.csv", "jo@example.org", "lee@example.org")
    done = desk("send", "--yes")
    again = desk("send", "--yes")

    assert server.recipients() == ["office@example.org", "lee@example.org"]
    assert "has it       office@example.org (since " in done.stdout
    assert (again.returncode, again.stderr) == (0, "0 messages: nothing to do\n")


def test_a_changed_memo_is_a_new_edition_and_says_so(desk: Run, server: Office, tmp_path: Path) -> None:
    desk("send", "--yes")
    change(tmp_path / "articles/a.yaml", "no more than 12 crowns", "no more than 14 crowns")
    change(tmp_path / "articles/a.yaml", "label: Fare cap", "label: Fare cap for all")
    done = desk("send", "--yes")

    first, second = parsed(server.taken[0].content), parsed(server.taken[2].content)
    assert "replaces     office@example.org (since " in done.stdout
    assert len(server.taken) == 4
    assert (second["In-Reply-To"], second["References"]) == (first["Message-ID"], first["Message-ID"])
    assert "New edition. This replaces the memo sent to you on " in " ".join(text_of(second).split())


def test_a_minor_change_is_not_sent_to_those_who_have_the_memo(desk: Run, server: Office, tmp_path: Path) -> None:
    desk("send", "--yes", "--limit", "1")
    change(tmp_path / "articles/a.yaml", "label: Fare cap", "label: Fares cap")
    change(tmp_path / "articles/a.yaml", "status: cleared", "status: cleared\nupdate_type: minor")
    desk("send", "--yes")

    assert server.recipients() == ["office@example.org", "jo@example.org"]


def test_a_correction_goes_to_those_and_only_those_who_got_it_wrong(desk: Run, server: Office, tmp_path: Path) -> None:
    desk("send", "--yes", "--limit", "1")
    change(tmp_path / "articles/a.yaml", "label: Fare cap", "label: Fare floor")
    change(tmp_path / "briefgen.toml", '"office@example.org", ', "")
    done = desk("send", "--yes", "--correction")
    again = desk("send", "--yes", "--correction")

    message = parsed(server.taken[1].content)
    assert server.recipients() == ["office@example.org", "office@example.org"]
    assert message["Subject"] == "[OFFICIAL] Correction: Island council sets two conditions"
    assert "This corrects the memo sent to you on " in " ".join(text_of(message).split())
    assert (done.returncode, again.stderr) == (0, "0 messages: nothing to do\n")


def test_a_trial_goes_to_the_sender_alone_and_counts_for_nobody(desk: Run, server: Office, tmp_path: Path) -> None:
    done = desk("send", "--to-self")

    assert (done.returncode, server.recipients()) == (0, ["desk@example.org"])
    assert not (tmp_path / "outbox/ledger.sqlite").exists()


def test_only_those_who_are_named_get_it(desk: Run, server: Office) -> None:
    done = desk("send", "--yes", "--only", "jo öst")
    unknown = desk("send", "--yes", "--only", "nobody@example.org")

    assert (done.returncode, server.recipients()) == (0, ["jo@example.org"])
    assert (unknown.returncode, unknown.stderr) == (2, "error MAI30 nobody is called nobody@example.org\n")


def test_one_thing_out_of_order_stops_everything(desk: Run, server: Office, tmp_path: Path) -> None:
    change(tmp_path / "articles/a.yaml", "status: cleared", "status: draft\nembargo: 2999-01-01T00:00Z")
    change(tmp_path / "lists/minister.csv", "annex.pdf", "missing.pdf")
    change(tmp_path / "briefgen.toml", '"office@', '"office@elsewhere.example", "Jo <JO@example.org>", "office@')
    done = desk("send", "--yes")

    assert (done.returncode, server.taken) == (1, [])
    codes = [line.split()[line.split().index("error") + 1] for line in done.stderr.splitlines() if "error " in line]
    assert codes == ["SND01", "FIL01", "SND02", "SND06", "SND10", "SND11"]


def test_a_record_that_does_not_pass_its_checks_is_not_sent(desk: Run, server: Office, tmp_path: Path) -> None:
    change(tmp_path / "articles/a.yaml", "issued: 2025-05-05}", "issued: 2025-05-05, text: gazette.txt}")
    write(tmp_path, "articles/gazette.txt", "The council has met.\n")
    done = desk("send", "--yes")

    assert (done.returncode, server.taken) == (1, [])
    assert "articles/a.yaml:18:77: error SRC01 these words are not in the text of 'gazette'" in done.stderr
    assert "error SND02 minister of ferry-talks@2025-05-06: it has not passed its checks: " in done.stderr


def test_a_wrong_password_is_told_and_never_shown(desk: Run, server: Office) -> None:
    done = desk("send", "--yes", password="hunter2-secret")  # noqa: S106 - wrong on purpose

    assert (done.returncode, server.taken) == (1, [])
    assert "error MAI23 the server does not let desk in: 535 " in done.stderr
    assert "hunter2" not in done.stdout + done.stderr


def test_without_a_password_it_says_where_one_is_looked_for(desk: Run) -> None:
    done = desk("send", "--yes", password="")

    assert (done.returncode, "error MAI24 there is no password for desk" in done.stderr) == (2, True)


def test_a_password_may_be_printed_by_a_command(desk: Run, server: Office, tmp_path: Path) -> None:
    change(
        tmp_path / "briefgen.toml", 'username = "desk"', f'username = "desk"\npassword_command = ["echo", "{PASSWORD}"]'
    )
    done = desk("send", "--yes", password="")

    assert (done.returncode, len(server.taken)) == (0, 2)


def test_what_is_left_in_the_outbox_goes_out_without_making_anything(
    desk: Run, server: Office, own_house: House, tmp_path: Path
) -> None:
    begun = iter(["250 ok", DROP])
    settings = tmp_path / "briefgen.toml"

    def dropping(phase: str, said: str) -> str:
        return next(begun) if phase == "mail" else answers()(phase, said)

    with scripted(dropping, own_house.server_context()) as other:
        change(settings, f"port = {server.port}", f'port = {other.port}\nsecurity = "SSL/TLS"')
        stranded = desk("send", "--yes")
        change(settings, f'port = {other.port}\nsecurity = "SSL/TLS"', f"port = {server.port}")
    (tmp_path / "articles/a.yaml").unlink()
    resumed = desk("send", "--yes", "--resume")

    assert (stranded.returncode, stranded.stderr) == (
        3,
        "error MAI20 the mail server stays away: Connection unexpectedly closed\n2 messages: 1 accepted, 1 deferred\n",
    )
    assert (resumed.returncode, other.recipients(), server.recipients()) == (
        0,
        ["office@example.org"],
        ["jo@example.org"],
    )


def test_a_server_that_cannot_be_reached_gets_nothing_queued(desk: Run, server: Office, tmp_path: Path) -> None:
    change(tmp_path / "briefgen.toml", f"port = {server.port}", "port = 1")
    done = desk("send", "--yes")

    assert (done.returncode, done.stderr) == (
        1,
        (
            "error MAI20 the mail server stays away: localhost:1: connection refused\n"
            "  hint: see host and port in [mail], or run the same command again later\n"
            "nothing was sent\n"
        ),
    )


def test_an_unknown_delivery_waits_for_a_person(desk: Run, server: Office, own_house: House, tmp_path: Path) -> None:
    settings = tmp_path / "briefgen.toml"
    with scripted(answers(dot=f"{DROP} taken"), own_house.server_context()) as other:
        change(settings, f"port = {server.port}", f'port = {other.port}\nsecurity = "SSL/TLS"')
        lost = desk("send", "--yes", "--only", "office@example.org")
        change(settings, f'port = {other.port}\nsecurity = "SSL/TLS"', f"port = {server.port}")
    again = desk("send", "--yes")
    status = desk("status", "--state", "unknown")
    told = desk("send", "--yes", "--retry-unknown")

    assert (lost.returncode, lost.stderr.splitlines()[-1]) == (4, "1 message: 1 unknown")
    assert (again.returncode, again.stderr) == (4, "1 message: 1 accepted, 1 unknown from before\n")
    assert (status.returncode, "office@example.org: Connection unexpectedly closed" in status.stdout) == (4, True)
    assert (told.returncode, server.recipients()) == (0, ["jo@example.org", "office@example.org"])
    (first,), (second,) = (
        [parsed(one.content)["Message-ID"] for one in taken if one.recipient == "office@example.org"]
        for taken in (other.taken, server.taken)
    )
    assert first == second


def test_an_audience_may_bring_its_own_recipients(desk: Run, server: Office, tmp_path: Path) -> None:
    change(tmp_path / "briefgen.toml", 'recipients = ["office@example.org", "lists/minister.csv"]', "")
    (pack,) = resources.templates_folder().glob("minister")
    for path in pack.iterdir():
        write(tmp_path, f"templates/minister/{path.name}", path.read_text(encoding="utf-8"))
    write(tmp_path, "templates/minister/recipients.yaml", "- Her Office <office@example.org>\n")
    done = desk("send", "--yes")

    assert (done.returncode, parsed(server.taken[0].content)["To"]) == (0, "Her Office <office@example.org>")


def test_the_report_is_json_where_that_is_asked_for(desk: Run) -> None:
    told = json.loads(desk("send", "--yes", "--json").stdout)

    assert [(one["address"], one["choice"]) for one in told["plan"]] == [
        ("office@example.org", "new"),
        ("jo@example.org", "new"),
    ]
    assert [(one["address"], one["state"]) for one in told["deliveries"]] == [
        ("office@example.org", "accepted"),
        ("jo@example.org", "accepted"),
    ]


def test_the_status_tells_who_got_what(desk: Run, tmp_path: Path) -> None:
    before = desk("status")
    desk("send", "--yes", "--limit", "1")
    shown, as_json = desk("status"), desk("status", "--json")
    exported = desk("status", "--export", "log.csv")

    assert (before.returncode, before.stdout) == (0, "0 messages: nothing was sent yet\n")
    assert shown.stdout.splitlines()[0] == "minister of ferry-talks@2025-05-06"
    assert shown.stdout.splitlines()[1].endswith("  office@example.org: 250 2.0.0 kept")
    assert [one["address"] for one in json.loads(as_json.stdout)] == ["office@example.org"]
    assert (exported.returncode, exported.stdout) == (0, "log.csv\n")
    with (tmp_path / "log.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [(row["address"], row["state"]) for row in csv.DictReader(file)] == [("office@example.org", "accepted")]


def test_a_group_gets_one_message_where_the_project_says_so(desk: Run, server: Office, tmp_path: Path) -> None:
    change(tmp_path / "lists/minister.csv", ";annex.pdf", ";")
    change(
        tmp_path / "briefgen.toml",
        "[audience.minister]",
        '[audience.minister]\nmessage = "group"\ncc = ["copy@example.org"]\nbcc = ["hidden@example.org"]',
    )
    done = desk("send", "--yes")

    message = parsed(server.taken[0].content)
    assert (done.returncode, len({one.content for one in server.taken})) == (0, 1)
    assert server.recipients() == [f"{who}@example.org" for who in ("office", "jo", "copy", "hidden")]
    assert (message["To"], message["Cc"], message["Bcc"]) == (
        "office@example.org, Jo Öst <jo@example.org>",
        "copy@example.org",
        None,
    )


@pytest.mark.slow
def test_pdf_and_word_files_are_judged_before_they_are_sent(desk: Run, server: Office, tmp_path: Path) -> None:
    change(tmp_path / "briefgen.toml", '["html", "txt"]', '["pdf", "docx"]')
    done = desk("send", "--yes", "--only", "office@example.org")

    (one,) = (parsed(taken.content) for taken in server.taken)
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "1 message: 1 accepted")
    assert [part.get_content_type() for part in one.iter_attachments()] == [
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ]


def test_a_password_in_the_project_file_is_refused(desk: Run, tmp_path: Path) -> None:
    change(tmp_path / "briefgen.toml", 'username = "desk"', 'username = "desk"\npassword = "hunter2"')
    done = desk("send")

    assert done.returncode == 2
    assert "error CFG02 password: a secret does not belong into this file" in done.stderr
    assert "hunter2" not in done.stderr


def test_the_words_of_an_audience_come_from_its_own_template(desk: Run, server: Office, tmp_path: Path) -> None:
    write(
        tmp_path,
        "templates/_mail/minister.md.j2",
        "# For {{ recipient.name or 'the office' }}: {{ title }}\n\nPlease read *this*.\n",
    )
    desk("send", "--yes")

    message = parsed(server.taken[1].content)
    assert message["Subject"] == "[OFFICIAL] For Jo Öst: Island council sets two conditions"
    assert "<p>Please read <em>this</em>.</p>" in text_of(message, "html")


def test_what_is_in_the_outbox_is_sent_and_shown_without_loading_what_makes_memos() -> None:
    heavy = {"jinja2", "babel", "reportlab", "docx", "lxml", "markdown_it", "uharfbuzz", "email_validator", "msal"}
    code = "import sys, briefgen.cli.main, briefgen.cli.send, briefgen.cli.deliveries; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert set(loaded) & heavy == set()
