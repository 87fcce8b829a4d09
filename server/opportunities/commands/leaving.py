"""How somebody who is erased leaves their posts and responses: their words go, what others answered stays."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Update, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.policy import has_left
from server.kit.actor import Level
from server.kit.clock import now
from server.kit.ids import MemberId, OpportunityId
from server.opportunities.model import (
    Opportunity,
    OpportunityExclusion,
    OpportunityGroup,
    OpportunitySkill,
    OpportunityTerms,
    Response,
)
from server.opportunities.rules import ResponseState

_OPEN = (ResponseState.RESPONDED.value, ResponseState.TALKING.value)
_EMPTY: dict[str, Any] = {
    "title": "",
    "body": "",
    "place": None,
    "places": [],
    "on_behalf_of": None,
    "remote": False,
    "hidden_reason": None,
}


async def leave_opportunities(session: AsyncSession, member: MemberId, place: MemberId) -> list[OpportunityId]:
    """Empty the member's posts that somebody answered, and their responses that somebody took up; both stay under `place`.

    Everything else of theirs is deleted. Return the posts that there were, whose documents are to be forgotten.
    """
    posts: Sequence[UUID] = (await session.scalars(select(Opportunity.id).where(Opportunity.author_id == member))).all()
    await _leave_posts(session, posts, place)
    await _leave_responses(session, member, place)
    await _sweep(session)
    return [OpportunityId(post) for post in posts]


async def _leave_posts(session: AsyncSession, posts: Sequence[UUID], place: MemberId) -> None:
    answered = exists().where(Response.opportunity_id == Opportunity.id, ~has_left(Response.responder_id))
    await session.execute(delete(Opportunity).where(Opportunity.id.in_(posts), ~answered).execution_options(synchronize_session=False))
    for table in (OpportunityTerms, OpportunitySkill, OpportunityGroup, OpportunityExclusion):
        await session.execute(delete(table).where(table.opportunity_id.in_(posts)))
    emptied = update(Opportunity).where(Opportunity.id.in_(posts))
    await _run(session, emptied.values(author_id=place, audience=int(Level.ONLY_ME), hidden_at=now(), **_EMPTY))
    refused = update(Response).where(Response.opportunity_id.in_(posts), Response.state.in_(_OPEN))
    await _run(session, refused.values(state=ResponseState.DECLINED.value, last_activity_at=now()))


async def _leave_responses(session: AsyncSession, member: MemberId, place: MemberId) -> None:
    author_stays = exists().where(Opportunity.id == Response.opportunity_id, ~has_left(Opportunity.author_id))
    unanswered = or_(Response.conversation_id.is_(None), ~author_stays)
    gone = delete(Response).where(Response.responder_id == member, unanswered)
    await session.execute(gone.execution_options(synchronize_session=False))
    taken = update(Response).where(Response.responder_id == member)
    ended = taken.where(Response.state.in_(_OPEN))
    await _run(session, ended.values(state=ResponseState.WITHDRAWN.value, last_activity_at=now()))
    await _run(session, taken.values(responder_id=place, note=""))


async def _sweep(session: AsyncSession) -> None:
    """Delete the emptied posts to which no answer of anybody refers any more."""
    answered = exists().where(Response.opportunity_id == Opportunity.id, ~has_left(Response.responder_id))
    emptied = delete(Opportunity).where(has_left(Opportunity.author_id), Opportunity.audience == int(Level.ONLY_ME), ~answered)
    await session.execute(emptied.execution_options(synchronize_session=False))


async def _run(session: AsyncSession, change: Update) -> None:
    await session.execute(change.execution_options(synchronize_session=False))
