"""Which texts of a record are words, and in which language they are when it is not the memo's."""

from collections.abc import Iterable, Mapping
from functools import cache

from briefgen.article.envelope import Source
from briefgen.article.outlook import Likelihood
from briefgen.article.statements import Evidence, Quote
from briefgen.audience.cldr import likely_script, runs_from_the_right
from briefgen.tongue import Foreign
from briefgen.values import dataclass

SCALES_LANGUAGE = "en"
"""The language of the terms of likelihood, which no memo translates."""
_NO_LANGUAGE = "zxx"
"""BCP 47 for what is in no language: groups of digits that would change places among words that run from the right."""
_NO_WORDS = frozenset(
    {
        *("archive", "audiences", "caveats", "cleared_for", "code", "currency", "doi", "email", "groups", "level"),
        *("page", "reference", "same_as", "scheme", "supersedes", "tear_line", "version", "zone"),
    }
)
"""Fields with a text that is a name for machines, a code or a number."""
_OF_THE_SOURCE = frozenset(("authority", "container_title", "publisher", "title"))
_OF_THE_PASSAGE = frozenset(("exact", "prefix", "suffix"))


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a record, seen from that of its memo."""

    memo: str
    record: str
    sources: Mapping[str, str]
    """Source id → its language, for those that name one."""

    def of(self, holder: object, name: str) -> str:
        """Give the language of the texts in a field of `holder`; empty for the memo's own, and for no words."""
        match holder:
            case Likelihood() if name == "term":
                return self._other(SCALES_LANGUAGE)
            case _ if name == "phone":
                return _NO_LANGUAGE if self.memo and runs_from_the_right(self.memo) else ""
            case _ if name in _NO_WORDS:
                return ""
            case Source(language=language) if language and name in _OF_THE_SOURCE:
                return self._other(language)
            case Evidence(source=source) if name in _OF_THE_PASSAGE:
                return self._other(self.sources.get(source, self.record))
            case Quote(language=language, exact="") if language and name == "text":
                return self._other(language)
            case _:
                return self._other(self.record)

    def _other(self, language: str) -> str:
        return "" if not self.memo or same_language(language, self.memo) else language


def languages(memo: str, record: str, sources: Iterable[Source]) -> Languages:
    """Gather the languages of a record for a memo in `memo`; with none, no text is foreign."""
    return Languages(memo, record, {source.id: source.language for source in sources if source.language})


def in_language(text: str, language: str, memo: str) -> str:
    """Give a text with its language if that is not the memo's."""
    return text if same_language(language, memo) else Foreign(text, language)


@cache
def same_language(one: str, other: str) -> bool:
    """Tell whether two tags mean the same language in the same script, wherever it is spoken."""
    return _language_and_script(one) == _language_and_script(other)


def _language_and_script(tag: str) -> tuple[str, str]:
    language, *rest = tag.split("-")
    script = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")  # noqa: PLR2004 - BCP 47
    for known in (f"{language.lower()}_{rest[-1].upper()}" if rest else "", language.lower()):
        script = script or likely_script(known)
    return language.lower(), script
