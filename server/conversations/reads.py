"""Conversations as their participants see them: who takes part, what was said, what is unread."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from server.accounts.reads import leaving_among
from server.conversations.model import Conversation, Message, Participant
from server.conversations.policy import visible_to
from server.kit.actor import Actor, viewer_of
from server.kit.ids import ConversationId, MemberId, MessageId
from server.kit.paging import Page, PageRequest, page_of, read_number, write_cursor
from server.people.reads import blocked_ids


async def conversations_by_ids(session: AsyncSession, actor: Actor, ids: Sequence[ConversationId]) -> dict[ConversationId, Conversation]:
    """Return the conversations in which the actor takes part; the others are absent."""
    rows = await session.scalars(select(Conversation).where(Conversation.id.in_(ids), visible_to(viewer_of(actor))))
    return {ConversationId(row.id): row for row in rows}


async def others_by_conversations(session: AsyncSession, actor: Actor, ids: Sequence[ConversationId]) -> dict[ConversationId, MemberId]:
    """Return with whom the actor talks in each conversation; nobody once the other has left the platform."""
    wanted = (
        select(Participant.conversation_id, Participant.member_id)
        .join(Conversation, Conversation.id == Participant.conversation_id)
        .where(Conversation.id.in_(ids), visible_to(viewer_of(actor)), Participant.member_id != actor.member_id)
    )
    return {ConversationId(talk): MemberId(member) for talk, member in (await session.execute(wanted)).all()}


async def open_with(session: AsyncSession, actor: Actor, conversation: ConversationId) -> MemberId | None:
    """Return to whom the actor could say something there now: nobody once it has ended, or while one of the two is not to be met."""
    if actor.member_id is None:
        return None
    wanted = (
        select(Participant.member_id)
        .join(Conversation, Conversation.id == Participant.conversation_id)
        .where(Conversation.id == conversation, visible_to(viewer_of(actor)), Conversation.ended_at.is_(None))
    )
    members = [MemberId(key) for key in await session.scalars(wanted)]
    return (
        next((each for each in members if each != actor.member_id), None) if await open_between(session, actor.member_id, members) else None
    )


async def open_between(session: AsyncSession, member: MemberId, members: list[MemberId]) -> bool:
    """Whether the member, one of these, may still talk to the others: nobody keeps away from anybody, and nobody is leaving."""
    blocked = await blocked_ids(session, member)
    return blocked.isdisjoint(members) and not await leaving_among(session, members)


async def participants(session: AsyncSession, conversation: ConversationId) -> list[MemberId]:
    """Return who takes part, for commands and jobs that have checked who asks."""
    keys: Sequence[UUID] = (
        await session.scalars(
            select(Participant.member_id).where(Participant.conversation_id == conversation).order_by(Participant.member_id)
        )
    ).all()
    return [MemberId(key) for key in keys]


async def messages_by_ids(session: AsyncSession, actor: Actor, ids: Sequence[MessageId]) -> dict[MessageId, Message]:
    """Return the messages of the actor's own conversations; the others are absent."""
    rows = await session.scalars(_messages(actor).where(Message.id.in_(ids)))
    return {MessageId(row.id): row for row in rows}


async def messages(session: AsyncSession, actor: Actor, conversation: ConversationId, page: PageRequest) -> Page[Message]:
    """Return a page of what was said, newest first; empty for who does not take part."""
    wanted = _messages(actor).where(Message.conversation_id == conversation)
    key = page.key()
    if key is not None:
        wanted = wanted.where(Message.number < read_number(key))
    rows = (await session.scalars(wanted.order_by(Message.number.desc()).limit(page.first + 1))).all()
    return page_of(rows, page.first, [write_cursor(row.number) for row in rows])


async def unread_by_conversations(session: AsyncSession, actor: Actor, ids: Sequence[ConversationId]) -> dict[ConversationId, int]:
    """Return how many messages of others the actor has not read, for conversations that have any."""
    wanted = _unread(actor).where(Participant.conversation_id.in_(ids))
    counts: defaultdict[ConversationId, int] = defaultdict(int)
    for talk, count in (await session.execute(wanted.group_by(Participant.conversation_id))).all():
        counts[ConversationId(talk)] = count
    return counts


async def unread_conversations(session: AsyncSession, actor: Actor) -> int:
    """Return in how many conversations something waits to be read."""
    talks = _unread(actor).group_by(Participant.conversation_id).subquery()
    return (await session.scalars(select(func.count()).select_from(talks))).one()


def _messages(actor: Actor) -> Select[Message]:
    return select(Message).join(Conversation, Conversation.id == Message.conversation_id).where(visible_to(viewer_of(actor)))


def _unread(actor: Actor) -> Select[UUID, int]:
    message = aliased(Message)
    unread = and_(
        message.conversation_id == Participant.conversation_id,
        message.number > Participant.read_number,
        message.author_id.is_distinct_from(Participant.member_id),
    )
    wanted = select(Participant.conversation_id, func.count(message.id)).join(message, unread)
    return wanted.where(Participant.member_id == actor.member_id)
