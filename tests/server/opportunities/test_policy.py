"""Who sees which opportunity: the one predicate, for one reader and for many at once."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from server.accounts.model import Departure
from server.kit.actor import Actor, Level, viewer_of
from server.kit.clock import now, today
from server.kit.ids import GroupId, MemberId, OpportunityId
from server.opportunities.commands import hide_opportunity
from server.opportunities.model import Opportunity, Response
from server.opportunities.policy import can_respond, ends_at, is_live, listed_to, live, response_visible_to, visible_to
from server.opportunities.reads import hidden_by_opportunities, members_meant, opportunities_by_ids, who_may_see
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.opportunities import make_opportunity, make_response
from tests.factories.people import act_as, make_block, make_member, make_operator


@dataclass
class Cast:
    """An author and everybody who could look."""

    author: MemberId
    groups: list[GroupId]
    readers: dict[str, Actor]


async def make_cast(session: AsyncSession) -> Cast:
    """The author's company has two groups; a colleague is in both, a stranger in none."""
    company = await make_company(session)
    groups = [GroupId((await make_group(session, company)).id) for _ in range(2)]
    author = await make_member(session, "髙橋 悠", company)
    members = {
        "author": author,
        "colleague": await make_member(session, "佐藤 凪", company),
        "stranger": await make_member(session, "森 楓"),
        "newcomer": await make_member(session, "林 渚", company, verified=False),
        "operator": await make_operator(session, groups[0], "原 光"),
        "steward": await make_member(session, "事務局", is_steward=True),
        "blocked": await make_member(session, "石 透", company),
        "blocker": await make_member(session, "岡 匠", company),
    }
    await make_block(session, author, members["blocked"])
    await make_block(session, members["blocker"], author)
    return Cast(author, groups, {"guest": Actor()} | {name: await act_as(session, member) for name, member in members.items()})


async def who(session: AsyncSession, cast: Cast, post: OpportunityId) -> tuple[set[str], set[str]]:
    """Who may open the post, and to whom it is listed; one reader after the other, and all at once."""
    opens: set[str] = set()
    listed: set[str] = set()
    for name, actor in cast.readers.items():
        viewer = viewer_of(actor)
        found = (await session.execute(select(visible_to(viewer), listed_to(viewer)).where(Opportunity.id == post))).one()
        opens |= {name} if found[0] else set()
        listed |= {name} if found[1] else set()
    together = await who_may_see(session, [post], list(cast.readers.values()))
    assert {list(cast.readers)[place] for place, _ in together} == listed
    # As members whose standing is looked up with the post: the same ones, and the same of them see the author.
    real = {name: place for place, name in enumerate(cast.readers) if name not in {"guest", "only there"}}
    seen = {cast.readers[name].member_id: together.get((place, post)) for name, place in real.items()}
    members = [key for key in seen if key is not None]
    assert await members_meant(session, post, members) == {key: seen[key] for key in members if seen[key] is not None}
    return opens, listed


async def test_each_audience(session: AsyncSession) -> None:
    """Everyone; signed-in readers; verified members; members of the chosen groups. Blocks hide in both directions."""
    cast = await make_cast(session)
    verified = {"author", "colleague", "stranger", "operator", "steward"}
    expected = {
        Level.ANYONE: verified | {"guest", "newcomer"},
        Level.SIGNED_IN: verified | {"newcomer"},
        Level.VERIFIED: verified,
    }
    for audience, readers in expected.items():
        post = await make_opportunity(session, cast.author, audience=audience)
        assert await who(session, cast, post) == (readers, readers), audience
    post = await make_opportunity(session, cast.author, audience=Level.CHOSEN_GROUPS, groups=[cast.groups[1]])
    assert await who(session, cast, post) == ({"author", "colleague", "steward"}, {"author", "colleague"})
    post = await make_opportunity(session, cast.author, audience=Level.CHOSEN_GROUPS, groups=cast.groups)
    assert await who(session, cast, post) == ({"author", "colleague", "operator", "steward"}, {"author", "colleague", "operator"})


async def test_hidden_everywhere(session: AsyncSession) -> None:
    """Its author and the stewards open it still; nobody but the author has it listed, and it is not live."""
    cast = await make_cast(session)
    post = await make_opportunity(session, cast.author, audience=Level.ANYONE)
    await make_response(session, post, cast.readers["stranger"].member_id)
    row = await session.get_one(Opportunity, post)
    await hide_opportunity(session, row, None, "勧誘のため")
    await session.flush()
    assert await who(session, cast, post) == ({"author", "steward"}, {"author"})
    assert not is_live(row, today())
    assert await session.scalar(select(Opportunity.id).where(Opportunity.id == post, live(today()))) is None


