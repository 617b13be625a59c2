"""The command line: the only place that prints."""

from briefgen.cli.main import main

__all__ = ["main"]
