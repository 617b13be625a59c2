"""Whether names are the house's, come from the sources, and are explained once in each memo."""

import re
from collections.abc import Iterator

from briefgen.article.folded import folded
from briefgen.checks.material import Filled, Material
from briefgen.checks.proper import names_in, stems, unknown_part
from briefgen.checks.rule import Finding, rule
from briefgen.checks.sentences import outside_quotations
from briefgen.whole_words import stands_in

_DISPUTED = {
    "Kosovo": "its status is disputed; the EU prints it with a footnote on UNSCR 1244/1999",
    "annexed territories": "the words concede that an annexation took place in law",
    "annexed territory": "the words concede that an annexation took place in law",
    "Malvinas": "the United Kingdom says Falkland Islands; UN documents print both names",
    "Arabian Gulf": "most maps and UN documents say Persian Gulf",
    "Northern Cyprus": "only one state recognises it",
    "Western Sahara": "a non-self-governing territory in UN documents",
    "Somaliland": "few states recognise it",
    "Burma": "the state calls itself Myanmar; houses differ",
    "Taiwan": "houses differ on name and status",
    "Macedonia": "the state has been North Macedonia since 2019",
}
"""Designation → why a house needs a rule for it."""
_ABBREVIATION = re.compile(r"\b[A-Z][A-Z&]{1,6}s?\b")
_NUMBERS = ("", "s")
_KNOWN = frozenset(
    [
        "UK",
        "US",
        "USA",
        "EU",
        "UN",
        "NATO",
        "BBC",
        "CNN",
        "AFP",
        "AP",
        "TV",
        "PM",
        "MP",
        "MPs",
        "GDP",
        "VAT",
        "AI",
        "IT",
        "UTC",
        "GMT",
        "CET",
        "BST",
        "EST",
        "TLP",
        "II",
        "III",
        "IV",
        "VI",
        "OFFICIAL",
        "SECRET",
        "RED",
        "AMBER",
        "GREEN",
        "CLEAR",
        "STRICT",
        "TOP",
        "SENSITIVE",
        "DRAFT",
        "NOT",
        "CLEARED",
        "SUPERSEDED",
        "WITHDRAWN",
        "EUR",
        "GBP",
        "USD",
        "CHF",
        "JPY",
        "PHIA",
        "ICD",
        "IPCC",
        "COVID",
        "HIV",
        "AIDS",
        "DNA",
        "PDF",
        "URL",
        "WHO",
        "IMF",
        "G7",
        "G20",
    ]
)
"""Abbreviations that readers of policy papers know."""


@rule(
    "NAM01",
    "error",
    "Names are written as the house writes them; other spellings stay in quotations.",
    why="Kyiv and Kiev in one memo are read as two opinions.",
    source="AP Stylebook 2019; US Board on Geographic Names; the house's own list",
    wrong="""
names:
  - {preferred: Norrey, variants: [Norray]}
bluf: {text: The council of Norray reopens the line if fares are capped.}
""",
    right="""
names:
  - {preferred: Norrey, variants: [Norray]}
bluf: {text: The council of Norrey reopens the line if fares are capped.}
""",
)
def names_are_preferred(material: Material) -> Iterator[Finding]:
    """Look for the variants that `names` lists."""
    for name in material.article.names:
        for variant in name.variants:
            for prose in material.prose if variant not in name.preferred else ():
                text = outside_quotations(prose.text) if name.keep_in_quotes else prose.text
                if stands_in(variant, text):
                    yield Finding(
                        prose.path, f"“{variant}” is not the house's form", f"write {name.preferred}", variant
                    )


@rule(
    "NAM02",
    "warning",
    "Disputed designations are in the house's list, with a note or a footnote, which the memo prints.",
    why="A name can concede a status that the house does not recognise.",
    source="EU footnote on Kosovo; UN Editorial Manual",
    wrong="bluf: {text: Recognition of annexed territories is not on the table.}\n",
    right="""
bluf: {text: Recognition of annexed territories is not on the table.}
names:
  - {preferred: annexed territories, note: the source's words; we do not recognise the annexation}
""",
    of_memos=True,
)
def designations_are_decided(material: Material) -> Iterator[Finding]:
    """Look for designations nobody decided on, and for footnotes that a memo leaves out."""
    decided = " ".join(" ".join([name.preferred, *name.variants]) for name in material.article.names).lower()
    printed = "\n".join(prose.text for prose in material.prose)
    for words, reason in _DISPUTED.items():
        if words not in printed or words.lower() in decided:
            continue
        form = re.compile(rf"(?<!\w)(?<!North ){re.escape(words)}(?!\w)")
        for prose in material.prose:
            if words in prose.text and form.search(outside_quotations(prose.text)):
                hint = "decide it under `names`, with a note for drafters or a footnote for readers"
                yield Finding(prose.path, f"“{words}”: {reason}", hint, words)
    for number, name in enumerate(material.article.names):
        for filled in material.memos if name.footnote else ():
            is_theirs = filled.seen is None or name.footnote in filled.seen
            is_printed = folded(name.preferred) in filled.printed
            if is_theirs and is_printed and folded(name.footnote) not in filled.printed:
                message = f"the memo for {filled.audience} prints “{name.preferred}” without its footnote"
                yield Finding(f"names[{number}].footnote", message)


