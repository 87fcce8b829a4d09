"""A group's imports, the people on its list, and how many may be written to, for who runs it; what an invitation says, for its holder."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.rules import token_hash
from server.companies.reads import standing_ids
from server.groups.model import AlumniGroup
from server.kit.actor import Actor, viewer_of
from server.kit.clock import now
from server.kit.ids import CompanyId, GroupId
from server.kit.paging import BadPage, Page, PageRequest, page_of, write_cursor
from server.rosters.model import InvitationBatch, Roster, RosterEntry
from server.rosters.policy import runs
from server.rosters.rules import DAY, left_of

_IMPORTS_SHOWN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """What an invitation says to whoever holds it: which group, and what its list says of them. `answered`: it was accepted."""

    group_id: GroupId
    company_id: CompanyId | None
    name: str | None
    started_on: date | None
    ended_on: date | None
    answered: bool


async def rosters_of(session: AsyncSession, actor: Actor, group: GroupId) -> Sequence[Roster]:
    """Return the group's latest imports, the newest first."""
    seen = select(Roster).where(Roster.group_id == group, runs(viewer_of(actor), Roster.group_id))
    return (await session.scalars(seen.order_by(Roster.id.desc()).limit(_IMPORTS_SHOWN))).all()


async def entry_counts(session: AsyncSession, actor: Actor, group: GroupId) -> dict[str, int]:
    """Return how many people on the group's list stand in each state."""
    seen = select(RosterEntry.state, func.count()).where(RosterEntry.group_id == group, runs(viewer_of(actor), RosterEntry.group_id))
    return dict((await session.execute(seen.group_by(RosterEntry.state))).all())


async def sent_lately(session: AsyncSession, actor: Actor, group: GroupId) -> list[tuple[datetime, int]]:
    """Return when the group wrote to how many people of its lists within the last day, in the order of time."""
    sent = select(InvitationBatch.sent_at, InvitationBatch.number).where(
        InvitationBatch.group_id == group, InvitationBatch.sent_at > now() - DAY, runs(viewer_of(actor), InvitationBatch.group_id)
    )
    return [(at, number) for at, number in await session.execute(sent.order_by(InvitationBatch.sent_at))]


async def invitations_left(session: AsyncSession, actor: Actor, group: GroupId) -> int:
    """Return how many more people of its lists the group may write to now."""
    return left_of(await sent_lately(session, actor, group))


async def entries_of(session: AsyncSession, actor: Actor, group: GroupId, page: PageRequest, state: str | None = None) -> Page[RosterEntry]:
    """Return a page of the people on the group's list, in the order in which they came."""
    seen = select(RosterEntry).where(RosterEntry.group_id == group, runs(viewer_of(actor), RosterEntry.group_id))
    if state is not None:
        seen = seen.where(RosterEntry.state == state)
    key = page.key()
    if key is not None:
        seen = seen.where(RosterEntry.id > _key(key))
    rows = (await session.scalars(seen.order_by(RosterEntry.id).limit(page.first + 1))).all()
    return page_of(rows, page.first, [write_cursor(row.id) for row in rows])


async def invitation_by_token(session: AsyncSession, token: str) -> Invitation | None:
    """Return the invitation of a link; None once it lapsed, was answered with no, or its group takes nobody in any more."""
    held = select(RosterEntry).join(Roster, Roster.id == RosterEntry.roster_id).where(RosterEntry.token_hash == token_hash(token))
    held = held.join(AlumniGroup, AlumniGroup.id == RosterEntry.group_id).where(AlumniGroup.state == "admitted", Roster.lapses_at > now())
    row = await session.scalar(held)
    if row is None:
        return None
    company = None if row.company_id is None else next(iter(await standing_ids(session, [CompanyId(row.company_id)])))
    return Invitation(
        group_id=GroupId(row.group_id),
        company_id=company,
        name=row.name,
        started_on=row.started_on,
        ended_on=row.ended_on,
        answered=row.state == "accepted",
    )


def _key(key: tuple[str, ...]) -> UUID:
    try:
        (entry,) = key
        return UUID(entry)
    except ValueError as error:
        raise BadPage("after") from error
