"""No regular expression takes long over any text: twice the text, about twice the time.

Patterns are run as the package runs them, over repetitions that make careless ones try every way to match from every
place.
"""

import ast
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from support.patience import HAS_ALARM, TooLongError, at_most

from briefgen.article import values

PACKAGE = Path(values.__file__).parents[1]
LONG = 20_000
SECONDS = 0.5
"""Of this process; a pattern that looks at each pair of characters needs several."""
UNITS = (
    *(
        "a",
        "A",
        "a ",
        "Aa ",
        "é",
        "e\u0301",
        "1",
        "1 ",
        "1,",
        "1.",
        "12:",
        "2025-",
        "£1 ",
        "1 million ",
        "x and ",
        "x, ",
    ),
    *(
        " ",
        "\n",
        "\t",
        "\r\n",
        "\n\n",
        "\n ",
        "\u00a0",
        "\u2028",
        "\u202e",
        ".",
        "..",
        ". ",
        "a.",
        "a. ",
        "A. ",
        "Mr. ",
    ),
    *(
        "(",
        "[",
        "[a",
        "]",
        "{",
        "{{",
        "{{ ",
        "{%",
        "{#",
        "}}",
        "{.a ",
        "{a=b ",
        "<",
        "<a ",
        "<a b=",
        "</",
        "<!--",
        "<p>",
    ),
    *('"', "'", "“", "“a", "‘a", "a='", "'a ", ' "', "-", "a-", "--", ",", ", ", "*", "**", "_", "`", "|", "| ", "-|"),
    *(
        "\\",
        "\\*",
        "/",
        "http://",
        "@",
        "a@",
        "a@b.",
        "#",
        "&",
        "&#",
        "$",
        "%",
        "=",
        "a=",
        "a:",
        "charset=",
        "href=",
        "f",
    ),
    *(
        "May ",
        "on May 1, ",
        "said that ",
        "the ",
        "of the ",
        "first ",
        "not ",
        "\n- ",
        "\n> ",
        "\n#",
        "[a](",
        "![",
        "[^",
    ),
)
ENDS = ("", "!", "'a", "\x00z")
_ANCHORED = ("fullmatch", "match")
BOUNDED = {
    "briefgen.draft.demands._TRAILING": "looks at six words of a sentence, which has at most 1,000 characters",
    "briefgen.draft.sentences._SHORT": "looks at the thirteen characters before the end of a sentence",
    "briefgen.draft.front._PLACED": "looks at the first 400 characters of an article",
}
"""Patterns that never see a long text, and why."""


@dataclass(frozen=True, slots=True)
class Use:
    """A pattern, and how it is run."""

    pattern: re.Pattern[str] | re.Pattern[bytes]
    method: str


@cache
def uses() -> dict[str, Use]:
    """Find every pattern of the package, by where it stands."""
    found = {use: one for name in modules() for use, one in uses_in(name)}
    patterns = (
        (name, bound.regex)
        for name, kind in vars(values).items()
        for bound in getattr(kind, "__metadata__", ())
        if isinstance(bound, values.Pattern)
    )
    return found | {f"a field of {name}": Use(re.compile(regex), "fullmatch") for name, regex in patterns}


def modules() -> Iterator[str]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(("briefgen", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        if not name.endswith("__main__") and "._" not in name:
            yield name


def uses_in(name: str) -> Iterator[tuple[str, Use]]:
    module = import_module(name)
    tree = ast.parse(Path(str(module.__file__)).read_bytes())
    run = {(node.value.id, node.attr) for node in ast.walk(tree) if _is_attribute_of_name(node)}  # type: ignore[attr-defined] # as it says
    for owner, value in vars(module).items():
        if isinstance(value, re.Pattern):
            for method in {_as_run(method) for one, method in run if one == owner}:
                yield f"{name}.{owner} {method}", Use(value, method)
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re"), attr=method),
                args=[ast.Constant(value=str() | bytes() as text), *_],
            ) if method not in {"compile", "escape"}:
                yield f"{name}:{node.lineno}", Use(re.compile(text), _as_run(method))
            case _:
                pass


def _is_attribute_of_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)


def _as_run(method: str) -> str:
    return method if method in _ANCHORED else "finditer"


def slowest(use: Use) -> str:
    """Name the repetition over which a pattern takes too long, if there is one."""
    for unit in UNITS:
        for end in ENDS:
            text = (unit * LONG)[:LONG] + end
            begun = time.process_time()
            try:
                with at_most(SECONDS):
                    found = getattr(use.pattern, use.method)(
                        text.encode() if isinstance(use.pattern.pattern, bytes) else text
                    )
                    if use.method == "finditer":
                        for _ in found:
                            pass
            except TooLongError:
                return f"{unit!r} again and again, then {end!r}: more than {time.process_time() - begun:.1f} s"
    return ""


@pytest.mark.slow
@pytest.mark.skipif(not HAS_ALARM, reason="Windows has no such alarm")
def test_no_pattern_takes_long_over_any_text() -> None:
    wanted = {where: use for where, use in uses().items() if where.partition(" ")[0] not in BOUNDED}
    found = {where: f"{use.pattern.pattern!r}: {slow}" for where, use in wanted.items() if (slow := slowest(use))}

    assert len(wanted) > 200
    assert found == {}


def test_what_is_excused_is_there() -> None:
    assert set(BOUNDED) <= {where.partition(" ")[0] for where in uses()}
