"""Companies as the graph shows them."""

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.companies import loaders
from schema.context import Context, Info
from schema.groups import types as groups
from schema.nodes import Node, id_of
from schema.paging import PageInfo, page_info
from server.companies import model
from server.kit.ids import CompanyId
from server.kit.paging import Page

if TYPE_CHECKING:
    from schema.groups.types import AlumniGroup

_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types")]


@strawberry.enum(description="What kind of employer it is.")
class CompanyKind(Enum):
    """What kind of employer it is."""

    COMPANY = "company"
    PUBLIC_BODY = "public_body"


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

    @classmethod
    def of(cls, row: model.Company) -> Self:
        """Show a row."""
        key = CompanyId(row.id)
        return cls(id=id_of("Company", key), key=key, name=row.name, name_en=row.name_en, kind=CompanyKind(row.kind), proposed=row.proposed)

    @strawberry.field(description="What else it is called: other spellings, abbreviations, former and later names.")
    async def aliases(self, info: Info) -> list[str]:
        """Load them."""
        return await info.context.load(loaders.aliases, self.key)

    @strawberry.field(description="The groups that gather its alumni.")
    async def groups(self, info: Info) -> list[_Group]:
        """Load them."""
        return await groups.groups_of(info.context, await info.context.load(loaders.groups_of, self.key))


@strawberry.type(description="A company in a list.")
class CompanyEdge:
    """A company with its place."""

    cursor: str
    node: Company


@strawberry.type(description="Companies.")
class CompanyConnection:
    """A page of companies."""

    edges: list[CompanyEdge]
    page_info: PageInfo

    @classmethod
    def of(cls, page: Page[model.Company]) -> Self:
        """Show a page."""
        edges = [CompanyEdge(cursor=cursor, node=Company.of(row)) for cursor, row in zip(page.cursors, page.items, strict=True)]
        return cls(edges=edges, page_info=page_info(page))


async def company_of(context: Context, key: CompanyId) -> Company | None:
    """Return a company by its key."""
    row = await context.load(loaders.companies, key)
    return None if row is None else Company.of(row)


async def companies_of(context: Context, keys: Sequence[CompanyId]) -> list[Company]:
    """Return companies by their keys, in order."""
    rows = await context.load_many(loaders.companies, keys)
    return [Company.of(row) for row in rows if row is not None]
