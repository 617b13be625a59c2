"""A Postfix of our own, beside whatever the machine runs: TLS with our certificate, two mailboxes, nothing else."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from pwd import getpwnam

import pytest
from support.mail_servers import House, free_port
from support.system_packages import privilege

COMMAND = "/usr/sbin/postfix"
MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/spool
data_directory = {folder}/data
mail_owner = postfix
setgid_group = postdrop
myhostname = localhost
mydestination =
mynetworks = 127.0.0.0/8
inet_protocols = ipv4
smtpd_tls_security_level = encrypt
smtpd_tls_cert_file = {folder}/certificate.pem
smtpd_tls_key_file = {folder}/key.pem
smtpd_recipient_restrictions = reject_unlisted_recipient, permit_mynetworks, reject
message_size_limit = 200000
virtual_mailbox_domains = example.org
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = inline:{{ r0@example.org=r0/, r1@example.org=r1/ }}
virtual_mailbox_limit = 0
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
"""
MASTER = """\
127.0.0.1:{port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
anvil unix - - n - 1 anvil
virtual unix - n n - - virtual
error unix - - n - - error
pickup unix n - n 60 1 pickup
"""


@dataclass(frozen=True, slots=True)
class Postfix:
    """A running instance."""

    port: int
    mail: Path

    def letters(self, who: str) -> list[bytes]:
        """Give what lies in somebody's mailbox."""
        return [path.read_bytes() for path in sorted((self.mail / who / "new").glob("*"))]


@contextmanager
def postfix(house: House) -> Iterator[Postfix]:
    """Run an instance; the test is skipped where there is no Postfix, or nobody who may start one."""
    as_root = privilege()
    if not Path(COMMAND).exists():
        pytest.skip("needs postfix: apt-get install postfix")
    if as_root is None:
        pytest.skip("needs root, or sudo without a password, to start Postfix")
    port, uid = free_port(), os.getuid() or getpwnam("postfix").pw_uid
    folder = Path(tempfile.mkdtemp())
    for name in ("", "spool", "data", "mail"):
        (folder / name).mkdir(exist_ok=True)
        (folder / name).chmod(0o755)
    certificate = house.authority.issue_cert("localhost")
    certificate.cert_chain_pems[0].write_to_path(str(folder / "certificate.pem"))
    certificate.private_key_pem.write_to_path(str(folder / "key.pem"))
    settings = MAIN.format(folder=folder, uid=uid, gid=os.getgid() or getpwnam("postfix").pw_gid)
    (folder / "main.cf").write_text(settings, encoding="utf-8")
    (folder / "master.cf").write_text(MASTER.format(port=port), encoding="utf-8")
    run([*as_root, "chown", "postfix", str(folder / "data")])
    run([*as_root, "chown", str(uid), str(folder / "mail")])
    run([*as_root, "chown", "root", str(folder / "main.cf"), str(folder / "master.cf"), str(folder / "spool")])
    run([*as_root, COMMAND, "-c", str(folder), "start"])
    try:
        yield Postfix(port, folder / "mail")
    finally:
        run([*as_root, COMMAND, "-c", str(folder), "stop"])
        run([*as_root, shutil.which("rm") or "rm", "-r", str(folder)])


def run(words: list[str]) -> None:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
