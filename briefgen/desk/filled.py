"""A memo together with what the checks must know of its audience's pack."""

from briefgen.audience.pack import Budget
from briefgen.audience.view import texts_in
from briefgen.checks.material import Filled, Limits
from briefgen.memo import Memo
from briefgen.pipeline import Prepared


def filled(ready: Prepared, memo: Memo) -> Filled:
    """Join a memo with the sections, the budget and the view of its pack."""
    pack = ready.pack
    return Filled(
        pack.id,
        memo,
        pack.sections,
        pack.marked,
        _limits(pack.budget),
        texts_in(ready.seen.record),
        ready.words.say("date.inferred"),
    )


def _limits(budget: Budget) -> Limits:
    """Take from a pack's budget what it says; the usual limits hold for the rest."""
    usual = Limits()
    return Limits(
        words=budget.words or usual.words,
        sentence=budget.sentence_max or usual.sentence,
        line=budget.line_words or usual.line,
        bluf=budget.sections.get("bluf", usual.bluf),
        pages=budget.pages or usual.pages,
        sections={name: most for name, most in budget.sections.items() if name != "bluf"},
    )
