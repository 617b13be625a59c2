"""Say how to get what the page needs, where it is not installed."""

from collections.abc import Iterator
from contextlib import contextmanager

from briefgen.errors import ConfigurationError


@contextmanager
def extra() -> Iterator[None]:
    """Raise a failing import as a `ConfigurationError` that tells how to get the package."""
    try:
        yield
    except ImportError as error:
        package, hint = (error.name or "").partition(".")[0], "install it: pip install 'briefgen[preview]'"
        raise ConfigurationError.of("PRV01", f"the package {package} is missing", hint=hint) from error
