"""What is found and counted with whose eyes, and with how many statements."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.model import Company
from server.kit.actor import Actor, Level
from server.kit.db import Database
from server.kit.ids import CompanyId, GroupId, MemberId
from server.kit.paging import PageRequest
from server.people import reads
from server.people.documents import person_documents
from server.people.model import Profile
from server.people.reads import Common, PeopleFound, Question
from server.people.rules.filters import PeopleFilter
from server.search.engine import FacetCount
from server.search.postgresql.engine import PostgreSQLEngine
from tests.factories.companies import make_company, succeed
from tests.factories.groups import make_group
from tests.factories.people import act_as, make_affiliation, make_block, make_member, make_profile
from tests.support.statements import statements

ENGINE = PostgreSQLEngine()


async def find(session: AsyncSession, actor: Actor, text: str = "", **wanted: tuple[object, ...]) -> PeopleFound:
    """Search with the actor's eyes."""
    return await reads.search_people(session, ENGINE, actor, Question(text, PeopleFilter(**wanted)), PageRequest(50))  # type: ignore[arg-type]


async def index(session: AsyncSession, *members: MemberId) -> None:
    """Make the members findable."""
    await ENGINE.upsert(session, await person_documents(session, members))


async def names(session: AsyncSession, actor: Actor, text: str) -> list[str]:
    """Whom the words find."""
    return [found.person.name for found in (await find(session, actor, text)).page.items]


async def test_people_are_found_by_name_skill_company_and_text(session: AsyncSession) -> None:
    """Kanji in both forms, kana, romaji, an alias of the company, the last word unfinished."""
    company = await make_company(session, "ひだまり製作所", aliases=("Hidamari Works", "日溜製作"))
    reader = await act_as(session, await make_member(session, "森 楓"))
    texts = {"headline": "倉庫の自動化", "skills": ["サプライチェーン"], "gives": ["壁打ち"], "bio": "**渋谷**の会社にいました。"}
    person = await make_member(session, "髙橋 悠", company, reading="たかはし ゆう", former_name="真壁 悠", **texts)
    await index(session, person)
    for text in ("高橋", "たかはし", "タカハシ", "takahashi", "真壁", "倉庫", "サプライ", "壁打ち", "渋谷", "hidamari", "日溜製作"):
        assert await names(session, reader, text) == ["髙橋 悠"], text
    assert await names(session, reader, "ぞうさんきりんさん") == []


async def test_a_hidden_field_neither_finds_nor_counts_nor_shows(session: AsyncSession) -> None:
    """By words, by filter, in facets and in highlights: for a stranger it does not exist."""
    company = await make_company(session)
    await make_group(session, company)
    only_me = {"former_name_level": int(Level.ONLY_ME), "skills_level": int(Level.OWN_GROUPS), "headline_level": int(Level.OWN_GROUPS)}
    person = await make_member(session, "高橋 悠", company, former_name="真壁 悠", skills=["ひみつの技"], headline="内緒の話", **only_me)
    stranger, colleague = await make_member(session, "森 楓"), await make_member(session, "佐藤 花", company)
    await index(session, person, stranger, colleague)
    skill = (await reads.skills_of(session, person))[0]
    for who, former, skilled in ((stranger, [], []), (colleague, [], ["高橋 悠"]), (person, ["高橋 悠"], ["高橋 悠"])):
        actor = await act_as(session, who)
        assert await names(session, actor, "真壁") == former
        assert await names(session, actor, "ひみつの技") == skilled
        assert await names(session, actor, "内緒") == skilled
        filtered = await find(session, actor, skills=(skill.id,))
        assert [found.person.name for found in filtered.page.items] == skilled
        everybody = await find(session, actor)
        assert (str(skill.id) in {each.value for each in everybody.counts["skill"]}) == bool(skilled)
        marked = {mark.field for found in (await find(session, actor, "高橋")).page.items for mark in found.highlights}
        assert marked == {"name"}


async def named(session: AsyncSession, name: str) -> MemberId:
    """A verified member of this name who was nowhere yet."""
    member = await make_profile(session)
    profile = await session.get_one(Profile, member)
    profile.name = name
    await session.flush()
    return member


