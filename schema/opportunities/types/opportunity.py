"""An opportunity as its readers see it in the graph."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.companies import types as companies
from schema.context import Context, Info
from schema.groups import types as groups
from schema.nodes import AuthorDependent, Node, ViewerDependent, id_of
from schema.opportunities import loaders
from schema.opportunities.types import response as responses
from schema.opportunities.types.exclusions import OpportunityExclusion, exclusions_shown
from schema.opportunities.types.terms import Term, pay_shown, terms_shown
from schema.opportunities.types.words import CloseReason, Direction, Kind
from schema.paging import page_request
from schema.people import loaders as skill_loaders
from schema.people import types as people
from schema.scalars import Level
from server.kit.clock import today
from server.kit.ids import GroupId, MemberId, OpportunityId
from server.kit.text import to_html
from server.opportunities import model, policy
from server.opportunities.reads import responses_to
from server.opportunities.rules import RECRUITING

if TYPE_CHECKING:
    from schema.companies.types import Company
    from schema.groups.types import AlumniGroup
    from schema.opportunities.types.response import Response, ResponseConnection
    from schema.people.types import Person, Skill

_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types")]
_Skill: TypeAlias = Annotated["Skill", strawberry.lazy("schema.people.types")]
_Company: TypeAlias = Annotated["Company", strawberry.lazy("schema.companies.types")]
_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types")]
_Response: TypeAlias = Annotated["Response", strawberry.lazy("schema.opportunities.types.response")]
_Responses: TypeAlias = Annotated["ResponseConnection", strawberry.lazy("schema.opportunities.types.response")]


@strawberry.type(description="Where a post is hidden, for its author and for who decides there.")
class HiddenState:
    """A hidden post."""

    group_key: strawberry.Private[GroupId | None]
    reason: str

    @strawberry.field(description="Null: everywhere.")
    async def group(self, info: Info) -> _Group | None:
        """Load it."""
        return None if self.group_key is None else await groups.group_of(info.context, self.group_key)


@strawberry.type(description="What somebody seeks or offers.")
class Opportunity(Node):
    """A post."""

    key: strawberry.Private[OpportunityId]
    row: strawberry.Private[model.Opportunity]
    kind: Kind
    direction: Direction
    title: str
    body: str = strawberry.field(description="Markdown.")
    place: str | None
    remote: bool
    audience: Level
    terms_version: int
    terms_changed_at: datetime
    posted_at: datetime
    edited_at: datetime | None
    last_day: date = strawberry.field(description="The last day on which it is live, in Asia/Tokyo.")
    closed_at: datetime | None

    @classmethod
    def of(cls, row: model.Opportunity) -> Self:
        """Show a row that the viewer may open."""
        return cls(
            id=id_of("Opportunity", row.id),
            key=OpportunityId(row.id),
            row=row,
            kind=Kind(row.kind),
            direction=Direction(row.direction),
            title=row.title,
            body=row.body,
            place=row.place,
            remote=row.remote,
            audience=Level(row.audience),
            terms_version=row.terms_version,
            terms_changed_at=row.terms_changed_at,
            posted_at=row.posted_at,
            edited_at=row.edited_at,
            last_day=row.last_day,
            closed_at=row.closed_at,
        )

    @strawberry.field(description="The body as sanitised HTML.")
    async def body_html(self) -> str:
        """Render it."""
        return to_html(self.row.body)

    @strawberry.field(description="Who posted it; null for readers who may not see names.", directives=[AuthorDependent()])
    async def author(self, info: Info) -> _Person | None:
        """Load them."""
        if not info.context.shows_authors:
            return None
        return await people.person_of(info.context, MemberId(self.row.author_id))

    @strawberry.field(description="The author's confirmed companies; empty where the author is null.", directives=[AuthorDependent()])
    async def author_companies(self, info: Info) -> list[_Company]:
        """Load them."""
        if not info.context.shows_authors:
            return []
        return await companies.companies_of(info.context, await info.context.load(loaders.author_companies, MemberId(self.row.author_id)))

    @strawberry.field(description="What it asks for or offers.")
    async def skills(self, info: Info) -> list[_Skill]:
        """Load them."""
        rows = await info.context.load_many(skill_loaders.skills, await info.context.load(loaders.skills_of, self.key))
        return [people.Skill.of(row) for row in rows if row is not None]

    @strawberry.field(description="The groups that it stands in, where its audience is chosen groups.")
    async def groups(self, info: Info) -> list[_Group]:
        """Load them."""
        return await groups.groups_of(info.context, await info.context.load(loaders.groups_of, self.key))

    @strawberry.field(description="On whose behalf; always there for HIRING and CONTRACT.")
    async def on_behalf_of(self) -> str | None:
        """Read the row."""
        return self.row.on_behalf_of

    @strawberry.field(description="How to reach who recruits, for HIRING and CONTRACT.")
    async def recruiter_contact(self, info: Info) -> str | None:
        """Read the terms."""
        return (await info.context.load(loaders.terms_of, self.key)).get("recruiter_contact") if self.kind in RECRUITING else None

    @strawberry.field(description="One line for lists, e.g. 月20万円〜30万円（税別）.")
    async def pay(self, info: Info) -> str | None:
        """Read the terms."""
        return pay_shown(self.kind, self.direction, await info.context.load(loaders.terms_of, self.key), info.context.language)

    @strawberry.field(description="The terms that hold now, in the order of the form.")
    async def terms(self, info: Info) -> list[Term]:
        """Read them."""
        return terms_shown(self.kind, self.direction, await info.context.load(loaders.terms_of, self.key), info.context.language)

    @strawberry.field(description="The first instant after its last day, in UTC.")
    async def expires_at(self) -> datetime:
        """Reckon it."""
        return policy.ends_at(self.row)

    @strawberry.field(description="Why it ended; null while it is live.")
    async def close_reason(self) -> CloseReason | None:
        """Its author's reason, or that its last day is over."""
        if self.row.close_reason is not None:
            return CloseReason(self.row.close_reason)
        return CloseReason.EXPIRED if self.row.last_day < today() else None

    @strawberry.field(description="Whether it is open today.")
    async def live(self) -> bool:
        """Not closed, not hidden everywhere, its last day not over."""
        return policy.is_live(self.row, today())

    @strawberry.field(description="Where it is hidden, for its author and for who decides there.", directives=[ViewerDependent()])
    async def hidden(self, info: Info) -> HiddenState | None:
        """Load it."""
        found = await info.context.load(loaders.hidden_of, self.key)
        return None if found is None else HiddenState(group_key=found.group_id, reason=found.reason)

    @strawberry.field(description="For its author: from whom it is hidden. Empty for everybody else.", directives=[ViewerDependent()])
    async def exclusions(self, info: Info) -> list[OpportunityExclusion]:
        """Load them; to others it never looks as if there were any."""
        return exclusions_shown(await info.context.load(loaders.exclusions_of, self.key))

    @strawberry.field(description="Whether it is the viewer's own.", directives=[ViewerDependent()])
    async def viewer_is_author(self, info: Info) -> bool:
        """Compare."""
        return policy.is_author(info.context.actor, self.row)

    @strawberry.field(description="Whether the viewer may respond now.", directives=[ViewerDependent()])
    async def viewer_may_respond(self, info: Info) -> bool:
        """Ask the policy; one responds once."""
        may = policy.can_respond(info.context.actor, self.row, today())
        return may and await info.context.load(loaders.own_responses, self.key) is None

    @strawberry.field(description="The viewer's own response.", directives=[ViewerDependent()])
    async def viewer_response(self, info: Info) -> _Response | None:
        """Load it."""
        key = await info.context.load(loaders.own_responses, self.key)
        return None if key is None else await responses.response_of(info.context, key)

    @strawberry.field(description="For its author: who responded, latest activity first. Empty for others.", directives=[ViewerDependent()])
    async def responses(self, info: Info, first: int, after: str | None = None) -> _Responses:
        """Read a page."""
        async with info.context.db.read() as session:
            page = await responses_to(session, info.context.actor, self.key, page_request(first, after))
        return responses.ResponseConnection.of(page)

    @strawberry.field(description="Why it fits: the viewer's own skills, gives and asks that it meets.", directives=[ViewerDependent()])
    async def fits(self, info: Info) -> list[str]:
        """Load them."""
        return await info.context.load(loaders.fits_of, self.key)


async def opportunity_of(context: Context, key: OpportunityId) -> Opportunity | None:
    """Return a post that the viewer may open."""
    row = await context.load(loaders.opportunities, key)
    return None if row is None else Opportunity.of(row)
