"""Who does a verb is found over adverbs, insertions and clauses."""

import pytest
from support.sentences import words

from briefgen.draft.grammar import is_passive, is_verb
from briefgen.draft.phrases import Phrase
from briefgen.draft.subjects import agent, inverted, subject


def text_of(phrase: Phrase | None, sentence: str) -> str | None:
    return phrase.span.of(sentence) if phrase else None


def at(sentence: str, verb: str) -> int:
    return next(n for n, word in enumerate(words(sentence)) if word.text == verb)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The minister said nothing.", "said", "The minister"),
        ("He repeatedly warned them.", "warned", "He"),
        ("French officials have hinted at a deal.", "hinted", "French officials"),
        ("The unions are asking for more.", "asking", "The unions"),
        ("The Treasury on Thursday rejected the plan.", "rejected", "The Treasury"),
        ("Ada Brown, 58, said prices must rise.", "said", "Ada Brown"),
        ("Bobby McDonagh, a former ambassador to the U.K. and EU, says so.", "says", "Bobby McDonagh"),
        ("Israel's spokesperson, Rear Admiral Daniel Hagari, said so.", "said", "Rear Admiral Daniel Hagari"),
        ("Louise Brown, Director of the agency, Advisense, said so.", "said", "Louise Brown"),
        ("The minister, who had arrived from Doha, told reporters.", "told", "The minister"),
        ("The gunmen, who call themselves the April Column, have asked for it.", "asked", "The gunmen"),
        ("Macron met the chancellor in Berlin and urged him to act.", "urged", "Macron"),
        ("The grocers said fruit could run short and pressed ministers to act.", "pressed", "The grocers"),
        ("The bank raised rates, warning that prices would rise.", "warning", "The bank"),
        ("Unions representing nurses have demanded more.", "demanded", "Unions representing nurses"),
        ("A doctor who was allowed on board described them.", "described", "A doctor"),
        ("In Paris the head of the union for nurses said so.", "said", "the head of the union for nurses"),
        ("Poland and the Baltic states support the plan.", "support", "Poland and the Baltic states"),
        ("Doctors Without Borders criticised the pace.", "criticised", "Doctors Without Borders"),
    ],
    ids=lambda value: value[:40],
)
def test_the_subject_is_found(sentence: str, verb: str, expected: str) -> None:
    assert text_of(subject(words(sentence), at(sentence, verb)), sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("said the union's manager, Frank Duffy.", "said", "Frank Duffy"),
        ("said Ruth Calder of the charity Shelter Now.", "said", "Ruth Calder of the charity Shelter Now"),
        ("said a senior U.S. defense official on Friday.", "said", "a senior U.S. defense official"),
        ("said he.", "said", "he"),
    ],
)
def test_the_subject_may_stand_behind_the_verb(sentence: str, verb: str, expected: str) -> None:
    assert text_of(inverted(words(sentence), at(sentence, verb)), sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The union demands more.", "demands", True),
        ("The demands were clear.", "demands", False),
        ("The states will meet.", "states", False),
        ("Reports say so.", "Reports", False),
        ("A rise of 9% rise.", "rise", False),
        ("People close to the talks left.", "close", False),
        ("They gave us back our ministry.", "back", False),
        ("The Greens back the bill.", "back", True),
    ],
)
def test_a_form_is_a_verb_or_a_noun_by_its_place(sentence: str, word: str, expected: object) -> None:
    assert is_verb(words(sentence), at(sentence, word)) is expected


def test_in_the_passive_the_doer_stands_behind_by() -> None:
    sentence = "The council was urged by the envoy to act."

    assert is_passive(words(sentence), at(sentence, "urged"))
    assert text_of(agent(words(sentence), at(sentence, "urged")), sentence) == "the envoy"
