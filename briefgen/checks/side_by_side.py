"""Each sentence of a memo beside the passage it rests on, for what only a person can judge.

One HTML page that needs nothing else, to be read from left to right, on paper or by ear.
"""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from briefgen.article.folded import folded
from briefgen.article.model import Article
from briefgen.article.passages import Stored, chosen, passages
from briefgen.article.read import Record
from briefgen.article.statements import Evidence
from briefgen.checks.material import Filled, Material
from briefgen.checks.prose import Said
from briefgen.checks.rules.hedges import cautions
from briefgen.checks.sections import Unit
from briefgen.checks.sentences import word_count

_AROUND = 160
"""Characters of the source shown on either side of a passage."""
_SHORTEST = 3
"""Words: less is a label."""
_QUESTIONS = (
    ("SRC14", "Is a sentence surer than its passage: a hint told as a statement, no sign told as no intention?"),
    ("STR03", "Does the bottom line say what the body says, and nothing that the body does not bear out?"),
    ("NAM04", "Does everybody still hold the office that the memo gives them?"),
    ("MRK05", "Is the marking right: neither too high nor too low?"),
    ("DOC04", "Do the words for pictures tell what the picture tells, and does the memo make sense when heard?"),
)
"""What no rule can decide."""
_STYLE = """
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:80rem;margin:auto;padding:1rem}
table{border-collapse:collapse;width:100%;margin:0 0 2rem}
caption{text-align:left;font-weight:bold;padding:.5rem 0}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem;border-bottom:1px solid GrayText}
td{width:44%}td:last-child{width:12%}
mark{background:none;color:inherit;font-weight:bold;text-decoration:underline}
blockquote{margin:0 0 .5rem}cite{font-style:normal}
"""


def page(checked: Iterable[tuple[Record, Mapping[str, Stored], tuple[Filled, ...]]]) -> str:
    """Write the page for records, the stored texts of their sources, and the memos made from them."""
    parts = [part for record, texts, memos in checked for part in _record(record, texts, memos)]
    questions = "".join(f"<li>{escape(text)} ({code})</li>" for code, text in _QUESTIONS)
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n<title>Memo and sources side by side</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>Memo and sources side by side</h1>\n"
        f"<p>For each row, ask:</p>\n<ul>{questions}</ul>\n{''.join(parts)}</main>\n</body>\n</html>\n"
    )


def _record(record: Record, texts: Mapping[str, Stored], memos: tuple[Filled, ...]) -> Iterator[str]:
    material = Material(record, texts, {}, memos)
    language = escape(record.article.language)
    yield f'<h2 lang="{language}">{escape(record.article.title)}</h2>\n'
    for filled in memos:
        rows = [_row(unit, material) for unit in filled.said if word_count(unit.text) >= _SHORTEST]
        yield _table(f"Memo for {filled.audience}", rows, filled.memo.meta.language)
    if not memos:
        units = [Unit(said.words, (), "") for said in material.statements if said.words]
        yield _table("Statements of the record", [_row(unit, material) for unit in units], record.article.language)


def _table(caption: str, rows: list[str], language: str) -> str:
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("The memo says", "It rests on", "Words of caution there")
    )
    body = "\n".join(rows)
    return (
        f"<table>\n<caption>{escape(caption)}</caption>\n<thead><tr>{heads}</tr></thead>\n"
        f'<tbody lang="{escape(language)}">\n{body}\n</tbody>\n</table>\n'
    )


def _row(unit: Unit, material: Material) -> str:
    text = folded(unit.text).lower()
    under = [one for one in material.statements if one.words and folded(one.words).rstrip(".").lower() in text]
    shown = "".join(_passage(one, material) for said in under for one in said.statement.evidence)
    exact = " ".join(one.exact for said in under for one in said.statement.evidence)
    said = ", ".join(cautions(exact)) or "none"
    grounds = shown or f"<p>{escape(_own(unit, under, material.article))}</p>"
    return f"<tr><td>{escape(unit.text)}</td><td>{grounds}</td><td>{escape(said) if shown else ''}</td></tr>"


def _own(unit: Unit, under: list[Said], article: Article) -> str:
    """Say whose words they are where no source has them."""
    judged = next((one for one in article.outlook.judgements if one.text.rstrip(".") in unit.text), None)
    if judged:
        return f"A judgement of {judged.by}, on {', '.join(judged.based_on) or 'nothing'}."
    return "A statement without evidence." if under else "Words of the desk or of the template."


def _passage(evidence: Evidence, material: Material) -> str:
    stored = material.texts.get(evidence.source)
    found = passages(stored, evidence.exact) if stored else ()
    if stored and found:
        around = chosen(stored, found, prefix=evidence.prefix, suffix=evidence.suffix) or found
        start, end = around[0].start, around[0].end
        before = stored.text[max(0, start - _AROUND) : start]
        after = stored.text[end : end + _AROUND]
        passage = f"… {escape(before)}<mark>{escape(stored.text[start:end])}</mark>{escape(after)} …"
    else:
        why = "not found in the stored text" if stored else "no stored text"
        passage = f"<mark>{escape(evidence.exact)}</mark> ({why})"
    return f"<blockquote>{passage} <cite>{escape(evidence.source)}</cite></blockquote>"
