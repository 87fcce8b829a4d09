"""What the reader has saved: searches of every channel, for words that hidden things say or will say, and for people who came."""

import random
from datetime import timedelta
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Company
from server.kit.ids import CompanyId, GroupId, MemberId, OpportunityId, StandingQueryId
from server.opportunities.rules import Direction, Kind, OpportunityFilter
from server.people.commands import ensure_skills
from server.people.model import Profile
from server.people.rules.filters import PeopleFilter
from server.search.postgresql.engine import PostgreSQLEngine
from server.standing.commands import StandingDraft, save_people_query, save_standing_query
from server.standing.model import StandingMatch, StandingQuery
from server.standing.rules import Channel
from tests.factories.people import act_as
from tests.support.times import MONDAY

_ENGINE = PostgreSQLEngine()


async def save_searches(
    session: AsyncSession,
    dice: random.Random,
    reader: MemberId,
    words: tuple[tuple[str, ...], tuple[str, ...]],
    places: tuple[list[Company], list[GroupId]],
) -> dict[Channel, StandingQueryId]:
    """Save them before anything is posted; `words` are those that may be read, and those that only hidden things say.

    Return the last one of each channel.
    """
    said, secret = [dice.sample(each, len(each)) for each in words]
    companies, groups = [CompanyId(each.id) for each in places[0]], places[1]
    wanted: list[tuple[Channel, dict[str, Any]]] = [
        (Channel.LIVE, {"places": frozenset({"JP-47"})}),
        (Channel.LIVE, {"text": "ひみつ"}),
        (Channel.LIVE, {"text": f"{secret[0]} "}),
        (Channel.LIVE, {"text": said[0], "directions": frozenset({Direction.SEEKING})}),
        (Channel.LIVE, {"groups": frozenset(groups[1:])}),
        (Channel.MAIL, {"companies": frozenset(companies[4:6])}),
        (Channel.MAIL, {"text": said[1]}),
        (Channel.MAIL, {"text": "himitsu"}),
        (Channel.DAILY, {"text": secret[1]}),
        (Channel.DAILY, {"companies": frozenset(companies[6:])}),
        (Channel.DAILY, {"text": said[2]}),
        (Channel.DAILY, {"remote": True}),
        (Channel.WEEKLY, {"places": frozenset({"JP-27"}), "remote": True}),
        (Channel.WEEKLY, {"kinds": frozenset({Kind.SOUNDING_BOARD})}),
        (Channel.WEEKLY, {"text": "高橋"}),
    ]
    actor = await act_as(session, reader)
    saved: dict[Channel, StandingQueryId] = {}
    for number, (channel, asked) in enumerate(wanted):
        draft = StandingDraft(name=f"検索{number}", wanted=OpportunityFilter(**asked), channel=channel)
        saved[channel] = StandingQueryId((await save_standing_query(session, _ENGINE, actor, draft)).id)
    skills = await ensure_skills(session, ["物流", *(f"{word}学" for word in secret[:2])])
    people = (
        PeopleFilter(skills=(skills[0],)),
        PeopleFilter(skills=tuple(skills[1:])),
        PeopleFilter(companies=tuple(companies[:5])),
        PeopleFilter(groups=tuple(groups)),
        PeopleFilter(verification=20),
    )
    for number, filter_ in enumerate(people):
        await save_people_query(session, actor, f"方{number}", filter_)
    await session.execute(update(StandingQuery).where(StandingQuery.about == "people").values(looked_at=MONDAY - timedelta(days=7)))
    return saved


async def let_come(session: AsyncSession, reader: MemberId) -> None:
    """Everybody but the reader was confirmed in the week before the mail."""
    came = update(Profile).where(Profile.member_id != reader, Profile.verified_at.is_not(None))
    await session.execute(came.values(verified_at=MONDAY - timedelta(days=2)))


async def let_wait(session: AsyncSession, searches: dict[Channel, StandingQueryId], posts: list[OpportunityId]) -> None:
    """Posts that met the searches when they could be seen, and of which nobody was told yet."""
    gathered = [searches[channel] for channel in (Channel.DAILY, Channel.WEEKLY)]
    session.add_all(StandingMatch(query_id=query, opportunity_id=post) for query in gathered for post in posts)
    await session.flush()
