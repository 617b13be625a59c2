"""A template's mistakes are told with its own file and line, the expression, and what was meant; all in one run."""

import pytest
from support.filling import mistakes


@pytest.mark.parametrize(
    ("template", "told"),
    [
        pytest.param(
            "# {{ titel }}",
            "templates/desk/memo.md.j2:1: error TPL04 there is no 'titel'\n"
            "  | {{ titel }}\n"
            "  hint: did you mean 'title'?",
            id="a field",
        ),
        pytest.param(
            "a\n\nb {{ positions[0].lable }} c",
            "templates/desk/memo.md.j2:3: error TPL04 there is no 'lable' of Fare cap\n"
            "  | {{ positions[0].lable }}\n"
            "  hint: did you mean 'label'?",
            id="a field of an item",
        ),
        pytest.param(
            "{% for item in positions %}\n- {{ item.lable }}\n{% endfor %}",
            "templates/desk/memo.md.j2:2: error TPL04 there is no 'lable' of Fare cap\n"
            "  | {{ item.lable }}\n"
            "  hint: did you mean 'label'?",
            id="once for a loop",
        ),
        pytest.param(
            "{{ papr }}",
            "templates/desk/memo.md.j2:1: error TPL04 there is no 'papr'\n"
            "  | {{ papr }}\n"
            "  hint: did you mean 'paper'?",
            id="a name that is given beside the record",
        ),
        pytest.param(
            "{{ options }}\n{{ positions[0].evidence }}",
            "templates/desk/memo.md.j2:1: error TPL05 the audience is not allowed to see 'options'\n"
            "  | {{ options }}\n"
            "  hint: add it to `fields` in audience.yaml if this audience may see it\n"
            "templates/desk/memo.md.j2:2: error TPL05 the audience is not allowed to see 'evidence' of Fare cap\n"
            "  | {{ positions[0].evidence }}\n"
            "  hint: add it to `fields` in audience.yaml if this audience may see it",
            id="what is denied",
        ),
        pytest.param(
            "{{ bluf.text }}",
            "templates/desk/memo.md.j2:1: error TPL04 'text' of nothing: what stands before it is not given\n"
            "  | {{ bluf.text }}\n"
            "  hint: test it first, as in `{% if bluf %}`",
            id="a part of what is not given",
        ),
        pytest.param(
            "{{ positions[9].label }}",
            "templates/desk/memo.md.j2:1: error TPL04 there is no item 9 in a list of 2; the first is 0\n"
            "  | {{ positions[9].label }}",
            id="an item that is not there",
        ),
        pytest.param(
            "{{ title.uper() }}{% for p in positions %}{{ loop.indx }}{% endfor %}",
            "templates/desk/memo.md.j2:1: error TPL04 there is no 'uper' of a text\n"
            "  | {{ title.uper() }}\n"
            "  hint: did you mean 'upper'?\n"
            "templates/desk/memo.md.j2:1: error TPL04 there is no 'indx' of loop\n"
            "  | {{ loop.indx }}\n"
            "  hint: did you mean 'index'?",
            id="a method",
        ),
        pytest.param(
            "{{ title | lenght }}\n{{ title | safe }}\n{% if title is stirng %}{% endif %}",
            "templates/desk/memo.md.j2:1: error TPL01 there is no filter 'lenght'\n"
            "  | {{ title | lenght }}\n"
            "  hint: did you mean 'length'?\n"
            "templates/desk/memo.md.j2:2: error TPL01 there is no filter 'safe'\n"
            "  | {{ title | safe }}\n"
            "  hint: every value is escaped as Markdown; write markup in the template itself\n"
            "templates/desk/memo.md.j2:3: error TPL01 there is no test 'stirng'\n"
            "  | {% if title is stirng %}{% endif %}\n"
            "  hint: did you mean 'string'?",
            id="filters and tests",
        ),
        pytest.param(
            "{{ title | date }}",
            "templates/desk/memo.md.j2:1: error TPL03 `date` is not for the text 'Island council sets two conditions'\n"
            "  | {{ title | date }}",
            id="a filter for something else",
        ),
        pytest.param(
            "{{ positions }}",
            "templates/desk/memo.md.j2:1: error TPL03 a list cannot be printed; loop over it, or test it with `if`\n"
            "  | {{ positions }}",
            id="a list",
        ),
        pytest.param(
            "\n{{ 1 / 0 }}",
            "templates/desk/memo.md.j2:2: error TPL03 this cannot be computed: division by zero\n  | {{ 1 / 0 }}",
            id="a computation",
        ),
        pytest.param(
            "a\n{% foo %}",
            "templates/desk/memo.md.j2:2: error TPL01 encountered unknown tag 'foo'\n  | {% foo %}",
            id="a tag",
        ),
        pytest.param(
            "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "templates/desk/memo.md.j2:1: error TPL03 templates include or call each other without end\n"
            "  | {% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            id="endless",
        ),
    ],
)
def test_a_mistake_is_told_where_it_is_with_the_expression_and_the_nearest_name(template: str, told: str) -> None:
    assert "\n".join(mistakes(template)) == told