async def test_people_are_found_by_when_they_were_where(session: AsyncSession) -> None:
    """What is just so first, then what nearly is; the years of another company, and of an unconfirmed tenure, are nobody's."""
    sun, moon = await make_company(session, "ひだまり製作所"), await make_company(session, "つきかげ商事")
    reader = await act_as(session, await make_member(session, "森 楓"))
    people: dict[str, MemberId] = {}
    for name, company, start, end in (
        ("佐藤 花", sun, 2008, 2012),
        ("鈴木 凪", sun, 2009, 2011),
        ("林 渚", moon, 2008, 2012),
        ("原 澪", sun, 1995, 2005),
    ):
        people[name] = await named(session, name)
        await make_affiliation(session, people[name], company, started_on=date(start, 4, 1), ended_on=date(end, 3, 1))
    waiting = await named(session, "岡 樹")
    await make_affiliation(session, waiting, moon, started_on=date(1990, 4, 1), ended_on=date(1991, 3, 1))
    await make_affiliation(session, waiting, sun, state="awaiting", started_on=date(2008, 4, 1), ended_on=date(2012, 3, 1))
    await index(session, *people.values(), waiting)
    assert await names(session, reader, "ひだまり製作所 2008年入社") == ["佐藤 花", "鈴木 凪"]
    assert await names(session, reader, "2008年にひだまり製作所にいた人") == ["佐藤 花", "鈴木 凪"]
    assert await names(session, reader, "ひだまり製作所に10年以上いた人") == ["原 澪"]
    assert set(await names(session, reader, "2008年入社")) == {"佐藤 花", "林 渚", "鈴木 凪"}
    assert await names(session, reader, "2000年代のひだまり製作所") == await names(session, reader, "ひだまり製作所 2000年代")


async def test_years_are_seen_with_their_person_and_by_nobody_else(session: AsyncSession) -> None:
    """Who is listed for their own group is found by their years only there; neither total nor facets tell of them."""
    company = await make_company(session, "ひだまり製作所")
    await make_group(session, company)
    hidden = await make_member(session, "高橋 悠", company, listed_level=int(Level.OWN_GROUPS))
    stranger, colleague = await make_member(session, "森 楓"), await make_member(session, "佐藤 花", company)
    await index(session, hidden, stranger)
    year = (await reads.affiliations_of(session, await act_as(session, hidden), [hidden]))[hidden][0].started_on.year
    for text in (f"ひだまり製作所 {year}年", f"{year}年入社"):
        seen = await find(session, await act_as(session, colleague), text)
        assert "高橋 悠" in [found.person.name for found in seen.page.items]
        unseen = await find(session, await act_as(session, stranger), text)
        assert "高橋 悠" not in [found.person.name for found in unseen.page.items]
        assert str(company.id) not in {each.value for each in unseen.counts["company"]}


async def test_what_somebody_did_is_found_only_where_it_is_confirmed(session: AsyncSession) -> None:
    """Department, title, and the field of the company."""
    reader = await act_as(session, await make_member(session, "森 楓"))
    company = await make_company(session, "ひだまり製作所")
    person, waiting = await named(session, "佐藤 花"), await named(session, "岡 樹")
    for member, state in ((person, "confirmed"), (waiting, "awaiting")):
        tenure = await make_affiliation(session, member, company, state=state)
        tenure.department, tenure.title = "音響開発部", "室長"
    await session.flush()
    await index(session, person, waiting)
    assert await names(session, reader, "音響開発") == await names(session, reader, "室長") == ["佐藤 花"]


async def test_blocked_people_and_newcomers_are_found_by_nobody(session: AsyncSession) -> None:
    """And counted by nobody; a newcomer finds nobody, a guest nobody."""
    company = await make_company(session)
    reader, other = await make_member(session, "森 楓", company), await make_member(session, "佐藤 花", company)
    newcomer = await make_member(session, "新井 新", company, verified=False)
    await index(session, reader, other, newcomer)
    await make_block(session, other, reader)
    found = await find(session, await act_as(session, reader))
    assert [each.person.id for each in found.page.items] == [reader]
    assert FacetCount(str(company.id), 1) in found.counts["company"]
    assert found.page.total == 1
    for actor in (await act_as(session, newcomer), Actor()):
        nobody = await find(session, actor)
        assert (list(nobody.page.items), nobody.page.total, nobody.counts) == ([], 0, {})


