"""Tokens for XOAUTH2: Microsoft 365 by its device flow, Google by the credentials of an application.

Google permits no device flow for mail; there the credentials are the file of a service account that may act for the
user, or of a user who has agreed.
What Microsoft lets us keep is kept in the keyring.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from briefgen.errors import ConfigurationError, MailError
from briefgen.extras import needs
from briefgen.mail_settings import MailSettings

MICROSOFT_SCOPE = "https://outlook.office.com/SMTP.Send"
GOOGLE_SCOPE = "https://mail.google.com/"
_KEPT = "briefgen tokens"


def token(settings: MailSettings, folder: Path, *, tell: Callable[[str], None]) -> str:
    """Get a token that is valid now; `tell` shows a person the address and code of the device flow."""
    if not settings.oauth or not (settings.client_id or settings.credentials):
        hint = 'oauth = "microsoft" needs client_id, oauth = "google" needs credentials'
        raise ConfigurationError.of("MAI25", "XOAUTH: nothing says which application asks for a token", hint=hint)
    if settings.oauth == "google":
        return _google(settings, folder / settings.credentials)
    return _microsoft(settings, tell)


def _microsoft(settings: MailSettings, tell: Callable[[str], None]) -> str:
    with needs("microsoft", "MAI26"):
        import msal
    cache = msal.SerializableTokenCache()
    account_name = f"{settings.username}@{settings.host}"
    cache.deserialize(_kept(account_name))
    own = settings.tenant.startswith("https://")
    where = {"oidc_authority" if own else "authority": settings.tenant if own else f"{_LOGIN}/{settings.tenant}"}
    try:
        client = msal.PublicClientApplication(settings.client_id, token_cache=cache, **where)
        accounts = client.get_accounts(settings.username)
        found = client.acquire_token_silent([MICROSOFT_SCOPE], accounts[0]) if accounts else None
        if not found:
            flow = client.initiate_device_flow([MICROSOFT_SCOPE])
            if "message" not in flow:
                raise MailError.of("MAI25", f"no sign-in was begun: {flow.get('error_description', 'no reason given')}")
            tell(flow["message"])
            found = client.acquire_token_by_device_flow(flow)
    except (OSError, ValueError) as error:
        raise MailError.of("MAI25", f"the provider of tokens cannot be reached: {error}") from error
    if "access_token" not in found:
        raise MailError.of("MAI25", f"no token for {settings.username}: {found.get('error_description', '')}".strip())
    if cache.has_state_changed:
        _keep(account_name, cache.serialize())
    return str(found["access_token"])


_LOGIN = "https://login.microsoftonline.com"


def _google(settings: MailSettings, path: Path) -> str:
    with needs("google", "MAI26"):
        from google.auth.exceptions import GoogleAuthError
        from google.auth.transport.requests import Request
        from google.oauth2 import credentials, service_account
    try:
        kind = json.loads(path.read_bytes()).get("type")
        if kind == "service_account":
            known = service_account.Credentials.from_service_account_file(
                str(path), scopes=[GOOGLE_SCOPE], subject=settings.username
            )
        else:
            known = credentials.Credentials.from_authorized_user_file(str(path), [GOOGLE_SCOPE])
        known.refresh(Request())
    except (OSError, ValueError, GoogleAuthError) as error:
        raise MailError.of("MAI25", f"{path.name}: no token for {settings.username}: {error}") from error
    return str(known.token)


def _kept(account: str) -> str | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(_KEPT, account)
    except KeyringError:
        return None


def _keep(account: str, tokens: str) -> None:
    """Keep tokens for the next run; without a keyring that one will ask again."""
    import keyring
    from keyring.errors import KeyringError

    with suppress(KeyringError):
        keyring.set_password(_KEPT, account, tokens)
