"""Text reads well in a mail, and holds every word."""

from pathlib import Path

from support.specimen import HOSTILE, SPECIMEN
from support.wording import normal

from briefgen.memo_words import words
from briefgen.theme import DEFAULT
from briefgen.writers.text import write

GOLDEN = Path(__file__).parent / "golden" / "specimen.txt"


def test_the_specimen_looks_as_it_should() -> None:
    assert write(SPECIMEN, DEFAULT).decode() == GOLDEN.read_text(encoding="utf-8")


def test_no_word_of_the_specimen_is_lost() -> None:
    text = normal(write(SPECIMEN, DEFAULT).decode().upper())

    lost = {word for piece in words(SPECIMEN) for word in piece.upper().split() if word.strip(".") not in text}

    assert lost == set()


def test_hostile_characters_come_out_as_they_are() -> None:
    assert HOSTILE in normal(write(SPECIMEN, DEFAULT).decode())


def test_lines_are_no_longer_than_a_mail_shows() -> None:
    lines = write(SPECIMEN, DEFAULT).decode().splitlines()

    assert [line for line in lines if len(line) > 72 and " " in line.strip()] == []


def test_the_marking_stands_first_and_before_the_foot() -> None:
    lines = write(SPECIMEN, DEFAULT).decode().splitlines()

    assert (lines[0], lines[-3:]) == ("OFFICIAL · DRAFT", ["OFFICIAL · DRAFT", "", "FISH/25/7 · Version 2 · cleared"])
