"""A member's posts with every version of their terms, the responses to them, and their responses to others' posts."""

from collections import defaultdict
from collections.abc import AsyncGenerator, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select

from server.exports.reads.others import Others
from server.exports.reads.row import Row
from server.kit.actor import Actor, Level
from server.kit.db import Session
from server.kit.ids import ResponseId
from server.opportunities.model import (
    Opportunity,
    OpportunityExclusion,
    OpportunityGroup,
    OpportunitySkill,
    OpportunityTerms,
    Response,
    ResponseLabel,
)
from server.opportunities.reads import label_text
from server.opportunities.reads.labels import labels_now
from server.people.model import Skill


async def posts(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a post, however it stands."""
    async for rows in others.each(session, select(Opportunity).where(Opportunity.author_id == actor.member_id), Opportunity.id):
        keys = [row.id for row in rows]
        skills, terms = await _skills(session, keys), await _terms(session, keys)
        groups, kept_from = await _groups(session, others, keys), await _kept_from(session, others, keys)
        for row in rows:
            hidden = {"hiddenAt": row.hidden_at, "hiddenReason": row.hidden_reason}
            more = {"skills": skills[row.id], "groups": groups[row.id], "notShownTo": kept_from[row.id], "terms": terms[row.id]}
            yield _post(row) | hidden | more


async def responses_received(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a response to the member's posts: with its sender's name, or with what was said in place of it."""
    talks = await others.talks()
    mine = exists().where(Opportunity.id == Response.opportunity_id, Opportunity.author_id == actor.member_id)
    async for rows in others.each(session, select(Response).where(mine), Response.id):
        labels = await labels_now(session, [ResponseId(row.id) for row in rows])
        named = await others.names(row.responder_id for row in rows if row.id not in labels)
        others.note(row.responder_id for row in rows)
        titles = await others.titles(row.opportunity_id for row in rows)
        for row in rows:
            label = labels.get(ResponseId(row.id))
            said = {"label": None if label is None else label_text(label, actor.language)}
            yield {"post": titles[row.opportunity_id], "person": named.get(row.responder_id)} | said | _response(row, talks)


async def responses_sent(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a response of the member's; the post's title while they may open it."""
    talks = await others.talks()
    async for rows in others.each(session, select(Response).where(Response.responder_id == actor.member_id), Response.id):
        titles = await others.titles(row.opportunity_id for row in rows)
        nameless = set(
            await session.scalars(select(ResponseLabel.response_id).where(ResponseLabel.response_id.in_([row.id for row in rows])))
        )
        for row in rows:
            yield {"post": titles[row.opportunity_id], "withoutName": row.id in nameless} | _response(row, talks)


def _post(row: Opportunity) -> Row:
    return {
        "title": row.title,
        "kind": row.kind,
        "direction": row.direction,
        "body": row.body,
        "place": row.place,
        "remote": row.remote,
        "audience": Level(row.audience).name.lower(),
        "onBehalfOf": row.on_behalf_of,
        "postedAt": row.posted_at,
        "editedAt": row.edited_at,
        "lastDay": row.last_day,
        "closedAt": row.closed_at,
        "closeReason": row.close_reason,
    }


def _response(row: Response, talks: dict[UUID | None, int]) -> Row:
    agreed = (row.author_agreed_at, row.responder_agreed_at)
    return {
        "note": row.note,
        "state": row.state,
        "termsVersion": row.terms_version,
        "respondedAt": row.responded_at,
        "authorAgreedAt": agreed[0],
        "responderAgreedAt": agreed[1],
        "conversation": talks.get(row.conversation_id),
    }


async def _skills(session: Session, keys: Sequence[UUID]) -> dict[UUID, list[str]]:
    wanted = select(OpportunitySkill.opportunity_id, Skill.name).join(Skill, Skill.id == OpportunitySkill.skill_id)
    rows = await session.execute(wanted.where(OpportunitySkill.opportunity_id.in_(keys)).order_by(OpportunitySkill.position))
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for post, name in rows.all():
        found[post].append(name)
    return found


async def _terms(session: Session, keys: Sequence[UUID]) -> dict[UUID, list[Row]]:
    rows = await session.scalars(_on(OpportunityTerms, keys).order_by(OpportunityTerms.version))
    found: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.opportunity_id].append({"version": row.version, "since": row.created_at, "terms": row.terms})
    return found


async def _groups(session: Session, others: Others, keys: Sequence[UUID]) -> dict[UUID, list[Row]]:
    rows = (await session.scalars(_on(OpportunityGroup, keys))).all()
    called = await others.groups(row.group_id for row in rows)
    found: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        hidden: Row = {"hiddenAt": row.hidden_at, "hiddenReason": row.hidden_reason}
        found[row.opportunity_id].append({"group": called.get(row.group_id)} | hidden)
    return found


async def _kept_from(session: Session, others: Others, keys: Sequence[UUID]) -> dict[UUID, list[Row]]:
    rows = (await session.scalars(_on(OpportunityExclusion, keys).order_by(OpportunityExclusion.id))).all()
    names = await others.names(row.other_id for row in rows)
    companies = await others.companies(row.company_id for row in rows)
    found: defaultdict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.opportunity_id].append({"company": companies.get(row.company_id), "person": names[row.other_id]})
    return found


def _on(table: Any, keys: Sequence[UUID]) -> Any:
    return select(table).where(table.opportunity_id.in_(keys))
