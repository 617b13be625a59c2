"""Whether likelihood is told in the words of one scale, and apart from confidence."""

from collections.abc import Iterator
from functools import lru_cache

from briefgen.article.outlook import Judgement
from briefgen.article.scales import scale
from briefgen.checks.likelihoods import CONFIDENCE, band, belongs, likelihoods
from briefgen.checks.material import Filled, Material
from briefgen.checks.phrases import Phrases
from briefgen.checks.rule import Finding, rule
from briefgen.checks.sentences import outside_quotations, sentences
from briefgen.memo import Figure, plain

_JUDGEMENT = "outlook.judgements"
_STACKED = Phrases(
    r"\b(?:(?:could|may|might|would) (?:potentially|possibly|conceivably|perhaps|probably|well be likely|be likely)"
    r"|(?:seems?|appears?)(?: to be)? (?:likely|unlikely|possible|probable|probably)"
    r"|(?:we )?(?:believe|think|feel|assume)s?\b[^.;]{0,40}\b(?:probably|likely|possibly|might|may)"
    r"|(?:probably|possibly|perhaps|potentially) (?:could|may|might|likely)"
    r"|likely (?:could|may|might|possibly)|possibly likely|likely possible)\b"
)
_MODIFIED = Phrases(
    r"\b(?:serious|real|distinct|strong|good|high|fair|slight|definite|genuine|significant|low|great) possibilit(?:y|ies)\b"
)
_MODAL = Phrases(r"\b(?:may|might|could|cannot be ruled out|can not be excluded|cannot be excluded|possibly|perhaps)\b")
_STATISTIC = Phrases(
    r"\b(?:the (?:doubling|tripling|halving|rise|fall|increase|decrease|drop|growth|decline) (?:of|in|since)"
    r"\b[^.;]{0,60}\b(?:is|are|was|were)|(?:is|are|was|were)(?: \w+)? (?:capable of|able to)[^.;]{0,30})\s+"
    r"(?:very |highly |almost )?(?:likely|unlikely|probable|improbable|certain)\b(?! to\b)"
)
_PAST = Phrases(r"\b(?:was|were|had|has been|did|happened|voted|said|took place|agreed|signed)\b")


@rule(
    "EST01",
    "error",
    "Words of likelihood come from the scale that the judgement names, and a record keeps to one scale.",
    why="Likely is 55 to 80 per cent in one table, more than 66 in another: mixed words cannot be compared.",
    source="ICD 203 on its two rows of terms; PHIA Probability Yardstick",
    wrong="""
outlook:
  judgements:
    - text: The council is very likely to accept a fare cap that rises with prices.
      event: The council accepts an indexed cap.
      horizon: 2025-06-30
      likelihood: {scale: phia, term: very likely}
      confidence: {level: moderate, basis: Its mayor did not rule it out.}
      based_on: [p1]
      by: Sample desk
""",
    right="""
outlook:
  judgements:
    - text: The council is highly likely to accept a fare cap that rises with prices.
      event: The council accepts an indexed cap.
      horizon: 2025-06-30
      likelihood: {scale: phia, term: highly likely}
      confidence: {level: moderate, basis: Its mayor did not rule it out.}
      based_on: [p1]
      by: Sample desk
""",
)
def one_scale_is_used(material: Material) -> Iterator[Finding]:
    """Check the term of each judgement, the words of its sentence, and the record as a whole."""
    judgements = material.article.outlook.judgements
    for number, judgement in enumerate(judgements):
        yield from _off_scale(f"{_JUDGEMENT}[{number}]", judgement, material.article.language)
    for number, judgement in enumerate(judgements):
        term = band(judgement.likelihood)
        first = band(judgements[0].likelihood)
        if (
            number
            and term
            and first
            and (judgement.likelihood.scale, term.row) != (judgements[0].likelihood.scale, first.row)
        ):
            kind = "scales" if judgement.likelihood.scale != judgements[0].likelihood.scale else "rows of ICD 203"
            message = f"two {kind} in one record: “{first.name}” and “{term.name}”"
            yield Finding(f"{_JUDGEMENT}[{number}].likelihood", message, "keep to the words of the first judgement")
    yield from _foreign(material)


