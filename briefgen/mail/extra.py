"""Say which extra brings a package that is missing."""

from collections.abc import Iterator
from contextlib import contextmanager

from briefgen.errors import ConfigurationError


@contextmanager
def extra(name: str) -> Iterator[None]:
    """Raise a failing import as a `ConfigurationError` that tells how to get the package."""
    try:
        yield
    except ImportError as error:
        hint = f'install it: pip install "briefgen[{name}]"'
        raise ConfigurationError.of("MAI26", f"the package {error.name} is missing", hint=hint) from error
