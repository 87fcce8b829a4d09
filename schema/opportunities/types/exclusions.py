"""From whom a post is hidden, as its author chose it; nobody else reads this."""

from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.companies import types as companies
from schema.context import Info
from schema.nodes import id_of
from schema.people import types as people
from server.kit.ids import CompanyId, MemberId
from server.opportunities.reads import Exclusions

if TYPE_CHECKING:
    from schema.companies.types import Company
    from schema.people.types import Person

_Company: TypeAlias = Annotated["Company", strawberry.lazy("schema.companies.types")]
_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types")]


@strawberry.type(description="From whom a post is hidden: everybody who has to do with a company, or one member. Nobody is told.")
class OpportunityExclusion:
    """One of the two."""

    company_key: strawberry.Private[CompanyId | None]
    member_key: strawberry.Private[MemberId | None]
    id: strawberry.ID = strawberry.field(description="The company's, or the member's.")

    @classmethod
    def of_company(cls, key: CompanyId) -> Self:
        """Hidden from a company."""
        return cls(company_key=key, member_key=None, id=id_of("Company", key))

    @classmethod
    def of_member(cls, key: MemberId) -> Self:
        """Hidden from a member."""
        return cls(company_key=None, member_key=key, id=id_of("Person", key))

    @strawberry.field(description="Null where it is a member.")
    async def company(self, info: Info) -> _Company | None:
        """Load it."""
        return None if self.company_key is None else await companies.company_of(info.context, self.company_key)

    @strawberry.field(description="Null where it is a company, and where the viewer cannot see them any more.")
    async def person(self, info: Info) -> _Person | None:
        """Load them."""
        return None if self.member_key is None else await people.person_of(info.context, self.member_key)


def exclusions_shown(found: Exclusions) -> list[OpportunityExclusion]:
    """Companies first, then members, each in the author's order."""
    companies_first = [OpportunityExclusion.of_company(key) for key in found.companies]
    return [*companies_first, *(OpportunityExclusion.of_member(key) for key in found.members)]
