"""Say which extra brings a package that is not installed."""

from collections.abc import Iterator
from contextlib import contextmanager

from briefgen.errors import ConfigurationError
from briefgen.notices import Place


@contextmanager
def needs(extra: str, code: str, what: str = "", *, place: Place | None = None) -> Iterator[None]:
    """Raise a failing import as a `ConfigurationError` that tells how to get the package, and `what` needs it."""
    try:
        yield
    except ImportError as error:
        package = (error.name or "").partition(".")[0]
        message = (
            f"{what} needs the package {package}, which is missing" if what else f"the package {package} is missing"
        )
        hint = f'install it: pip install "briefgen[{extra}]"'
        raise ConfigurationError.of(code, message, place=place, hint=hint) from error