def _off_scale(path: str, judgement: Judgement, language: str) -> Iterator[Finding]:
    own, term = scale(judgement.likelihood.scale), band(judgement.likelihood)
    if term is None:
        there = ", ".join(one.name for one in own.terms)
        message = f"{own.title} has no term “{judgement.likelihood.term}”"
        yield Finding(f"{path}.likelihood.term", message, f"it has {there}", judgement.likelihood.term)
        return
    if not language.lower().startswith("en"):  # the scales are in English, and the sentence is not
        return
    used = likelihoods(judgement.text, judged=True)
    if not any(one.words.lower() in term.words for one in used):
        message = f"the sentence does not have its own term of likelihood, “{term.name}”"
        yield Finding(f"{path}.text", message, "the reader sees the sentence only")
    for one in used:
        if one.words.lower() not in term.words:
            message = f"the sentence says “{one.words}”, its likelihood is “{term.name}”"
            yield Finding(f"{path}.text", message, words=one.words)


def _foreign(material: Material) -> Iterator[Finding]:
    """Find words of other scales in the desk's own prose beside its judgements."""
    judgements = material.article.outlook.judgements
    scales = [(scale(one.likelihood.scale), found.row) for one in judgements if (found := band(one.likelihood))]
    for prose in material.prose if scales else ():
        is_judgement = prose.path.startswith(_JUDGEMENT) and prose.path.endswith("].text")
        if prose.voice == "sourced" or is_judgement:
            continue
        for one in likelihoods(prose.text):
            if not any(belongs(one.words, each, row) for each, row in scales):
                message = f"“{one.words}” is no term of {scales[0][0].title}"
                yield Finding(prose.path, message, "use a term of that scale", one.words, "warning")


@rule(
    "EST02",
    "error",
    "Likelihood and confidence never share a sentence.",
    why="How likely an event is and how good the grounds are run together in the reader's mind.",
    source="ICD 203: must not combine a confidence level and a degree of likelihood in the same sentence",
    wrong="""
bluf: {text: We judge with moderate confidence that the council is likely to accept an indexed cap.}
""",
    right="""
bluf: {text: The council is likely to accept an indexed cap. Confidence is moderate.}
""",
    of_memos=True,
)
def likelihood_and_confidence_stand_apart(material: Material) -> Iterator[Finding]:
    """Look at each sentence of the record, and of the memos for what a template joined."""
    found = set()
    for prose in material.prose:
        for sentence in sentences(prose.text) if prose.voice != "sourced" else ():
            if joined := _joined(sentence):
                found.add(sentence)
                yield Finding(
                    prose.path, f"likelihood and confidence in one sentence: {joined}", "make two of it", joined
                )
    for filled in material.memos:
        for unit in filled.said:
            for sentence in sentences(unit.text):
                if (joined := _joined(sentence)) and sentence not in found:
                    message = (
                        f"the memo for {filled.audience} has likelihood and confidence in one sentence: “{sentence}”"
                    )
                    yield Finding("", message, "part them in the template")


@lru_cache(maxsize=2048)
def _joined(sentence: str) -> str:
    confidence = CONFIDENCE.search(outside_quotations(sentence))
    return confidence[0] if confidence and likelihoods(sentence, judged=True) else ""


@rule(
    "EST04",
    "warning",
    "Hedges are not stacked.",
    why="“Could potentially” says less than either word, and no reader can undo it.",
    source="Sherman Kent, Words of Estimative Probability",
    wrong="bluf: {text: The operator could potentially move before the meeting.}\n",
    right="bluf: {text: The operator could move before the meeting.}\n",
)
def hedges_are_not_stacked(material: Material) -> Iterator[Finding]:
    """Look for two hedges on one verb outside quotations."""
    for prose, found in material.unquoted(_STACKED, but={"sourced"}):
        yield Finding(prose.path, f"“{found[0]}” hedges twice", "keep one, from the scale if it judges", found[0])


