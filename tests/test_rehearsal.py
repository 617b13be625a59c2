"""An audience is tried without an article: every mistake is found, in every branch, and nothing else is."""

import pytest

from briefgen import files, resources
from briefgen.rehearsal import contract, rehearse, untranslated
from briefgen.shelf import Sheet, Shelf

SHIPPED = {name: Sheet(path, text) for name, path, text in files.read_texts(resources.templates_folder())}
PACK = """\
title: Desk
paper: Note
sections: [positions]
fields:
  title:
  question:
  positions: [label, stance, text, actor]
  actors: [name]
  timeline: [text, status]
require: [positions]
"""
SOUND = '# {{ title }}\n\n{% for item in positions %}\n- {{ item.label }} {{ t("labels.to") }}\n{% endfor %}\n'


def shelf_of(memo: str, pack: str = PACK, **others: str) -> Shelf:
    own = {"desk/audience.yaml": pack, "desk/memo.md.j2": memo}
    own |= {f"desk/{name}.md.j2": text for name, text in others.items()}
    return Shelf(SHIPPED | {name: Sheet(f"templates/{name}", text) for name, text in own.items()})


def mistakes(memo: str, pack: str = PACK, **others: str) -> list[str]:
    return [str(notice) for notice in rehearse("desk", shelf_of(memo, pack, **others))]


@pytest.mark.parametrize("audience", Shelf(SHIPPED).audiences())
def test_the_audiences_that_ship_are_without_mistakes(audience: str) -> None:
    assert rehearse(audience, Shelf(SHIPPED)) == ()


@pytest.mark.parametrize(
    "memo",
    [
        pytest.param(SOUND, id="plain"),
        pytest.param(
            "# {{ title }}\n\n{% if options is defined and options %}\n{{ options }}\n{% endif %}", id="guarded"
        ),
        pytest.param("# {{ title }}{% if options is defined %}{{ options[0].label }}{% endif %}", id="guarded whole"),
        pytest.param("# {{ options if options is defined else title }}", id="guarded in a value"),
        pytest.param("# {{ title }}\n\n{% set first = positions | first %}\n{{ first.label }}", id="set"),
        pytest.param("# {{ title }}\n\n{% macro m(x) %}{{ x[0].label }}{% endmacro %}{{ m(positions) }}", id="macro"),
        pytest.param("# {{ title }}\n\n{% for a, b in [(1, 2)] %}{{ a }}{{ b }}{% endfor %}", id="two names"),
        pytest.param("# {{ title }}\n\n{{ positions[0].actor.name }} {{ positions[:1][0].label }}", id="indices"),
        pytest.param("# {{ title }}\n\n{% with x = positions %}{{ x[0].label }}{% endwith %}", id="with"),
    ],
)
def test_what_is_sound_passes(memo: str) -> None:
    assert mistakes(memo) == []


