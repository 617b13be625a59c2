"""Articles for tests, as people write them, and the audiences that they are made for."""

from briefgen import resources

AUDIENCES = tuple(sorted(path.parent.name for path in resources.templates_folder().glob("*/audience.yaml")))
"""Those that ship."""

HOSTILE = r"A & B <b>*x*_y_ [z](javascript:1) {{ 7*7 }} \ | # - 1."
"""Characters with which other tools change the structure of what is printed."""

SMALL = """\
schema: briefgen/article@1
id: ferry-talks
title: Island council sets two conditions
kind: negotiation
language: en-GB
as_of: 2025-05-06
viewpoint: ministry
status: cleared
marking: {scheme: uk-gsc, level: OFFICIAL}
distribution: {to: [Minister for Transport]}
sources:
  - {id: gazette, title: Council wants guarantees, container-title: The Norrey Gazette, issued: 2025-05-05}
actors:
  - {id: council, name: Council of Norrey}
  - {id: ministry, name: Ministry of Transport, groups: [mainland]}
  - {id: port, name: Port of Selby, groups: [mainland]}
positions:
  - {label: Fare cap, actor: council, addressee: ministry, stance: demands, exact: no more than 12 crowns}
  - {label: Winter sailings, actor: council, stance: conditions, exact: four crossings a week}
responses:
  - {actor: port, action: supports, to: [p2], summary: The port keeps a berth free., exact: we would hold a berth}
timeline:
  - {date: 2025-05-13, text: Council and ministry meet, status: scheduled}
outlook:
  judgements:
    - text: The council is likely to accept a cap that rises with prices.
      event: The council accepts an indexed cap.
      horizon: 2025-06-30
      likelihood: {scale: phia, term: likely}
      confidence: {level: moderate, basis: two members said so}
      based_on: [p1]
      by: Sample desk
options:
  - {id: secret, label: Leave the line to its fate, text: An option that only the minister may see.}
"""

FAULTY = """\
schema: briefgen/article@1
id: ferry-talks
titel: Island council sets two conditions
kind: negociation
language: en-GB
as_of: 2025-13-06
sources:
  - {id: gazette, title: Council wants guarantees}
  - {id: radio, title: Morning news}
actors:
  - {id: council, name: Council of Norrey}
positions:
  - {label: Fare cap, actor: concil, stance: demands, source: gazette, exact: no more than 12 crowns}
  - {label: Winter sailings, actor: council, stance: conditions, source: gazete, exact: four crossings a week}
"""
"""Six faults: a field, what it stood for, a kind, a date, an actor and a source."""
