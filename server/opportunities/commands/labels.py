"""Who is around a label are only ever fewer: of whom it is no longer true, or who could not have sent the response, is let go for good."""

from collections.abc import Sequence

from sqlalchemy import delete, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import MemberId, OpportunityId
from server.opportunities.model import ResponseCircle
from server.opportunities.reads import circles_of, labels_now, responses_around, still_sharing


async def narrow_circles(session: AsyncSession, members: Sequence[MemberId], posts: Sequence[OpportunityId] = ()) -> None:
    """Let go whom labels around these members and posts no longer cover, so that nobody comes back beside somebody else who left."""
    circles = await circles_of(session, await responses_around(session, members, posts))
    still = await still_sharing(session, circles)
    gone = [
        (response, breadth.value, member)
        for response, circle in circles.items()
        for breadth, people in circle.people.items()
        for member in sorted(people - still[response][breadth])
    ]
    if gone:
        row = tuple_(ResponseCircle.response_id, ResponseCircle.breadth, ResponseCircle.member_id)
        await session.execute(delete(ResponseCircle).where(row.in_(gone)))


async def strike_name(session: AsyncSession, post: OpportunityId, member: MemberId) -> None:
    """Let go somebody who is about to be named on a post, but for what its labels say now: only there their name takes of the room.

    Beside anything that is said later they never stood: the author has read by then that they did not send it.
    """
    responses = await responses_around(session, [], [post])
    for response, said in (await labels_now(session, responses)).items() if responses else ():
        theirs = delete(ResponseCircle).where(ResponseCircle.response_id == response, ResponseCircle.member_id == member)
        await session.execute(theirs.where(ResponseCircle.breadth != said.breadth.value))
