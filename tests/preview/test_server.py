"""The program: it finds a port, says where it is, and ends when it is told to."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from support.previewing import Preview, desk, previewing


@pytest.mark.slow
def test_it_ends_at_once_with_ctrl_c_while_pages_listen(tmp_path: Path) -> None:
    with previewing(desk(tmp_path, "fish-duty")) as running, socket.socket() as page:
        page.connect(("127.0.0.1", running.port))
        page.sendall(f"GET /{running.token}/events HTTP/1.1\r\nHost: 127.0.0.1:{running.port}\r\n\r\n".encode())
        assert b"200 OK" in page.recv(100)
        begun = time.monotonic()

        running.process.send_signal(signal.SIGINT)
        status = running.process.wait(10)

    assert (status, time.monotonic() - begun < 3) == (0, True)


@pytest.mark.slow
def test_two_previews_take_different_ports(preview: Preview, folder: Path) -> None:
    with previewing(folder) as other:
        assert other.port != preview.port
        assert other.ask("static/icon.svg").status == 200


@pytest.mark.slow
def test_a_port_that_is_taken_is_told(preview: Preview, folder: Path) -> None:
    command = [sys.executable, "-m", "briefgen", "preview", "--no-open", "--port", str(preview.port)]

    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        f"error PRV02 port {preview.port} cannot be used: address already in use\n"
        "  hint: leave --port out, and a free one is taken\n"
    )


@pytest.mark.slow
def test_a_missing_package_is_told_with_the_extra_that_brings_it(folder: Path) -> None:
    without = "import sys; sys.modules['starlette'] = None; sys.argv = ['briefgen', 'preview']; "
    command = [sys.executable, "-c", f"{without}import briefgen.cli.main as main; main.main()"]

    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        'error PRV01 the package starlette is missing\n  hint: install it: pip install "briefgen[preview]"\n'
    )


@pytest.mark.slow
def test_every_format_is_taken_away_as_make_writes_it(preview: Preview, folder: Path, tmp_path: Path) -> None:
    article = "articles/fish-duty/article.yaml"
    command = [sys.executable, "-m", "briefgen", "make", article, "-a", "minister", "-f", "pdf,docx,html,txt,md"]
    subprocess.run([*command, "-o", tmp_path], cwd=folder, check=True, capture_output=True, env=_settings(folder))

    taken = [preview.ask(f"file/{kind}") for kind in ("pdf", "docx", "html", "txt", "md")]

    names = [answer.headers["content-disposition"].partition("UTF-8''")[2] for answer in taken]
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir() if not path.name.startswith("manifest")}
    assert {name: answer.body for name, answer in zip(names, taken, strict=True)} == made
    assert {answer.headers["content-disposition"].partition(";")[0] for answer in taken} == {"attachment"}


def _settings(folder: Path) -> dict[str, str]:
    return os.environ | {"HOME": str(folder / "home"), "XDG_CONFIG_HOME": str(folder / "home")}


def test_the_mail_draft_is_ready_to_be_addressed(preview: Preview) -> None:
    answer = preview.ask("mail.eml?audience=press")
    message = message_from_bytes(answer.body, policy=default)

    assert message["X-Unsent"] == "1"
    assert {name for name in ("From", "To", "Cc", "Bcc", "Message-ID") if message[name]} == set()
    assert [part.get_filename() for part in message.iter_attachments()] == ["2025-06-05-fish-duty-press.pdf"]


def test_what_a_record_says_is_never_markup(tmp_path: Path) -> None:
    project = desk(tmp_path, "fish-duty")
    record = project / "articles/fish-duty/article.yaml"
    text = record.read_text(encoding="utf-8")
    hostile = '<script>x</script>"onload=x'
    record.write_text(re.sub("^title: .*$", f"title: '{hostile}'", text, flags=re.MULTILINE), encoding="utf-8")
    with previewing(project) as running:
        pages = [running.ask(path).text for path in ("", "?look=txt", "?look=md", "?pane=sources", "?pane=record")]

    assert [page.count("&lt;script&gt;x&lt;/script&gt;&#34;onload=x") > 0 for page in pages] == [True] * 5
    assert [page for page in pages if "<script>x" in page or '"onload' in page] == []


def test_a_check_is_explained(preview: Preview) -> None:
    assert preview.ask("rule/NUM03").text.startswith("NUM03 (error)\n")
    assert preview.ask("rule/NOPE").status == 404


def test_pictures_of_pages_have_the_pixels_that_are_asked_for(preview: Preview) -> None:
    key = preview.ask("").text.partition('data-page-key="')[2].partition('"')[0]

    sizes = [_pixels(preview.ask(f"image/{key}@{scale}.png").body) for scale in ("1.0", "2.0")]

    assert sizes == [(794, 1123), (1588, 2246)]
    assert preview.ask(f"image/{key}@9.0.png").status == preview.ask(f"image/{key}@a.png").status == 404


def _pixels(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def test_a_click_on_words_leads_to_their_sentence(preview: Preview) -> None:
    ukraine = _article(preview, "Russia")

    told = json.loads(preview.ask(f"sentence?article={ukraine}&words=Ukraine+is+to+commit+itself").text)

    page = preview.ask(told["go"]).text
    assert "Where does this come from?" in page
    assert "<mark>Ukraine&#39;s formal commitment to neutrality</mark>" in page


def test_words_that_are_in_no_sentence_lead_nowhere(preview: Preview) -> None:
    assert json.loads(preview.ask("sentence?words=xyzzy").text) == {"go": ""}


def _article(preview: Preview, title: str) -> str:
    options = preview.ask("").text.partition('name="article"')[2].partition("</select>")[0]
    return options.partition(f">{title}")[0].rpartition('value="')[2].partition('"')[0]
