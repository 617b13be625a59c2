"""What must hold before the first message leaves, looked at for all messages at once.

Each rule says for which of the recipients it is broken; one broken rule stops everything.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from briefgen.mail.addresses import look_alikes
from briefgen.mail.dispatch import MARKING, Dispatch
from briefgen.mail.letter import Letter
from briefgen.mail.outbox import Delivery
from briefgen.mail.recipients import Recipient
from briefgen.mail.smtp import Features
from briefgen.mail.wire import needs_utf8, size
from briefgen.notices import Notice

_SENDABLE = ("cleared", "issued")
_SHOWN = 5
"""So many recipients of a broken rule are named."""
_ANY = "*"
_NONE = "unmarked"


def refusals(
    dispatches: Sequence[Dispatch],
    *,
    markings: Mapping[str, tuple[str, ...]],
    words: int,
    now: datetime,
    known: Iterable[str] = (),
    history: Iterable[Delivery] = (),
) -> tuple[Notice, ...]:
    """Name every reason not to send.

    `known` are domains that others could be made to look like, `history` is what was sent before.
    """
    found: list[Notice] = []
    for dispatch in dispatches:
        for rule in _RULES:
            found += rule(dispatch)
        found += _embargo(dispatch, now)
        found += _length(dispatch, words)
        found += _markings(dispatch, markings)
        domains = {*known, *dispatch.domains} | {one.mailbox.domain for one in dispatch.recipients}
        found += look_alikes((one.mailbox for one in dispatch.recipients), sorted(domains, key=_is_foreign))
    found += _two_markings(dispatches, [one for one in history if one.state in {"accepted", "unknown"}])
    return tuple(dict.fromkeys(found))


def unfit(
    letters: Iterable[Letter], features: Features, *, limit: int, sealed: Callable[[int], int] = int
) -> tuple[Notice, ...]:
    """Name the letters that the server would not take: too large, or with an address that it cannot write.

    `sealed` tells how large a message becomes when it is signed and encrypted.
    """
    most = min(filter(None, (limit, features.size)), default=0)
    found = []
    for letter in letters:
        whom = ", ".join(mailbox.address for mailbox in letter.envelope[:_SHOWN])
        if most and sealed(_bound(letter)) > most and sealed(size(letter)) > most:
            message = f"{whom}: {sealed(size(letter)):,} bytes, and the server takes {most:,}"
            found.append(_error("SND12", message, "send fewer formats, or smaller attachments"))
        if needs_utf8(letter) and not features.utf8:
            message = f"{whom}: the server has no SMTPUTF8, which letters outside ASCII before the @ need"
            found.append(_error("SND13", message, "ask for an address that is written in ASCII"))
    return tuple(found)


def _bound(letter: Letter) -> int:
    """Give a size that the letter cannot have, without composing it."""
    words = len(letter.text.encode()) + len(letter.html.encode())
    return 10_000 + 4 * words + sum(2 * one.size + 2000 for one in letter.enclosures)


def _status(dispatch: Dispatch) -> Iterator[Notice]:
    if dispatch.status not in _SENDABLE:
        hint = "set status: cleared, once somebody has read it all"
        yield _error("SND01", f"{dispatch.called}: its status is {dispatch.status}", hint)


def _findings(dispatch: Dispatch) -> Iterator[Notice]:
    errors = [notice for notice in dispatch.findings if notice.level == "error"]
    if errors:
        yield from errors
        yield _error("SND02", f"{dispatch.called}: it has not passed its checks: {len(errors)} errors")


def _enclosed(dispatch: Dispatch) -> Iterator[Notice]:
    if not dispatch.enclosed:
        yield _error("SND03", f"{dispatch.called}: nothing is attached")
    for name, length in dispatch.enclosed:
        if not length:
            yield _error("SND03", f"{dispatch.called}: {name} is empty")


def _somebody(dispatch: Dispatch) -> Iterator[Notice]:
    if not any(one.kind == "to" for one in dispatch.recipients):
        hint = f'add to briefgen.toml: [audience.{dispatch.audience}] recipients = ["name@example.org"]'
        yield _error("SND04", f"{dispatch.called}: there is nobody to send it to", hint)


def _kinds(dispatch: Dispatch) -> Iterator[Notice]:
    if dispatch.bundling == "each":
        hint = f'for one message to all of them, set message = "group" in [audience.{dispatch.audience}]'
        yield from _broken(
            dispatch, "SND05", "Cc and Bcc are for a message to a group", lambda one: one.kind != "to", hint
        )
    else:
        hint = 'one message cannot differ for each; set message = "each", or leave the column attachments out'
        yield from _broken(
            dispatch,
            "SND05",
            "attachments of their own in a message to a group",
            lambda one: bool(one.enclosures),
            hint,
        )


def _duplicates(dispatch: Dispatch) -> Iterator[Notice]:
    counted = Counter(one.mailbox.key for one in dispatch.recipients)
    first: dict[str, Recipient] = {}
    for one in dispatch.recipients:
        if counted[one.mailbox.key] > 1 and one.mailbox.key in first:
            before = first[one.mailbox.key].place
            message = f"{one.mailbox.address} is in the list of {dispatch.audience} already"
            hint = f"first at {before}" if before else ""
            yield Notice("error", "SND06", message, one.place, hint)
        first.setdefault(one.mailbox.key, one)


def _domains(dispatch: Dispatch) -> Iterator[Notice]:
    if dispatch.domains:
        allowed = ", ".join(dispatch.domains)
        yield from _broken(
            dispatch,
            "SND07",
            f"outside the domains of {dispatch.audience} ({allowed})",
            lambda one: not _is_within(one, dispatch.domains),
        )


def _released(dispatch: Dispatch) -> Iterator[Notice]:
    domains = tuple(part for part in dispatch.releasable_to if "." in part)
    if domains:
        yield from _broken(
            dispatch, "SND08", f"releasable to {', '.join(domains)} only", lambda one: not _is_within(one, domains)
        )


def _not_to(dispatch: Dispatch) -> Iterator[Notice]:
    excluded = {part.casefold() for part in dispatch.not_to}
    if excluded:
        yield from _broken(
            dispatch,
            "SND09",
            "the record says that it must not go to",
            lambda one: not excluded.isdisjoint(_names(one)) or _is_within(one, excluded),
        )


_RULES: tuple[Callable[[Dispatch], Iterator[Notice]], ...] = (
    _status,
    _findings,
    _enclosed,
    _somebody,
    _kinds,
    _duplicates,
    _domains,
    _released,
    _not_to,
)


def _embargo(dispatch: Dispatch, now: datetime) -> Iterator[Notice]:
    if dispatch.embargo and dispatch.embargo > now and not dispatch.under_embargo:
        hint = f"if they may have it before, set under_embargo = true in [audience.{dispatch.audience}]"
        yield _error("SND10", f"{dispatch.called}: under embargo until {dispatch.embargo.isoformat()}", hint)


def _length(dispatch: Dispatch, most: int) -> Iterator[Notice]:
    if dispatch.words > most:
        hint = "shorten `bluf`, or its template (briefgen template show _mail/message.md.j2)"
        yield _error("SND14", f"{dispatch.called}: the message has {dispatch.words} words of at most {most}", hint)


def _markings(dispatch: Dispatch, markings: Mapping[str, tuple[str, ...]]) -> Iterator[Notice]:
    """Refuse what nothing permits: a marking may go only where the project file says it may."""
    for part in dispatch.marking:
        allowed = markings.get(part, () if part != "TLP:CLEAR" else (_ANY,))
        here = dispatch.recipients[0].mailbox.domain if dispatch.recipients else "example.org"
        hint = f'say where it may go: [mail.markings] "{part}" = ["{here}"]'
        yield from _broken(
            dispatch,
            "SND11",
            f"{part} may not go to",
            lambda one, allowed=allowed: _ANY not in allowed and not _is_within(one, allowed),  # type: ignore[misc]
            hint if part not in markings else "",
        )


def _two_markings(dispatches: Sequence[Dispatch], sent: Sequence[Delivery]) -> Iterator[Notice]:
    """Refuse to give one person two versions of an edition, of which one was not meant for them."""
    given = {(one.edition, one.address): (one.audience, one.marking) for one in sent}
    for dispatch in dispatches:
        marking = MARKING.join(dispatch.marking)
        for one in dispatch.recipients:
            audience, before = given.setdefault((dispatch.edition, one.mailbox.key), (dispatch.audience, marking))
            if before != marking and audience != dispatch.audience:
                versions = f"{audience} ({before or _NONE}) and {dispatch.audience} ({marking or _NONE})"
                message = f"{one.mailbox.address} would have two versions of {dispatch.edition}: {versions}"
                yield _error("SND15", message, "take the address off one of the lists")


def _broken(
    dispatch: Dispatch, code: str, rule: str, is_broken_for: Callable[[Recipient], bool], hint: str = ""
) -> Iterator[Notice]:
    """Say for whom a rule is broken, in one notice however many there are."""
    those = [one for one in dispatch.recipients if is_broken_for(one)]
    if those:
        named = ", ".join(one.mailbox.address for one in those[:_SHOWN])
        more = f" and {len(those) - _SHOWN:,} more" if len(those) > _SHOWN else ""
        yield Notice("error", code, f"{dispatch.called}: {rule}: {named}{more}", those[0].place, hint)


def _is_within(one: Recipient, domains: Iterable[str]) -> bool:
    """Tell whether the address lies in one of the domains, or in a domain below one."""
    own = f".{one.mailbox.domain.casefold()}"
    return any(own.endswith(f".{domain.casefold().removeprefix('@')}") for domain in domains)


def _names(one: Recipient) -> set[str]:
    """Give what somebody can be meant by: the address, the name, and what the list says of them."""
    return {one.mailbox.key, one.mailbox.name.casefold(), *(value.casefold() for _, value in one.fields)}


def _is_foreign(domain: str) -> bool:
    return "xn--" in domain


def _error(code: str, message: str, hint: str = "") -> Notice:
    return Notice("error", code, message, hint=hint)
