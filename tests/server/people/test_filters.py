"""Filters of people under the eyes of who looks: what is not theirs to see neither finds nor counts."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Company
from server.kit.actor import Actor, Level
from server.kit.ids import MemberId, SkillId
from server.kit.paging import BadPage, PageRequest
from server.people.documents import person_documents
from server.people.model import Profile
from server.people.reads import PeopleFound, Question, count_by_availability, count_with_me, search_people
from server.people.rules.filters import Order, PeopleFilter
from server.search.postgresql.engine import PostgreSQLEngine
from tests.factories.companies import make_company, succeed
from tests.factories.groups import make_group
from tests.factories.people import act_as, employ, make_affiliation, make_member, make_profile

ENGINE = PostgreSQLEngine()
WITH_ME = Question(wanted=PeopleFilter(with_me=True))


async def find(session: AsyncSession, actor: Actor, question: Question, page: PageRequest | None = None) -> PeopleFound:
    return await search_people(session, ENGINE, actor, question, page or PageRequest(50))


async def named(session: AsyncSession, actor: Actor, question: Question) -> list[str]:
    """Whom it finds, and that the total says so too."""
    found = await find(session, actor, question)
    assert found.page.total == len(found.page.items)
    return sorted(each.person.name for each in found.page.items)


async def at(session: AsyncSession, name: str, company: Company, start: date, end: date | None, *, state: str = "confirmed") -> MemberId:
    """A verified member who was there alone."""
    member = await make_profile(session)
    (await session.get_one(Profile, member)).name = name
    await make_affiliation(session, member, company, started_on=start, ended_on=end, state=state)
    return member


async def test_with_me_is_whoever_was_there_in_one_of_my_months(session: AsyncSession) -> None:
    """The last of mine is the first of theirs; at what the company was before, too; not on anybody's word alone, and not oneself."""
    sun, before, moon = [await make_company(session) for _ in range(3)]
    await succeed(session, before, sun)
    me = await at(session, "森 楓", sun, date(2014, 4, 1), date(2019, 9, 1))
    await make_affiliation(session, me, moon, state="awaiting")
    people = [
        await at(session, "一か月", sun, date(2019, 9, 1), date(2022, 3, 1)),
        await at(session, "一か月あと", sun, date(2019, 10, 1), date(2022, 3, 1)),
        await at(session, "先に", sun, date(2000, 4, 1), date(2014, 4, 1)),
        await at(session, "一か月まえ", sun, date(2000, 4, 1), date(2014, 3, 1)),
        await at(session, "いまも", sun, date(2001, 1, 1), None),
        await at(session, "前身", before, date(2015, 1, 1), date(2015, 1, 1)),
        await at(session, "未確認", sun, date(2015, 1, 1), date(2016, 1, 1), state="awaiting"),
        await at(session, "よそ", moon, date(2014, 4, 1), date(2019, 9, 1)),
    ]
    await ENGINE.upsert(session, await person_documents(session, [me, *people]))
    mine = await act_as(session, me)
    expected = sorted(["一か月", "先に", "いまも", "前身"])
    assert await named(session, mine, WITH_ME) == expected
    assert await count_with_me(session, ENGINE, mine, Question()) == len(expected)
    # Words that nobody of these has are given up, and the filter stays.
    assert set(await named(session, mine, replace(WITH_ME, text="いまも 宇宙船"))) <= set(expected)
    nowhere = await act_as(session, await make_profile(session))
    assert (await named(session, nowhere, WITH_ME), await count_with_me(session, ENGINE, nowhere, Question())) == ([], None)


async def test_a_time_with_me_is_told_of_nobody_who_hides(session: AsyncSession) -> None:
    """Listed for connections only, they are in neither list nor number; blocked or excluded ones never were."""
    company = await make_company(session)
    me = await make_member(session, "森 楓", company)
    hidden = await make_member(session, "高橋 悠", company, listed_level=int(Level.CONNECTIONS))
    await ENGINE.upsert(session, await person_documents(session, [me, hidden]))
    mine = await act_as(session, me)
    assert (await named(session, mine, WITH_ME), await count_with_me(session, ENGINE, mine, Question())) == ([], 0)