@pytest.mark.parametrize(
    ("template", "other", "told"),
    [
        pytest.param(
            'a\n{% include "part.md.j2" %}',
            "b\nc\n{{ titel }}",
            ["templates/part.md.j2:3: error TPL04 there is no 'titel'"],
            id="included",
        ),
        pytest.param(
            '{% extends "part.md.j2" %}\n{% block a %}\n{{ titel }}\n{% endblock %}',
            "{% block a %}{% endblock %}\n\n{{ titel }}",
            [
                "templates/desk/memo.md.j2:3: error TPL04 there is no 'titel'",
                "templates/part.md.j2:3: error TPL04 there is no 'titel'",
            ],
            id="extended, and in a block of its own",
        ),
        pytest.param(
            '{% extends "part.md.j2" %}\n{% block a %}{{ super() }}{% endblock %}',
            "{% block a %}\n{{ titel }}\n{% endblock %}",
            ["templates/part.md.j2:2: error TPL04 there is no 'titel'"],
            id="the block it overrides",
        ),
        pytest.param(
            '{% from "part.md.j2" import shown with context %}\n{{ shown("a") }}',
            "{% macro shown(word) %}\n{{ word }} {{ titel }}\n{% endmacro %}",
            ["templates/part.md.j2:2: error TPL04 there is no 'titel'"],
            id="a macro",
        ),
        pytest.param(
            '\n{% include "part.md.j2" %}',
            "{{ titel | nofilter }}",
            ["templates/part.md.j2:1: error TPL01 there is no filter 'nofilter'"],
            id="an unknown filter in it",
        ),
        pytest.param(
            '\n{% include "part.md.j2" %}',
            "\n{% if %}",
            ["templates/part.md.j2:2: error TPL01 expected an expression"],
            id="a syntax error in it",
        ),
        pytest.param(
            '\n{% include "part.md.j2" %}',
            "\n\n{{ positions }}",
            ["templates/part.md.j2:3: error TPL03 a list cannot be printed"],
            id="a list printed in it",
        ),
        pytest.param(
            '\n{% include "prat.md.j2" %}',
            "",
            ["templates/desk/memo.md.j2:2: error TPL02 there is no template 'prat.md.j2'"],
            id="a template that is not there",
        ),
    ],
)
def test_the_template_in_which_it_stands_is_named(template: str, other: str, told: list[str]) -> None:
    found = mistakes(template, part=other)

    assert [line[: len(start)] for line, start in zip(found, told, strict=True)] == told


def test_what_a_filter_finds_wrong_gets_the_place_where_it_is_used() -> None:
    assert mistakes("a\n{{ title | mistaken }}") == [
        "templates/desk/memo.md.j2:2: error TPL99 'Island council sets two conditions' has no translation"
    ]


def test_the_nearest_template_is_named() -> None:
    assert mistakes('{% include "prat.md.j2" %}', part="")[0].endswith("hint: did you mean 'part.md.j2'?")


def test_an_imported_template_needs_the_context() -> None:
    (told,) = mistakes('{% from "part.md.j2" import m %}{{ m() }}', part="{% macro m() %}{{ title }}{% endmacro %}")

    assert told == (
        "templates/part.md.j2:1: error TPL04 'title' is not at hand in a template that is imported\n"
        "  | {{ title }}\n  hint: write `with context` at the end of the import"
    )


def test_names_that_do_not_exist_are_told_together_with_what_ends_the_run() -> None:
    told = mistakes("{{ titel }}\n{{ positions }}")

    assert [line.partition(" error ")[2][:5] for line in told] == ["TPL04", "TPL03"]


def test_a_long_line_is_told_only_in_part() -> None:
    (told,) = mistakes("{{ titel ~ '" + "x" * 300 + "' }}")

    assert told.splitlines()[1] == "  | {{ titel ~ '" + "x" * 88 + "…"
