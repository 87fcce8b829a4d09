"""Whose a standing query is, and how many one may keep."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, Level, viewer_of
from server.kit.clock import now
from server.kit.ids import MemberId
from server.standing.model import StandingQuery
from server.standing.policy import most_for, visible_to
from server.standing.rules import MOST_SAVED, MOST_SAVED_NEWCOMER
from tests.factories.people import act_as, make_member


async def saved(session: AsyncSession, member: MemberId) -> StandingQuery:
    """A query of the member's, for whatever can be had from afar."""
    given = {"kinds": [], "directions": [], "skills": [], "companies": [], "groups": [], "remote": True, "verification": None}
    row = StandingQuery(member_id=member, name="遠くから", channel="live", text="", saved_at=now(), **given)
    session.add(row)
    await session.flush()
    return row


async def test_a_query_is_its_members_alone(session: AsyncSession) -> None:
    own, other = [await make_member(session, name) for name in ("佐藤 凪", "森 楓")]
    row = await saved(session, own)
    for actor, seen in ((await act_as(session, own), [row.id]), (await act_as(session, other), []), (Actor(), [])):
        found = select(StandingQuery.id).where(visible_to(viewer_of(actor)))
        assert list(await session.scalars(found)) == seen


def test_a_newcomer_keeps_fewer() -> None:
    levels = ((Level.SIGNED_IN, MOST_SAVED_NEWCOMER), (Level.VERIFIED, MOST_SAVED), (Level.CHOSEN_GROUPS, MOST_SAVED))
    assert [most_for(Actor(level=level)) for level, _ in levels] == [most for _, most in levels]
