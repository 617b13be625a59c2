"""Where the secret for the mail server comes from: the environment, a command, the keyring, or a provider's token.

It is never in the project file, and never printed: not in errors, not in answers of the server that repeat it.
"""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from briefgen.errors import ConfigurationError
from briefgen.extras import needs
from briefgen.files import reason
from briefgen.mail.connection import Credentials
from briefgen.mail_settings import MailSettings

VARIABLE = "BRIEFGEN_MAIL_PASSWORD"
SERVICE = "briefgen"
Tell = Callable[[str], None]
"""Shows a person what to do in the browser."""
Ask = Callable[[], str]
"""Asks a person for a password."""


def credentials(
    settings: MailSettings, environment: Mapping[str, str], folder: Path, *, tell: Tell, ask: Ask | None
) -> Credentials | None:
    """Find out how to log in; None where the server wants nobody's name. Without `ask` nobody is there to be asked."""
    if not settings.username:
        return None
    if settings.security == "XOAUTH" and settings.oauth:
        from briefgen.mail.oauth import token

        return Credentials(settings.username, lambda: token(settings, folder, tell=tell), is_token=True)
    secret = password(settings, environment, folder, ask=ask)
    return Credentials(settings.username, lambda: secret, is_token=settings.security == "XOAUTH")


def password(settings: MailSettings, environment: Mapping[str, str], folder: Path, *, ask: Ask | None = None) -> str:
    """Get the password, or for XOAUTH the token; `ConfigurationError` says where it was looked for."""
    if environment.get(VARIABLE):
        return environment[VARIABLE]
    if settings.password_command:
        return _printed_by(settings.password_command, folder)
    found = _in_keyring(settings) or (ask() if ask else "")
    if not found:
        hint = (
            f"run `keyring set {SERVICE} {settings.username}@{settings.host}`, set {VARIABLE}, or set password_command"
        )
        raise ConfigurationError.of("MAI24", f"there is no password for {settings.username}", hint=hint)
    return found


def _printed_by(command: tuple[str, ...], folder: Path) -> str:
    try:
        done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False)  # noqa: S603 - the user's own command
    except OSError as error:
        raise ConfigurationError.of("MAI24", f"password_command: {command[0]}: {reason(error)}") from error
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    if done.returncode or not lines or not lines[0]:
        told = f"ended with status {done.returncode}" if done.returncode else "printed nothing"
        raise ConfigurationError.of("MAI24", f"password_command: {command[0]} {told}")
    return lines[0]


def _in_keyring(settings: MailSettings) -> str:
    with needs("mail", "MAI26"):
        import keyring
        from keyring.errors import KeyringError
    try:
        return keyring.get_password(SERVICE, f"{settings.username}@{settings.host}") or ""
    except KeyringError:
        return ""
