"""What is read of opportunities: lists in pages, facets, what fits, threads, reach; always with the reader's eyes."""

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.actor import Actor, Level
from server.kit.clock import now, today
from server.kit.ids import GroupId, OpportunityId
from server.kit.paging import Page, PageRequest
from server.opportunities import reads
from server.opportunities.documents import opportunity_documents
from server.opportunities.model import Opportunity
from server.opportunities.reads import Order
from server.opportunities.rules import Direction, Kind, OpportunityFilter, ResponseState
from server.people.commands import ensure_skills
from server.search.postgresql.engine import PostgreSQLEngine
from tests.factories.companies import make_company
from tests.factories.conversations import make_conversation
from tests.factories.groups import make_group
from tests.factories.opportunities import CONTRACT_TERMS, make_opportunity, make_response
from tests.factories.people import act_as, make_member
from tests.house.statements import counted

ENGINE = PostgreSQLEngine()


async def pages(session: AsyncSession, actor: Actor, wanted: OpportunityFilter, order: Order, first: int) -> list[Page[OpportunityId]]:
    """All pages of a list."""
    found: list[Page[OpportunityId]] = []
    after = None
    while not found or found[-1].has_next:
        listing = await reads.find_opportunities(session, ENGINE, actor, wanted, order, PageRequest(first, after))
        found.append(listing.page)
        after = listing.page.cursors[-1] if listing.page.cursors else None
    return found


