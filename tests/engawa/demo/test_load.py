"""The demo world in a database: it is all there, can be found, tells nobody, and leaves nothing behind when it fails."""

import pytest
from sqlalchemy import func, select, text

from engawa.demo.load import load_demo
from engawa.demo.posts import is_live
from engawa.demo.rows import Keys, rows_of, skill_names
from engawa.demo.world import build_world, searches_for
from engawa.parts import House, opened
from server.accounts.model import Member
from server.accounts.reads import demo_keys
from server.accounts.rules import DEMO_KEYS, demo_email
from server.groups.model import AlumniGroup, GroupProposal
from server.kit.clock import now, today
from server.kit.ids import CompanyId, GroupId, MemberId, OpportunityId, SkillId, uuid7
from server.kit.paging import PageRequest
from server.kit.settings import Settings
from server.moderation.model import Report
from server.notifications.model import Notice
from server.opportunities.model import Opportunity, Response
from server.people.model import Affiliation, AffiliationReview, Connection, Profile
from server.people.reads import actor_of
from server.standing.model import StandingQuery, StandingTerm
from server.standing.reads import filter_of, matches_of, own_queries, would_have_matched

MEMBERS = 400


async def count(house: House, table: type) -> int:
    """How many rows a table has."""
    async with house.db.read() as session:
        return await session.scalar(select(func.count()).select_from(table)) or 0


async def test_the_world_is_written_whole(database_url: str) -> None:
    """Every person, post and answer, with documents to be found by, and no event, job or mail."""
    async with opened(Settings(_env_file=None, demo_members=MEMBERS), database_url) as house:
        world = await load_demo(house)
        assert await count(house, Member) == await count(house, Profile) == MEMBERS
        assert await count(house, Opportunity) == len(world.opportunities) == 300
        assert await count(house, Response) == len(world.responses)
        assert await count(house, Report) == 8
        assert await count(house, GroupProposal) == 1
        async with house.db.read() as session:
            groups = (await session.scalars(select(AlumniGroup))).all()
        assert all(group.guidelines and group.questions and group.contact for group in groups)
        assert [group.slug for group in groups if group.state == "proposed"] == ["asa-no-kai"]
        assert await count(house, Connection) == 2 * len(world.connections)
        async with house.db.read() as session:
            confirmed = select(func.count()).select_from(Affiliation).where(Affiliation.state == "confirmed")
            assert await session.scalar(confirmed) == await count(house, AffiliationReview)
            verified = await session.scalar(select(func.count()).where(Profile.verified_at.is_not(None)))
            found = dict((await session.execute(text("SELECT index, count(*) FROM search_documents GROUP BY index"))).all())
            live = [post for post in world.opportunities if post.closed_at is None and post.last_day >= today()]
            assert found == {"people": verified, "opportunities": len(live)}
            assert set(await demo_keys(session)) == set(DEMO_KEYS)
            for table in ("event", "pgqueuer", "sent_mail"):
                assert await session.scalar(text(f"SELECT count(*) FROM {table}")) == 0  # noqa: S608


async def test_what_members_saved_finds_what_meets_it(database_url: str) -> None:
    """The ready-made member has three filters that find posts; they were told of the newest, and a post finds who waits for it."""
    async with opened(Settings(_env_file=None, demo_members=MEMBERS), database_url) as house:
        world = await load_demo(house)
        assert await count(house, StandingQuery) == searches_for(MEMBERS) == 50
        async with house.db.read() as session:
            member = (await session.scalars(select(Member.id).where(Member.email == demo_email("member")))).one()
            actor = await actor_of(session, MemberId(member))
            assert actor is not None
            saved = [edge for edge in (await own_queries(session, actor, PageRequest(20))).items if edge.about == "opportunities"]
            found = {query.name: await would_have_matched(session, house.graph.engine, actor, filter_of(query)) for query in saved}
            assert len(found) == 2
            assert all(1 <= matched <= 60 for matched in found.values()), found
            told = (await session.scalars(select(Notice).where(Notice.member_id == member).order_by(Notice.at))).all()
            assert {(notice.type, notice.ref["member_id"]) for notice in told} == {("StandingQueryMatched", str(member))}
            assert [notice.read_at is None for notice in told] == [*[False] * (len(told) - 1), True]
            posts = [OpportunityId(post.id) for post in world.opportunities if is_live(post, today())]
            matched = {match.query_id for post in posts[:60] for match in await matches_of(session, post)}
            assert len(matched) > 10
            assert matched <= set(await session.scalars(select(StandingTerm.query_id)))


async def test_a_load_that_fails_leaves_nothing(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next start finds an empty database, and loads the world anew."""
    async with opened(Settings(_env_file=None, demo_members=MEMBERS), database_url) as house:

        async def broken(*_: object) -> None:
            raise RuntimeError("the power went")

        with monkeypatch.context() as patched:
            patched.setattr(type(house.worker.engine), "fill", broken)
            with pytest.raises(RuntimeError, match="the power went"):
                await load_demo(house)
        assert [await count(house, table) for table in (Member, Profile, Opportunity, StandingQuery)] == [0, 0, 0, 0]
        await load_demo(house)
        assert await count(house, Member) == MEMBERS


def test_rows_of_one_table_name_the_same_columns() -> None:
    """Else they could not be written at once."""
    world = build_world(now(), members=300, opportunities=40)
    groups = {group: GroupId(uuid7()) for group in {membership.group for membership in world.memberships}}
    companies = {affiliation.company: CompanyId(uuid7()) for affiliation in world.affiliations}
    keys = Keys(companies, groups, {name: SkillId(uuid7()) for name in skill_names(world)})
    for _, rows in rows_of(world, keys):
        assert len({frozenset(row) for row in rows}) <= 1
