"""Tell what `briefgen send` is about to do and what became of every message, as lines or as JSON."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import field
from typing import Any

import click

from briefgen.cli import status, telling
from briefgen.errors import BriefgenError
from briefgen.mail.outbox import Delivery, State
from briefgen.notices import Notice
from briefgen.values import dataclass

_SHOWN = 20
"""So many recipients of a dispatch are listed; the others are counted."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A line of the plan."""

    called: str
    """The memo: *minister of ferry-talks@2*."""
    address: str
    choice: str
    """What is to happen: *new*, *has it* …"""
    since: str = ""
    """When an edition that the recipient has was sent."""


@dataclass(slots=True)
class Journal:
    """What one run of `send` has done so far."""

    as_json: bool
    quiet: bool
    plan: list[Planned] = field(default_factory=list)
    settled: dict[int, dict[str, Any]] = field(default_factory=dict)
    """By delivery, its last state."""
    notices: list[Notice] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    left: int = 0
    """Messages that were to be sent, and whose turn did not come."""
    earlier: list[Delivery] = field(default_factory=list)
    """Those that an earlier run has left unknown or refused."""

    def say(self, text: str) -> None:
        """Tell what the run rests on, or waits for."""
        if not self.quiet:
            telling.say(text)

    def note(self, notice: Notice) -> None:
        """Tell what is not in a memo, or anything else that does not stop it."""
        self.notices.append(notice)
        if not self.as_json and not self.quiet:
            telling.tell(BriefgenError(notice))

    def planned(self, lines: Sequence[Planned]) -> None:
        """Show the plan, memo by memo."""
        self.plan += lines
        if self.as_json or self.quiet:
            return
        for called in dict.fromkeys(line.called for line in lines):
            own = [line for line in lines if line.called == called]
            click.echo(called)
            for line in own[:_SHOWN]:
                since = f" (since {line.since})" if line.since else ""
                click.echo(f"  {line.choice:<12} {line.address}{since}")
            if len(own) > _SHOWN:
                counted = Counter(line.choice for line in own[_SHOWN:])
                click.echo(f"  and {', '.join(f'{count:,} {choice}' for choice, count in counted.items())}")

    def drafted(self, path: str) -> None:
        """Tell of a draft."""
        self.drafts.append(path)
        if not self.as_json and not self.quiet:
            click.echo(path)

    def tell(self, delivery: Delivery, state: State, answer: str) -> None:
        """Tell what became of a delivery."""
        self.settled[delivery.id] = {
            "edition": delivery.edition,
            "audience": delivery.audience,
            "address": delivery.address,
            "state": state,
            "answer": answer,
        }
        if not self.as_json and not self.quiet:
            click.echo(f"  {state:<12} {delivery.address}: {answer}")

    def known(self, deliveries: Iterable[Delivery]) -> None:
        """Remember what an earlier run could not deliver."""
        self.earlier = [one for one in deliveries if one.state in {"unknown", "refused"}]

    def wait(self, seconds: float, why: str) -> None:
        """Tell why nothing happens."""
        self.say(f"{why}: trying again in {seconds:g} s (you may stop here, and run the same command later)")

    def fail(self, error: BriefgenError) -> None:
        """Tell what stands in the way."""
        self.notices += error.notices
        if not self.as_json:
            telling.tell(error)

    def end(self, summary: str, ended: int) -> int:
        """Print the last line, or all of it as JSON; give the exit status."""
        if self.as_json:
            plan = [{"memo": line.called, "address": line.address, "choice": line.choice} for line in self.plan]
            telling.report(
                ended,
                self.notices,
                plan=plan,
                drafts=self.drafts,
                deliveries=list(self.settled.values()),
                summary=summary,
            )
        elif not self.quiet or ended:
            telling.say(summary)
        return ended

    def outcome(self) -> tuple[str, int]:
        """Sum up what was sent and what is still not delivered, and give the exit status."""
        counted = Counter(one["state"] for one in self.settled.values())
        before = Counter(one.state for one in self.earlier)
        told = [
            f"{counted[state]} {state}" for state in ("accepted", "refused", "deferred", "unknown") if counted[state]
        ]
        told += [f"{self.left} still queued"] if self.left else []
        told += [f"{before[state]} {state} from before" for state in ("refused", "unknown") if before[state]]
        total = len(self.settled) + self.left
        summary = f"{messages(total)}: {', '.join(told) or 'nothing to do'}"
        if counted["unknown"] or before["unknown"]:
            return summary, status.UNKNOWN
        is_done = counted["accepted"] == total and not before["refused"]
        return summary, status.DONE if is_done else status.REFUSED


def messages(count: int) -> str:
    """Count messages in words."""
    return f"{count:,} message{'s' * (count != 1)}"


def lines(called: str, items: Iterable[Any]) -> tuple[Planned, ...]:
    """Turn the decisions of a plan into lines."""
    found = []
    for item in items:
        had = item.delivery if item.choice == "has it" else item.earlier
        found.append(Planned(called, item.recipient.mailbox.address, item.choice, had.changed[:10] if had else ""))
    return tuple(found)
