"""A member's conversations: both sides' messages, since what was written to somebody is theirs to keep."""

from collections import defaultdict
from collections.abc import AsyncGenerator, Sequence
from uuid import UUID

from sqlalchemy import select

from server.conversations.model import Conversation, Message, Participant
from server.conversations.policy import visible_to
from server.exports.reads.others import Others
from server.exports.reads.row import Row
from server.kit.actor import Actor, viewer_of
from server.kit.db import Session
from server.opportunities.model import Response


async def conversations(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a conversation."""
    talks = await others.talks()
    async for rows in others.each(session, select(Conversation).where(visible_to(viewer_of(actor))), Conversation.id):
        keys = [row.id for row in rows]
        people, read = await _participants(session, actor, keys)
        names = await others.names(each for members in people.values() for each in members)
        about = {
            row.conversation_id: row.opportunity_id
            for row in await session.scalars(select(Response).where(Response.conversation_id.in_(keys)))
        }
        titles = await others.titles(about.values())
        for row in rows:
            yield {
                "conversation": talks[row.id],
                "with": [names[member] for member in people[row.id] if names[member]],
                "post": titles.get(about.get(row.id)),
                "messages": row.last_number,
                "read": read.get(row.id),
                "startedAt": row.created_at,
                "endedAt": row.ended_at,
            }


async def messages(session: Session, actor: Actor, others: Others) -> AsyncGenerator[Row]:
    """One row a message, conversation by conversation, the oldest first; without words where their author has left."""
    for talk, place in (await others.talks()).items():
        said = select(Message).join(Conversation, Conversation.id == Message.conversation_id)
        async for rows in others.each(session, said.where(Message.conversation_id == talk, visible_to(viewer_of(actor))), Message.number):
            names = await others.names(row.author_id for row in rows)
            for row in rows:
                yield {
                    "conversation": place,
                    "number": row.number,
                    "sentAt": row.sent_at,
                    "mine": row.author_id == actor.member_id,
                    "person": names[row.author_id],
                    "body": row.body,
                }


async def _participants(session: Session, actor: Actor, keys: Sequence[UUID]) -> tuple[dict[UUID, list[UUID]], dict[UUID, int]]:
    """Who else takes part in each, and how far the actor has read."""
    people: defaultdict[UUID, list[UUID]] = defaultdict(list)
    read: dict[UUID, int] = {}
    for row in await session.scalars(select(Participant).where(Participant.conversation_id.in_(keys)).order_by(Participant.member_id)):
        if row.member_id == actor.member_id:
            read[row.conversation_id] = row.read_number
        else:
            people[row.conversation_id].append(row.member_id)
    return people, read
