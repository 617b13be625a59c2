"""No value of a record, and no trick of a template, changes the structure of a memo or leaves the sandbox."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.articles import HOSTILE
from support.filling import TITLE, filled, mistakes
from support.specimen import META
from support.wording import with_texts

from briefgen.markdown import parse
from briefgen.memo import Memo

LAYOUT = """\
# {{ title }}

{.kind}
{{ title }}

{.header}
- **{{ title }}** {{ title }}{{ title }}
- **To** {{ [title, title] | listed }}

## {{ title }}

{{ title }}
and **{{ title }}** {{ title | sentence }}

- {{ title }}
  {{ title }}
  - *{{ title }}* {{ title ~ title }}
1. {{ title }}

{.callout .note}
> **{{ title }}**
>
> {{ title }}

> {{ title }}
>
> {.by}
> {{ title }}

| {{ title }} | {{ title | marked("x") }} |
|---|---|
| {{ title }} | {{ title }} |

{.caption}
{{ title }}

![{{ title }}](figure:timeline)

| {{ title }} | b |
|---|---|
|{{ title }}|{{ title }}|

[{{ title }}](https://example.org) {{ as_of | date(title) }} {{ none | date(title) }}
{% set kept %}{{ title }}{% endset %}{{ kept }}
{% macro shown(word) %}*{{ word }}*{% endmacro %}{{ shown(title) }} {{ shown(kept ~ title) }}

{.tear}
{{ title }}
"""
"""A value in every place of a memo that a template can print into, in every way that it can."""
CHARACTERS = "\\|`*_[](){}<>#&!~^$-+=:.@\"'/%19aé€ \t\n\u00a0\u2028"
WHOLE = [
    HOSTILE,
    "{.decision}",
    "{section=outlook}",
    "# a",
    "---",
    "1. a",
    "- a",
    "> a",
    "```",
    "    code",
    "|---|",
    "[@gazette]",
    "![x](figure:matrix)",
    "<script>alert(1)</script>",
    "https://example.org",
    "&#42;a&#42;",
    "{{ title }}",
    "{% raw %}",
    "{# gone #}",
    "[a]: https://example.org",
    "[^1]",
    "a  \nb",
    "\\",
    "**",
    "]{.x}",
    "NaN",
    "None",
]
"""What means something to Markdown, to its extensions or to Jinja2."""


def memo_of(title: str) -> Memo:
    return parse(filled(LAYOUT, title=title.strip()), file="filled", meta=META)  # stripped, as the reader does


HARMLESS = memo_of("Qq")


def expected(title: str) -> Memo:
    """What the memo would be if every value were but its words, with the spaces at which no line may break."""
    shown = re.sub(r"[^\S\u00a0\u2007\u202f]+", " ", title).strip()
    changed = with_texts(HARMLESS, lambda text: text.replace("Qq", shown))
    assert isinstance(changed, Memo)
    return changed


hostile = st.text(st.sampled_from(CHARACTERS), min_size=1, max_size=12).filter(
    lambda text: text.strip() not in {"", "~"}
)


@pytest.mark.parametrize("value", WHOLE)
def test_what_means_something_elsewhere_is_only_its_characters(value: str) -> None:
    assert memo_of(value) == expected(value)


@given(hostile)
@settings(max_examples=60)
def test_a_value_changes_neither_structure_nor_text(value: str) -> None:
    assert memo_of(value) == expected(value)


@pytest.mark.slow
@given(hostile)
@settings(max_examples=10_000)
def test_not_one_of_ten_thousand_values_changes_structure_or_text(value: str) -> None:
    assert memo_of(value) == expected(value)


@pytest.mark.parametrize(
    ("template", "printed"),
    [
        ("{{ none }}|{{ question }}|{{ bluf }}|{{ '' }}", "|||"),
        ("{{ '*a*' }}", r"\*a\*"),
        ("{{ '*' ~ title ~ '*' }}", rf"\*{TITLE}\*"),
        ("{{ '<' + title }}", rf"\<{TITLE}"),
        ("{% set a %}**b** {{ '*' }}{% endset %}{{ a }}", r"**b** \*"),
        ("{% set a %}**b**{% endset %}{{ a ~ '*' }} {{ a | length }} {{ a | default('x') }}", r"**b**\* 5 **b**"),
        ("{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m('*') }}{{ m(m('*')) }}", r"**\*******\*****"),
        ("{% autoescape false %}{{ '*' }}{% endautoescape %}", r"\*"),
        ("{{ 6 * 7 }} {{ 7 // 2 }} {{ 7 % 2 }} {{ 1 + 1 }}", "42 3 1 2"),
        ("{{ positions | map(attribute='label') | listed }}", "Fare cap and Winter sailings"),
        ("{{ positions[1:] | length }}{{ positions[:1][0].label }}", "1Fare cap"),
        ("{{ positions | selectattr('stance', 'equalto', 'demands') | list | length }}", "1"),
        ("{{ title.upper().split() | first }}", "ISLAND"),
        ("{{ as_of | date }}", '[06 May 2025]{value="2025-05-06"}'),
        ("{{ as_of }}", r"2025\-05-06"),
    ],
)
def test_what_a_template_can_say(template: str, printed: str) -> None:
    assert filled(template) == f"{printed}\n"


@pytest.mark.parametrize(
    "template",
    [
        "{{ title.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ title['__class__'] }}",
        "{{ positions[0]._fields }}",
        "{{ positions[0]._denied }}",
        "{{ positions[0]['_fields'] }}",
        "{{ positions | map(attribute='_fields') | list | length }}{{ positions[0].__init__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ range.__globals__ }}",
        "{{ namespace.__init__.__globals__ }}",
        "{{ as_of.__reduce__() }}",
        "{{ '{0.__class__}'.format(title) }}",
        "{{ title.format_map({}) }}",
        "{{ title.encode() }}",
        "{{ (as_of | date).unescape() }}",
        "{{ (as_of | date).__html__ }}",
        "{% set a %}{}{% endset %}{{ a.format('*x*') }}",
        "{% set a %}%s{% endset %}{{ a % '*x*' }}",
        "{% set a %}{{ '*' }}{% endset %}{{ a[1:] }}",
        "{% set a %}{{ '*' }}{% endset %}{{ a[1] }}",
        "{% set a %}{{ '*' }}{% endset %}{{ a | last }}",
        "{% set a %}{{ '*' }}{% endset %}{{ a | reverse }}",
        "{% set a %}{{ '*' }}{% endset %}{{ [a] | map('last') | first }}",
        "{% set a %}{{ '*' }}{% endset %}{{ a * 2 }}",
        "{% filter reverse %}{{ title }}{% endfilter %}",
        "{{ title | safe }}",
        "{{ title | striptags }}",
        "{{ title | escape }}",
        "{{ [title, title] | join('*') }}",
        "{{ positions | tojson }}",
        "{{ title | attr('upper') }}",
        "{{ lipsum() }}",
        "{{ cycler('a') }}",
        "{{ dict(a=1) }}",
        "{{ joiner() }}",
        "{{ context }}",
        "{{ environment }}",
        "{% include '../../../etc/passwd' %}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% do positions.append(1) %}",
        "{% debug %}",
        "{{ positions.append(1) }}",
        "{% set title.x = 1 %}",
    ],
)
def test_an_attack_is_refused(template: str) -> None:
    assert mistakes(template)


@pytest.mark.parametrize(
    "template",
    [
        "{{ 'a' * 1000000000 }}",
        "{{ [1] * 1000000000 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ title.ljust(1000000000) }}",
        "{{ 1 .to_bytes(1000000000) }}",
        "{{ range(1000000000) | list | length }}",
        "{% set n = namespace(x='aa') %}{% for i in range(90) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "{% set n = namespace(x='aa') %}{% for i in range(90) %}{% set n.x = n.x + n.x %}{% endfor %}",
        "{% include 'desk/memo.md.j2' %}",
        "{% extends 'desk/memo.md.j2' %}",
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "{% for a in range(9999) %}{% for b in range(9999) if false %}{% endfor %}{% endfor %}",
        "{% for a in range(9999) %}{% for b in range(9999) %}twenty-four characters  {% endfor %}{% endfor %}",
        "{% set a %}{% for a in range(9999) %}" + "x" * 99_999 + "{% endfor %}{% endset %}",
        "{% for a in range(9999) %}{% if title in range(9999) | list %}a{% endif %}{% endfor %}",
        "{% for a in range(9999) %}{% set b = (range(9999) | list)[1:] %}{% endfor %}",
        "{% for a in range(9999) %}{{ range(9999) | sum }}{% endfor %}",
        "{% for a in range(9999) %}{{ range(9999) | map('string') | list | length }}{% endfor %}",
        "{% set n = namespace(x=[1]) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
        "{% set n = namespace(x=(1,)) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
        "{% set n = namespace(x=99) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
        "{% set a %}aa{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40 + "{{ a }}",
        "{% set a %}aa{% endset %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% macro m() %}{{ caller() }}{{ caller() }}{% endmacro %}"
        + "{% call m() %}" * 18
        + "x" * 999
        + "{% endcall %}" * 18,
        "{% for x in [1, 2] recursive %}{% if loop.depth < 40 %}{{ loop([1, 2]) }}{% endif %}{% endfor %}",
        "{{ [1] | batch(99999999, 0) | list | length }}",
        "{{ [1] | slice(99999999) | list | length }}",
        "{{ range(99999) | groupby('x') | list }}",
        (
            "{% set n = namespace(x='a ') %}{% for i in range(18) %}{% set n.x = n.x ~ n.x %}{% endfor %}"
            "{% for i in range(9999) %}{% set y = n.x.split(' ') %}{% endfor %}"
        ),
        "{{ " + "(" * 5_000 + "1" + ")" * 5_000 + " }}",
        "{% if 1 %}" * 3_000 + "{% endif %}" * 3_000,
        "{% for a in [1] %}" * 30 + "{% endfor %}" * 30,
        "{{ " + "not " * 20_000 + "1 }}",
        "{{ 1e999 }}",
        "{{ " + "9" * 100_000 + " }}",
        "{" * 300_000,
        "{{" * 100_000,
    ],
    ids=lambda template: template[:60],
)
def test_a_bomb_does_not_go_off(template: str) -> None:
    assert mistakes(template)


def test_templates_are_compiled_once_and_told_apart_by_their_text() -> None:
    assert [filled("{{ title }}"), filled("{{ paper }}"), filled("{{ title }}")] == [
        f"{TITLE}\n",
        "Note\n",
        f"{TITLE}\n",
    ]
