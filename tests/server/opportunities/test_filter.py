"""One filter, three ways: what is found by SQL, by the search engine, and matched for live delivery is the same."""

import random
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, Level
from server.kit.clock import today
from server.kit.ids import CompanyId, GroupId, MemberId, OpportunityId, SkillId
from server.kit.paging import PageRequest
from server.opportunities.documents import facts_by_ids, opportunity_documents
from server.opportunities.reads import Order, find_opportunities, who_may_see
from server.opportunities.rules import Direction, Kind, OpportunityFilter, matches
from server.people.commands import ensure_skills
from server.people.reads import confirmed_companies
from server.search.postgresql.engine import PostgreSQLEngine
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.opportunities import make_opportunity
from tests.factories.people import act_as, make_block, make_member

WORDS = ("物流", "倉庫の自動化", "髙橋", "takahashi", "広報", "python", "壁打ち", "たかはし", "渋谷", "ひだまり", "物", "広報 渋谷")
TITLES = ("物流の新規事業の壁打ち", "広報の相談にのります", "倉庫の自動化をPythonで", "登壇者をさがしています", "会場をお貸しします")
BODIES = ("**渋谷**で話しましょう。", "倉庫の業務を[見直し](https://example.com)たいです。", "高橋さんの紹介です。", "広報担当の方へ。")


class World:
    """A few members of two companies, and posts of every audience by them."""

    actors: list[Actor]
    posts: list[OpportunityId]
    skills: list[SkillId]
    groups: list[GroupId]
    companies: list[CompanyId]


async def make_world(session: AsyncSession, seed: int) -> World:
    """The same world for the same seed, but for its ids."""
    chance = random.Random(seed)
    world = World()
    companies = [await make_company(session), await make_company(session)]
    world.groups = [GroupId((await make_group(session, company)).id) for company in companies]
    names = (("髙橋 悠", "たかはし ゆう"), ("佐藤 凪", "さとう なぎ"), ("森 楓", None), ("林 渚", None))
    members = [
        await make_member(session, name, companies[at % 2], reading=reading, verified=at < 3) for at, (name, reading) in enumerate(names)
    ]
    await make_block(session, members[2], members[1])
    world.skills = await ensure_skills(session, ["物流", "広報", "Python"])
    world.posts = [await _post(session, chance, world, members[:3]) for _ in range(14)]
    world.actors = [Actor(), *[await act_as(session, member) for member in members]]
    seen = await confirmed_companies(session, world.actors[1], members[:2])
    world.companies = [company for found in seen.values() for company in found]
    await PostgreSQLEngine().upsert(session, await opportunity_documents(session, world.posts))
    return world


async def _post(session: AsyncSession, chance: random.Random, world: World, authors: list[MemberId]) -> OpportunityId:
    author = chance.choice(authors)
    audience = chance.choice((Level.ANYONE, Level.SIGNED_IN, Level.VERIFIED, Level.CHOSEN_GROUPS))
    return await make_opportunity(
        session,
        author,
        kind=chance.choice((Kind.SPEAKER, Kind.VENUE, Kind.OTHER)),
        direction=chance.choice(tuple(Direction)),
        title=chance.choice(TITLES),
        body=chance.choice(BODIES),
        audience=audience,
        groups=chance.sample(world.groups, chance.randint(1, 2)) if audience is Level.CHOSEN_GROUPS else (),
        skills=chance.sample(world.skills, chance.randint(0, 2)),
        terms={},
        place=chance.choice((None, "渋谷")),
        remote=chance.random() < 0.5,
        on_behalf_of=chance.choice((None, "株式会社ひだまり")),
        last_day=today() + timedelta(days=chance.choice((-1, 0, 5, 30))),
        posted_at=None,
    )


def some_of(values: list) -> some.SearchStrategy:
    """Any subset, often the empty one."""
    return some.just(frozenset()) | some.frozensets(some.sampled_from(values), max_size=2)


async def matched(session: AsyncSession, world: World, actor: Actor, wanted: OpportunityFilter) -> set[OpportunityId]:
    """What live delivery would hand over of the posts that are live."""
    live = {document.id for document in await opportunity_documents(session, world.posts)}
    facts = await facts_by_ids(session, world.posts)
    seen = await who_may_see(session, world.posts, [actor])
    return {
        post
        for (_, post), sees_author in seen.items()
        if post in live and matches(wanted, facts[post] if sees_author else facts[post].without_author())
    }


async def found(
    session: AsyncSession, actor: Actor, wanted: OpportunityFilter, order: Order
) -> tuple[set[OpportunityId], int, tuple[str, ...]]:
    """What a list shows, with its total and the words it dropped."""
    listing = await find_opportunities(session, PostgreSQLEngine(), actor, wanted, order, PageRequest(100))
    assert len(listing.page.items) == len(set(listing.page.items))
    return set(listing.page.items), listing.page.total or 0, listing.dropped


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.data())
async def test_matched_equals_found(session: AsyncSession, data: some.DataObject) -> None:
    """For random posts, readers and filters: lists, searches and deliveries agree, and totals count what is listed."""
    async with session.begin_nested() as savepoint:
        world = await make_world(session, data.draw(some.integers(0, 10_000)))
        for _ in range(6):
            wanted = OpportunityFilter(
                text=data.draw(some.just("") | some.sampled_from(WORDS)),
                kinds=data.draw(some_of([Kind.SPEAKER, Kind.VENUE, Kind.OTHER])),
                directions=data.draw(some_of(list(Direction))),
                skills=data.draw(some_of(world.skills)),
                companies=data.draw(some_of(world.companies)),
                groups=data.draw(some_of(world.groups)),
                remote=data.draw(some.sampled_from((None, None, True, False))),
            )
            actor = data.draw(some.sampled_from(world.actors))
            expected = await matched(session, world, actor, wanted)
            listed, total, dropped = await found(session, actor, wanted, data.draw(some.sampled_from(Order)))
            assert total == len(listed)
            # Where nothing has all the words, a search goes on with fewer of them, or with what was meant by a mistyped one.
            assert listed & set(world.posts) == expected if expected or not wanted.text else not listed & expected, (wanted, dropped)
        await savepoint.rollback()
