"""Every sentence leads to what it comes from."""

from dataclasses import replace

import pytest

from briefgen.preview.grounds import origin_of
from briefgen.preview.rendering import Rendering

ORIGINS = {
    "a statement": (
        "Ukraine is to commit itself formally to neutrality.",
        "A statement of the record.",
        ("positions[0].text",),
        ("Ukraine's formal commitment to neutrality",),
    ),
    "the bottom line, by what it says it rests on": (
        "Partners plan but have pledged nothing.",
        "The bottom line, in the desk’s words.",
        ("bluf.text",),
        (
            "Ukraine's formal commitment to neutrality",
            "an end to any NATO aspirations in Kyiv",
            "recognition of Russia’s claims over the territories it has annexed",
        ),
    ),
    "a judgement, by what it is based on": (
        "Russia is highly unlikely to withdraw any of the three conditions by 31 March 2025. (Sample desk)",
        "A judgement of Sample desk.",
        ("outlook.judgements[0].text",),
        ("Ukraine's formal commitment to neutrality",),
    ),
    "advice": (
        "Say nothing new until that meeting has ended.",
        "Words of the desk.",
        ("options[2].text",),
        (),
    ),
    "a template": (
        "The “three demands” of the source are 1 to 3; it names no speaker for them.",
        "Words of the template, or put together from values of the record.",
        (),
        (),
    ),
}


@pytest.mark.parametrize(("text", "whose", "paths", "passages"), ORIGINS.values(), ids=ORIGINS)
def test_a_sentence_comes_from(
    text: str, whose: str, paths: tuple[str, ...], passages: tuple[str, ...], memo: Rendering
) -> None:
    found = origin_of(text, memo.material)

    assert (found.whose, found.paths) == (whose, paths)
    assert set(passages) <= {ground.passage for ground in found.grounds}
    assert bool(passages) == bool(found.grounds)


def test_a_passage_is_shown_where_it_stands_in_its_source(memo: Rendering) -> None:
    (ground,) = origin_of("Ukraine is to commit itself formally to neutrality.", memo.material).grounds
    text = memo.texts["article"].text

    assert text[ground.start : ground.end] == ground.passage
    assert f"{ground.before.removeprefix('… ')}{ground.passage}{ground.after.removesuffix(' …')}" in text
    assert ground.missing == ""


def test_a_passage_without_a_stored_text_is_shown_as_the_record_has_it(memo: Rendering) -> None:
    (ground,) = origin_of(
        "Ukraine is to commit itself formally to neutrality.", replace(memo.material, texts={})
    ).grounds

    assert (ground.start, ground.missing) == (-1, "no stored text")


def test_most_of_what_a_memo_says_has_an_origin(memo: Rendering) -> None:
    told = [origin.whose for origin in memo.origins.values()]

    assert sum("template" in whose for whose in told) / len(told) < 0.2
