"""Notices as SARIF 2.1.0, which code hosts and editors show beside the lines of a file."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from briefgen.checks.registry import RULES
from briefgen.checks.rule import Rule
from briefgen.notices import Notice

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(notices: Sequence[Notice], version: str) -> dict[str, Any]:
    """Give the log of one run of this version of briefgen."""
    known = {rule.code: _rule(rule) for rule in RULES}
    others = sorted({notice.code for notice in notices} - set(known))
    rules = [*known.values(), *({"id": code} for code in others)]
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    driver = {"name": "briefgen", "semanticVersion": version, "rules": rules}
    results = [_result(notice, index[notice.code]) for notice in notices]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.says},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why} Source: {rule.source}."},
        "defaultConfiguration": {"level": rule.level},
    }


def _result(notice: Notice, rule: int) -> dict[str, Any]:
    text = f"{notice.message}. {notice.hint}" if notice.hint else notice.message
    where = notice.place.file if notice.place else ""
    print_ = sha256(f"{where}\0{notice.code}\0{notice.message}".encode()).hexdigest()
    return {
        "ruleId": notice.code,
        "ruleIndex": rule,
        "level": notice.level,
        "message": {"text": text},
        "partialFingerprints": {"finding/v1": print_},
        **_locations(notice),
    }


def _locations(notice: Notice) -> dict[str, Any]:
    place = notice.place
    if place is None:
        return {}
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file.replace("\\", "/"))}}
    if place.line:
        physical["region"] = {"startLine": place.line} | ({"startColumn": place.column} if place.column else {})
    return {"locations": [{"physicalLocation": physical}]}
