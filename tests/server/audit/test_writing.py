"""The audit trail: pseudonyms that hold while a member stays, and lead nowhere once they have left."""

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Member
from server.audit.commands import AuditNote, write_audit
from server.audit.model import AuditEntry, AuditPseudonym
from server.kit.ids import MemberId, uuid7
from tests.factories.people import make_member


def note(actor: MemberId, subject: MemberId | None = None) -> AuditNote:
    """What somebody did to somebody."""
    return AuditNote(
        actor=actor,
        right="operator",
        action="hide_opportunity",
        subject_kind="opportunity",
        subject_id=uuid7(),
        subject_member=subject,
        reason="営業の投稿でした。",
    )


async def test_a_member_stands_under_one_pseudonym_that_is_not_their_id(session: AsyncSession) -> None:
    """As who acts and as whom it touches alike."""
    operator, author = await make_member(session), await make_member(session)
    first = await write_audit(session, note(operator, author))
    second = await write_audit(session, note(author, operator))
    alone = await write_audit(session, note(operator))
    assert (first.actor, first.subject_member) == (second.subject_member, second.actor)
    assert (alone.actor, alone.subject_member) == (first.actor, None)
    assert first.actor != first.subject_member
    assert not {str(operator), operator.hex} & {first.actor, str(first.subject_member)}


async def test_a_member_who_left_cannot_be_found_in_the_trail(session: AsyncSession) -> None:
    """The entry and its reason stay; the way back to the person is gone."""
    operator, author = await make_member(session), await make_member(session)
    entry = await write_audit(session, note(operator, author))
    await session.execute(delete(Member).where(Member.id == author))
    left = (await session.scalars(select(AuditPseudonym.pseudonym))).all()
    kept = (await session.scalars(select(AuditEntry).where(AuditEntry.id == entry.id))).one()
    assert (kept.reason, kept.subject_member in left, kept.actor in left) == ("営業の投稿でした。", False, True)
