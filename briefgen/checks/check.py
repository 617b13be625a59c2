"""Ask all rules about a record and its memos: → notices, in the order of the file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from briefgen.article.model import Article
from briefgen.article.passages import Stored
from briefgen.article.read import Record
from briefgen.audience.markings import Schemes
from briefgen.checks.material import Filled, Material
from briefgen.checks.places import place_of
from briefgen.checks.registry import RULES
from briefgen.checks.rule import Finding, Rule
from briefgen.nearest import meant
from briefgen.notices import Notice, Place, in_file_order
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True)
class Silence:
    """Which rules are asked, and which warnings are silenced and why."""

    select: tuple[str, ...] = ()
    """Codes or their beginnings, such as `SRC`; empty for all."""
    ignore: tuple[str, ...] = ()
    """Codes or their beginnings that this run leaves out."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Code → reason, from the project file."""

    def asks(self, rule: Rule) -> bool:
        """Tell whether a rule is asked at all."""
        if rule.on_demand and rule.code not in self.select:
            return False
        is_selected = not self.select or rule.code.startswith(self.select)
        return is_selected and not rule.code.startswith(self.ignore or ("-",))


_ALL = Silence()


def check(
    record: Record,
    texts: Mapping[str, Stored],
    *,
    schemes: Schemes,
    memos: Sequence[Filled] = (),
    previous: Article | None = None,
    written: str = "",
    silence: Silence = _ALL,
    rules: Iterable[Rule] = RULES,
) -> tuple[Notice, ...]:
    """Find what is wrong with a record and with the memos made from it.

    `texts` holds the stored texts by the id of their source; `schemes` are those of markings; `previous` is the
    edition before; `written` is the record's file, in which the words in question are looked for; `rules` are those to
    ask, where not all can be.
    Warnings and notes that the record or the project silences with a reason are left out; errors never are.
    """
    material = Material(record, texts, schemes, tuple(memos), previous)
    reasons = {one.check: one.reason for one in record.article.ignore} | dict(silence.reasons)
    lines = tuple(written.splitlines())
    notices = [*_misused(record, silence)]
    for rule in rules:
        if silence.asks(rule):
            found = tuple(_notice(rule, finding, record, lines) for finding in rule.find(material))
            notices += (one for one in found if one.level == "error" or not reasons.get(rule.code))
    return in_file_order(tuple(dict.fromkeys(notices)))


def _notice(rule: Rule, finding: Finding, record: Record, lines: tuple[str, ...]) -> Notice:
    place = place_of(finding, record.places, lines)
    return Notice(finding.level or rule.level, rule.code, finding.message, place, finding.hint)


def _misused(record: Record, silence: Silence) -> Iterable[Notice]:
    """Name silenced checks that there are not."""
    known = [rule.code for rule in RULES]
    for number, one in enumerate(record.article.ignore):
        place = record.places.get(f"ignore[{number}]")
        if one.check not in known:
            yield _unknown(one.check, known, place)
    for code in silence.reasons:
        if code not in known:
            yield _unknown(code, known, None)


def _unknown(code: str, known: list[str], place: Place | None) -> Notice:
    hint = meant(code, known) or "briefgen check --explain lists them"
    return Notice("warning", "CHK01", f"there is no check {code!r}", place, hint)
