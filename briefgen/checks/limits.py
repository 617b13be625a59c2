"""How long memos usually may be, by audience, where its pack sets no budget of its own."""

from briefgen.checks.material import Limits

_USUAL = {
    "minister": Limits(words=700),
    "press": Limits(words=350, sentence=25),
    "public": Limits(words=900, sentence=25),
    "partner": Limits(words=900),
    "committee": Limits(words=2700),
    "analyst": Limits(words=3600),
}
"""About 450 words a page: one page and a half for a minister, eight for analysts."""


def limits_for(audience: str) -> Limits:
    """Give the usual limits of an audience, those of no audience in particular where it is not known."""
    return _USUAL.get(audience, Limits())
