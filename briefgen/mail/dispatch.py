"""A dispatch: one memo for one audience, with what decides who may get it and the list of those who are to."""

from datetime import datetime

from briefgen.mail.recipients import Recipient
from briefgen.mail_settings import Bundling
from briefgen.notices import Notice
from briefgen.values import dataclass

MARKING = " · "
"""Stands between the parts of a marking, in memos as in the ledger."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """What the guard looks at; values of the record, the project file and the list, none of them decided yet."""

    record: str
    edition: str
    audience: str
    status: str
    marking: tuple[str, ...] = ()
    """Its parts as the memo prints them: a level with its caveats, a label of the TLP."""
    embargo: datetime | None = None
    under_embargo: bool = False
    """Whether this audience may have it before the embargo ends."""
    not_to: tuple[str, ...] = ()
    releasable_to: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    bundling: Bundling = "each"
    findings: tuple[Notice, ...] = ()
    """What the checks of the record, the memo and its files found."""
    words: int = 0
    """In the body of the message."""
    enclosed: tuple[tuple[str, int], ...] = ()
    """The files that everybody gets, and their sizes."""
    recipients: tuple[Recipient, ...] = ()

    @property
    def called(self) -> str:
        """How people call it: *minister of ferry-talks@2*."""
        return f"{self.audience} of {self.edition}"
