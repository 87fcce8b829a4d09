"""Whom "view as" looks as: a verified member without a name, who has to do with a company or a group, or with nothing of ours."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Company, Kin
from server.groups.model import AlumniGroup
from server.groups.reads import companies_of_groups, groups_of_company
from server.kit.actor import Actor, Level
from server.kit.ids import CompanyId, GroupId

# Nothing in common: no company, no group, no connection; the same for everybody, so there is one.
STRANGER = Actor(level=Level.VERIFIED)


async def alum_like(session: AsyncSession, company: CompanyId) -> Actor | None:
    """Return somebody who was confirmed at the company and belongs to its groups; None where there is no such company."""
    if await session.get(Company, company) is None:
        return None
    return await _confirmed(session, [company], await groups_of_company(session, company))


async def member_like(session: AsyncSession, group: GroupId) -> Actor | None:
    """Return somebody who belongs to this group and was confirmed at whatever it gathers; None where it is unknown."""
    if await session.scalar(select(AlumniGroup.id).where(AlumniGroup.id == group, AlumniGroup.state.in_(("admitted", "closed")))) is None:
        return None
    return await _confirmed(session, (await companies_of_groups(session, [group])).get(group, []), [group])


async def _confirmed(session: AsyncSession, companies: Iterable[CompanyId], groups: Iterable[GroupId]) -> Actor:
    were = frozenset(companies)
    kin = await session.scalars(select(Kin.kin_id).where(Kin.company_id.in_(were)))
    reached = were | {CompanyId(company) for company in kin}
    return Actor(level=Level.VERIFIED, groups=frozenset(groups), companies=reached, alumni_of=reached)
