"""Give an audience the record itself, attached to its memo, but only where all of it is meant for them.

The view keeps a template from printing what its audience may not see; a record that travels with the memo would undo
that.
So its pack must say `attach_record: true`, and nothing in the record may be kept from this audience by its marking,
by its list of audiences or by a missing clearance, whether the memo has a section for it or not.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from types import MappingProxyType

from briefgen.article.envelope import Marking
from briefgen.article.model import Article
from briefgen.article.read import Record
from briefgen.audience.markings import Schemes
from briefgen.audience.pack import Pack
from briefgen.audience.view import Allowed, view
from briefgen.errors import AudienceError
from briefgen.memo import Attachment
from briefgen.notices import Notice

_EVERYTHING: Allowed = MappingProxyType({one.name: None for one in fields(Article)})
_NOBODY_ELSE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


def attached(record: Record, pack: Pack, schemes: Schemes) -> tuple[Attachment, Marking]:
    """Give the record as a file, and the marking that covers all of it; `AudienceError` if it is not for `pack`."""
    if not pack.attach_record:
        raise AudienceError.of(
            "AUD10",
            f"the record cannot be attached for {pack.id}: it holds what their memo leaves out",
            hint=f"where they may see all of it, write attach_record: true into {pack.id}/audience.yaml",
        )
    seen = view(record.article, replace(pack.sight, fields=_EVERYTHING, only=_NOBODY_ELSE), schemes, record.places)
    if seen.withheld:
        first, *others = (_kept(path, record, pack) for path in seen.withheld)
        raise AudienceError(replace(first, hint="make their memo without --attach-record"), *others)
    return _file(record), seen.marking


def _kept(path: str, record: Record, pack: Pack) -> Notice:
    message = f"the record cannot be attached for {pack.id}: {path} is not for them"
    return Notice("error", "AUD10", message, record.places.get(path))


def _file(record: Record) -> Attachment:
    """Name the file after the record, with the extension of what it is written in."""
    try:
        json.loads(record.written)
    except ValueError:
        return Attachment(f"{record.article.id}.yaml", "application/yaml", record.written)
    return Attachment(f"{record.article.id}.json", "application/json", record.written)
