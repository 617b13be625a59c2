"""Put a question to a language model over HTTP, at an address that the user names; nothing else is ever contacted."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

from briefgen.errors import ConfigurationError, OutputError
from briefgen.extras import needs
from briefgen.notices import Notice, Place
from briefgen.values import dataclass

MOST_BYTES = 2_000_000
"""Of a reply."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible service."""

    address: str
    """Up to and with the version, such as `http://localhost:11434/v1`."""
    model: str
    key: str = ""
    timeout: float = 120.0
    """Seconds for the whole reply."""


def ask(endpoint: Endpoint, instructions: str, article: str) -> str:
    """Give the model's reply; `OutputError` says what went wrong, and never shows the key."""
    _check(endpoint)
    with needs("llm", "DRF05", "asking a model", place=Place(endpoint.address)):
        import httpx
    body = {
        "model": endpoint.model,
        "temperature": 0,
        "messages": [{"role": "system", "content": instructions}, {"role": "user", "content": article}],
    }
    headers = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    url = f"{endpoint.address.rstrip('/')}/chat/completions"
    try:
        with httpx.stream("POST", url, json=body, headers=headers, timeout=endpoint.timeout) as response:
            data = b""
            for chunk in response.iter_bytes():
                data += chunk
                if len(data) > MOST_BYTES:
                    raise _failed(endpoint, f"a reply of more than {MOST_BYTES:,} bytes")
            if response.status_code != httpx.codes.OK:
                raise _failed(endpoint, f"status {response.status_code}")
    except httpx.TimeoutException as error:
        raise _failed(endpoint, f"no reply within {endpoint.timeout:g} seconds") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _failed(endpoint, str(error).lower() or type(error).__name__) from error
    return _content(endpoint, data)


def _check(endpoint: Endpoint) -> None:
    parts = urlsplit(endpoint.address)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        message = f"{endpoint.address!r} is no address of a model"
        raise ConfigurationError.of("DRF23", message, hint="it looks like http://localhost:11434/v1")
    is_here = re.fullmatch(r"localhost|127\.\d+\.\d+\.\d+|::1", parts.hostname)
    if endpoint.key and parts.scheme == "http" and not is_here:
        message = f"the key would travel unencrypted to {parts.hostname}"
        raise ConfigurationError.of("DRF23", message, hint="use https://")


def _content(endpoint: Endpoint, data: bytes) -> str:
    try:
        reply: Any = json.loads(data)
        content = reply["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise _failed(endpoint, "a reply that is not of the kind OpenAI's has") from error
    if not isinstance(content, str):
        raise _failed(endpoint, "a reply without text")
    return content


def _failed(endpoint: Endpoint, reason: str) -> OutputError:
    return OutputError(Notice("error", "DRF24", f"the model at {endpoint.address} was of no help: {reason}"))
