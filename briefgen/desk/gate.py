"""The gate before a memo is made or sent: what a check finds wrong stops that record."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from briefgen.article.passages import Stored
from briefgen.article.read import Record
from briefgen.audience.markings import Schemes
from briefgen.checks.check import Silence, check
from briefgen.checks.material import Filled
from briefgen.checks.registry import FILE_RULES, MEMO_RULES, RECORD_RULES
from briefgen.errors import RecordError
from briefgen.notices import Notice
from briefgen.project import Project

_NONE: Mapping[str, Stored] = MappingProxyType({})


def record_passes(record: Record, texts: Mapping[str, Stored], schemes: Schemes, project: Project) -> None:
    """Raise `RecordError` with the errors that are found in a record itself."""
    silence = Silence(reasons=project.ignore)
    _refuse(check(record, texts, schemes=schemes, silence=silence, rules=RECORD_RULES))


def memo_passes(record: Record, filled: Filled, schemes: Schemes, project: Project) -> None:
    """Raise `RecordError` with the errors that are found in one of its memos."""
    silence = Silence(reasons=project.ignore)
    _refuse(check(record, _NONE, schemes=schemes, memos=(filled,), silence=silence, rules=MEMO_RULES))


def file_passes(
    record: Record, filled: Filled, schemes: Schemes, project: Project, tell: Callable[[Notice], None]
) -> None:
    """Raise `RecordError` with the errors found in its written files; `tell` of all else, such as too many pages."""
    silence = Silence(reasons=project.ignore)
    notices = check(record, _NONE, schemes=schemes, memos=(filled,), silence=silence, rules=FILE_RULES)
    _refuse(notices)
    for notice in notices:
        tell(notice)


def _refuse(notices: tuple[Notice, ...]) -> None:
    errors = [notice for notice in notices if notice.level == "error"]
    if errors:
        raise RecordError(*errors)
