"""How members are told: a notice once per occurrence, a mail once per key, and what was read."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Select, Text, cast, delete, func, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as upsert

from server.conversations.model import Participant
from server.groups.events import ApplicantAsked
from server.kit.actor import Actor, viewer_of
from server.kit.clock import now
from server.kit.db import Session
from server.kit.ids import AffiliationId, ApplicationId, GroupId, MemberId, OpportunityId, StandingQueryId, uuid7
from server.kit.log import Event, encode
from server.notifications.model import Notice, SentMail
from server.notifications.policy import visible_to
from server.notifications.reads import Unread, match_key

# A job that comes again does so within hours; a key older than this cannot be met again.
KEPT = timedelta(days=30)


async def write_notice(session: Session, member: MemberId, event: Event, key: str) -> None:
    """Tell the member of what happened to their own thing; a second time with the same key does nothing."""
    row = {"id": uuid7(), "member_id": member, "key": key, "type": type(event).__name__, "ref": encode(event), "at": now()}
    await session.execute(upsert(Notice).values(row).on_conflict_do_nothing(index_elements=["member_id", "key"]))


async def withdraw_notices(session: Session, kind: type[Event], members: Select[UUID]) -> None:
    """Delete what the members were told by events of a kind, once there is nothing behind it any more."""
    gone = delete(Notice).where(Notice.type == kind.__name__, Notice.member_id.in_(members))
    await session.execute(gone.execution_options(synchronize_session=False))


async def mark_notices_read(session: Session, actor: Actor) -> None:
    """Mark everything that the actor was told as read."""
    unread = update(Notice).where(visible_to(viewer_of(actor)), Notice.read_at.is_(None))
    await session.execute(unread.values(read_at=now()))


async def answer_notice(session: Session, member: MemberId, event: Event) -> None:
    """Mark what told the member of this as read: they have answered it, or it was taken back."""
    told = (Notice.member_id == member, Notice.type == type(event).__name__, Notice.ref == encode(event))
    await session.execute(update(Notice).where(*told, Notice.read_at.is_(None)).values(read_at=now()))


async def mark_notices_of_affiliation_read(session: Session, member: MemberId, affiliation: AffiliationId) -> None:
    """Mark what told the member of their affiliation as read: it is gone, and no page could show it any more."""
    told = (Notice.member_id == member, Notice.ref["affiliation_id"].astext == str(affiliation))
    await session.execute(update(Notice).where(*told, Notice.read_at.is_(None)).values(read_at=now()))


async def mark_notices_of_query_read(session: Session, member: MemberId, query: StandingQueryId) -> None:
    """Mark what a standing query told the member of as read: it is gone, and no page could say why it came."""
    told = (Notice.member_id == member, Notice.ref["query_id"].astext == str(query))
    await session.execute(update(Notice).where(*told, Notice.read_at.is_(None)).values(read_at=now()))


async def mark_matches_read(session: Session, members: Collection[MemberId], opportunity: OpportunityId) -> None:
    """Mark what told the members that a post meets what they saved as read: it has ended, or they may not see it any more."""
    told = (Notice.member_id.in_(members), Notice.key == match_key(opportunity))
    await session.execute(update(Notice).where(*told, Notice.read_at.is_(None)).values(read_at=now()))


async def mark_notices_of_group_read(session: Session, member: MemberId, group: GroupId) -> None:
    """Mark what told the member of a group as read: it is gone, and no page could show it any more."""
    told = (Notice.member_id == member, Notice.ref["group_id"].astext == str(group))
    await session.execute(update(Notice).where(*told, Notice.read_at.is_(None)).values(read_at=now()))


async def mark_questions_read(session: Session, member: MemberId, application: ApplicationId) -> None:
    """Mark what told an applicant of a question as read: they answered it, or the application was decided."""
    asked = (Notice.member_id == member, Notice.type == ApplicantAsked.__name__, Notice.ref["application_id"].astext == str(application))
    await session.execute(update(Notice).where(*asked, Notice.read_at.is_(None)).values(read_at=now()))


async def claim_mail(session: Session, key: str) -> bool:
    """Return whether the mail of this key is still to be sent, by this transaction, which commits when it was accepted.

    A second worker with the same key waits here until the first has ended, and goes on only where that one failed.
    """
    claim = upsert(SentMail).values(key=key, sent_at=now()).on_conflict_do_nothing().returning(SentMail.key)
    return await session.scalar(claim) is not None


async def note_mailed(session: Session, unread: Unread) -> None:
    """Note that a mail told the member of their first unread message, so that the following ones send none."""
    row = (Participant.conversation_id == unread.conversation_id, Participant.member_id == unread.member_id)
    noted = update(Participant).where(*row).values(mailed_number=func.greatest(Participant.mailed_number, unread.number))
    await session.execute(noted)


async def leave_notices(session: Session, member: MemberId, place: UUID) -> None:
    """Put `place` where others' notices name a member who is erased, and forget the keys of the mails that told them of something."""
    named = cast(func.replace(cast(Notice.ref, Text), str(member), str(place)), JSONB)
    await session.execute(update(Notice).where(cast(Notice.ref, Text).contains(str(member))).values(ref=named))
    await session.execute(delete(SentMail).where(SentMail.key.contains(str(member))))


async def forget_old_mail(session: Session) -> None:
    """Delete the keys of mails that went out long ago."""
    await session.execute(delete(SentMail).where(SentMail.sent_at < now() - KEPT))
