"""A group's list, and an invitation, as the graph shows them."""

from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Self, TypeAlias

import strawberry

from schema.companies import types as companies
from schema.context import Info
from schema.groups import types as groups
from schema.nodes import ViewerDependent, id_of
from schema.paging import PageInfo, page_info, page_request
from schema.people import types as people
from schema.scalars import Month
from server.kit.ids import CompanyId, GroupId, MemberId
from server.kit.paging import Page
from server.rosters import model
from server.rosters.reads import Invitation as Held
from server.rosters.reads import entries_of, entry_counts, invitations_left, rosters_of

if TYPE_CHECKING:
    from schema.companies.types import Company
    from schema.groups.types import AlumniGroup
    from schema.people.types import Person

_Company: TypeAlias = Annotated["Company", strawberry.lazy("schema.companies.types")]
_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types")]
_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types")]


@strawberry.enum(description="How far somebody on a list is: nothing was sent, a mail went, its address does not exist, they belong.")
class EntryState(Enum):
    """A state."""

    WAITING = "waiting"
    INVITED = "invited"
    BOUNCED = "bounced"
    ACCEPTED = "accepted"


@strawberry.type(description="Somebody on a group's list.")
class RosterEntry:
    """An entry; of who accepted the list says nothing any more but the address."""

    member: strawberry.Private[MemberId | None]
    id: strawberry.ID
    email: str
    name: str | None
    started_on: Month | None
    ended_on: Month | None
    state: EntryState
    invited_at: datetime | None

    @classmethod
    def of(cls, row: model.RosterEntry) -> Self:
        """Show a row."""
        return cls(
            member=None if row.member_id is None else MemberId(row.member_id),
            id=id_of("RosterEntry", row.id),
            email=row.email,
            name=row.name,
            started_on=_month(row.started_on),
            ended_on=_month(row.ended_on),
            state=EntryState(row.state),
            invited_at=row.invited_at,
        )

    @strawberry.field(
        description="Who they are here, once they accepted, as far as the viewer may see them.", directives=[ViewerDependent()]
    )
    async def person(self, info: Info) -> _Person | None:
        """Load them."""
        found = await people.persons_of(info.context, [self.member] if self.member else [])
        return found[0] if found else None


@strawberry.type(description="Somebody on a list, with their place.")
class RosterEntryEdge:
    """An entry with its cursor."""

    cursor: str
    node: RosterEntry


@strawberry.type(description="The people on a group's list.")
class RosterEntryConnection:
    """A page of them."""

    edges: list[RosterEntryEdge]
    page_info: PageInfo

    @classmethod
    def of(cls, page: Page[model.RosterEntry]) -> Self:
        """Show a page."""
        edges = [RosterEntryEdge(cursor=cursor, node=RosterEntry.of(row)) for cursor, row in zip(page.cursors, page.items, strict=True)]
        return cls(edges=edges, page_info=page_info(page))


@strawberry.type(description="One import of a list.")
class RosterImport:
    """An import, and what became of its rows."""

    by: strawberry.Private[MemberId | None]
    id: strawberry.ID
    imported_at: datetime
    lapses_at: datetime = strawberry.field(description="Who has not accepted by then is deleted.")
    consent: str = strawberry.field(description="Why these people may be written to, as who imported it said.")
    added: int = strawberry.field(
        description="Also up to four who belong to the group by another way or want no invitation, and are not kept."
    )
    corrected: int = strawberry.field(description="They stood on the list, had not answered, and it says something else of them now.")
    present: int = strawberry.field(description="They stood on the list like that, or belong to the group.")
    refused: int = strawberry.field(description="Bad rows.")

    @classmethod
    def of(cls, row: model.Roster) -> Self:
        """Show a row."""
        return cls(
            by=None if row.imported_by is None else MemberId(row.imported_by),
            id=id_of("Roster", row.id),
            imported_at=row.imported_at,
            lapses_at=row.lapses_at,
            consent=row.consent,
            added=row.added,
            corrected=row.corrected,
            present=row.present,
            refused=row.refused,
        )

    @strawberry.field(
        description="Who imported it; null for the command line, and for whom the viewer may not see.", directives=[ViewerDependent()]
    )
    async def imported_by(self, info: Info) -> _Person | None:
        """Load them."""
        found = await people.persons_of(info.context, [self.by] if self.by else [])
        return found[0] if found else None


@strawberry.type(description="How many people on a list stand in a state.")
class EntryCount:
    """A count."""

    state: EntryState
    count: int


@strawberry.type(description="A group's list, for its owner and operators.")
class GroupRoster:
    """The list."""

    key: strawberry.Private[GroupId]

    @strawberry.field(description="Whose list it is.")
    async def group(self, info: Info) -> _Group:
        """Load it."""
        (found,) = await groups.groups_of(info.context, [self.key])
        return found

    @strawberry.field(description="The latest imports, the newest first.", directives=[ViewerDependent()])
    async def imports(self, info: Info) -> list[RosterImport]:
        """Read them."""
        async with info.context.db.read() as session:
            return [RosterImport.of(row) for row in await rosters_of(session, info.context.actor, self.key)]

    @strawberry.field(description="How many stand in each state.", directives=[ViewerDependent()])
    async def counts(self, info: Info) -> list[EntryCount]:
        """Count them."""
        async with info.context.db.read() as session:
            found = await entry_counts(session, info.context.actor, self.key)
        return [EntryCount(state=state, count=found.get(state.value, 0)) for state in EntryState]

    @strawberry.field(
        description="How many more may be invited now: a group writes to a thousand people a day.", directives=[ViewerDependent()]
    )
    async def may_invite(self, info: Info) -> int:
        """Count what was sent."""
        async with info.context.db.read() as session:
            return await invitations_left(session, info.context.actor, self.key)

    @strawberry.field(description="Who stands on it, in the order in which they came.", directives=[ViewerDependent()])
    async def entries(self, info: Info, first: int, after: str | None = None, state: EntryState | None = None) -> RosterEntryConnection:
        """Read a page."""
        wanted = state.value if state else None
        async with info.context.db.read() as session:
            page = await entries_of(session, info.context.actor, self.key, page_request(first, after), wanted)
        return RosterEntryConnection.of(page)


@strawberry.type(description="What an invitation says to whoever holds its link.")
class Invitation:
    """An invitation."""

    held: strawberry.Private[Held]
    name: str | None = strawberry.field(description="Whom the list names; null once it was accepted.")
    started_on: Month | None
    ended_on: Month | None
    answered: bool = strawberry.field(description="It was accepted, and serves no more.")

    @classmethod
    def of(cls, held: Held) -> Self:
        """Show it."""
        return cls(held=held, name=held.name, started_on=_month(held.started_on), ended_on=_month(held.ended_on), answered=held.answered)

    @strawberry.field(description="Who invites.")
    async def group(self, info: Info) -> _Group:
        """Load it."""
        (found,) = await groups.groups_of(info.context, [self.held.group_id])
        return found

    @strawberry.field(description="Where they were, as the list says.")
    async def company(self, info: Info) -> _Company | None:
        """Load it."""
        key: CompanyId | None = self.held.company_id
        found = await companies.companies_of(info.context, [key] if key else [])
        return found[0] if found else None


def _month(day: date | None) -> Month | None:
    return None if day is None else Month(day)
