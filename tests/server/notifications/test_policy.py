"""Who may see a notice: whom it was written for."""

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, viewer_of
from server.kit.ids import MemberId
from server.notifications.model import Notice
from server.notifications.policy import visible_to
from tests.factories.accounts import make_account
from tests.support.predicates import true_of


async def test_a_notice_is_for_one_member(session: AsyncSession) -> None:
    """Neither for another one, nor for a guest."""
    members = [MemberId((await make_account(session)).id) for _ in range(2)]
    notices = [Notice(member_id=member, key="hello", type="AffiliationConfirmed", ref={}) for member in members]
    session.add_all(notices)
    await session.flush()
    first, second = keys = [notice.id for notice in notices]
    readers = (Actor(member_id=members[0]), Actor(member_id=members[1]), Actor())
    seen = [await true_of(session, Notice.id, visible_to(viewer_of(reader)), keys) for reader in readers]
    assert seen == [{first}, {second}, set()]
