"""Read single sentences and short articles as the rules do."""

from briefgen.draft.cast import Cast
from briefgen.draft.findings import Finding, findings
from briefgen.draft.paragraphs import Clean, Paragraph
from briefgen.draft.prose import Prose, read_prose
from briefgen.draft.speakers import Said, speakers
from briefgen.draft.text import Span
from briefgen.draft.tokens import Token, tokens


def words(sentence: str) -> tuple[Token, ...]:
    """Cut a sentence without quotations into words."""
    return tokens(sentence, Span(0, len(sentence)))


def body(text: str) -> Clean:
    """Take every line as a paragraph of the body."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append(Paragraph(Span(at, at + len(line)), "body"))
        at += len(line) + 1
    return Clean(text, tuple(paragraph for paragraph in paragraphs if paragraph.span.start < paragraph.span.end), ())


def prose(text: str) -> Prose:
    """Read lines as paragraphs."""
    return read_prose(body(text))


def said(text: str) -> list[tuple[str, str | None]]:
    """Give each quotation and whose it is."""
    return [(item.quotation.span.of(text), item.who.words if item.who else None) for item in quoted(text)]


def quoted(text: str) -> tuple[Said, ...]:
    """Attribute the quotations of a text."""
    read = prose(text)
    return speakers(read, Cast(read))


def found(text: str) -> tuple[Finding, ...]:
    """Find demands, responses and outlook in a text."""
    read = prose(text)
    cast = Cast(read)
    return findings(read, cast, speakers(read, cast))


def labels(text: str) -> dict[str, tuple[str, str | None]]:
    """Give, for a single sentence, each label with its value and whose it is."""
    return {one.label: (one.value, one.actor.words if one.actor else None) for one in found(text)}
