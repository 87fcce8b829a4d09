"""Companies as the graph shows them."""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.companies import loaders
from schema.context import Context, Info
from schema.groups import types as groups
from schema.nodes import Node, ViewerDependent, id_of
from schema.opportunities import types as opportunities
from schema.paging import PageInfo, page_info, page_request
from schema.people import types as people
from server.companies import model
from server.companies.rules import industries
from server.kit.actor import Language
from server.kit.ids import CompanyId
from server.kit.paging import Page

if TYPE_CHECKING:
    from schema.groups.types import AlumniGroup
    from schema.opportunities.types import OpportunityConnection
    from schema.people.types import PersonConnection

_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types")]
_People: TypeAlias = Annotated["PersonConnection", strawberry.lazy("schema.people.types")]
_Opportunities: TypeAlias = Annotated["OpportunityConnection", strawberry.lazy("schema.opportunities.types")]


@strawberry.enum(description="What kind of employer it is.")
class CompanyKind(Enum):
    """What kind of employer it is."""

    COMPANY = "company"
    PUBLIC_BODY = "public_body"


@strawberry.enum(description="How many people a company has.")
class CompanySize(Enum):
    """How many people a company has."""

    UNDER_100 = "under_100"
    FROM_100 = "100_999"
    FROM_1000 = "1000_9999"
    FROM_10000 = "10000_up"


@strawberry.type(description="What a company does, broadly.")
class Industry:
    """An industry."""

    key: str = strawberry.field(description="Stable, for filters and forms.")
    name: str = strawberry.field(description="In the caller's language.")


def industry_of(key: str, language: Language) -> Industry | None:
    """Return an industry by its key; None for a key that is no more."""
    words = industries().get(key)
    return None if words is None else Industry(key=key, name=words[language])


@strawberry.type(
    description="A canonical employer, company or public body. It stands here because members worked there; it endorses nothing."
)
class Company(Node):
    """A company."""

    key: strawberry.Private[CompanyId]
    name: str
    name_en: str | None
    kind: CompanyKind
    proposed: bool = strawberry.field(description="Named by a member and not looked at by anybody yet; it counts all the same.")
    size: CompanySize | None = strawberry.field(description="Null where it is not known for certain.")
    industry_key: strawberry.Private[str | None]

    @classmethod
    def of(cls, row: model.Company) -> Self:
        """Show a row."""
        key = CompanyId(row.id)
        return cls(
            id=id_of("Company", key),
            key=key,
            name=row.name,
            name_en=row.name_en,
            kind=CompanyKind(row.kind),
            proposed=row.proposed,
            size=CompanySize(row.size_band) if row.size_band else None,
            industry_key=row.industry,
        )

    @strawberry.field(description="What it does; null where nobody said so.")
    async def industry(self, info: Info) -> Industry | None:
        """Look the words up."""
        return industry_of(self.industry_key, info.context.language) if self.industry_key else None

    @strawberry.field(description="What else it is called: other spellings, abbreviations, later names.")
    async def aliases(self, info: Info) -> list[str]:
        """Load them."""
        return await info.context.load(loaders.aliases, self.key)

    @strawberry.field(description="What it was called once.")
    async def former_names(self, info: Info) -> list[str]:
        """Load them."""
        return await info.context.load(loaders.former_names, self.key)

    @strawberry.field(description="The companies that went on as this one; their people are found as its people's colleagues.")
    async def predecessors(self, info: Info) -> list["Company"]:
        """Load them."""
        return await companies_of(info.context, await info.context.load(loaders.predecessors, self.key))

    @strawberry.field(description="The companies that this one went on as.")
    async def successors(self, info: Info) -> list["Company"]:
        """Load them."""
        return await companies_of(info.context, await info.context.load(loaders.successors, self.key))

    @strawberry.field(
        description="How many were there for certain: for verified members those whom they may see, predecessors and successors too; "
        "for others those under exactly this name, and null for fewer than five.",
        directives=[ViewerDependent()],
    )
    async def member_count(self, info: Info) -> int | None:
        """Count them."""
        return await info.context.load(loaders.member_counts, self.key)

    @strawberry.field(
        description="Who was there for certain, or at a predecessor or successor, as far as the viewer may see them.",
        directives=[ViewerDependent()],
    )
    async def people(self, info: Info, first: int, after: str | None = None) -> _People:
        """Read a page."""
        return await people.people_of_company(info.context, self.key, page_request(first, after))

    @strawberry.field(description="Live posts by these people, newest first.", directives=[ViewerDependent()])
    async def opportunities(self, info: Info, first: int, after: str | None = None) -> _Opportunities:
        """Read a page of those that the viewer may see."""
        return await opportunities.opportunities_of_company(info, self.key, page_request(first, after))

    @strawberry.field(description="The groups that gather its alumni.")
    async def groups(self, info: Info) -> list[_Group]:
        """Load them."""
        return await groups.groups_of(info.context, await info.context.load(loaders.groups_of, self.key))


@strawberry.type(description="A company in a list.")
class CompanyEdge:
    """A company with its place."""

    cursor: str
    node: Company
    matched: str | None = strawberry.field(
        description="The name by which it was found, where that is another one than its own or its English one."
    )


@strawberry.type(description="Companies.")
class CompanyConnection:
    """A page of companies."""

    edges: list[CompanyEdge]
    page_info: PageInfo

    @classmethod
    def of(cls, page: Page[model.Company], matched: Mapping[CompanyId, str]) -> Self:
        """Show a page; `matched` are the names by which companies were found."""
        edges = [
            CompanyEdge(cursor=cursor, node=Company.of(row), matched=matched.get(CompanyId(row.id)))
            for cursor, row in zip(page.cursors, page.items, strict=True)
        ]
        return cls(edges=edges, page_info=page_info(page))


async def company_of(context: Context, key: CompanyId) -> Company | None:
    """Return a company by its key."""
    row = await context.load(loaders.companies, key)
    return None if row is None else Company.of(row)


async def standing_company_of(context: Context, key: CompanyId) -> Company | None:
    """Return a company by its key, or what it was merged into."""
    found = await company_of(context, key)
    if found is not None:
        return found
    merged = await context.load(loaders.merged, key)
    return None if merged is None else await company_of(context, CompanyId(merged.into_id))


async def companies_of(context: Context, keys: Sequence[CompanyId]) -> list[Company]:
    """Return companies by their keys, in order."""
    rows = await context.load_many(loaders.companies, keys)
    return [Company.of(row) for row in rows if row is not None]
