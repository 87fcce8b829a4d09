"""Who is here: whoever is leaving is not, and whoever was erased is only a place."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Departure, Member
from server.accounts.policy import has_left, is_here
from server.kit.clock import now
from tests.factories.accounts import make_account
from tests.support.predicates import true_of


async def test_who_is_leaving_is_not_here_and_who_was_erased_has_left(session: AsyncSession) -> None:
    """Asking to leave is enough not to be here; one has left when nothing is left to erase."""
    staying, leaving, gone = [(await make_account(session)).id for _ in range(3)]
    session.add_all([Departure(member_id=leaving, erase_at=now() + timedelta(days=14)), Departure(member_id=gone)])
    await session.flush()
    everybody = (staying, leaving, gone)
    assert await true_of(session, Member.id, is_here(Member.id), everybody) == {staying}
    assert await true_of(session, Member.id, has_left(Member.id), everybody) == {gone}
    # A statement that reads departures itself: each row is asked about its own member.
    assert await true_of(session, Departure.member_id, has_left(Departure.member_id), everybody) == {gone}
