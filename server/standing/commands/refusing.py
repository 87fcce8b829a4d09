"""No to the mails of standing queries, by the address that a mail program calls; they go on being told of on the page.

The address names its member, sealed, so that nothing is kept for it and the one in an old mail still works. It says no, and nothing else.
"""

from typing import Final
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.clock import now
from server.kit.ids import MemberId
from server.kit.seal import BrokenSeal, Seal
from server.standing.model import StandingMatch, StandingQuery
from server.standing.rules import Channel, Subject

_PURPOSE: Final = b"no standing mail"


def standing_mail_refusal(seal: Seal, member: MemberId) -> str:
    """Return the token by which a mail program says that the member wants no mail of what they saved."""
    return seal.token(member.bytes, _PURPOSE)


async def refuse_standing_mail(session: AsyncSession, seal: Seal, token: str) -> None:
    """Tell the member of the token of posts on the page only, and of people no more; a token that is none of ours changes nothing."""
    try:
        member = UUID(bytes=seal.of_token(token, _PURPOSE))
    except (BrokenSeal, ValueError):
        return
    theirs = StandingQuery.member_id == member
    # What waited for a mail waits for nothing any more.
    waiting = (StandingMatch.query_id.in_(select(StandingQuery.id).where(theirs)), StandingMatch.told_at.is_(None))
    await session.execute(update(StandingMatch).where(*waiting).values(told_at=now()))
    posts = StandingQuery.about == Subject.OPPORTUNITIES.value
    await session.execute(update(StandingQuery).where(theirs, posts).values(channel=Channel.LIVE.value))
    # Of people there is nothing but the mail.
    await session.execute(update(StandingQuery).where(theirs, ~posts, StandingQuery.paused_at.is_(None)).values(paused_at=now()))
