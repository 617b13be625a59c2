"""A memo together with what the checks must know of its audience's pack."""

from collections.abc import Mapping
from types import MappingProxyType

from briefgen.audience.pack import Budget
from briefgen.audience.view import texts_in
from briefgen.checks.material import Filled, Limits
from briefgen.checks.rendered import rendered
from briefgen.memo import Memo
from briefgen.pipeline import Prepared

_NOTHING: Mapping[str, bytes] = MappingProxyType({})


def filled(ready: Prepared, memo: Memo, written: Mapping[str, bytes] = _NOTHING) -> Filled:
    """Join a memo with the sections, the budget and the view of its pack, and with the files `written` by format."""
    pack = ready.pack
    return Filled(
        pack.id,
        memo,
        pack.sections,
        pack.marked,
        _limits(pack.budget),
        tuple(file for kind, data in written.items() if (file := rendered(kind, data))),
        texts_in(ready.seen.record),
        ready.words.say("date.inferred"),
    )


def _limits(budget: Budget) -> Limits:
    """Take from a pack's budget what it says; the usual limits hold for the rest."""
    usual = Limits()
    return Limits(
        words=budget.words or usual.words,
        pages=budget.pages or usual.pages,
        sentence=budget.sentence_max or usual.sentence,
        line=budget.line_words or usual.line,
        bluf=budget.sections.get("bluf", usual.bluf),
    )
