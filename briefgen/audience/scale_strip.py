"""The scales of likelihood that a memo uses, with the terms it uses marked; in English, as their editions have them."""

from typing import cast

from briefgen.article.scales import SCALES, Scale, Term
from briefgen.article.values import Scale as ScaleName
from briefgen.audience.entries import entries, entry, field, text
from briefgen.audience.spoken import SCALES_LANGUAGE, in_language
from briefgen.audience.view import Entry
from briefgen.audience.words import Words


def scales(record: Entry, words: Words) -> tuple[Entry, ...]:
    """Give each scale that a seen judgement or scenario uses: its name, edition, and terms with their bands."""
    holders = (*entries(record, "outlook.judgements"), *entries(record, "outlook.scenarios"))
    used: dict[ScaleName, set[str]] = {}
    for one in holders:
        likelihood = field(one, "likelihood")
        if isinstance(likelihood, Entry) and text(likelihood, "scale") in SCALES:
            scale = cast("ScaleName", text(likelihood, "scale"))
            used.setdefault(scale, set()).add(text(likelihood, "term").lower())
    return tuple(_scale(SCALES[name], found, words) for name, found in used.items())


def _scale(scale: Scale, used: set[str], words: Words) -> Entry:
    terms = tuple(_term(term, used, words) for term in scale.terms if term.row == _row(scale, used))
    meant = [words.say("scale.means", term=text(one, "name"), band=text(one, "printed")) for one in terms if one.used]
    name, edition = (in_language(said, SCALES_LANGUAGE, words.language) for said in (scale.title, scale.edition))
    return entry(scale.title, name=name, edition=edition, terms=terms, meant=tuple(meant))


def _row(scale: Scale, used: set[str]) -> int:
    """Choose the row of words that the memo uses."""
    return next((term.row for term in scale.terms if used & set(term.words)), 1)


def _term(term: Term, used: set[str], words: Words) -> Entry:
    spelt = next((name for name in term.words if name in used), term.name)
    band = f"{term.low:g}/{term.high:g}"
    name = in_language(spelt, SCALES_LANGUAGE, words.language)
    return entry(spelt, name=name, printed=term.printed, band=band, used=bool(used & set(term.words)))