@rule(
    "EST05",
    "warning",
    "“Possibility” has no adjective, but for the yardstick's “realistic possibility”.",
    why="Possible means only that it is not impossible; a “serious possibility” was read as anything from 20 to 80 per cent.",
    source="Sherman Kent, Words of Estimative Probability",
    wrong="bluf: {text: There is a serious possibility that the operator leaves the talks.}\n",
    right="bluf: {text: There is a realistic possibility that the operator leaves the talks.}\n",
)
def possibility_is_plain(material: Material) -> Iterator[Finding]:
    """Look for an adjective before *possibility*."""
    for prose, found in material.unquoted(_MODIFIED, but={"sourced"}):
        yield Finding(prose.path, f"“{found[0]}” has no agreed meaning", "use a term of your scale", found[0])


@rule(
    "EST06",
    "warning",
    "A judgement says how likely in a term of its scale, not with may, might or could.",
    why="“May” is true of everything that is not impossible.",
    source="PHIA guidance on the yardstick",
    wrong="""
outlook:
  scenarios:
    - {label: Indexed cap, text: The council could accept an indexed cap., likelihood: {scale: phia, term: likely}}
""",
    right="""
outlook:
  scenarios:
    - {label: Indexed cap, text: The council accepts an indexed cap., likelihood: {scale: phia, term: likely}}
""",
)
def judgements_do_not_shrug(material: Material) -> Iterator[Finding]:
    """Look at judgements and scenarios that have a modal verb and no term."""
    outlook = material.article.outlook
    texts = [(f"{_JUDGEMENT}[{number}].text", one.text) for number, one in enumerate(outlook.judgements)]
    texts += [(f"outlook.scenarios[{n}].text", one.text) for n, one in enumerate(outlook.scenarios) if one.likelihood]
    for path, text in texts:
        for sentence in sentences(text):
            modal = _MODAL.search(outside_quotations(sentence))
            if modal and not likelihoods(sentence, judged=True) and " if " not in sentence.lower():
                yield Finding(path, f"“{modal[0]}” judges nothing", "say how likely, or what it depends on", modal[0])


@rule(
    "EST08",
    "warning",
    "Likelihood belongs to events, not to figures or abilities.",
    why="A doubling has happened or not; what can be likely is that it continues.",
    source="UK register lint rules on probability language",
    wrong="bluf: {text: The doubling of fares since 2023 is likely.}\n",
    right="bluf: {text: Fares have doubled since 2023 and are likely to rise again.}\n",
)
def likelihood_is_of_events(material: Material) -> Iterator[Finding]:
    """Look for a figure that *is likely*."""
    for prose, found in material.unquoted(_STATISTIC, but={"sourced"}):
        yield Finding(prose.path, f"“{found[0]}” makes a figure or an ability likely", words=found[0])


@rule(
    "EST09",
    "error",
    "The likelihoods of scenarios that exclude each other can add up to 100 per cent, and a step is not less likely than the chain.",
    why="Four steps of 70 per cent each are one chain of 24 per cent.",
    source="Heuer, Psychology of Intelligence Analysis",
    wrong="""
outlook:
  scenarios:
    - {label: Indexed cap, text: The council accepts an indexed cap., likelihood: {scale: phia, term: likely}}
    - {label: No deal, text: The talks end without a deal., likelihood: {scale: phia, term: likely}}
""",
    right="""
outlook:
  scenarios:
    - {label: Indexed cap, text: The council accepts an indexed cap., likelihood: {scale: phia, term: likely}}
    - {label: No deal, text: The talks end without a deal., likelihood: {scale: phia, term: unlikely}}
""",
)
def likelihoods_add_up(material: Material) -> Iterator[Finding]:
    """Add the lower bounds of scenarios, and compare judgements with those they are based on."""
    scenarios = material.article.outlook.scenarios
    bands = [band(one.likelihood) for one in scenarios if one.likelihood]
    lowest = sum(one.low for one in bands if one)
    if len(bands) > 1 and lowest > 100:  # noqa: PLR2004 - per cent
        message = f"together the scenarios are at least {lowest:g} % likely"
        yield Finding("outlook.scenarios", message, "lower one, unless they do not exclude each other")
    judgements = {one.id: one for one in material.article.outlook.judgements}
    for number, judgement in enumerate(material.article.outlook.judgements):
        own = band(judgement.likelihood)
        for name in judgement.based_on:
            step = band(judgements[name].likelihood) if name in judgements else None
            if own and step and own.low >= step.high:
                message = f"it is likelier ({own.name}) than {name!r} that it is based on ({step.name})"
                yield Finding(f"{_JUDGEMENT}[{number}].likelihood", message)


