"""Who was at a company, or at what it was before and after: only for certain, and only as far as the viewer may see them."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Date, Select, Uuid, func, literal, or_, select, tuple_, union
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.policy import is_here
from server.companies.model import Company, Kin
from server.kit.actor import Actor, Level, viewer_of
from server.kit.ids import CompanyId, MemberId
from server.kit.paging import BadPage, Page, PageRequest, page_of, read_number, read_uuid, write_cursor
from server.people.model import Affiliation, Profile
from server.people.policy import visible_to
from server.people.reads.here import FEWEST


async def company_people(session: AsyncSession, actor: Actor, company: CompanyId, page: PageRequest) -> Page[MemberId]:
    """Return whom the actor may see of those who were confirmed there; the best confirmed first, then who was there last."""
    found = _there(company).where(visible_to(viewer_of(actor))).subquery()
    wanted = select(found).order_by(found.c.level.desc(), found.c.last.desc(), found.c.member_id.desc()).limit(page.first + 1)
    key = page.key()
    if key is not None:
        wanted = wanted.where(tuple_(found.c.level, found.c.last, found.c.member_id) < tuple_(*_place(key)))
    rows = (await session.execute(wanted)).all()
    cursors = [write_cursor(level, last.isoformat(), member) for member, level, last in rows]
    return page_of([MemberId(member) for member, _, _ in rows], page.first, cursors)


async def count_company_people(session: AsyncSession, actor: Actor, company: CompanyId) -> int:
    """Return how many company_people has on all its pages."""
    found = _there(company).where(visible_to(viewer_of(actor))).subquery()
    return await session.scalar(select(func.count()).select_from(found)) or 0


async def members_at(session: AsyncSession, actor: Actor, companies: Sequence[CompanyId]) -> dict[CompanyId, int]:
    """Return how many were there for certain, for readers of each kind.

    A verified member reads how many of them they may see. Others read how many there are under exactly this name, and nothing below
    five: a number of several names together would tell of the few under one of them.
    """
    exactly = select(Company.id.label("company_id"), Company.id.label("name_id")).where(Company.id.in_(companies))
    related = select(Kin.company_id, Kin.kin_id).where(Kin.company_id.in_(companies))
    sees_people = actor.level >= Level.VERIFIED or actor.is_steward
    names = (union(exactly, related) if sees_people else exactly).subquery()
    members = func.count(Affiliation.member_id.distinct())
    found = (
        select(names.c.company_id, members)
        .join(Affiliation, Affiliation.company_id == names.c.name_id)
        .join(Profile, Profile.member_id == Affiliation.member_id)
        .where(Affiliation.state == "confirmed", Profile.verified_at.is_not(None))
        .group_by(names.c.company_id)
    )
    found = found.where(visible_to(viewer_of(actor)) if sees_people else is_here(Profile.member_id))
    found = found if sees_people else found.having(members >= FEWEST)
    return {CompanyId(company): count for company, count in (await session.execute(found)).all()}


async def member_ids_at(session: AsyncSession, companies: Sequence[CompanyId], after: UUID | None, limit: int) -> list[MemberId]:
    """Return the next members of any standing who have to do with the companies, by id, for walking through all of them."""
    walked = select(Affiliation.member_id).where(Affiliation.company_id.in_(companies)).distinct()
    walked = walked.order_by(Affiliation.member_id).limit(limit)
    return [MemberId(key) for key in await session.scalars(walked if after is None else walked.where(Affiliation.member_id > after))]


def _there(company: CompanyId) -> Select[*tuple[Any, ...]]:
    kin = select(Kin.kin_id).where(Kin.company_id == company)
    last = func.max(func.coalesce(Affiliation.ended_on, date.max)).label("last")
    return (
        select(Affiliation.member_id, func.max(Affiliation.verification).label("level"), last)
        .join(Profile, Profile.member_id == Affiliation.member_id)
        .where(or_(Affiliation.company_id == company, Affiliation.company_id.in_(kin)), Affiliation.state == "confirmed")
        .group_by(Affiliation.member_id)
    )


def _place(key: tuple[str, ...]) -> tuple[Any, Any, Any]:
    try:
        last = date.fromisoformat(key[1])
    except (IndexError, ValueError) as error:
        raise BadPage("after") from error
    return literal(read_number(key), BigInteger()), literal(last, Date()), literal(read_uuid(key, 2), Uuid())
