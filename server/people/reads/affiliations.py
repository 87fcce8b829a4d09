"""Affiliations as the viewer may see them, who decides on them, and what two people share by them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from server.companies.model import Kin
from server.kit.actor import PARAMETERS, Actor, parameters_of
from server.kit.db import among
from server.kit.ids import AffiliationId, CompanyId, GroupId, MemberId
from server.people.model import Affiliation, AffiliationReview, Profile
from server.people.policy import affiliation_in_full, affiliation_shown, visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class AffiliationView:
    """An affiliation for one viewer; the decision's reason, instant and group are None for those who may not read them."""

    id: AffiliationId
    member_id: MemberId
    company_id: CompanyId
    started_on: date
    ended_on: date | None
    department: str | None
    title: str | None
    verification: int
    state: str
    declared_at: datetime
    decline_reason: str | None
    decided_at: datetime | None
    decided_group: GroupId | None


@dataclass(frozen=True, slots=True)
class Common:
    """A company that two people share: where the other one was, and where the viewer was; two names where one went on as the other.

    `start` and `end` are the months in which both were there, None where they never were, or not under one name.
    """

    company_id: CompanyId
    viewer_company_id: CompanyId
    start: date | None
    end: date | None


async def affiliations_by_ids(session: AsyncSession, actor: Actor, ids: Sequence[AffiliationId]) -> dict[AffiliationId, AffiliationView]:
    """Return the affiliations that the actor may see: of people whom they may see, and those on which they decide or decided."""
    rows = (await session.execute(_by_ids(), parameters_of(actor) | {"ids": list(ids)})).all()
    return {AffiliationId(row[0].id): _view(row) for row in rows}


async def affiliations_of(session: AsyncSession, actor: Actor, members: Sequence[MemberId]) -> dict[MemberId, list[AffiliationView]]:
    """Return the affiliations of each member that the actor may see, the latest tenure first."""
    views: defaultdict[MemberId, list[AffiliationView]] = defaultdict(list)
    for row in (await session.execute(_by_members(), parameters_of(actor) | {"ids": list(members)})).all():
        views[MemberId(row[0].member_id)].append(_view(row))
    return views


async def confirmed_companies(session: AsyncSession, actor: Actor, members: Sequence[MemberId]) -> dict[MemberId, list[CompanyId]]:
    """Return where each member, as far as the actor may see them, was for certain; the latest company first."""
    companies: defaultdict[MemberId, list[CompanyId]] = defaultdict(list)
    for member, company, _ in (await session.execute(_companies(), parameters_of(actor) | {"ids": list(members)})).all():
        companies[MemberId(member)].append(CompanyId(company))
    return companies


async def in_common(session: AsyncSession, actor: Actor, members: Sequence[MemberId]) -> dict[MemberId, list[Common]]:
    """Return which companies the actor shares with each member whom they may see; both must be confirmed there.

    What was before or after a company counts as the company itself.
    """
    shared: defaultdict[MemberId, dict[CompanyId, Common]] = defaultdict(dict)
    for member, company, own, first, last in (await session.execute(_shared(), parameters_of(actor) | {"ids": list(members)})).all():
        meet = company == own and (last is None or first <= last)
        common = shared[MemberId(member)]
        if meet or company not in common:
            common[CompanyId(company)] = Common(CompanyId(company), CompanyId(own), first if meet else None, last if meet else None)
    return {member: list(commons.values()) for member, commons in shared.items()}


@cache
def _by_ids() -> Select[*tuple[Any, ...]]:
    return _affiliations().where(among(Affiliation.id))


@cache
def _by_members() -> Select[*tuple[Any, ...]]:
    latest = (func.coalesce(Affiliation.ended_on, date.max).desc(), Affiliation.started_on.desc(), Affiliation.id)
    return _affiliations().where(among(Affiliation.member_id)).order_by(*latest)


@cache
def _companies() -> Select[*tuple[Any, ...]]:
    last = func.max(func.coalesce(Affiliation.ended_on, date.max))
    return (
        select(Affiliation.member_id, Affiliation.company_id, last)
        .join(Profile, Profile.member_id == Affiliation.member_id)
        .where(among(Affiliation.member_id), Affiliation.state == "confirmed", visible_to(PARAMETERS))
        .group_by(Affiliation.member_id, Affiliation.company_id)
        .order_by(last.desc())
    )


@cache
def _shared() -> Select[*tuple[Any, ...]]:
    mine, kin = aliased(Affiliation), aliased(Kin)
    start = func.greatest(mine.started_on, Affiliation.started_on)
    end = func.least(mine.ended_on, Affiliation.ended_on)
    related = exists().where(kin.company_id == mine.company_id, kin.kin_id == Affiliation.company_id)
    return (
        select(Affiliation.member_id, Affiliation.company_id, mine.company_id, start, end)
        .join(mine, or_(mine.company_id == Affiliation.company_id, related))
        .join(Profile, Profile.member_id == Affiliation.member_id)
        .where(mine.member_id == PARAMETERS.member_id, mine.state == "confirmed", Affiliation.state == "confirmed")
        .where(among(Affiliation.member_id), Affiliation.member_id != PARAMETERS.member_id, visible_to(PARAMETERS))
        # The same company before a related one.
        .order_by(Affiliation.member_id, Affiliation.company_id, mine.company_id != Affiliation.company_id, mine.company_id, start)
    )


def _affiliations() -> Select[*tuple[Any, ...]]:
    reviews = aliased(AffiliationReview)
    latest = (
        select(reviews.id)
        .where(reviews.affiliation_id == Affiliation.id)
        .order_by(reviews.decided_at.desc(), reviews.id.desc())
        .limit(1)
        .correlate(Affiliation)
        .scalar_subquery()
    )
    return (
        select(Affiliation, AffiliationReview, affiliation_in_full(PARAMETERS))
        .join(Profile, Profile.member_id == Affiliation.member_id)
        .outerjoin(AffiliationReview, AffiliationReview.id == latest)
        .where(affiliation_shown(PARAMETERS), or_(visible_to(PARAMETERS), affiliation_in_full(PARAMETERS)))
    )


def _view(row: Any) -> AffiliationView:
    affiliation, review, in_full = row
    # A declaration that was edited after a decision waits anew; the old decision says nothing of it.
    told = review if in_full and review is not None and review.outcome == affiliation.state else None
    return AffiliationView(
        id=AffiliationId(affiliation.id),
        member_id=MemberId(affiliation.member_id),
        company_id=CompanyId(affiliation.company_id),
        started_on=affiliation.started_on,
        ended_on=affiliation.ended_on,
        department=affiliation.department,
        title=affiliation.title,
        verification=affiliation.verification,
        state=affiliation.state,
        declared_at=affiliation.declared_at,
        decline_reason=told.reason if told and affiliation.state == "declined" else None,
        decided_at=told.decided_at if told else None,
        decided_group=GroupId(told.group_id) if told and told.group_id else None,
    )
