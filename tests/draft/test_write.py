"""A draft is written as YAML that people read and the reader understands, with remarks where they belong."""

from datetime import date

from briefgen.article.read import read
from briefgen.draft.compose import Raw, compose
from briefgen.draft.drafted import Drafted, Review
from briefgen.draft.write import write_record

TEXT = """\
Council sets a condition
Norrey Gazette
5 May 2025

The council of Norrey demanded a fare cap on Monday.

Advertisement
"""


def drafted() -> Drafted:
    return compose(Raw(TEXT), text_file="a.source.txt", tool="briefgen draft", version="1", today=date(2026, 1, 5))


def test_the_whole_record_reads_well() -> None:
    assert (
        write_record(drafted(), heading=("Drafted.",))
        == """\
# Drafted.
# left out, advertisement: Advertisement

schema: briefgen/article@1
id: council-sets-a-condition
# REVIEW: state the news in your own words; this is the article's headline
title: "Council sets a condition"
# REVIEW: could not be told from the words
kind: generic
language: en
as_of: 2025-05-05
status: draft
production:
  tool: "briefgen draft"
  version: "1"

sources:
# REVIEW: its type and role, and how far it is to be trusted (descriptor, reliability)
- id: s1
  type: article-newspaper
  title: "Council sets a condition"
  # REVIEW: from a line before the article
  container-title: "Norrey Gazette"
  # REVIEW: from the line '5 May 2025'
  issued: 2025-05-05
  accessed: 2026-01-05
  text: a.source.txt
  sha256: c7a7e6570a5d667f5738e787c40fe8a08f8e9e81af9f71ba4da726caede0099e
  seen: true

actors:
- id: council-of-norrey
  name: "council of Norrey"
  side: demander

positions:
- id: p1
  label: "fare cap"
  actor: council-of-norrey
  stance: demands
  text: "The council of Norrey demanded a fare cap on Monday."
  attribution:
    said_by: [council-of-norrey]
    directness: paraphrase
    named: collective
  evidence:
  - exact: "The council of Norrey demanded a fare cap on Monday."
    start: 54
    end: 106

gaps:
- id: g1
  text: "All statements rest on a single article."
  how_to_close: "Find a second source that does not draw on it."
"""
    )


def test_remarks_of_any_shape_stay_comments() -> None:
    made = drafted()
    hostile = Drafted(
        made.article,
        made.text,
        (Review("positions[0]", "one\ntwo: [x]\u2028three"), Review("title", "# not\r\na key: 1")),
        (("advert\nid: x", "a\nschema: y"),),
    )

    written = write_record(hostile, heading=("name\nid: z",))

    assert read(written.encode(), "a.yaml").article.id == "council-sets-a-condition"
    assert "# REVIEW: one two: [x]three\n- id: p1" in written


def test_words_that_yaml_would_misread_are_quoted() -> None:
    text = "Mayor Ann Lee demanded NO.\n\nThe council of Norrey urged yes: {it} must # act."

    made = compose(Raw(text), text_file="on", tool="no", version="1.0", today=date(2026, 1, 5))
    record = read(write_record(made, heading=()).encode(), "a.yaml").article

    assert [position.text for position in record.positions] == [position.text for position in made.article.positions]
    assert (record.production and record.production.tool, record.sources[0].text) == ("no", "on")
