"""A memo together with what the checks must know of its audience's pack."""

from briefgen.article.read import Record
from briefgen.audience.pack import load
from briefgen.audience.view import texts_in, view
from briefgen.checks.limits import limits_for
from briefgen.checks.material import Filled
from briefgen.memo import Memo
from briefgen.shelf import Shelf


def filled(record: Record, audience: str, memo: Memo, shelf: Shelf) -> Filled:
    """Join a memo with the sections, the limits and the view of its pack."""
    pack = load(audience, shelf)
    seen = view(record.article, pack.fields, audience=pack.id, cleared_only=pack.cleared_only)
    return Filled(pack.id, memo, pack.sections, pack.marked, limits_for(pack.id), texts_in(seen))
