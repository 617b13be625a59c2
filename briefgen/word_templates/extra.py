"""Say which extra brings the packages for Word templates."""

from collections.abc import Iterator
from contextlib import contextmanager

from briefgen.errors import ConfigurationError


@contextmanager
def needs_word() -> Iterator[None]:
    """Raise a failing import as a `ConfigurationError` that tells how to get the package."""
    try:
        yield
    except ImportError as error:
        hint = 'install it: pip install "briefgen[word]"'
        message = f"a Word template needs the package {error.name}, which is missing"
        raise ConfigurationError.of("WRD05", message, hint=hint) from error