async def test_hidden_in_one_group(session: AsyncSession) -> None:
    """It binds that group only; where and why is for its author and for who decides there."""
    cast = await make_cast(session)
    post = await make_opportunity(session, cast.author, audience=Level.CHOSEN_GROUPS, groups=cast.groups)
    row = await session.get_one(Opportunity, post)
    await hide_opportunity(session, row, cast.groups[0], "勧誘のため")
    await session.flush()
    only_there = replace(cast.readers["colleague"], groups=frozenset({cast.groups[0]}))
    cast.readers["only there"] = only_there
    assert await who(session, cast, post) == ({"author", "colleague", "operator", "steward"}, {"author", "colleague"})
    for name, expected in (("author", cast.groups[0]), ("operator", cast.groups[0]), ("steward", cast.groups[0]), ("colleague", None)):
        hidden = (await hidden_by_opportunities(session, cast.readers[name], [post])).get(post)
        assert (hidden.group_id if hidden else None) == expected, name


async def test_who_responded_keeps_seeing_it(session: AsyncSession) -> None:
    """Also when it is no longer meant for them; not once one of the two blocks the other."""
    cast = await make_cast(session)
    stranger = cast.readers["stranger"]
    post = await make_opportunity(session, cast.author, audience=Level.CHOSEN_GROUPS, groups=cast.groups)
    assert await opportunities_by_ids(session, stranger, [post]) == {}
    response = await make_response(session, post, stranger.member_id)
    assert set(await opportunities_by_ids(session, stranger, [post])) == {post}
    assert "stranger" not in (await who(session, cast, post))[1]
    for name, actor in cast.readers.items():
        seen = await session.scalar(select(Response.id).where(Response.id == response.id, response_visible_to(viewer_of(actor))))
        assert (seen is not None) is (name in {"author", "stranger"}), name
    await make_block(session, cast.author, stranger.member_id)
    assert await opportunities_by_ids(session, stranger, [post]) == {}


async def test_who_sees_the_author(session: AsyncSession) -> None:
    """Posts for everyone are read without a name by those who may see no person."""
    cast = await make_cast(session)
    post = await make_opportunity(session, cast.author, audience=Level.ANYONE)
    seen = await who_may_see(session, [post], list(cast.readers.values()))
    names = {list(cast.readers)[place]: sees_author for (place, _), sees_author in seen.items()}
    assert {name for name, sees_author in names.items() if not sees_author} == {"guest", "newcomer"}


async def test_no_post_is_meant_for_who_is_leaving(session: AsyncSession) -> None:
    """They are told of nothing any more; and nobody asks about nobody."""
    cast = await make_cast(session)
    post = await make_opportunity(session, cast.author, audience=Level.ANYONE)
    leaver, stranger = (cast.readers[name].member_id for name in ("colleague", "stranger"))
    assert leaver is not None
    assert stranger is not None
    session.add(Departure(member_id=leaver, erase_at=now() + timedelta(days=14)))
    await session.flush()
    assert await members_meant(session, post, [leaver, stranger]) == {stranger: True}
    assert await members_meant(session, post, []) == {}


async def test_many_readers_and_posts_take_one_statement(session: AsyncSession) -> None:
    """And nobody asks about nothing."""
    cast = await make_cast(session)
    posts = [await make_opportunity(session, cast.author, audience=audience) for audience in (Level.ANYONE, Level.VERIFIED)]
    seen = await who_may_see(session, posts, list(cast.readers.values()) * 50)
    assert len(seen) == 50 * (7 + 5)
    assert await who_may_see(session, [], list(cast.readers.values())) == {}
    assert await who_may_see(session, posts, []) == {}


async def test_live_ends_with_the_last_day_in_tokyo(session: AsyncSession) -> None:
    """The last day is inclusive; a closed post is not live, whatever its last day."""
    author = await make_member(session)
    ends_today = await make_opportunity(session, author, last_day=today())
    over = await make_opportunity(session, author, last_day=today() - timedelta(days=1))
    closed = await make_opportunity(session, author, closed_at=now(), close_reason="found")
    rows = {post: await session.get_one(Opportunity, post) for post in (ends_today, over, closed)}
    wanted = select(Opportunity.id).where(Opportunity.id.in_(rows), live(today()))
    assert list(await session.scalars(wanted)) == [ends_today]
    assert [is_live(row, today()) for row in rows.values()] == [True, False, False]
    row = rows[ends_today]
    row.last_day = datetime(2026, 11, 23, tzinfo=UTC).date()
    assert ends_at(row) == datetime(2026, 11, 23, 15, tzinfo=UTC)


async def test_who_may_respond(session: AsyncSession) -> None:
    """Verified members, to live posts of others."""
    cast = await make_cast(session)
    post = await session.get_one(Opportunity, await make_opportunity(session, cast.author))
    may = {name for name, actor in cast.readers.items() if can_respond(actor, post, today())}
    assert may == {"colleague", "stranger", "operator", "steward", "blocked", "blocker"}
    post.closed_at = now()
    assert not can_respond(cast.readers["stranger"], post, today())
