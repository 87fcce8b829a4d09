"""What members said of a company that is merged into another: it is said of the other one from then on, and nothing is lost."""

from typing import TypeAlias

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from server.accounts.commands import raise_authz_versions
from server.groups.commands import admit_all
from server.groups.reads import groups_of_companies
from server.kit.ids import CompanyId, MemberId
from server.people.model import Affiliation, Exclusion, PresentEmployer, ProfileCircle

_Pair: TypeAlias = tuple[CompanyId, CompanyId]


async def move_company(session: AsyncSession, from_: CompanyId, into: CompanyId) -> None:
    """Move affiliations, present employers, exclusions and chosen circles; called before the groups of `from_` are moved.

    Who has tenures at both keeps both, also where they overlap now. Who waits at the one waits in the groups of the other too, and
    who was confirmed belongs to them, as after a confirmation; who left a group stays away from it.
    """
    moved = await _members(session, from_)
    groups = await groups_of_companies(session, [from_, into])
    new = set(groups.get(into, ())) - set(groups.get(from_, ()))
    for state, standing in (("confirmed", "approved"), ("awaiting", "applied")):
        await admit_all(session, moved.get(state, set()), new, standing)
    for model in (Affiliation, PresentEmployer):
        held = update(model).where(model.company_id == from_).values(company_id=into)
        await session.execute(held.execution_options(synchronize_session=False))
    await _move_exclusions(session, (from_, into))
    await _move_circles(session, (from_, into))
    await raise_authz_versions(session, set[MemberId]().union(*moved.values()))


async def _members(session: AsyncSession, company: CompanyId) -> dict[str, set[MemberId]]:
    rows = await session.execute(select(Affiliation.state, Affiliation.member_id).where(Affiliation.company_id == company))
    found: dict[str, set[MemberId]] = {}
    for state, member in rows.all():
        found.setdefault(state, set()).add(MemberId(member))
    return found


async def _move_exclusions(session: AsyncSession, pair: _Pair) -> None:
    from_, into = pair
    other = aliased(Exclusion)
    has_both = select(other.member_id).where(other.company_id == into)
    twice = delete(Exclusion).where(Exclusion.company_id == from_, Exclusion.member_id.in_(has_both))
    await session.execute(twice.execution_options(synchronize_session=False))
    moved = update(Exclusion).where(Exclusion.company_id == from_).values(company_id=into)
    await session.execute(moved.execution_options(synchronize_session=False))


async def _move_circles(session: AsyncSession, pair: _Pair) -> None:
    from_, into = pair
    other = aliased(ProfileCircle)
    has_both = select(other.member_id).where(other.circle_id == into)
    twice = delete(ProfileCircle).where(ProfileCircle.circle_id == from_, ProfileCircle.member_id.in_(has_both))
    await session.execute(twice.execution_options(synchronize_session=False))
    moved = update(ProfileCircle).where(ProfileCircle.circle_id == from_).values(circle_id=into)
    await session.execute(moved.execution_options(synchronize_session=False))
