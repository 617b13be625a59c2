"""The page is for this machine, this run and this person alone: asked of the real server, over real HTTP."""

import json
import re
import socket
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest
from support.previewing import Preview, desk, previewing

from briefgen.draft.reading import MOST_BYTES
from briefgen.preview.app import static_files

TOKENS = 43
"""Characters of 32 random bytes in base64."""
PATHS = ("", "new", "events", "static/preview.js", "static/preview.css", "image/0000000000000000@1.0.png", "file/pdf")


@pytest.mark.parametrize("everywhere", [False, True], ids=["the preview", "a server that anybody could reach"])
def test_only_this_machine_can_reach_it(everywhere: bool, preview: Preview) -> None:  # noqa: FBT001 - a table
    with socket.socket() as anybody:
        anybody.bind(("0.0.0.0", 0))  # noqa: S104 - shows that the other case could fail
        anybody.listen()
        port = anybody.getsockname()[1] if everywhere else preview.port

        reached = {address: _reaches(address, port) for address in ("127.0.0.1", *_others())}

    assert reached == {address: everywhere or address == "127.0.0.1" for address in reached}


def _reaches(address: str, port: int) -> bool:
    with socket.socket() as caller:
        caller.settimeout(2)
        return caller.connect_ex((address, port)) == 0


def _others() -> set[str]:
    """Give other addresses of this machine; all of 127/8 is where the system is Linux."""
    own = {str(found[4][0]) for found in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)}
    return (own | {"127.0.0.2"} if sys.platform == "linux" else own) - {"127.0.0.1"}


@pytest.mark.slow
def test_the_token_is_long_and_new_in_every_run(preview: Preview, tmp_path: Path) -> None:
    with previewing(desk(tmp_path, "fish-duty")) as other:
        tokens = {preview.token, other.token}

    assert len(tokens) == 2
    assert {len(token) for token in tokens} == {TOKENS}


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_given_without_the_token(path: str, preview: Preview) -> None:
    wrong = preview.token[:-1] + ("A" if preview.token[-1] != "A" else "B")

    answers = [preview.ask(f"/{start}{path}").status for start in ("", f"{wrong}/", f"{preview.token[:-1]}/", "//")]

    assert answers == [403] * 4


@pytest.mark.parametrize("path", PATHS)
def test_all_is_given_with_it(path: str, preview: Preview) -> None:
    assert preview.ask(path).status == (404 if "0000" in path else 200)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}", ""]
)
def test_a_name_that_was_rebound_to_this_machine_gets_nothing(host: str, preview: Preview) -> None:
    assert preview.ask("", Host=host.format(port=preview.port)).status == 403


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}"])
def test_both_names_of_this_machine_are_known(host: str, preview: Preview) -> None:
    assert preview.ask("static/icon.svg", Host=host.format(port=preview.port)).status == 200


