"""The scales of likelihood that a memo uses, with the terms it uses marked; in English, as their editions have them."""

from typing import cast

from briefgen.article.scales import SCALES, Likelihoods, Term
from briefgen.article.values import Scale
from briefgen.audience.entries import entries, entry, field, text
from briefgen.audience.spoken import SCALES_LANGUAGE, in_language
from briefgen.audience.view import Entry
from briefgen.audience.words import Words


def scales(record: Entry, words: Words) -> tuple[Entry, ...]:
    """Give each scale that a seen judgement or scenario uses: its name, edition, and terms with their bands."""
    holders = (*entries(record, "outlook.judgements"), *entries(record, "outlook.scenarios"))
    used: dict[Scale, set[str]] = {}
    for one in holders:
        likelihood = field(one, "likelihood")
        if isinstance(likelihood, Entry) and text(likelihood, "scale") in SCALES:
            scale = cast("Scale", text(likelihood, "scale"))
            used.setdefault(scale, set()).add(text(likelihood, "term").lower())
    return tuple(_scale(SCALES[name], found, words) for name, found in used.items())


def _scale(scale: Likelihoods, used: set[str], words: Words) -> Entry:
    terms = tuple(_term(term, used, words) for term in scale.terms)
    meant = [words.say("scale.means", term=text(one, "name"), band=text(one, "printed")) for one in terms if one.used]
    name, edition = (in_language(said, SCALES_LANGUAGE, words.language) for said in (scale.name, scale.edition))
    return entry(scale.name, name=name, edition=edition, terms=terms, meant=tuple(meant))


def _term(term: Term, used: set[str], words: Words) -> Entry:
    spelt = next((name for name in term.names if name in used), term.names[0])
    band = f"{term.low}/{term.high}"
    name = in_language(spelt, SCALES_LANGUAGE, words.language)
    return entry(spelt, name=name, printed=term.printed, band=band, used=bool(used & set(term.names)))