@rule(
    "EST10",
    "error",
    "What is past carries no likelihood, and what is to come is not told as past.",
    why="Facts and forecasts must be told apart at a glance.",
    source="ICD 203, standard 3",
    wrong="""
timeline:
  - {date: 2025-05-13, text: The ministry answers the council at a meeting, status: past, exact: answer at a meeting on Tuesday 13 May}
""",
    right="""
timeline:
  - {date: 2025-05-13, text: The ministry answers the council at a meeting, status: scheduled, exact: answer at a meeting on Tuesday 13 May}
""",
)
def facts_are_no_forecasts(material: Material) -> Iterator[Finding]:
    """Compare the status of events with the cut-off, and look for likelihood in past events."""
    cut_off = material.article.as_of
    for number, event in enumerate(material.article.timeline):
        path = f"timeline[{number}]"
        first, last = (event.date.earliest, event.date.latest) if event.date else (None, None)
        if event.status == "past" and first and cut_off.latest and first > cut_off.latest:
            yield Finding(f"{path}.status", f"an event of {event.date} is past in a record of {cut_off}")
        for used in likelihoods(event.text) if event.status == "past" else ():
            yield Finding(f"{path}.text", f"a past event is “{used.words}”", words=used.words, level="warning")
        if event.status == "scheduled" and last and cut_off.earliest and last < cut_off.earliest:
            message = f"an event of {event.date} is still scheduled in a record of {cut_off}"
            yield Finding(f"{path}.status", message, "say what came of it", level="warning")
    for said in material.statements:
        if getattr(said.statement, "kind", None) in {"event", "document", "statistic"} and _PAST.search(said.words):
            for used in likelihoods(said.words):
                yield Finding(said.words_path, f"a past event is “{used.words}”", words=used.words, level="warning")


@rule(
    "EST11",
    "warning",
    "A memo that uses a term of likelihood shows or names its scale.",
    why="Readers put very different numbers to the same word; the scale is what makes it a measure.",
    source="PHIA: the yardstick accompanies the product",
    wrong="""
{section=outlook}
## Outlook

The council is likely to accept a fare cap that rises with prices. (Sample desk)
""",
    right="""
{section=outlook}
## Outlook

The council is likely to accept a fare cap that rises with prices. (Sample desk)

Likely means 55 to 75 % on the PHIA Probability Yardstick.
""",
    example="memo",
)
def the_scale_is_shown(material: Material) -> Iterator[Finding]:
    """Look for the scale in each memo that prints a judgement, if its pack may see the term."""
    for number, judgement in enumerate(material.article.outlook.judgements):
        own, term = scale(judgement.likelihood.scale), judgement.likelihood.term
        told = [one for one in material.memos if one.seen is None or term in one.seen]
        losers = [one.audience for one in told if _prints(one, judgement.text) and not _shows(one, own.names)]
        if losers:
            message = f"the memo for {' and '.join(losers)} does not say what “{judgement.likelihood.term}” means"
            yield Finding(f"{_JUDGEMENT}[{number}].likelihood", message, f"print the scale, or name {own.names[0]}")


def _prints(filled: Filled, text: str) -> bool:
    return any(text.rstrip(".") in piece for piece in filled.pieces)


def _shows(filled: Filled, names: tuple[str, ...]) -> bool:
    is_drawn = any(isinstance(block, Figure) and block.kind == "scale" for block in filled.memo.blocks)
    said = " ".join([*filled.pieces, plain(filled.memo.header.title)])
    return is_drawn or any(name in said for name in names)