def _at(company: Company, start: date | None, end: date | None) -> Common:
    """Something shared under one name."""
    return Common(CompanyId(company.id), CompanyId(company.id), start, end)


async def test_what_two_people_share_under_two_names(session: AsyncSession) -> None:
    """Who was at a predecessor is a colleague, and each is told where they were; months are shared under one name only."""
    before, after, sibling = [await make_company(session) for _ in range(3)]
    await succeed(session, before, after)
    await succeed(session, sibling, after)
    one, other, cousin = [await make_member(session, company=company) for company in (before, after, sibling)]
    common = await reads.in_common(session, await act_as(session, one), [other, cousin])
    assert common == {other: [Common(CompanyId(after.id), CompanyId(before.id), None, None)]}


async def test_what_two_people_share(session: AsyncSession) -> None:
    """The months in which both were there; only confirmed affiliations speak."""
    shared, apart, unsure = [await make_company(session) for _ in range(3)]
    one = await make_member(session, "高橋 悠", shared)
    other = await make_member(session, "佐藤 花")
    await make_affiliation(session, other, shared, started_on=date(2017, 1, 1), ended_on=date(2022, 3, 1))
    for member, start in ((one, date(2001, 1, 1)), (other, date(2011, 1, 1))):
        await make_affiliation(session, member, apart, started_on=start, ended_on=start.replace(year=start.year + 2))
        await make_affiliation(session, member, unsure, state="awaiting")
    common = (await reads.in_common(session, await act_as(session, one), [other]))[other]
    assert sorted(common, key=lambda each: each.company_id) == sorted(
        [_at(shared, date(2017, 1, 1), date(2019, 9, 1)), _at(apart, None, None)],
        key=lambda each: each.company_id,
    )


async def test_declined_affiliations_show_to_their_member_only(session: AsyncSession) -> None:
    """What was not confirmed yet shows as the member's own word."""
    person, reader = await make_member(session), await act_as(session, await make_member(session))
    await make_affiliation(session, person, state="declined")
    await make_affiliation(session, person, state="awaiting")
    own = await act_as(session, person)
    assert [view.state for view in (await reads.affiliations_of(session, reader, [person]))[person]].count("declined") == 0
    assert len((await reads.affiliations_of(session, reader, [person]))[person]) == 2
    assert len((await reads.affiliations_of(session, own, [person]))[person]) == 3


async def test_small_numbers_are_kept_from_guests(session: AsyncSession) -> None:
    """Four members are nobody's business, five are a number."""
    company: Company = await make_company(session)
    for _ in range(4):
        await make_member(session, company=company)
    assert await reads.members_here(session) is None
    assert CompanyId(company.id) not in await reads.companies_here(session)
    await make_member(session, company=company)
    assert (await reads.members_here(session) or 0) >= 5
    assert CompanyId(company.id) in await reads.companies_here(session)


async def test_new_faces_and_group_members_are_paged_in_order(session: AsyncSession) -> None:
    """Each once, the newest first, without oneself among the new faces."""
    company = await make_company(session)
    group = GroupId((await make_group(session, company)).id)
    members = [await make_member(session, company=company) for _ in range(5)]
    reader = await act_as(session, members[0])
    first = await reads.group_people(session, reader, group, PageRequest(3))
    rest = await reads.group_people(session, reader, group, PageRequest(3, first.cursors[-1]))
    assert sorted([*first.items, *rest.items]) == sorted(members)
    assert await reads.count_group_people(session, reader, group) == 5
    faces = await reads.new_faces(session, reader, PageRequest(50))
    assert list(faces.items) == members[:0:-1]


async def test_no_statement_more_for_more_people(shared_database: Database, session: AsyncSession) -> None:
    """One person or ten: the same number of statements."""
    company = await make_company(session)
    members = [await make_member(session, company=company, skills=["物流"]) for _ in range(10)]
    reader = await act_as(session, members[0])
    counts: list[int] = []
    for some in (members[:1], members):
        with statements(shared_database) as sent:
            await reads.people_by_ids(session, reader, some)
            await reads.affiliations_of(session, reader, some)
            await reads.in_common(session, reader, some)
            await person_documents(session, some)
        counts.append(len(sent))
    assert counts[0] == counts[1]