async def test_lists_page_in_order(session: AsyncSession) -> None:
    """Newest first, or what ends first first; every post once, equal times and days included; the total on every page."""
    author = await make_member(session)
    reader = await act_as(session, author)
    instant = now()
    days = (3, 1, 2, 1, 5)
    posts = [
        await make_opportunity(session, author, posted_at=instant - timedelta(hours=at // 2), last_day=today() + timedelta(days=day))
        for at, day in enumerate(days)
    ]
    mine = OpportunityFilter(kinds=frozenset({Kind.SOUNDING_BOARD}))
    newest = await pages(session, reader, mine, Order.NEWEST, 2)
    listed = [post for page in newest for post in page.items if post in posts]
    assert listed == [posts[1], posts[0], posts[3], posts[2], posts[4]]
    ending = [post for page in await pages(session, reader, mine, Order.CLOSING_SOON, 2) for post in page.items if post in posts]
    assert ending == sorted(posts, key=lambda post: (days[posts.index(post)], post))
    assert {page.total for page in newest} == {5}


async def test_facets_leave_their_own_filter_out(session: AsyncSession) -> None:
    """So that the other choices stay; what the reader may not see counts nowhere; with words, the same."""
    author = await make_member(session)
    physics, music = await ensure_skills(session, ["量子計算", "作曲"])
    shown = [
        await make_opportunity(session, author, kind=Kind.SPEAKER, title="量子の話", skills=[physics], audience=Level.ANYONE),
        await make_opportunity(session, author, kind=Kind.VENUE, title="量子の部屋", skills=[physics, music], audience=Level.ANYONE),
    ]
    hidden = await make_opportunity(session, author, kind=Kind.VENUE, title="量子の部屋", skills=[music])
    await ENGINE.upsert(session, await opportunity_documents(session, [*shown, hidden]))
    for text in ("", "量子"):
        wanted = OpportunityFilter(text=text, kinds=frozenset({Kind.SPEAKER}), skills=frozenset({physics}))
        listing = await reads.find_opportunities(session, ENGINE, Actor(), wanted, Order.RELEVANCE, PageRequest(10))
        assert (listing.page.items, listing.page.total) == ([shown[0]], 1)
        assert listing.facets.kinds == {Kind.SPEAKER: 1, Kind.VENUE: 1}
        assert listing.facets.skills == {physics: 1}


async def test_places_and_from_anywhere_are_one_question(session: AsyncSession) -> None:
    """With remote asked for, any of the places or anywhere; each place is counted as it would join them. With words, the same."""
    author = await make_member(session)
    fukuoka, both, remote, away, terms = [
        await make_opportunity(session, author, title="量子の話", **told)
        for told in (
            {"place": "天神（福岡市）"},
            {"place": "東京・福岡", "remote": True},
            {"remote": True},
            {"place": "宇宙"},
            {"kind": Kind.CONTRACT, "terms": CONTRACT_TERMS | {"place": "札幌の倉庫"}},
        )
    ]
    await make_opportunity(session, author, title="量子の話", place="福岡", audience=Level.CHOSEN_GROUPS)
    reader = await act_as(session, await make_member(session))
    posts = [fukuoka, both, remote, away, terms]
    await ENGINE.upsert(session, await opportunity_documents(session, posts))
    cases: tuple[tuple[set[str], bool | None, list[OpportunityId], dict[str, int], int], ...] = (
        ({"JP-40"}, None, [fukuoka, both], {"JP-40": 2, "JP-13": 1, "JP-01": 1}, 2),
        ({"JP-40", "JP-01"}, None, [fukuoka, both, terms], {"JP-40": 2, "JP-13": 1, "JP-01": 1}, 2),
        ({"JP-40"}, True, [fukuoka, both, remote], {"JP-40": 2, "JP-13": 1, "JP-01": 1}, 2),
        (set(), True, [both, remote], {"JP-40": 2, "JP-13": 1, "JP-01": 1}, 2),
        ({"JP-40"}, False, [fukuoka], {"JP-40": 1, "JP-01": 1}, 1),
        ({"JP-47"}, None, [], {"JP-40": 2, "JP-13": 1, "JP-01": 1}, 2),
    )
    for text in ("", "量子"):
        for places, anywhere, met, counts, from_anywhere in cases:
            wanted = OpportunityFilter(text=text, places=frozenset(places), remote=anywhere)
            listing = await reads.find_opportunities(session, ENGINE, reader, wanted, Order.RELEVANCE, PageRequest(10))
            assert set(listing.page.items[: listing.exact]) == set(met), wanted
            assert (listing.facets.places, listing.facets.remote) == (counts, from_anywhere), wanted


async def test_the_author_is_found_by_name_only_by_those_who_may_see_them(session: AsyncSession) -> None:
    """Neither name nor company of an author matches for a newcomer or a guest."""
    company = await make_company(session, "ひだまり製作所")
    author = await make_member(session, "勅使河原 凪", company, reading="てしがわら なぎ")
    post = await make_opportunity(session, author, audience=Level.ANYONE)
    await ENGINE.upsert(session, await opportunity_documents(session, [post]))
    stranger = await act_as(session, await make_member(session))
    newcomer = await act_as(session, await make_member(session, verified=False))
    for actor, seen in ((stranger, [post]), (newcomer, []), (Actor(), [])):
        by_name = (OpportunityFilter(text=text) for text in ("てしがわら", "勅", "ひだまり製作所", "ひだまり製作所の人が出しているもの"))
        for wanted in (*by_name, OpportunityFilter(companies=frozenset({company.id}))):
            listing = await reads.find_opportunities(session, ENGINE, actor, wanted, Order.RELEVANCE, PageRequest(10))
            assert listing.page.items == seen


async def test_what_fits_and_why(session: AsyncSession) -> None:
    """Own skills; what one gives, where it is sought; what one asks, where it is offered. Nothing of one's own, nothing answered."""
    author = await make_member(session)
    member = await make_member(session, skills=["需要予測"], gives=["登壇の相談"], asks=["撮影場所"])
    actor = await act_as(session, member)
    (skill,) = await ensure_skills(session, ["需要予測"])
    by_skill = await make_opportunity(session, author, skills=[skill], title="予測の壁打ち")
    sought = await make_opportunity(session, author, title="登壇の相談にのってください")
    offered = await make_opportunity(session, author, direction=Direction.OFFERING, body="撮影場所をお貸しします。登壇の相談も。")
    await make_opportunity(session, author, direction=Direction.OFFERING, title="登壇の相談にのります")
    await make_opportunity(session, member, skills=[skill])
    answered = await make_opportunity(session, author, skills=[skill])
    await make_response(session, answered, member)
    page = await reads.fitting(session, actor, PageRequest(10))
    assert (list(page.items), page.total) == ([offered, sought, by_skill], 3)
    reasons = await reads.fits_by_opportunities(session, actor, [by_skill, sought, offered, answered])
    assert reasons == {by_skill: ["需要予測"], sought: ["登壇の相談"], offered: ["撮影場所"], answered: ["需要予測"]}
    assert await reads.fits_by_opportunities(session, Actor(), [by_skill]) == {}


async def test_own_posts_and_those_of_others(session: AsyncSession) -> None:
    """One's own however they stand; a member's and a group's only live and meant for the reader."""
    company = await make_company(session)
    group = GroupId((await make_group(session, company)).id)
    author = await make_member(session, "高橋 悠", company)
    grouped = await make_opportunity(session, author, audience=Level.CHOSEN_GROUPS, groups=[group])
    closed = await make_opportunity(session, author, closed_at=now(), close_reason="ended")
    public = await make_opportunity(session, author, audience=Level.ANYONE)
    members = [author, await make_member(session, company=company), await make_member(session)]
    own, colleague, stranger = [await act_as(session, member) for member in members]
    assert list((await reads.own_opportunities(session, own, PageRequest(10))).items) == [public, closed, grouped]
    for actor, theirs, in_group in ((colleague, [public, grouped], [grouped]), (stranger, [public], []), (Actor(), [], [])):
        assert list((await reads.opportunities_of_author(session, actor, author, PageRequest(10))).items) == theirs
        assert list((await reads.opportunities_of_group(session, actor, group, PageRequest(10))).items) == in_group


async def test_threads_by_latest_activity(session: AsyncSession) -> None:
    """A message counts as activity; what waits for me are answers to my posts that I have not looked after."""
    me, other = await make_member(session), await make_member(session)
    hour = timedelta(hours=1)
    mine, theirs = await make_opportunity(session, me), await make_opportunity(session, other)
    talk = await make_conversation(session, me, other, [(other, "こんにちは")])
    old = now() - 9 * hour
    talking = await make_response(session, theirs, me, state=ResponseState.TALKING, conversation=talk, last_activity_at=old)
    waiting = await make_response(session, mine, other, last_activity_at=now() - hour)
    third = await make_member(session)
    done = await make_response(session, mine, third, state=ResponseState.DECLINED, last_activity_at=now() - 2 * hour)
    actor = await act_as(session, me)
    everything = await reads.threads(session, actor, PageRequest(2))
    assert [thread.response.id for thread in everything.items] == [talking.id, waiting.id]
    rest = await reads.threads(session, actor, PageRequest(2, everything.cursors[-1]))
    assert ([thread.response.id for thread in rest.items], rest.total, rest.has_next) == ([done.id], 3, False)
    only = await reads.threads(session, actor, PageRequest(9), waiting_for_me=True)
    assert [thread.response.id for thread in only.items] == [waiting.id]
    assert await reads.count_waiting(session, actor) == 1
    assert (await reads.threads(session, await act_as(session, third), PageRequest(9))).total == 1
    assert (await reads.responses_to(session, await act_as(session, other), mine, PageRequest(9))).total == 0


async def test_reach_is_rounded_and_counts_no_strangers_groups(session: AsyncSession) -> None:
    """Up to nine exactly, then down to tens; a group that one is not in reaches nobody."""
    company = await make_company(session)
    group = GroupId((await make_group(session, company)).id)
    members = [await make_member(session, company=company) for _ in range(13)]
    actor = await act_as(session, members[0])
    assert await reads.reach(session, actor, Level.CHOSEN_GROUPS, [group]) == reads.Reach(10, exact=False)
    stranger = await act_as(session, await make_member(session))
    assert await reads.reach(session, stranger, Level.CHOSEN_GROUPS, [group]) == reads.Reach(0, exact=True)
    everyone = await reads.reach(session, actor, Level.ANYONE, [])
    assert everyone.members % 10 == 0
    assert everyone.members >= (await reads.reach(session, actor, Level.VERIFIED, [])).members >= 10


async def test_no_question_takes_a_statement_per_row(session: AsyncSession) -> None:
    """Twelve posts cost what two cost."""
    author = await make_member(session)
    actor = await act_as(session, author)
    skills = await ensure_skills(session, ["需要予測", "作曲"])
    posts = [await make_opportunity(session, author, skills=skills) for _ in range(12)]
    questions = (
        reads.opportunities_by_ids,
        reads.skills_by_opportunities,
        reads.groups_by_opportunities,
        reads.terms_by_opportunities,
        reads.hidden_by_opportunities,
        reads.own_responses_by_opportunities,
        reads.fits_by_opportunities,
    )
    for question in questions:
        with counted() as few:
            await question(session, actor, posts[:2])
        with counted() as many:
            found = await question(session, actor, posts)
        assert len(many) == len(few) <= 2
        assert set(found) <= set(posts)
    with counted() as few:
        await opportunity_documents(session, posts[:2])
    with counted() as many:
        assert len(await opportunity_documents(session, posts)) == 12
    assert len(many) == len(few)


async def test_a_number_for_the_welcome_page(session: AsyncSession) -> None:
    """Live posts, whoever may read them."""
    author = await make_member(session)
    before = await reads.live_count(session)
    post = await make_opportunity(session, author)
    await make_opportunity(session, author, last_day=today() - timedelta(days=1))
    assert await reads.live_count(session) == before + 1
    (await session.get_one(Opportunity, post)).hidden_at = now()
    await session.flush()
    assert await reads.live_count(session) == before
