"""Make a memo the whole way, from a record to what is written into files."""

from briefgen.article.read import Record
from briefgen.memo import Memo
from briefgen.pipeline import memo_of, prepared
from briefgen.shelf import Shelf


def memo_for(record: Record, audience: str, shelf: Shelf, *, unchecked: bool = False) -> Memo:
    """Make the memo of a record for one audience, as it would be in a run of `briefgen make`."""
    return memo_of(prepared(record, audience, shelf), record, shelf, unchecked=unchecked)
