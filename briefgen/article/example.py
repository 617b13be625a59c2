"""A record in which every field is filled, made from the models themselves: a new field is in it at once.

Templates are tried on it without anybody's article, and tests put their words into every field.
"""

from collections.abc import Callable
from dataclasses import is_dataclass
from decimal import Decimal
from typing import Any, Literal, cast, get_args, get_origin

from briefgen.article.build import FieldType, field_types, parted
from briefgen.article.dates import When
from briefgen.article.model import Article
from briefgen.article.values import Between, Pattern, Precise, Refers
from briefgen.values import dataclass

NAMES = {
    "sources": "s1",
    "actors": "a1",
    "positions": "p1",
    "quotes": "q1",
    "statements": "p1",
    "judgements": "j1",
    "scenarios": "sc1",
    "options": "o1",
}
"""The first of each namespace."""
SAMPLES = ("en-GB", "SRC11", "https://example.org/page", "0" * 64)
"""One of them fits every pattern."""
WORDS = {"stance": "demands", "status": "scheduled", "action": "opposes", "ask": "agree", "tier": "top"}
"""What is chosen where a field offers it; the first word elsewhere."""
LEFT_OUT = {
    "id": "ids are counted",
    "audiences": "an audience's name, which would keep the item from all others",
    "not_to": "people who must not receive the memo",
    "marking": "spelled as its scheme has it",
    "tear_line": "the id of a section",
    "tlp": "spelled as its scheme has it",
    "text of sources": "a file",
    "sha256": "of that file",
    "ignore": "switches checks off",
}
"""Fields that no words of a person stand in, or that would keep the rest from being printed."""


def full_record(text: Callable[[str], str], audiences: tuple[str, ...]) -> dict[str, Any]:
    """Fill every field; `text` makes the words of a field from its path, and everything is cleared for `audiences`."""
    return _Filler(text, audiences).fields(Article, "") | {
        "id": "full",
        "schema": "briefgen/article@1",
        "status": "cleared",
    }


@dataclass(frozen=True, slots=True)
class _Filler:
    text: Callable[[str], str]
    audiences: tuple[str, ...]

    def fields(self, kind: type, path: str) -> dict[str, Any]:
        filled = {}
        for key, wanted in field_types(kind).items():
            where = f"{path}.{key}" if path else key
            if key == "id" and path == "actors":
                filled[key] = NAMES["actors"]
            elif key not in LEFT_OUT and where not in {"sources.text", "likelihood.term"}:
                filled[key] = self.field(wanted, where)
        return filled

    def field(self, wanted: FieldType, path: str) -> Any:  # noqa: ANN401 - whatever the field holds
        if wanted.name == "cleared_for":
            return list(self.audiences)
        if wanted.name == "term" and path.endswith("likelihood.term"):
            return "likely"
        return self.value(wanted.hint, path, wanted.name)

    def value(self, hint: Any, path: str, name: str) -> Any:  # noqa: ANN401 - as above
        hint, extras, _ = parted(hint)
        if get_origin(hint) is tuple:
            return [self.value(get_args(hint)[0], path, name)]
        if get_origin(hint) is Literal:
            choices = get_args(hint)
            return WORDS[name] if WORDS.get(name) in choices else choices[0]
        if is_dataclass(hint) and hint is not When:
            return self.fields(cast("type", hint), path)
        return self.scalar(hint, extras, path)

    def scalar(self, hint: Any, extras: tuple[Any, ...], path: str) -> Any:  # noqa: ANN401 - as above
        match [hint, *extras]:
            case [_, Refers(to, False)]:
                return NAMES[to[0]]
            case [_, Pattern(regex)]:
                import re

                return next(sample for sample in SAMPLES if re.fullmatch(regex, sample))
            case [_, Precise(precisions)] if "day" not in precisions:
                return "2025-05-06T10:00Z"
            case [kind, *_] if kind is When:
                return "2025-05-06"
            case [kind, *_] if kind is bool:
                return True
            case [kind, *_] if kind in (int, Decimal):
                return next((extra.low for extra in extras if isinstance(extra, Between)), 3)
            case _:
                return self.text(path)
