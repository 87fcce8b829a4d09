"""The caller as they see themselves: their account, their groups and sessions, and everything that is theirs."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, TypeAlias

import strawberry

from schema.accounts import loaders
from schema.accounts.types.beginning import Beginning
from schema.accounts.types.identities import Identity, identities
from schema.accounts.types.safety import Safety, Session, own_safety, own_sessions
from schema.accounts.types.unread import Unread
from schema.context import Context, Info
from schema.departures import types as departures
from schema.exports import types as exports
from schema.groups import types as groups
from schema.groups.types import Role
from schema.moderation import types as moderation
from schema.nodes import id_of, key_of
from schema.notifications import types as notifications
from schema.opportunities import types as opportunities
from schema.paging import page_request
from schema.people import types as people
from schema.scalars import Cursor, Language, Standing
from server.accounts.model import Member
from server.groups.reads import roles_of
from server.kit.actor import Actor
from server.kit.ids import GroupId, MemberId
from server.kit.log import group_queue, inbox
from server.kit.refusal import NotSignedIn, NotThere
from server.people.reads import actor_still

if TYPE_CHECKING:
    from schema.departures.types import Departure
    from schema.exports.types import Export
    from schema.groups.types import AlumniGroup, GroupApplication
    from schema.moderation.types import QueueConnection
    from schema.notifications.types import NoticeConnection
    from schema.opportunities.types import OpportunityConnection, ResponseConnection
    from schema.people.types import NextStep, OwnProfile, Person, PersonConnection, Privacy

_Application: TypeAlias = Annotated["GroupApplication", strawberry.lazy("schema.groups.types")]
_Departure: TypeAlias = Annotated["Departure", strawberry.lazy("schema.departures.types")]
_Export: TypeAlias = Annotated["Export", strawberry.lazy("schema.exports.types")]
_Group: TypeAlias = Annotated["AlumniGroup", strawberry.lazy("schema.groups.types")]
_Queue: TypeAlias = Annotated["QueueConnection", strawberry.lazy("schema.moderation.types")]
_Notices: TypeAlias = Annotated["NoticeConnection", strawberry.lazy("schema.notifications.types")]
_Opportunities: TypeAlias = Annotated["OpportunityConnection", strawberry.lazy("schema.opportunities.types")]
_Responses: TypeAlias = Annotated["ResponseConnection", strawberry.lazy("schema.opportunities.types")]
_NextStep: TypeAlias = Annotated["NextStep", strawberry.lazy("schema.people.types")]
_OwnProfile: TypeAlias = Annotated["OwnProfile", strawberry.lazy("schema.people.types")]
_Privacy: TypeAlias = Annotated["Privacy", strawberry.lazy("schema.people.types")]
_Person: TypeAlias = Annotated["Person", strawberry.lazy("schema.people.types")]
_People: TypeAlias = Annotated["PersonConnection", strawberry.lazy("schema.people.types")]


@strawberry.type(description="A standing role of the viewer's.")
class GroupRole:
    """A role in a group."""

    group: _Group
    role: Role


@strawberry.type(description="The caller, signed in.")
class Viewer(Beginning):
    """The caller."""

    id: strawberry.ID
    key: strawberry.Private[MemberId]
    email: str
    language: Language
    standing: Standing
    is_steward: bool = strawberry.field(description="Whether the viewer acts as a steward in this session.")
    needs_second_factor: bool = strawberry.field(
        description="Someone with a role, or a steward, whose session gave no passkey or second factor; until then they decide nothing."
    )
    queue_mail: bool = strawberry.field(description="Whether the weekly mail of what waits for the viewer's decision may come.")

    @strawberry.field(description="What keeps the account: passkeys, an app, recovery codes, a change of address.")
    async def safety(self, info: Info) -> Safety:
        """Load it."""
        return await own_safety(info.context)

    @strawberry.field(description="How the viewer is leaving the platform; null while they are not.")
    async def departure(self, info: Info) -> _Departure | None:
        """Look it up where it is asked for."""
        return await departures.own_departure(info.context) if info.context.actor.leaving else None

    @strawberry.field(description="The copy of their data that the viewer asked for last; null where they asked for none lately.")
    async def export(self, info: Info) -> _Export | None:
        """Look it up."""
        return await exports.own_export(info.context)

    @strawberry.field(description="The viewer as a person, seen by themselves.")
    async def person(self, info: Info) -> _Person:
        """Load them."""
        found = await people.person_of(info.context, self.key)
        if found is None:
            raise NotThere
        return found

    @strawberry.field(description="Everything of the own profile, with the level of each field.")
    async def profile(self, info: Info) -> _OwnProfile:
        """Load it."""
        return await people.own_profile(info.context)

    @strawberry.field(description="The one thing that the viewer could tell next; null when there is none, or all were put away.")
    async def next_step(self, info: Info) -> _NextStep | None:
        """Choose it."""
        return await people.next_step(info.context)

    @strawberry.field(description="Who may see the viewer, and who may not.")
    async def privacy(self, info: Info) -> _Privacy:
        """Load it."""
        return await people.own_privacy(info.context)

    @strawberry.field(description="Groups where the viewer has a standing role, with it.")
    async def roles(self, info: Info) -> list[GroupRole]:
        """Load them."""
        async with info.context.db.read() as session:
            roles = await roles_of(session, info.context.actor)
        found = await groups.groups_of(info.context, list(roles))
        return [GroupRole(group=group, role=Role(roles[group.key])) for group in found]

    @strawberry.field(description="Groups that the viewer proposed and that are not admitted, the newest first.")
    async def proposed_groups(self, info: Info) -> list[_Group]:
        """Load them."""
        return await groups.proposed_by_viewer(info.context)

    @strawberry.field(description="Groups to which the viewer belongs.")
    async def groups(self, info: Info) -> list[_Group]:
        """Load them."""
        return await groups.groups_of(info.context, sorted(info.context.actor.groups))

    @strawberry.field(description="The viewer's newest application to each group, the newest first.")
    async def applications(self, info: Info) -> list[_Application]:
        """Load them."""
        return await groups.own_applications_of(info.context)

    @strawberry.field(description="Where the viewer is signed in, the one used last first.")
    async def sessions(self, info: Info) -> list[Session]:
        """Load them."""
        return await own_sessions(info.context)

    @strawberry.field(description="Accounts at OpenID providers that sign the viewer in, the oldest first.")
    async def identities(self, info: Info) -> list[Identity]:
        """Load them."""
        return await identities(info.context)

    @strawberry.field(description="Responses where the viewer is author or responder, the latest activity first.")
    async def responses(self, info: Info, first: int, waiting_for_viewer: bool | None = None, after: str | None = None) -> _Responses:
        """Read a page."""
        request = page_request(first, after)
        return await opportunities.responses_of_viewer(info.context, request, waiting_for_viewer=waiting_for_viewer)

    @strawberry.field(description="What happened to the viewer's own things, the latest first.")
    async def notices(self, info: Info, first: int, after: str | None = None) -> _Notices:
        """Read a page."""
        return await notifications.notices_of(info.context, page_request(first, after))

    @strawberry.field(description="How much waits to be read.")
    async def unread(self) -> Unread:
        """Numbers, counted where they are asked for."""
        return Unread()

    @strawberry.field(description="The viewer's own posts, newest first.")
    async def opportunities(self, info: Info, first: int, after: str | None = None) -> _Opportunities:
        """Read a page."""
        return await opportunities.own_opportunities(info, page_request(first, after))

    @strawberry.field(description="Live posts that meet what the viewer gives, looks for and can do.")
    async def fitting(self, info: Info, first: int, after: str | None = None) -> _Opportunities:
        """Read a page."""
        return await opportunities.fitting_opportunities(info, page_request(first, after))

    @strawberry.field(description="Who was confirmed last.")
    async def new_faces(self, info: Info, first: int, after: str | None = None) -> _People:
        """Read a page."""
        return await people.new_faces(info.context, page_request(first, after))

    @strawberry.field(description="Whom the viewer blocked, by name only.")
    async def blocked(self, info: Info, first: int, after: str | None = None) -> _People:
        """Read a page."""
        return await people.blocked_people(info.context, page_request(first, after))

    @strawberry.field(description="With whom the viewer is connected, the latest first; nobody else reads it.")
    async def connections(self, info: Info, first: int, after: str | None = None) -> _People:
        """Read a page."""
        return await people.connected_people(info.context, page_request(first, after))

    @strawberry.field(description="Who asks the viewer to be connected, and waits for an answer; the latest first.")
    async def connection_requests(self, info: Info, first: int, after: str | None = None) -> _People:
        """Read a page."""
        return await people.people_who_ask(info.context, page_request(first, after))

    @strawberry.field(description="Read before the snapshot: subscribe to inbox after it.")
    async def inbox_cursor(self, info: Info) -> Cursor:
        """Seal the position."""
        return Cursor(await info.context.parts.following.cursor_now(inbox(self.key)))

    @strawberry.field(description="What waits for the viewer's decision; empty for who decides nothing.")
    async def queue(self, info: Info, first: int, after: str | None = None) -> _Queue:
        """Read a page."""
        return await moderation.queue_of(info.context, page_request(first, after))

    @strawberry.field(description="Read before the snapshot: subscribe to that queue after it. Null for who does not decide there.")
    async def queue_cursor(self, info: Info, group: strawberry.ID | None = None) -> Cursor | None:
        """Seal the position."""
        actor = info.context.actor
        wanted = None if group is None else GroupId(key_of("AlumniGroup", group))
        if not (actor.is_steward or wanted in actor.operates):
            return None
        return Cursor(await info.context.parts.following.cursor_now(group_queue(wanted)))


async def viewer_of(context: Context) -> Viewer | None:
    """Return the caller; None for a guest."""
    actor = context.actor
    row = None if actor.member_id is None else await context.load(loaders.own_account, actor.member_id)
    return None if row is None else _viewer(row, actor)


async def renewed_viewer(context: Context, actor: Actor | None = None) -> Viewer:
    """Return the caller (or who just became it) as they stand after a change."""
    asking = actor or context.actor
    async with context.db.read() as session:
        fresh = await actor_still(session, asking)
    if fresh is None:
        raise NotSignedIn
    context.renew(replace(fresh, language=context.language, origin=context.actor.origin))
    viewer = await viewer_of(context)
    if viewer is None:
        raise NotSignedIn
    return viewer


def _viewer(row: Member, actor: Actor) -> Viewer:
    key = MemberId(row.id)
    return Viewer(
        id=id_of("Viewer", key),
        key=key,
        email=row.email,
        language=Language(row.language),
        standing=Standing(int(actor.level)),
        is_steward=actor.is_steward,
        needs_second_factor=actor.needs_second_factor,
        queue_mail=row.queue_mail,
    )
