"""The record: what an article file says, as frozen values."""

from briefgen.article.dates import When
from briefgen.article.model import Article

__all__ = ["Article", "When"]
