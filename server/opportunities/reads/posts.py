"""Posts by their ids, with what hangs on each; one statement a question, whatever the number of posts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, any_, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import PARAMETERS, Actor, Level, parameters_of, viewer_of
from server.kit.clock import today
from server.kit.db import among
from server.kit.ids import GroupId, MemberId, OpportunityId, ResponseId, SkillId
from server.opportunities.model import Opportunity, OpportunityGroup, OpportunitySkill, OpportunityTerms, Response
from server.opportunities.policy import live, visible_to


@dataclass(frozen=True, slots=True)
class Hidden:
    """Where a post is hidden (None: everywhere), and why."""

    group_id: GroupId | None
    reason: str


async def opportunities_by_ids(session: AsyncSession, actor: Actor, ids: Sequence[OpportunityId]) -> dict[OpportunityId, Opportunity]:
    """Return the posts that the actor may open; the others are absent."""
    rows = await session.scalars(_by_ids(), parameters_of(actor) | {"ids": list(ids)})
    return {OpportunityId(row.id): row for row in rows}


async def opportunity_to_change(session: AsyncSession, actor: Actor, opportunity: OpportunityId) -> Opportunity | None:
    """Return a post that the actor may open, with its row locked until the transaction ends."""
    wanted = select(Opportunity).where(Opportunity.id == opportunity, visible_to(viewer_of(actor)))
    return await session.scalar(wanted.with_for_update(of=Opportunity).execution_options(populate_existing=True))


async def groups_by_opportunities(session: AsyncSession, actor: Actor, ids: Sequence[OpportunityId]) -> dict[OpportunityId, list[GroupId]]:
    """Return the groups in which each post stands, hidden there or not; none where its audience is not chosen groups."""
    found: defaultdict[OpportunityId, list[GroupId]] = defaultdict(list)
    for opportunity, group in (await session.execute(_groups(), parameters_of(actor) | {"ids": list(ids)})).all():
        found[OpportunityId(opportunity)].append(GroupId(group))
    return found


async def skills_by_opportunities(session: AsyncSession, actor: Actor, ids: Sequence[OpportunityId]) -> dict[OpportunityId, list[SkillId]]:
    """Return the skills of each post in its author's order."""
    found: defaultdict[OpportunityId, list[SkillId]] = defaultdict(list)
    for opportunity, skill in (await session.execute(_skills(), parameters_of(actor) | {"ids": list(ids)})).all():
        found[OpportunityId(opportunity)].append(SkillId(skill))
    return found


async def terms_by_opportunities(
    session: AsyncSession, actor: Actor, ids: Sequence[OpportunityId]
) -> dict[OpportunityId, Mapping[str, str]]:
    """Return the terms that hold now, {key: stored text}, in no order: the form gives it."""
    rows = await session.execute(_terms(), parameters_of(actor) | {"ids": list(ids)})
    return {OpportunityId(key): terms for key, terms in rows.all()}


async def hidden_by_opportunities(session: AsyncSession, actor: Actor, ids: Sequence[OpportunityId]) -> dict[OpportunityId, Hidden]:
    """Return where a post is hidden, for its author and for who decides there; hidden everywhere goes before one group."""
    given = parameters_of(actor) | {"ids": list(ids)}
    everywhere, somewhere = _hidden()
    found = {OpportunityId(row.id): Hidden(None, row.hidden_reason or "") for row in (await session.scalars(everywhere, given)).all()}
    for place in await session.scalars(somewhere, given):
        found.setdefault(OpportunityId(place.opportunity_id), Hidden(GroupId(place.group_id), place.hidden_reason or ""))
    return found


async def own_responses_by_opportunities(
    session: AsyncSession, actor: Actor, ids: Sequence[OpportunityId]
) -> dict[OpportunityId, ResponseId]:
    """Return the actor's own response to each post, if any."""
    if actor.member_id is None:
        return {}
    wanted = select(Response.opportunity_id, Response.id).where(Response.opportunity_id.in_(ids), Response.responder_id == actor.member_id)
    return {OpportunityId(opportunity): ResponseId(response) for opportunity, response in (await session.execute(wanted)).all()}


# Statements that every page asks are built once: building one anew takes longer than its answer.


@cache
def _by_ids() -> Select[Opportunity]:
    return select(Opportunity).where(among(Opportunity.id), visible_to(PARAMETERS))


@cache
def _groups() -> Select[UUID, UUID]:
    return (
        select(OpportunityGroup.opportunity_id, OpportunityGroup.group_id)
        .join(Opportunity, Opportunity.id == OpportunityGroup.opportunity_id)
        .where(among(Opportunity.id), Opportunity.audience == int(Level.CHOSEN_GROUPS), visible_to(PARAMETERS))
        .order_by(OpportunityGroup.group_id)
    )


@cache
def _skills() -> Select[UUID, UUID]:
    return (
        select(OpportunitySkill.opportunity_id, OpportunitySkill.skill_id)
        .join(Opportunity, Opportunity.id == OpportunitySkill.opportunity_id)
        .where(among(Opportunity.id), visible_to(PARAMETERS))
        .order_by(OpportunitySkill.position, OpportunitySkill.skill_id)
    )


@cache
def _terms() -> Select[UUID, dict[str, Any]]:
    versions = tuple_(OpportunityTerms.opportunity_id, OpportunityTerms.version) == tuple_(Opportunity.id, Opportunity.terms_version)
    told = select(OpportunityTerms.opportunity_id, OpportunityTerms.terms).join(Opportunity, versions)
    return told.where(among(Opportunity.id), visible_to(PARAMETERS))


@cache
def _hidden() -> tuple[Select[Opportunity], Select[OpportunityGroup]]:
    """Posts that are hidden everywhere, and places where one is hidden; for who may know that."""
    viewer = PARAMETERS
    everywhere = select(Opportunity).where(among(Opportunity.id), Opportunity.hidden_at.is_not(None), visible_to(viewer))
    decides = or_(Opportunity.author_id == viewer.member_id, viewer.is_steward, OpportunityGroup.group_id == any_(viewer.operates))
    somewhere = (
        select(OpportunityGroup)
        .join(Opportunity, Opportunity.id == OpportunityGroup.opportunity_id)
        .where(among(Opportunity.id), OpportunityGroup.hidden_at.is_not(None), visible_to(viewer), decides)
        .order_by(OpportunityGroup.hidden_at)
    )
    return everywhere, somewhere


async def opportunity_ids_by_authors(session: AsyncSession, authors: Sequence[MemberId]) -> list[OpportunityId]:
    """Return the posts of these authors that have not ended, for what is derived from them: an index, not a reader."""
    keys: Sequence[UUID] = (
        await session.scalars(select(Opportunity.id).where(Opportunity.author_id.in_(authors), Opportunity.closed_at.is_(None)))
    ).all()
    return [OpportunityId(key) for key in keys]


async def opportunity_ids_changed_since(session: AsyncSession, since: datetime) -> list[OpportunityId]:
    """Return the live posts that were posted or edited since then, the oldest first, for what is told of them: no reader's question."""
    changed = or_(Opportunity.posted_at >= since, Opportunity.edited_at >= since)
    wanted = select(Opportunity.id).where(live(today()), changed).order_by(Opportunity.posted_at, Opportunity.id)
    return [OpportunityId(key) for key in await session.scalars(wanted)]
