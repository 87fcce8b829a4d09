"""The filter of people: what is asked for by values, so that nobody's name can stand in it."""

from uuid import UUID

import strawberry

from schema.nodes import key_or_none
from schema.people.types.confirmations import VerificationLevel
from schema.people.types.told import Availability
from server.kit.ids import CompanyId, GroupId, SkillId
from server.people.rules.filters import Order
from server.people.rules.filters import PeopleFilter as WantedPeople

_MOST_ASKED = 50

strawberry.enum(
    Order,
    name="PeopleOrder",
    description="How people are ordered: by how well the words fit, or who joined last first. Without words both are the same.",
)


@strawberry.input(description="Keeps people with any of the values of each list.")
class PeopleFilter:
    """What people must have."""

    companies: list[strawberry.ID] | None = None
    skills: list[strawberry.ID] | None = None
    groups: list[strawberry.ID] | None = None
    verification: VerificationLevel | None = strawberry.field(default=None, description="Confirmed somewhere at least so well.")
    places: list[str] | None = strawberry.field(default=None, description="Codes of places.")
    languages: list[str] | None = strawberry.field(default=None, description="Codes of BCP 47, of spokenLanguages.")
    availability: list[Availability] | None = None
    with_me: bool | None = strawberry.field(
        default=None, description="At a company of the viewer's for a month at least while they were there, both confirmed."
    )


def people_wanted(given: PeopleFilter) -> WantedPeople:
    """Return the filter that the server shares; an id that can name nothing asks for what nobody has."""
    return WantedPeople(
        companies=tuple(CompanyId(key) for key in _keys("Company", given.companies)),
        skills=tuple(SkillId(key) for key in _keys("Skill", given.skills)),
        groups=tuple(GroupId(key) for key in _keys("AlumniGroup", given.groups)),
        # Everybody who is found is confirmed somewhere; their own word alone keeps nobody out.
        verification=given.verification.value or None if given.verification else None,
        places=tuple((given.places or ())[:_MOST_ASKED]),
        languages=tuple((given.languages or ())[:_MOST_ASKED]),
        availability=tuple(each.value for each in given.availability or ()),
        with_me=bool(given.with_me),
    )


def _keys(type_name: str, given: list[strawberry.ID] | None) -> list[UUID]:
    # An id that names nothing stays in the filter, so that it finds nobody rather than everybody.
    return [key_or_none(type_name, text) or UUID(int=0) for text in (given or ())[:_MOST_ASKED]]
