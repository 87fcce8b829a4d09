"""What a member arranged about who sees them: exclusions and chosen circles; only for themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor
from server.kit.ids import CompanyId, GroupId, MemberId
from server.kit.paging import Page, PageRequest, page_of, read_instant, read_uuid, write_cursor
from server.people.model import Exclusion, ProfileCircle


@dataclass(frozen=True, slots=True)
class Excluded:
    """To whom the member is not shown, and since when: a company or another member, exactly one of the two."""

    id: UUID
    company_id: CompanyId | None
    other_id: MemberId | None
    since: datetime


@dataclass(frozen=True, slots=True)
class ChosenCircles:
    """The groups and companies that the level CHOSEN_GROUPS stands for."""

    groups: tuple[GroupId, ...] = ()
    companies: tuple[CompanyId, ...] = ()


async def exclusions(session: AsyncSession, actor: Actor, page: PageRequest) -> Page[Excluded]:
    """Return to whom the actor is not shown, the latest first, with how many there are in all."""
    mine = select(Exclusion).where(Exclusion.member_id == actor.member_id)
    total = (await session.scalars(select(func.count()).select_from(mine.subquery()))).one()
    key = page.key()
    if key is not None:
        mine = mine.where(tuple_(Exclusion.at, Exclusion.id) < tuple_(read_instant(key), read_uuid(key, 1)))
    rows: Sequence[Exclusion] = (await session.scalars(mine.order_by(Exclusion.at.desc(), Exclusion.id.desc()).limit(page.first + 1))).all()
    return page_of([_excluded(row) for row in rows], page.first, [write_cursor(row.at.isoformat(), row.id) for row in rows], total)


async def chosen_circles(session: AsyncSession, actor: Actor) -> ChosenCircles:
    """Return the circles that the actor chose."""
    mine = select(ProfileCircle).where(ProfileCircle.member_id == actor.member_id).order_by(ProfileCircle.circle_id)
    rows = (await session.scalars(mine)).all()
    return ChosenCircles(
        groups=tuple(GroupId(row.circle_id) for row in rows if row.kind == "group"),
        companies=tuple(CompanyId(row.circle_id) for row in rows if row.kind == "company"),
    )


def _excluded(row: Exclusion) -> Excluded:
    company = None if row.company_id is None else CompanyId(row.company_id)
    return Excluded(row.id, company, None if row.other_id is None else MemberId(row.other_id), row.at)
