"""People in a row, the latest first: who was confirmed last, at one's own companies too, and who belongs to a group."""

from typing import Any

from sqlalchemy import Select, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.groups.model import GroupMembership
from server.kit.actor import Actor
from server.kit.ids import GroupId, MemberId
from server.kit.paging import Page, PageRequest
from server.people.model import Affiliation, Profile
from server.people.reads.persons import count_people, page_of_people


async def new_faces(session: AsyncSession, actor: Actor, page: PageRequest) -> Page[MemberId]:
    """Return who was confirmed last, without the actor."""
    return await page_of_people(session, actor, _new_faces(actor), Profile.verified_at, page)


async def count_new_faces(session: AsyncSession, actor: Actor) -> int:
    """Return how many new_faces has on all its pages."""
    return await count_people(session, actor, _new_faces(actor))


async def colleagues(session: AsyncSession, actor: Actor, page: PageRequest) -> Page[MemberId]:
    """Return who was confirmed at a company of the actor's, or at what it came from or became; the last confirmed first."""
    return await page_of_people(session, actor, _colleagues(actor), Profile.verified_at, page)


async def count_colleagues(session: AsyncSession, actor: Actor) -> int:
    """Return how many colleagues has on all its pages."""
    return await count_people(session, actor, _colleagues(actor))


async def group_people(session: AsyncSession, actor: Actor, group: GroupId, page: PageRequest) -> Page[MemberId]:
    """Return those approved members of a group whom the actor may see, the newest first."""
    return await page_of_people(session, actor, _group_people(group), GroupMembership.since, page)


async def count_group_people(session: AsyncSession, actor: Actor, group: GroupId) -> int:
    """Return how many group_people has on all its pages."""
    return await count_people(session, actor, _group_people(group))


def _new_faces(actor: Actor) -> Select[*tuple[Any, ...]]:
    found = select(Profile.member_id, Profile.verified_at)
    return found.where(Profile.verified_at.is_not(None), Profile.member_id.is_distinct_from(actor.member_id))


def _colleagues(actor: Actor) -> Select[*tuple[Any, ...]]:
    there = (Affiliation.member_id == Profile.member_id, Affiliation.state == "confirmed", Affiliation.company_id.in_(actor.alumni_of))
    return _new_faces(actor).where(exists().where(*there))


def _group_people(group: GroupId) -> Select[*tuple[Any, ...]]:
    found = select(Profile.member_id, GroupMembership.since).join(GroupMembership, GroupMembership.member_id == Profile.member_id)
    return found.where(GroupMembership.group_id == group, GroupMembership.state == "approved")
