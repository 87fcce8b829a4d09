"""People for tests: members with a profile, affiliations, skills and blocks."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Company
from server.groups.reads import groups_of_company
from server.kit.actor import Actor, Language
from server.kit.clock import now
from server.kit.ids import CompanyId, GroupId, MemberId
from server.people.commands import ensure_skills
from server.people.model import (
    Affiliation,
    AffiliationReview,
    Block,
    Connection,
    Exclusion,
    MemberSkill,
    PresentEmployer,
    Profile,
    ProfileCircle,
)
from server.people.reads import actor_of
from server.people.reads.actors import SETTLED_AFTER
from tests.factories.accounts import make_account
from tests.factories.companies import make_company
from tests.factories.groups import join_group, make_role


async def make_member(
    session: AsyncSession,
    name: str = "高橋 悠",
    company: Company | str | None = None,
    *,
    verified: bool = True,
    email: str | None = None,
    language: Language = "ja",
    is_steward: bool = False,
    **profile: Any,
) -> MemberId:
    """A member with a profile and an affiliation: confirmed, with its groups joined, or (verified=False) awaiting.

    `profile` are further columns of Profile, e.g. headline, headline_level, skills=[…] (names). Without a company one is invented.
    """
    account = await make_account(session, email, language=language, is_steward=is_steward)
    member = MemberId(account.id)
    skills = profile.pop("skills", [])
    session.add(Profile(member_id=member, name=name, verified_at=now() if verified else None, **profile))
    await session.flush()
    for position, skill in enumerate(await ensure_skills(session, skills)):
        session.add(MemberSkill(member_id=member, skill_id=skill, position=position))
    await make_affiliation(session, member, company, state="confirmed" if verified else "awaiting")
    return member


async def make_profile(session: AsyncSession, *, verified: bool = True, **profile: Any) -> MemberId:
    """A member with a profile alone: nothing ties them to anybody. `profile` are further columns."""
    member = MemberId((await make_account(session)).id)
    session.add(Profile(member_id=member, name="高橋 悠", verified_at=now() if verified else None, **profile))
    await session.flush()
    return member


async def make_affiliation(
    session: AsyncSession,
    member: MemberId,
    company: Company | str | None = None,
    *,
    state: str = "confirmed",
    started_on: date = date(2014, 4, 1),
    ended_on: date | None = date(2019, 9, 1),
) -> Affiliation:
    """An affiliation, with the memberships in the company's groups that follow from its state."""
    place = company if isinstance(company, Company) else await make_company(session, company)
    affiliation = Affiliation(
        member_id=member,
        company_id=place.id,
        started_on=started_on,
        ended_on=ended_on,
        state=state,
        verification=20 if state == "confirmed" else 0,
    )
    session.add(affiliation)
    await session.flush()
    groups = await groups_of_company(session, CompanyId(place.id))
    if state == "confirmed":
        group = groups[0] if groups else None
        session.add(AffiliationReview(affiliation_id=affiliation.id, outcome="confirmed", level=20, group_id=group))
    membership = {"confirmed": "approved", "awaiting": "applied"}.get(state, "declined")
    for group in groups:
        await join_group(session, group, member, state=membership)
    return affiliation


async def make_operator(
    session: AsyncSession, group: GroupId, name: str = "森 楓", company: Company | str | None = None, **rest: Any
) -> MemberId:
    """A verified member with the operator's role in the group."""
    member = await make_member(session, name, company, **rest)
    await make_role(session, group, member)
    return member


async def settle(session: AsyncSession, member: MemberId) -> None:
    """The member was verified long ago: no newcomer to the caps any more."""
    (await session.get_one(Profile, member)).verified_at = now() - 2 * SETTLED_AFTER
    await session.flush()


async def make_block(session: AsyncSession, blocker: MemberId, blocked: MemberId) -> None:
    """One member does not want to meet the other."""
    session.add(Block(blocker_id=blocker, blocked_id=blocked))
    await session.flush()


async def act_as(session: AsyncSession, member: MemberId) -> Actor:
    """The member as they ask now."""
    actor = await actor_of(session, member)
    assert actor is not None
    return actor


async def make_exclusion(session: AsyncSession, member: MemberId, *, company: Company | None = None, other: MemberId | None = None) -> None:
    """The member is not shown to whoever has to do with the company, or to the other member."""
    session.add(Exclusion(member_id=member, company_id=company.id if company else None, other_id=other))
    await session.flush()


async def make_connection(session: AsyncSession, one: MemberId, other: MemberId) -> None:
    """The two are connected."""
    session.add_all([Connection(member_id=one, other_id=other), Connection(member_id=other, other_id=one)])
    await session.flush()


async def choose_circle(session: AsyncSession, member: MemberId, circle: UUID, kind: str = "company") -> None:
    """The member shows the fields of the level CHOSEN_GROUPS to a company or a group."""
    session.add(ProfileCircle(member_id=member, circle_id=circle, kind=kind))
    await session.flush()


async def employ(session: AsyncSession, member: MemberId, company: Company) -> None:
    """The member works at the company now."""
    session.add(PresentEmployer(member_id=member, company_id=company.id))
    await session.flush()