@rule(
    "NAM03",
    "warning",
    "Names in sourced statements are in the sources or among the actors.",
    why="An actor whom no source names is the invention that is hardest to see.",
    source="briefgen's own trial",
    wrong="""
background:
  - {text: The ministry and the Bank of Selby said they would study the demands., exact: it would study the demands}
""",
    right="""
background:
  - {text: The Ministry of Transport said it would study the demands., exact: it would study the demands}
""",
)
def names_are_known(material: Material) -> Iterator[Finding]:
    """Compare capitalised words with all stored texts, actors and names; where a text is missing, nothing is said."""
    cited = {evidence.source for said in material.statements for evidence in said.statement.evidence}
    if not cited or not cited <= set(material.texts):
        return
    known = stems([*(stored.text for stored in material.texts.values()), *_names(material)])
    for prose in material.prose:
        for name in names_in(prose.text) if prose.voice == "sourced" else ():
            part = unknown_part(name, known)
            if part:
                hint = "add the actor, or write the name as the source does"
                yield Finding(prose.path, f"no source and no actor is called “{name.words}”", hint, name.words)


def _names(material: Material) -> Iterator[str]:
    article = material.article
    for actor in article.actors:
        yield from (actor.name, actor.role, actor.role_as_printed, *actor.aliases, *actor.groups)
    for name in article.names:
        yield from (name.preferred, *name.variants)
    for term in (*article.abbreviations, *article.glossary):
        yield from (term.term, term.meaning)
    for source in article.sources:
        yield from (source.title, source.container_title, source.publisher, *(author.name for author in source.author))


@rule(
    "NAM05",
    "warning",
    "An abbreviation is explained where a memo first uses it, and none is listed that nothing uses.",
    why="Packs leave sections out, so the first use moves from memo to memo.",
    source="GOV.UK style guide",
    wrong="""
abbreviations: {OMS: Operator's Management Scheme}
---
{section=background}
## Background

The OMS is to be renewed.
""",
    right="""
abbreviations: {OMS: Operator's Management Scheme}
---
{section=background}
## Background

The Operator's Management Scheme (OMS) is to be renewed. The OMS has no end date.
""",
    example="memo",
)
def abbreviations_are_explained(material: Material) -> Iterator[Finding]:
    """Look for the first use of each abbreviation in each memo, and for unknown ones in the record."""
    terms = {term.term: term.meaning for term in material.article.abbreviations}
    quantities = [getattr(said.statement, "quantity", None) for said in material.statements]
    printed = " ".join([*(prose.text for prose in material.prose), *(one.code for one in quantities if one)])
    for number, (term, meaning) in enumerate(terms.items()):
        if term in _KNOWN:
            continue
        losers = [one.audience for one in material.memos if _unexplained(one, term, meaning)]
        if losers:
            message = f"the memo for {' and '.join(losers)} uses {term} without its meaning"
            yield Finding(f"abbreviations[{number}]", message, f"write {meaning} ({term}) at its first use")
        elif not material.memos and not stands_in(term, printed, endings=_NUMBERS):
            yield Finding(f"abbreviations[{number}]", f"nothing uses {term}")
    told = _told(material)
    for prose in material.prose:
        for written in _ABBREVIATION.findall(outside_quotations(prose.text)):
            word = written.removesuffix("s")
            if word not in _KNOWN and word not in terms and f"({word})" not in printed and word not in told:
                told.add(word)
                yield Finding(prose.path, f"“{written}” is explained nowhere", "add it to `abbreviations`", written)


def _unexplained(filled: Filled, term: str, meaning: str) -> bool:
    is_used = any(stands_in(term, piece, endings=_NUMBERS) for piece in filled.pieces)
    return is_used and folded(meaning.partition(",")[0]).lower() not in filled.text


def _told(material: Material) -> set[str]:
    """Give the abbreviations that are names of actors, or of what the record speaks about."""
    article = material.article
    names = " ".join(name for actor in article.actors for name in (actor.name, *actor.aliases, *actor.groups))
    names += " ".join(term.term for term in article.glossary) + " ".join(name.preferred for name in article.names)
    names += " ".join(article.marking.caveats) + article.marking.level
    return set(_ABBREVIATION.findall(names))
