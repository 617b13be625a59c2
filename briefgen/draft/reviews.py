"""Tell the person who edits the draft what to look at."""

from datetime import date

from briefgen.article.envelope import Actor
from briefgen.article.statements import Claim, Event
from briefgen.draft.answers import Answer
from briefgen.draft.demands import Demand
from briefgen.draft.drafted import Review
from briefgen.draft.front import Front
from briefgen.draft.lexicon import words as listed
from briefgen.draft.outlook import Coming
from briefgen.draft.speakers import Said

_PAPERS = listed("people", "documents") | {"demand", "condition", "proposal", "plan"}


def of_the_envelope(about: Front, kind_words: tuple[str, ...], today: date) -> tuple[Review, ...]:
    """Remark on headline, kind, cut-off and source; `kind_words` are those that speak for the kind."""
    taken = (
        "this is the article's headline" if about.title else "the article has no headline; these are its first words"
    )
    reviews = [Review("title", f"state the news in your own words; {taken}")]
    reviews += [Review("title", f"another headline, from {told.basis}: {told.value}") for told in about.others]
    reviews.append(
        Review("kind", f"guessed from {', '.join(kind_words)}" if kind_words else "could not be told from the words")
    )
    if about.latest is None:
        reviews.append(Review("as_of", f"no date was found; {today} is the day of drafting"))
    reviews.append(Review("sources[0]", "its type and role, and how far it is to be trusted (descriptor, reliability)"))
    for name, told in (("issued", about.issued), ("container-title", about.outlet), ("author", about.author)):
        if told is not None:
            reviews.append(Review(f"sources[0].{name}", f"from {told.basis}"))
    return tuple(reviews)


def of_the_actors(actors: tuple[Actor, ...]) -> tuple[Review, ...]:
    """Remark on papers and demands that a sentence lets speak: a reader asks whose they are."""
    return tuple(
        Review(f"actors[{n}]", "a paper, and nobody who acts; name whose it is in its place")
        for n, actor in enumerate(actors)
        if actor.name.lower().removeprefix("the ").removesuffix("s") in _PAPERS
    )


def of_the_items(
    made: tuple[Demand, ...], replied: tuple[Answer, ...], ahead: tuple[Coming, ...], said: tuple[Said, ...]
) -> tuple[Review, ...]:
    """Remark on each item that was told from less than plain words."""
    reviews = [Review(f"positions[{n}]", text) for n, demand in enumerate(made) for text in demand.reviews]
    reviews += [Review(f"responses[{n}]", text) for n, answer in enumerate(replied) for text in answer.reviews]
    for name, kind in (("timeline", Event), ("background", Claim)):
        items = [item for item in ahead if isinstance(item.item, kind)]
        reviews += [Review(f"{name}[{n}]", text) for n, item in enumerate(items) for text in item.reviews]
    for n, item in enumerate(said):
        if item.who is None:
            reviews.append(Review(f"quotes[{n}]", "the text does not say whose words these are"))
        elif not item.is_sure:
            reviews.append(Review(f"quotes[{n}]", "the speaker is the one who spoke or acted just before"))
    return tuple(reviews)
