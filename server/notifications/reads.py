"""What a member is told: their notices, newest first, and how many are unread; and which mails have gone out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, func, select

from server.conversations.model import Message, Participant
from server.kit.actor import Actor, viewer_of
from server.kit.db import Session
from server.kit.ids import ConversationId, MemberId, MessageId, NoticeId, OpportunityId
from server.kit.paging import Page, PageRequest, page_of, read_uuid, write_cursor
from server.notifications.model import Notice, SentMail
from server.notifications.policy import visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A member's first unread message of a conversation. `key` stays the same until they have read on."""

    conversation_id: ConversationId
    member_id: MemberId
    number: int
    key: str
    sent_at: datetime


async def notices(session: Session, actor: Actor, page: PageRequest) -> Page[Notice]:
    """Return a page of the actor's notices, newest first."""
    wanted = select(Notice).where(visible_to(viewer_of(actor)))
    key = page.key()
    if key is not None:
        wanted = wanted.where(Notice.id < read_uuid(key))
    rows = (await session.scalars(wanted.order_by(Notice.id.desc()).limit(page.first + 1))).all()
    return page_of(rows, page.first, [write_cursor(row.id) for row in rows])


async def notices_by_ids(session: Session, actor: Actor, ids: Sequence[NoticeId]) -> dict[NoticeId, Notice]:
    """Return the actor's own notices among the ids."""
    rows = await session.scalars(select(Notice).where(Notice.id.in_(ids), visible_to(viewer_of(actor))))
    return {NoticeId(row.id): row for row in rows}


async def unread_notices(session: Session, actor: Actor) -> int:
    """Return how many of the actor's notices are unread."""
    wanted = select(func.count()).select_from(Notice).where(visible_to(viewer_of(actor)), Notice.read_at.is_(None))
    return (await session.scalars(wanted)).one()


def match_key(opportunity: OpportunityId) -> str:
    """Return the key of what tells that a post meets something saved: whichever query it was, a member is told of a post once."""
    return f"match:{opportunity}"


async def was_mailed(session: Session, key: str) -> bool:
    """Return whether the mail of this key was accepted by the mail server."""
    return bool(await session.scalar(select(exists().where(SentMail.key == key))))


async def first_unread(session: Session, message: MessageId) -> list[Unread]:
    """Return the others of the message's conversation for whom it waits unread, and whom no mail has told since they last read."""
    wanted = (
        select(Message, Participant)
        .join(Participant, Participant.conversation_id == Message.conversation_id)
        .where(
            Message.id == message,
            Participant.member_id.is_distinct_from(Message.author_id),
            Participant.read_number < Message.number,
            Participant.mailed_number <= Participant.read_number,
        )
        .order_by(Participant.member_id)
    )
    return [_unread(said, reader) for said, reader in (await session.execute(wanted)).all()]


def _unread(said: Message, reader: Participant) -> Unread:
    return Unread(
        conversation_id=ConversationId(reader.conversation_id),
        member_id=MemberId(reader.member_id),
        number=said.number,
        key=f"unread:{reader.conversation_id}:{reader.member_id}:{reader.read_number}",
        sent_at=said.sent_at,
    )