FORGED: Mapping[str, Mapping[str, str]] = {
    "from another site": {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"},
    "from another port": {"Origin": "http://127.0.0.1:1", "Sec-Fetch-Site": "same-site"},
    "from a sandbox": {"Origin": "null"},
    "without an origin": {"Origin": ""},
    "as the browser tells": {"Sec-Fetch-Site": "cross-site"},
    "without the key": {"X-Briefgen-Key": ""},
    "with a wrong key": {"X-Briefgen-Key": "x" * TOKENS},
}


@pytest.mark.parametrize("headers", FORGED.values(), ids=FORGED)
@pytest.mark.parametrize("path", ["draft?name=a.txt", "save?draft=x"])
def test_what_changes_something_comes_from_the_page_alone(
    path: str, headers: Mapping[str, str], preview: Preview
) -> None:
    assert preview.send(path, b"The council said so.", **headers).status == 403


def test_what_comes_from_the_page_is_taken(preview: Preview) -> None:
    assert preview.send("draft?name=a.txt", b"The council said so.").status == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_other_sites_cannot_load_pictures_scripts_or_frames(site: str, preview: Preview) -> None:
    dests = ("image", "script", "iframe", "empty")

    assert {preview.ask("", Sec_Fetch_Site=site, Sec_Fetch_Dest=dest).status for dest in dests} == {403}


def test_a_link_in_a_terminal_or_a_mail_opens_the_page(preview: Preview) -> None:
    assert preview.ask("", Sec_Fetch_Site="cross-site", Sec_Fetch_Dest="document").status == 200


@pytest.mark.parametrize("path", [*PATHS, "nothing-there", "/without-the-token"])
def test_every_answer_tells_the_browser_what_to_keep_to(path: str, preview: Preview) -> None:
    headers = preview.ask(path).headers

    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert {name: headers[name] for name in headers if name in EXPECTED} == EXPECTED
    assert "server" not in headers
    assert "set-cookie" not in headers


EXPECTED = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


def test_the_memo_as_html_is_shut_in_by_a_policy_of_its_own(preview: Preview) -> None:
    policy = preview.ask("memo.html").headers["content-security-policy"]

    assert policy == (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; "
        "sandbox allow-same-origin"
    )
    assert 'sandbox="allow-same-origin"' in preview.ask("?look=html").text


def test_no_script_or_style_stands_in_the_page_itself(preview: Preview) -> None:
    for path in ("", "?look=txt&pane=record", "?pane=sources", "new"):
        page = preview.ask(path).text
        assert re.findall(r"<style|<script(?![^>]* src=)|\sstyle=|\son\w+=", page) == []


def test_nothing_is_asked_for_elsewhere(preview: Preview) -> None:
    page = preview.ask("").text
    own = "".join(data.decode() for name, (data, _) in static_files().items() if name.endswith((".js", ".css")))

    assert re.findall(r'(?:src|href|action|url)="?\(?"?(?:https?:)?//', page) == []
    assert re.findall(r"https?://", own) == []


OUTSIDE = ("../secret.txt", "/etc/passwd", "..%2fsecret.txt", "%2e%2e/secret.txt", "....//secret.txt", "..\\secret.txt")


@pytest.mark.parametrize("path", OUTSIDE)
@pytest.mark.parametrize("start", ["static/", "image/", "file/", "rule/", ""])
def test_no_file_outside_is_read_by_any_address(path: str, start: str, preview: Preview, folder: Path) -> None:
    (folder.parent / "secret.txt").write_text("the secret", encoding="utf-8")

    answer = preview.ask(f"{start}{path}")

    assert answer.status in {403, 404}
    assert b"the secret" not in answer.body
    assert b"root:" not in answer.body


@pytest.mark.parametrize("path", ["../secret.yaml", "/etc/hostname", "articles/ukraine-demands/article.txt"])
def test_articles_are_chosen_from_the_list_and_never_by_a_path(path: str, preview: Preview, folder: Path) -> None:
    secret = (folder / "articles/ukraine-demands/article.yaml").read_text(encoding="utf-8")
    (folder.parent / "secret.yaml").write_text(secret.replace("Russia is", "Elsewhere is"), encoding="utf-8")

    page = preview.ask(f"?article={quote(path)}").text

    assert "Elsewhere is" not in page
    assert page == preview.ask("").text


SAVED_OUTSIDE = {
    "above": "../drafted.yaml",
    "absolute": "/drafted.yaml",
    "above, later": "articles/../../drafted.yaml",
    "by a link": "outside/drafted.yaml",
    "by a link of its own": "link.yaml",
    "hidden": ".git/config.yaml",
    "home": "~/drafted.yaml",
    "no record": "drafted.sh",
    "a line more": "a\nb.yaml",
    "nothing": "",
}


@pytest.fixture(scope="module")
def leaky(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Preview, Path]]:
    """A server for a project with links that lead out of it, and the folder around that."""
    around = tmp_path_factory.mktemp("around")
    project, outside = desk(around / "desk", "fish-duty"), around / "elsewhere"
    outside.mkdir()
    (project / "outside").symlink_to(outside)
    (project / "link.yaml").symlink_to(outside / "linked.yaml")
    with previewing(project) as running:
        yield running, around


@pytest.mark.parametrize("name", SAVED_OUTSIDE.values(), ids=SAVED_OUTSIDE)
def test_nothing_is_saved_outside_the_project(name: str, leaky: tuple[Preview, Path]) -> None:
    running, around = leaky
    before = _files(around)
    draft = json.loads(running.send("draft?name=a.txt", b"The council said on Monday that it agrees.").text)["go"]

    answer = running.send(f"save?{draft.partition('?')[2]}", f"path={quote(name)}".encode())

    assert answer.status == 409
    assert list(json.loads(answer.text)) == ["refused"]
    assert _files(around) == before


def _files(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def test_an_upload_has_a_limit(preview: Preview) -> None:
    answer = preview.send("draft?name=a.txt", b"a" * (MOST_BYTES + 1))

    assert answer.status == 413
    assert json.loads(answer.text) == {"refused": ["a.txt: larger than the 20,000,000 bytes that an article may have"]}
