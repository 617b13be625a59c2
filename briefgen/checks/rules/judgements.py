"""Whether a judgement is somebody's, can turn out wrong, and says what it rests on."""

from collections import Counter
from collections.abc import Iterator

from briefgen.article.folded import folded
from briefgen.checks.material import Material
from briefgen.checks.rule import Finding, rule
from briefgen.checks.sentences import word_count

_PATH = "outlook.judgements"
_SHORTEST_BASIS = 4
"""Words: less is no reason."""
_JUDGED = """
outlook:
  judgements:
    - text: The council is likely to accept a fare cap that rises with prices.
      event: The council accepts an indexed cap.
      horizon: 2025-06-30
      likelihood: {scale: phia, term: likely}
      confidence: {level: moderate, basis: Its mayor did not rule it out.}
      based_on: [p1]
      alternatives: [The council holds out for the cap.]
      so_what: An indexed cap costs less.
      by: Sample desk
  indicators:
    - The council names an index in public.
"""
_RAISED = _JUDGED.replace("term: likely", "term: highly likely").replace("is likely", "is highly likely")
_SIGNED = "      by: Sample desk\n"
_WHY = "      changed_from: {judgement: j1, why: Two more members named an index.}\n"


@rule(
    "EST03",
    "error",
    "Confidence has a basis of its own.",
    why="A level without grounds is a mood, and one basis for two judgements is a formula.",
    source="UK Analytical Confidence Rating; ICD 203, standard 2",
    wrong=_JUDGED.replace("Its mayor did not rule it out.", "Open sources"),
    right=_JUDGED,
)
def confidence_has_a_basis(material: Material) -> Iterator[Finding]:
    """Look for missing, short and repeated grounds."""
    judgements = material.article.outlook.judgements
    counted = Counter(folded(one.confidence.basis).lower() for one in judgements)
    for number, judgement in enumerate(judgements):
        basis, path = judgement.confidence.basis, f"{_PATH}[{number}].confidence.basis"
        if counted[folded(basis).lower()] > 1:
            yield Finding(path, "two judgements give the same basis for their confidence", "say what each rests on")
        elif word_count(basis) < _SHORTEST_BASIS:
            yield Finding(path, f"“{basis}” is no basis for confidence", "name sources, assumptions and gaps")


@rule(
    "EST07",
    "error",
    "A judgement has an event that will or will not have happened, a day by which, grounds, and a name.",
    why="What cannot turn out wrong is no judgement.",
    source="ICD 203, standard 8; Tetlock and Gardner, Superforecasting",
    wrong=_JUDGED.replace("horizon: 2025-06-30", "horizon: 2025-04-30"),
    right=_JUDGED,
)
def judgements_can_be_wrong(material: Material) -> Iterator[Finding]:
    """Look for what is missing, and for a horizon that is past."""
    cut_off = material.article.as_of.earliest
    for number, judgement in enumerate(material.article.outlook.judgements):
        path = f"{_PATH}[{number}]"
        wanted = {"event": judgement.event, "based_on": judgement.based_on, "by": judgement.by}
        for name, value in wanted.items():
            if not value:
                yield Finding(f"{path}.{name}", f"the judgement has no `{name}`")
        latest = judgement.horizon.latest
        if latest and cut_off and latest <= cut_off:
            message = f"the horizon {judgement.horizon} is not after the record's cut-off, {material.article.as_of}"
            yield Finding(f"{path}.horizon", message)


@rule(
    "EST12",
    "error",
    "A judgement that differs from the last edition's says what changed it.",
    why="A quiet change of mind costs the reader's trust twice.",
    source="ICD 203, standard 7",
    wrong=f"{_JUDGED}---{_RAISED}",
    right=f"{_JUDGED}---{_RAISED.replace(_SIGNED, _SIGNED + _WHY)}",
    example="editions",
)
def changes_of_mind_are_told(material: Material) -> Iterator[Finding]:
    """Compare with the judgements of the previous edition on the same event."""
    if material.previous is None:
        return
    before = {folded(one.event).lower(): one for one in material.previous.outlook.judgements}
    before |= {one.id: one for one in material.previous.outlook.judgements}
    for number, judgement in enumerate(material.article.outlook.judgements):
        old = before.get(folded(judgement.event).lower()) or before.get(judgement.id)
        if old is None or judgement.changed_from:
            continue
        if (old.likelihood, old.confidence.level) != (judgement.likelihood, judgement.confidence.level):
            message = f"the last edition had “{old.likelihood.term}” with {old.confidence.level} confidence"
            yield Finding(f"{_PATH}[{number}]", message, "say in `changed_from` what changed, and why")


@rule(
    "EST13",
    "warning",
    "Each judgement considers another reading, and indicators say what would change it.",
    why="The second reading is where surprises come from.",
    source="ICD 203, standards 2 and 4",
    wrong=_JUDGED.replace("      alternatives: [The council holds out for the cap.]\n", ""),
    right=_JUDGED,
)
def alternatives_are_considered(material: Material) -> Iterator[Finding]:
    """Look for alternatives and indicators."""
    outlook = material.article.outlook
    for number, judgement in enumerate(outlook.judgements):
        if not judgement.alternatives:
            yield Finding(f"{_PATH}[{number}]", "no other reading of the evidence is considered", "add `alternatives`")
    if outlook.judgements and not outlook.indicators:
        yield Finding("outlook", "nothing says what would change the judgements", "add `indicators`")


@rule(
    "STR06",
    "warning",
    "Each judgement says what it means for the reader.",
    why="A forecast without a consequence is interesting, not useful.",
    source="ICD 203, standard 5",
    wrong=_JUDGED.replace("      so_what: An indexed cap costs less.\n", "") + "implications: []\n",
    right=_JUDGED + "implications: []\n",
)
def judgements_matter(material: Material) -> Iterator[Finding]:
    """Look for a consequence beside each judgement, or for implications of them all."""
    for number, judgement in enumerate(material.article.outlook.judgements):
        if not judgement.so_what and not material.article.implications:
            yield Finding(f"{_PATH}[{number}]", "the judgement has no consequence for the reader", "add `so_what`")


@rule(
    "STR07",
    "error",
    "In the memo a judgement is told apart from facts: set in a box, or signed.",
    why="What we hold and what a source says must not look alike.",
    source="ICD 203, standard 3",
    wrong="""
{section=outlook}
## Outlook

The council is likely to accept a fare cap that rises with prices.
""",
    right="""
{section=outlook}
## Outlook

The council is likely to accept a fare cap that rises with prices. (Sample desk)
""",
    example="memo",
)
def judgements_are_signed(material: Material) -> Iterator[Finding]:
    """Look for the box or the name around each printed judgement."""
    for filled in material.memos:
        said = filled.said
        for number, judgement in enumerate(material.article.outlook.judgements):
            printed = [unit for unit in said if judgement.text.rstrip(".") in unit.text]
            if printed and not any(one.kind == "judgement" or _is_ours(one.text, judgement.by) for one in printed):
                message = f"the memo for {filled.audience} prints this judgement like a fact"
                yield Finding(f"{_PATH}[{number}].text", message, "sign it with `by`, or set it as a judgement")


def _is_ours(text: str, by: str) -> bool:
    return by in text or any(words in text.lower() for words in ("we judge", "we assess", "our judgement"))
