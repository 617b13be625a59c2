"""Who got what, when, and what the server said: as rows for people, CSV for Excel, and JSON."""

import csv
import io
import json
from collections.abc import Iterable

from briefgen.mail.outbox import Delivery

COLUMNS = ("edition", "audience", "address", "state", "changed", "code", "answer", "attempts", "message_id", "content")


def rows(deliveries: Iterable[Delivery]) -> tuple[dict[str, str | int], ...]:
    """Give the columns of each delivery."""
    return tuple({name: getattr(delivery, name) for name in COLUMNS} for delivery in deliveries)


def as_json(deliveries: Iterable[Delivery]) -> str:
    """Write a list of objects."""
    return json.dumps(rows(deliveries), ensure_ascii=False, indent=1) + "\n"


def as_csv(deliveries: Iterable[Delivery]) -> str:
    """Write a table in which no answer of a server can act as a formula."""
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS)
    writer.writeheader()
    writer.writerows({name: _harmless(value) for name, value in row.items()} for row in rows(deliveries))
    return written.getvalue()


def _harmless(value: str | int) -> str | int:
    """Keep Excel from reading a text as a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
