"""The one filter over opportunities: what it asks for, and whether a post meets it; search and live delivery share it."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from server.kit.ids import CompanyId, GroupId, OpportunityId, SkillId
from server.opportunities.rules.kinds import Direction, Kind
from server.search.japanese.analysis import default_analyser
from server.search.japanese.phrases import Phrase, met
from server.search.japanese.thesaurus import in_use
from server.search.japanese.words import phrases_of

# The index in which opportunities are found, and how its facets say whether one can take part from anywhere.
INDEX: Final = "opportunities"
REMOTE: Final = {True: "yes", False: "no"}
ANYWHERE: Final = "anywhere"


@dataclass(frozen=True, slots=True)
class OpportunityFilter:
    """What a reader asks for: all of it, and any of the values of each set. An empty set and None ask for nothing.

    `companies` are those where the author was; `groups` those that the post stands in. `places` are
    codes of people.rules.places. From where one can take part is one question: with `remote` asked for, any of the places or anywhere.
    """

    text: str = ""
    kinds: frozenset[Kind] = frozenset()
    directions: frozenset[Direction] = frozenset()
    skills: frozenset[SkillId] = frozenset()
    companies: frozenset[CompanyId] = frozenset()
    groups: frozenset[GroupId] = frozenset()
    places: frozenset[str] = frozenset()
    remote: bool | None = None

    @property
    def where(self) -> frozenset[str]:
        """The places, and ANYWHERE, of which any is asked for."""
        return whereabouts(self.places, remote=self.remote is True)


@dataclass(frozen=True, slots=True)
class AuthorFacts:
    """What of the author a post can be found by, by those who may see the author."""

    terms: frozenset[str] = frozenset()
    companies: frozenset[CompanyId] = frozenset()


@dataclass(frozen=True, slots=True)
class OpportunityFacts:
    """What `matches` needs of a post. `terms` are the analysed words of everything that each of its readers may read."""

    id: OpportunityId
    kind: Kind
    direction: Direction
    remote: bool
    skills: frozenset[SkillId]
    groups: frozenset[GroupId]
    places: frozenset[str]
    terms: frozenset[str]
    author: AuthorFacts = AuthorFacts()

    def without_author(self) -> "OpportunityFacts":
        """Return the facts for a reader who may not see the author."""
        return replace(self, author=AuthorFacts())


def whereabouts(places: frozenset[str], *, remote: bool) -> frozenset[str]:
    """Return from where one can take part: places, and ANYWHERE."""
    return places | {ANYWHERE} if remote else places


def matches(wanted: OpportunityFilter, facts: OpportunityFacts) -> bool:
    """Tell whether the post meets the filter. Whether the reader may see the post at all is another question."""
    return (
        (not wanted.kinds or facts.kind in wanted.kinds)
        and (not wanted.directions or facts.direction in wanted.directions)
        and not (wanted.remote is False and facts.remote)
        and _any_of(wanted.where, whereabouts(facts.places, remote=facts.remote))
        and _any_of(wanted.skills, facts.skills)
        and _any_of(wanted.groups, facts.groups)
        and _any_of(wanted.companies, facts.author.companies)
        and met(phrases_for(wanted.text), facts.terms | facts.author.terms)
    )


def phrases_for(text: str) -> tuple[Phrase, ...]:
    """Return what a text asks for, by the analysis that the search engines use."""
    return _phrases(text, in_use().number) if text.strip() else ()


@lru_cache(maxsize=1024)
def _phrases(text: str, _number: int) -> tuple[Phrase, ...]:
    # Remembered under the number of what was in use before it was read: a number stands for nothing older than itself.
    return phrases_of(text, default_analyser())


def _any_of(wanted: frozenset[SkillId] | frozenset[GroupId] | frozenset[CompanyId] | frozenset[str], there: frozenset[object]) -> bool:
    return not wanted or not wanted.isdisjoint(there)
