"""What is asked of people by values, and how they are ordered."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from server.kit.ids import CompanyId, GroupId, SkillId
from server.people.errors import UnknownLanguage, UnknownPlace
from server.people.rules.languages import known_languages
from server.people.rules.places import known_places


class Order(Enum):
    """How people are ordered: by how well the words fit (without words, as NEWEST), or who joined last first."""

    RELEVANCE = "relevance"
    NEWEST = "newest"


# What a profile may say of its member's time (Profile.availability).
AVAILABILITIES: Final = ("now", "talk", "considering", "not_now")
# The facet that holds where somebody works, of who keeps their availability from there.
EMPLOYER: Final = "employer"


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFilter:
    """Keeps people with any of the values of each list; an empty one keeps all.

    `verification`: somewhere confirmed at least so well (rules.vouching.BY_*). `places` are codes of rules.places, `languages` of
    rules.languages, `availability` is as profiles say it. `with_me`: for a month at least
    they were at a company while the seeker was, both confirmed there.
    What was before and after a company counts as the company itself.
    """

    companies: tuple[CompanyId, ...] = ()
    skills: tuple[SkillId, ...] = ()
    groups: tuple[GroupId, ...] = ()
    verification: int | None = None
    places: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    availability: tuple[str, ...] = ()
    with_me: bool = False


def check_places(codes: Iterable[str]) -> None:
    """Raise UnknownPlace for a code that is on no list."""
    if not known_places().keys() >= set(codes):
        raise UnknownPlace("filter.places")


def check_values(wanted: PeopleFilter) -> None:
    """Raise UnknownPlace or UnknownLanguage for a value of no list: a filter that is kept holds no words, which could be a name."""
    check_places(wanted.places)
    if not known_languages().keys() >= set(wanted.languages):
        raise UnknownLanguage("filter.languages")
