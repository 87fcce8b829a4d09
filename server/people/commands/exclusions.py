"""Exclusions: a member is not shown to a company, or to another member; nobody is told, and taking one back is as quiet."""

from uuid import UUID

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.commands import standing_company
from server.companies.errors import UnknownCompany
from server.kit.actor import Actor
from server.kit.clock import now
from server.kit.ids import CompanyId, MemberId, uuid7
from server.kit.jobs import one_at_a_time
from server.kit.log import record
from server.kit.refusal import NotSignedIn, NotThere, TooMany
from server.people.commands.connections import part
from server.people.errors import OneselfExcluded
from server.people.events import CompanyExcluded, CompanyIncluded, MemberExcluded, MemberIncluded
from server.people.model import Exclusion
from server.people.reads import visible_ids
from server.people.rules import MOST_EXCLUSIONS


async def exclude_company(session: AsyncSession, actor: Actor, company: CompanyId) -> CompanyId:
    """Show the actor to nobody who has to do with the company, posts included; again changes nothing."""
    member = _member(actor)
    standing = await standing_company(session, company)
    if standing is None:
        raise UnknownCompany("company")
    key = CompanyId(standing.id)
    if await _add(session, member, "company", company_id=key):
        record(session, CompanyExcluded(member_id=member, company_id=key))
    return key


async def include_company(session: AsyncSession, actor: Actor, company: CompanyId) -> CompanyId:
    """Show the actor to a company again; an exclusion that is not there is refused (NotThere)."""
    member = _member(actor)
    standing = await standing_company(session, company)
    key = company if standing is None else CompanyId(standing.id)
    await _remove(session, Exclusion.member_id == member, Exclusion.company_id == key)
    record(session, CompanyIncluded(member_id=member, company_id=key))
    return key


async def exclude_member(session: AsyncSession, actor: Actor, other: MemberId) -> MemberId:
    """Show the actor to this member no more, who stays visible to the actor; a connection ends. Again changes nothing."""
    member = _member(actor)
    if member == other:
        raise OneselfExcluded
    standing = select(Exclusion.id).where(Exclusion.member_id == member, Exclusion.other_id == other)
    if await session.scalar(standing) is None and not await visible_ids(session, actor, [other]):
        raise NotThere
    await part(session, member, other)
    if await _add(session, member, "member", other_id=other):
        record(session, MemberExcluded(member_id=member, other_id=other))
    return other


async def include_member(session: AsyncSession, actor: Actor, other: MemberId) -> MemberId:
    """Show the actor to this member again; an exclusion that is not there is refused (NotThere)."""
    member = _member(actor)
    await _remove(session, Exclusion.member_id == member, Exclusion.other_id == other)
    record(session, MemberIncluded(member_id=member, other_id=other))
    return other


async def _add(session: AsyncSession, member: MemberId, field: str, **whom: UUID) -> bool:
    """Tell whether the exclusion is new; more than the most are refused (TooMany)."""
    await one_at_a_time(session, f"exclusions:{member}")
    new = upsert(Exclusion).values(id=uuid7(), member_id=member, at=now(), **whom).on_conflict_do_nothing().returning(Exclusion.id)
    if await session.scalar(new) is None:
        return False
    counted = select(func.count()).select_from(Exclusion).where(Exclusion.member_id == member)
    if (await session.scalars(counted)).one() > MOST_EXCLUSIONS:
        raise TooMany(field, limit=MOST_EXCLUSIONS)
    return True


async def _remove(session: AsyncSession, *which: ColumnElement[bool]) -> None:
    if await session.scalar(delete(Exclusion).where(*which).returning(Exclusion.id)) is None:
        raise NotThere


def _member(actor: Actor) -> MemberId:
    if actor.member_id is None:
        raise NotSignedIn
    return actor.member_id