@pytest.mark.parametrize(
    ("memo", "told"),
    [
        pytest.param(
            "# {{ titel }}",
            "templates/desk/memo.md.j2:1:6: error TPL04 there is no 'titel'\n"
            "  | {{ titel }}\n  hint: did you mean 'title'?",
            id="a name",
        ),
        pytest.param(
            "# {{ title }}\n{% for item in positions %}\n{% if item.stance == 'never' %}\n{{ item.labl }}\n"
            "{% endif %}\n{% endfor %}",
            "templates/desk/memo.md.j2:4:9: error TPL04 there is no 'labl' of Words of positions.label\n"
            "  | {{ item.labl }}\n  hint: did you mean 'label'?",
            id="a part, in a branch that is never taken",
        ),
        pytest.param(
            "# {{ title }}\n{{ options }}",
            "templates/desk/memo.md.j2:2:4: error TPL05 the audience is not allowed to see 'options'\n"
            "  | {{ options }}\n  hint: add it to `fields` in audience.yaml if this audience may see it",
            id="what the audience may not see",
        ),
        pytest.param(
            "# {{ title }}\n{{ positions | selectattr('stanse', 'equalto', 'x') | list | length }}",
            "templates/desk/memo.md.j2:2:28: error TPL04 there is no 'stanse' of Words of positions.label\n"
            "  | {{ positions | selectattr('stanse', 'equalto', 'x') | list | length }}\n"
            "  hint: did you mean 'stance'?",
            id="a part named in a filter",
        ),
        pytest.param(
            '# {{ title }} {{ t("labels.tu") }}',
            "templates/desk/memo.md.j2:1:21: error TPL06 there is no phrase 'labels.tu'\n  | {{ t(\"labels.tu\") }}\n"
            "  hint: add it to the words of this language",
            id="a phrase",
        ),
        pytest.param(
            "# {{ title | sentense }}",
            "templates/desk/memo.md.j2:1: error TPL01 there is no filter 'sentense'\n  | # {{ title | sentense }}\n"
            "  hint: did you mean 'sentence'?",
            id="a filter",
        ),
        pytest.param(
            '{% extends "_base.md.j2" %}{% block heder %}x{% endblock %}',
            "templates/desk/memo.md.j2:1: error TPL07 no template has a place for the block 'heder'\n"
            "  | {% block heder %}\n  hint: did you mean 'header'?",
            id="a block",
        ),
        pytest.param(
            "# {{ title }}\n{% if question == 'x' %}{% include 'desk/hedr.md.j2' %}{% endif %}",
            "templates/desk/memo.md.j2:2: error TPL02 there is no template 'desk/hedr.md.j2'\n"
            "  | {% include 'desk/hedr.md.j2' %}\n  hint: did you mean 'desk/memo.md.j2'?",
            id="a template",
        ),
        pytest.param(
            "# {{ title }}\n\n###### {{ title }}\n",
            "full for desk, filled:3: error MD05",
            id="Markdown that a memo cannot hold",
        ),
        pytest.param("# {{ title", "templates/desk/memo.md.j2:1: error TPL01", id="what is no template"),
    ],
)
def test_a_mistake_is_told_with_its_place(memo: str, told: str) -> None:
    assert mistakes(memo)[0][: len(told)] == told


def test_all_mistakes_of_all_files_are_told_in_one_run() -> None:
    found = mistakes("# {{ titel }}\n\n{% include 'desk/more.md.j2' %}", more="{{ qestion }}\n\n{{ t('x.y') }}")

    assert [line.split(": ")[0] for line in found] == [
        "templates/desk/memo.md.j2:1:6",
        "templates/desk/more.md.j2:1:4",
        "templates/desk/more.md.j2:3:7",
    ]


def test_what_stands_too_deep_in_each_other_is_told() -> None:
    assert mistakes("{{ " + "not " * 5_000 + "title }}") == [
        "templates/desk/memo.md.j2: error TPL03 templates include or call each other without end"
    ]


def test_mistakes_in_the_pack_are_told_too() -> None:
    assert mistakes(SOUND, PACK.replace("sections", "sectoins")) == [
        "templates/desk/audience.yaml:1: error AUD02 the field 'sections' is missing",
        "templates/desk/audience.yaml:3:1: error AUD02 sectoins: unknown field\n  hint: did you mean 'sections'?",
    ]


def test_the_contract_names_what_is_needed_and_what_is_printed() -> None:
    asked = contract("desk", shelf_of(SOUND))

    assert asked.required == ("positions",)
    assert asked.used == ("positions", "positions.label", "title")


def test_an_audience_in_another_language_needs_all_its_words() -> None:
    shelf = Shelf(
        SHIPPED
        | {
            "desk/audience.yaml": Sheet("desk/audience.yaml", f"{PACK}language: nl\n"),
            "desk/memo.md.j2": Sheet("desk/memo.md.j2", SOUND),
            "_words/nl.yaml": Sheet("_words/nl.yaml", "labels: {to: Aan}\n"),
        }
    )

    told = [notice.message for notice in rehearse("desk", shelf)]

    assert "labels.from: not translated" in told
    assert [notice.message for notice in untranslated(shelf)] == told
