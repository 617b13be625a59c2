"""What was found before and is put up with: only what is new is told.

A baseline knows findings by file, code and message, not by line, so that it outlives edits elsewhere in the file.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from briefgen.errors import ConfigurationError
from briefgen.notices import Notice, Place

_FORMAT = "briefgen/baseline@1"


def written(notices: Iterable[Notice]) -> str:
    """Write a baseline that puts up with `notices`."""
    found = sorted(_key(notice) for notice in notices)
    return json.dumps({"format": _FORMAT, "findings": found}, indent=1, ensure_ascii=False) + "\n"


def new_ones(notices: Sequence[Notice], baseline: str, file: str) -> tuple[Notice, ...]:
    """Leave out as many findings of each sort as the `baseline` read from `file` puts up with."""
    left = _known(baseline, file)
    new = []
    for notice in notices:
        key = _key(notice)
        if left[key]:
            left[key] -= 1
        else:
            new.append(notice)
    return tuple(new)


def _key(notice: Notice) -> tuple[str, str, str]:
    file = notice.place.file.replace("\\", "/") if notice.place else ""  # the same on Windows and elsewhere
    return (file, notice.code, notice.message)


def _known(baseline: str, file: str) -> Counter[tuple[str, ...]]:
    try:
        root = json.loads(baseline)
        findings = {_FORMAT: root["findings"]}[root["format"]]
        return Counter((str(place), str(code), str(message)) for place, code, message in findings)
    except (ValueError, KeyError, TypeError) as error:
        hint = "write one with --write-baseline"
        raise ConfigurationError.of("CFG09", "this is no baseline of findings", place=Place(file), hint=hint) from error
