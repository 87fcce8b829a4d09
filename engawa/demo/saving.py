"""How what the demo's members saved enters the database: under the rules of every saved filter, some thousands at a time."""

from collections.abc import Iterable
from datetime import timedelta
from itertools import islice
from typing import Final

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from engawa.demo.chance import dice, identity
from engawa.demo.rows import Keys, Row
from engawa.demo.shapes import Search, World
from server.kit.copying import copy_rows
from server.kit.ids import MemberId, OpportunityId, StandingQueryId
from server.kit.log import encode
from server.notifications.model import Notice
from server.notifications.reads import match_key
from server.opportunities.model import Opportunity
from server.opportunities.rules import Direction, Kind, OpportunityFilter
from server.people.reads import actor_of
from server.people.rules.filters import PeopleFilter
from server.search.engine import SearchEngine
from server.standing.commands import Filling, PeopleDraft, Saved, StandingDraft, note_known
from server.standing.events import StandingQueryMatched
from server.standing.model import StandingMatch, StandingQuery
from server.standing.rules import AT_ONCE, Channel, Subject

SAVED_AT_ONCE: Final = 5_000
# A ready-made sign-in finds so many notices of what met a filter, and the newest of them unread.
NOTICES: Final = 3


async def save_searches(session: AsyncSession, engine: SearchEngine, world: World, keys: Keys, found: Iterable[Search]) -> None:
    """Keep the filters; those of the ready-made sign-ins know what they find, and told of some of it."""
    filling = Filling(session, engine, world.at)
    signing_in = {person.id for person in world.people if person.sign_in}
    theirs: list[StandingQueryId] = []
    waiting = iter(found)
    while batch := list(islice(waiting, SAVED_AT_ONCE)):
        await filling.save([_saved(search, keys) for search in batch])
        theirs.extend(StandingQueryId(search.id) for search in batch if search.member in signing_in)
    await copy_rows(
        session, Notice.metadata.tables[Notice.__tablename__], [row for key in theirs for row in await _told(session, engine, key)]
    )


def _saved(search: Search, keys: Keys) -> Saved:
    skills = tuple(keys.skills[skill] for skill in search.skills)
    companies = tuple(keys.companies[company] for company in search.companies)
    groups = tuple(keys.groups[group] for group in search.groups)
    draft: PeopleDraft | StandingDraft
    if Subject(search.about) is Subject.PEOPLE:
        draft = PeopleDraft(name=search.name, wanted=PeopleFilter(companies=companies, skills=skills, groups=groups))
    else:
        wanted = OpportunityFilter(
            text=search.text,
            kinds=frozenset(map(Kind, search.kinds)),
            directions=frozenset(map(Direction, search.directions)),
            skills=frozenset(skills),
            companies=frozenset(companies),
            groups=frozenset(groups),
            places=frozenset(search.places),
            remote=search.remote,
        )
        draft = StandingDraft(name=search.name, wanted=wanted, channel=Channel(search.channel))
    return Saved(
        id=StandingQueryId(search.id),
        member_id=MemberId(search.member),
        draft=draft,
        saved_at=search.saved_at,
        paused_at=search.paused_at,
    )


async def _told(session: AsyncSession, engine: SearchEngine, key: StandingQueryId) -> list[Row]:
    """Return the notices of what a filter brought, once it knows what it finds; of a digest there are none."""
    query = await session.get_one(StandingQuery, key)
    actor = await actor_of(session, MemberId(query.member_id))
    if actor is None or query.about != Subject.OPPORTUNITIES.value:
        return []
    await note_known(session, engine, actor, query)
    if Channel(query.channel) not in AT_ONCE:
        return []
    since = (Opportunity.posted_at > query.saved_at, Opportunity.author_id != query.member_id)
    posts = (
        select(Opportunity).join(StandingMatch, StandingMatch.opportunity_id == Opportunity.id).where(StandingMatch.query_id == key, *since)
    )
    newest = (await session.scalars(posts.order_by(Opportunity.posted_at.desc()).limit(NOTICES))).all()
    return [_notice(query, post, is_read=place > 0) for place, post in enumerate(newest)]


def _notice(query: StandingQuery, post: Opportunity, *, is_read: bool) -> Row:
    opportunity, at = OpportunityId(post.id), post.posted_at + timedelta(seconds=4)
    event = StandingQueryMatched(query_id=StandingQueryId(query.id), opportunity_id=opportunity, member_id=MemberId(query.member_id))
    return {
        "id": identity(dice(post.id.int, "notice"), at),
        "member_id": query.member_id,
        "key": match_key(opportunity),
        "type": type(event).__name__,
        "ref": encode(event),
        "at": at,
        "read_at": at + timedelta(hours=2) if is_read else None,
    }
