"""Run `briefgen preview` as people do, as a program of its own, and talk to it over HTTP."""

import http.client
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from briefgen import resources

PROJECT = '[project]\narticles = ["articles/**/*.yaml"]\n'


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True, slots=True)
class Preview:
    """A server that runs."""

    address: str
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def token(self) -> str:
        return urlsplit(self.address).path.strip("/")

    def ask(self, path: str, *, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        """Ask for a path below the token, or for one from the root if it begins with a slash."""
        whole = path if path.startswith("/") else f"/{self.token}/{path}"
        spelled = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, whole, body, spelled)
            answer = connection.getresponse()
            told = {name.lower(): value for name, value in answer.getheaders()}
            endless = told.get("content-type", "").startswith("text/event-stream")
            return Answer(answer.status, told, b"" if endless else answer.read())
        finally:
            connection.close()

    def form_key(self) -> str:
        """Take from the page what it sends along with every change."""
        return self.ask("new").text.partition('data-key="')[2].partition('"')[0]

    def send(self, path: str, body: bytes, **headers: str) -> Answer:
        """Change something, as the page does."""
        own = {"Origin": self.origin, "X-Briefgen-Key": self.form_key(), "Sec-Fetch-Site": "same-origin"}
        return self.ask(path, method="POST", body=body, **(own | headers))


@contextmanager
def previewing(folder: Path, *arguments: str) -> Iterator[Preview]:
    """Run the server in `folder`, with nothing of the settings of this machine."""
    home = str(folder / "home")
    command = [sys.executable, "-m", "briefgen", "preview", "--no-open", *arguments]
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"HOME": home, "XDG_CONFIG_HOME": home},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield Preview(process.stdout.readline().strip(), process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert "Traceback" not in told, told


def desk(folder: Path, *samples: str) -> Path:
    """Begin a project in `folder` with some of the samples that ship."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "briefgen.toml").write_text(PROJECT, encoding="utf-8")
    for name in samples:
        shutil.copytree(resources.samples_folder() / name, folder / "articles" / name)
    return folder
