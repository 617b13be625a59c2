"""Say which extra is missing where a kind of file needs a package that is not installed."""

from collections.abc import Iterator
from contextlib import contextmanager

from briefgen.errors import ConfigurationError
from briefgen.notices import Place


@contextmanager
def needed(package: str, name: str, what: str, *, extra: str = "draft") -> Iterator[None]:
    """Turn a failed import of `package` into an error that says how to get it."""
    try:
        yield
    except ImportError as error:
        message = f"to read {what}, {package} is needed"
        hint = f'install it with: pip install "briefgen[{extra}]"'
        raise ConfigurationError.of("DRF05", message, place=Place(name), hint=hint) from error