@pytest.mark.parametrize("level", [Level.VERIFIED, Level.OWN_GROUPS, Level.CONNECTIONS, Level.ONLY_ME])
async def test_place_language_and_availability_find_for_whom_they_are_shown(session: AsyncSession, level: Level) -> None:
    """A stranger, who shares a group, and the person themselves; facets and totals alike."""
    company = await make_company(session)
    await make_group(session, company)
    told = {"place": "東京・渋谷", "languages": ["de"], "availability": "now"}
    levels = dict.fromkeys(("place_level", "languages_level", "availability_level"), int(level))
    person = await make_member(session, "高橋 悠", company, **told, **levels)
    stranger, colleague = await make_member(session, "森 楓"), await make_member(session, "佐藤 花", company)
    await ENGINE.upsert(session, await person_documents(session, [person, stranger, colleague]))
    for who, sees in ((stranger, level <= Level.VERIFIED), (colleague, level <= Level.OWN_GROUPS), (person, True)):
        actor = await act_as(session, who)
        expected = ["高橋 悠"] if sees else []
        for wanted in (PeopleFilter(places=("JP-13",)), PeopleFilter(languages=("de",)), PeopleFilter(availability=("now",))):
            assert await named(session, actor, Question(wanted=wanted)) == expected
        counts = (await find(session, actor, Question())).counts
        assert ({each.value for each in counts["place"]}, {each.value for each in counts["language"]}) == (
            ({"JP-13"}, {"de"}) if sees else (set(), set())
        )
        assert await count_by_availability(session, ENGINE, actor, Question()) == ({"now": 1} if sees else {})


async def test_the_present_employer_learns_no_availability_from_a_list(session: AsyncSession) -> None:
    """Neither where one told it, nor where a tenure goes on; whoever has to do with its predecessor is kept out too."""
    company, before = await make_company(session), await make_company(session)
    await succeed(session, before, company)
    told = await make_member(session, "高橋 悠", availability="now")
    await employ(session, told, company)
    stays = await make_member(session, "鈴木 凪", availability="talk")
    await make_affiliation(session, stays, company, state="awaiting", ended_on=None)
    wants = await make_member(session, "林 渚", availability="now", availability_to_employer=True)
    await employ(session, wants, company)
    colleague, former, stranger = [
        await make_member(session, name, place) for name, place in (("甲", company), ("乙", before), ("丙", None))
    ]
    await ENGINE.upsert(session, await person_documents(session, [told, stays, wants, colleague, former, stranger]))
    free = Question(wanted=PeopleFilter(availability=("now", "talk")))
    for who in (colleague, former):
        actor = await act_as(session, who)
        assert await named(session, actor, free) == ["林 渚"]
        assert await count_by_availability(session, ENGINE, actor, Question()) == {"now": 1}
        # They are found all the same by whoever does not ask for it.
        assert {"高橋 悠", "鈴木 凪"} <= set(await named(session, actor, Question()))
    assert len(await named(session, await act_as(session, stranger), free)) == 3
    # One's own is there, whomever one has to do with.
    assert await named(session, await act_as(session, told), free) == ["林 渚", "高橋 悠"]
    assert await count_by_availability(session, ENGINE, await act_as(session, stranger), free) == {"now": 2, "talk": 1}


async def test_an_order_is_kept_over_pages_and_a_cursor_goes_with_its_question(session: AsyncSession) -> None:
    """By words who fits best comes first, or who came last; another question's cursor is refused, whichever part differs."""
    company = await make_company(session)
    people = [
        await make_member(session, f"物流 {number}" if number == 0 else f"森 {number}", company, headline="物流") for number in range(4)
    ]
    await ENGINE.upsert(session, await person_documents(session, people))
    actor = await act_as(session, await make_member(session, "渡 航"))
    newest = Question("物流", order=Order.NEWEST)
    assert (await find(session, actor, Question("物流"))).page.items[0].person.id == people[0]
    first = await find(session, actor, newest, PageRequest(3))
    rest = await find(session, actor, newest, PageRequest(3, first.page.cursors[-1]))
    assert [each.person.id for each in [*first.page.items, *rest.page.items]] == people[::-1]
    after = PageRequest(3, first.page.cursors[-1])
    for other in (Question("物流"), replace(newest, text="森"), replace(newest, wanted=PeopleFilter(skills=(SkillId(people[0]),)))):
        with pytest.raises(BadPage):
            await find(session, actor, other, after)
    with pytest.raises(BadPage):
        await find(session, actor, newest, PageRequest(3, "bm9uc2Vuc2U"))
