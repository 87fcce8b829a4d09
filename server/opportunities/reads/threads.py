"""Responses as the two whom they concern see them: by id, by post, by conversation, and as the list of what goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from server.conversations.model import Conversation
from server.kit.actor import Actor, viewer_of
from server.kit.ids import ConversationId, MemberId, OpportunityId, ResponseId
from server.kit.paging import Page, PageRequest, page_of, read_instant, read_uuid, write_cursor
from server.opportunities.model import Opportunity, Response
from server.opportunities.policy import response_visible_to
from server.opportunities.reads.labels import labels_now
from server.opportunities.rules import Label, ResponseState


@dataclass(frozen=True, slots=True)
class Thread:
    """A response with its author's side, and when anything last happened in it. With a label, the author reads no name."""

    response: Response
    author_id: MemberId
    last_activity_at: datetime
    label: Label | None


async def responses_by_ids(session: AsyncSession, actor: Actor, ids: Sequence[ResponseId]) -> dict[ResponseId, Thread]:
    """Return the responses that concern the actor; the others are absent."""
    rows = (await session.execute(_threads(actor).where(Response.id.in_(ids)))).all()
    return {ResponseId(found.response.id): found for found in await _labelled(session, rows)}


async def responses_by_conversations(
    session: AsyncSession, actor: Actor, ids: Sequence[ConversationId]
) -> dict[ConversationId, ResponseId]:
    """Return the response that each conversation hangs on, where it concerns the actor."""
    wanted = select(Response.conversation_id, Response.id).where(Response.conversation_id.in_(ids), response_visible_to(viewer_of(actor)))
    return {ConversationId(talk): ResponseId(key) for talk, key in (await session.execute(wanted)).all() if talk is not None}


async def threads(session: AsyncSession, actor: Actor, page: PageRequest, *, waiting_for_me: bool | None = None) -> Page[Thread]:
    """Return a page of everything the actor takes part in, latest activity first.

    Waiting for the actor are responses to own posts that have no answer yet; False keeps all the others.
    """
    wanted = _threads(actor)
    if waiting_for_me is not None:
        waiting = _waits_for(actor)
        wanted = wanted.where(waiting if waiting_for_me else ~waiting)
    return await _page(session, wanted, page)


async def responses_to(session: AsyncSession, actor: Actor, opportunity: OpportunityId, page: PageRequest) -> Page[Thread]:
    """Return a page of the responses to the actor's own post, latest activity first; empty for everybody else."""
    return await _page(session, _threads(actor).where(Opportunity.id == opportunity, Opportunity.author_id == actor.member_id), page)


async def count_waiting(session: AsyncSession, actor: Actor) -> int:
    """Return how many responses wait for the actor's answer."""
    wanted = select(func.count()).select_from(Response).join(Opportunity, Opportunity.id == Response.opportunity_id)
    return (await session.scalars(wanted.where(_waits_for(actor)))).one()


def _activity() -> ColumnElement[datetime]:
    # PostgreSQL's greatest() passes over nulls.
    return func.greatest(Response.last_activity_at, Conversation.last_message_at)


def _threads(actor: Actor) -> Select[Response, UUID, datetime]:
    return (
        select(Response, Opportunity.author_id, _activity())
        .join(Opportunity, Opportunity.id == Response.opportunity_id)
        .outerjoin(Conversation, Conversation.id == Response.conversation_id)
        .where(response_visible_to(viewer_of(actor)))
    )


def _waits_for(actor: Actor) -> ColumnElement[bool]:
    return and_(Opportunity.author_id == actor.member_id, Response.state == ResponseState.RESPONDED.value)


async def _page(session: AsyncSession, wanted: Select[Response, UUID, datetime], page: PageRequest) -> Page[Thread]:
    total = (await session.scalars(select(func.count()).select_from(wanted.order_by(None).subquery()))).one()
    key = page.key()
    if key is not None:
        wanted = wanted.where(tuple_(_activity(), Response.id) < tuple_(read_instant(key), read_uuid(key, 1)))
    rows = (await session.execute(wanted.order_by(_activity().desc(), Response.id.desc()).limit(page.first + 1))).all()
    found = await _labelled(session, rows)
    return page_of(found, page.first, [write_cursor(each.last_activity_at.isoformat(), each.response.id) for each in found], total)


async def _labelled(session: AsyncSession, rows: Sequence[Row[Response, UUID, datetime]]) -> list[Thread]:
    labels = await labels_now(session, [ResponseId(row[0].id) for row in rows])
    return [Thread(row[0], MemberId(row[1]), row[2], labels.get(ResponseId(row[0].id))) for row in rows]
