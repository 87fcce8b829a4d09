"""A company's page through the front door: names, what came before and after, and who is here as far as the reader may see."""

from datetime import date
from typing import Any

import pytest

from server.companies.commands import propose_company
from server.kit.actor import Level
from server.kit.ids import MemberId, global_id, uuid7
from server.people.documents import person_documents
from server.search.postgresql.engine import PostgreSQLEngine
from tests.factories.companies import make_company, succeed
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_affiliation, make_block, make_exclusion, make_member
from tests.support.running import Application, Client
from tests.support.statements import statements

PAGE = """query Page($id: ID!, $first: Int!, $after: String) { company(id: $id) { id name aliases formerNames industry { key name } size
  memberCount   predecessors { name } successors { name } groups { name }
  people(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { name } } }
  opportunities(first: 5) { totalCount edges { node { title } } } } }"""
MERGED = "... on CompanyMerged { mergedId mergedName company { id name } }"
ACCEPTED = "... on CompanyAccepted { company { id name nameEn proposed } }"


def gid(company: Any) -> str:
    """A company's id in the graph."""
    return global_id("Company", company.id)


async def page(client: Client, company: Any, first: int = 10, after: str | None = None) -> dict[str, Any]:
    """What a reader gets of a company."""
    return (await client.ask(PAGE, {"id": gid(company), "first": first, "after": after}))["company"]


async def test_who_is_here_is_as_far_as_one_may_see(app: Application) -> None:
    """Members see whom they may see, with those of a predecessor; guests a number from five on, under exactly this name."""
    async with app.house.db.transaction() as session:
        before, after = await make_company(session, "ひだまり電機"), await make_company(session, "ひだまりグループ")
        await succeed(session, before, after)
        people = [await make_member(session, f"森 {at}", before) for at in range(4)]
        hidden = await make_member(session, "隠 れん", before)
        reader = await make_member(session, "髙橋 悠", after)
        blocked = await make_member(session, "林 渚", after)
        await make_exclusion(session, hidden, other=reader)
        await make_block(session, blocked, reader)
        await make_member(session, "新人 空", after, verified=False)
        await make_opportunity(session, people[0], title="壁打ちします", audience=Level.ANYONE)
        await make_opportunity(session, hidden, title="隠れた募集", audience=Level.ANYONE)
    member, guest = await app.as_member(reader), app.guest()
    seen = await page(member, after)
    assert (seen["memberCount"], seen["people"]["totalCount"]) == (5, 5)
    assert {edge["node"]["name"] for edge in seen["people"]["edges"]} == {"髙橋 悠", *(f"森 {at}" for at in range(4))}
    assert ([one["name"] for one in seen["predecessors"]], seen["successors"]) == (["ひだまり電機"], [])
    assert [edge["node"]["title"] for edge in seen["opportunities"]["edges"]] == ["壁打ちします"]
    public, few = await page(guest, before), await page(guest, after)
    assert (public["memberCount"], few["memberCount"]) == (5, None)
    for shown in (public, few):
        assert (shown["people"]["edges"], shown["people"]["totalCount"], shown["opportunities"]["edges"]) == ([], 0, [])


async def test_the_people_come_page_by_page_the_best_confirmed_first(app: Application) -> None:
    """Then who was there last; a cursor of nobody's is refused."""
    async with app.house.db.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        reader = await make_member(session, "あ", company)
        for name, level, last in (("い", 10, 2020), ("う", 30, 2010), ("え", 20, 2021)):
            member = await make_member(session, name)
            affiliation = await make_affiliation(session, member, company, ended_on=date(last, 3, 1), started_on=date(2001, 1, 1))
            affiliation.verification = level
    client = await app.as_member(reader)
    names: list[str] = []
    after = None
    while True:
        people = (await page(client, company, 2, after))["people"]
        names += [edge["node"]["name"] for edge in people["edges"]]
        after = people["pageInfo"]["endCursor"]
        if not people["pageInfo"]["hasNextPage"]:
            break
    assert names == ["う", "え", "あ", "い"]
    bad = {"id": gid(company), "first": 2, "after": "WyJub25zZW5zZSJd"}
    assert (await client.answer(PAGE, bad))["errors"][0]["extensions"]["code"] == "BadPage"


async def test_counting_takes_as_many_statements_for_many_companies(app: Application) -> None:
    """One for all of them."""
    async with app.house.db.transaction() as session:
        reader = await make_member(session)
    client = await app.as_member(reader)

    async def counted(first: int) -> int:
        with statements(app.house.db) as seen:
            await client.ask(f"{{ companies(first: {first}) {{ edges {{ node {{ memberCount industry {{ name }} }} }} }} }}")
        return len(seen)

    await counted(2)
    assert await counted(20) == await counted(2)


async def test_a_merged_company_is_found_by_its_old_id(app: Application) -> None:
    """By page, node, filter and open form; those who edit meanwhile lose nothing."""
    async with app.house.db.transaction() as session:
        old, new = await make_company(session, "ひだまり電機"), await make_company(session, "陽だまり電機")
        author = await make_member(session, "森 楓", old)
        reader = await make_member(session, "髙橋 悠")
        await make_opportunity(session, author, title="壁打ちします", audience=Level.ANYONE)
        steward = await make_member(session, "事務 花", is_steward=True)
    await app.drain()
    answer = await (await app.as_member(steward)).change("mergeCompanies", {"company": gid(old), "into": gid(new)}, MERGED)
    assert answer == {
        "__typename": "CompanyMerged",
        "mergedId": gid(old),
        "mergedName": "ひだまり電機",
        "company": {"id": gid(new), "name": "陽だまり電機"},
    }
    await app.drain()
    client = await app.as_member(reader)
    assert (await page(client, old))["id"] == gid(new)
    assert (await client.ask(f'{{ node(id: "{gid(old)}") {{ id }} }}'))["node"] == {"id": gid(new)}
    for company in (old, new):
        asked = f'companies: ["{gid(company)}"]'
        found = await client.ask(f"{{ people(first: 5, filter: {{ {asked} }}) {{ totalCount edges {{ node {{ name }} }} }} }}")
        assert [edge["node"]["name"] for edge in found["people"]["edges"]] == ["森 楓"]
        posts = await client.ask(f"{{ opportunities(first: 5, filter: {{ {asked} }}) {{ edges {{ node {{ title }} }} }} }}")
        assert [edge["node"]["title"] for edge in posts["opportunities"]["edges"]] == ["壁打ちします"]
    said = {"company": {"id": gid(old)}, "tenure": {"startedOn": "2011-04", "endedOn": "2013-03"}}
    declared = await client.change("declareAffiliation", said, "... on AffiliationDeclared { affiliation { company { name } } }")
    assert declared["affiliation"] == {"company": {"name": "陽だまり電機"}}


async def test_facets_by_company_count_what_a_filter_finds(app: Application) -> None:
    """Also where one company went on as another."""
    async with app.house.db.transaction() as session:
        before, after = await make_company(session, "ひだまり電機"), await make_company(session, "ひだまりグループ")
        await succeed(session, before, after)
        members = [await make_member(session, f"森 {at}", company) for at, company in enumerate((before, before, after))]
        await PostgreSQLEngine().upsert(session, await person_documents(session, members))
    client = await app.as_member(members[0])
    found = await client.ask("{ people(first: 5) { facets { companies { count company { id name } } } } }")
    counts = {each["company"]["id"]: each["count"] for each in found["people"]["facets"]["companies"]}
    assert counts == {gid(before): 3, gid(after): 3}
    for company, count in counts.items():
        page = await client.ask(f'{{ people(first: 5, filter: {{ companies: ["{company}"] }}) {{ totalCount }} }}')
        assert page["people"]["totalCount"] == count


async def test_a_proposed_company_is_accepted_under_its_corrected_name(app: Application) -> None:
    """From the stewards' queue, live; who proposed it is told, and operators see nothing of it."""
    async with app.house.db.transaction() as session:
        proposer = await make_member(session, "森 楓")
        company = await propose_company(session, "ひだまり電気", by=MemberId(proposer))
        steward = await make_member(session, "事務 花", is_steward=True)
    queue = (
        "{ viewer { queue(first: 5) { edges { node { __typename ... on CompanyToAccept { company { name } proposedBy { name } } } } } } }"
    )
    client = await app.as_member(steward)
    waiting = (await client.ask(queue))["viewer"]["queue"]["edges"]
    mine = [edge["node"] for edge in waiting if edge["node"]["__typename"] == "CompanyToAccept"]
    assert mine == [{"__typename": "CompanyToAccept", "company": {"name": "ひだまり電気"}, "proposedBy": {"name": "森 楓"}}]
    given = {"company": gid(company), "name": "ひだまり電機", "nameEn": "Hidamari", "industry": "manufacturing"}
    answer = await client.change("acceptCompany", given, ACCEPTED)
    assert answer["company"] == {"id": gid(company), "name": "ひだまり電機", "nameEn": "Hidamari", "proposed": False}
    await app.drain()
    member = await app.as_member(proposer)
    told = await member.ask("{ viewer { notices(first: 5) { edges { node { about { ... on CompanyAccepted { company { name } } } } } } } }")
    assert told["viewer"]["notices"]["edges"] == [{"node": {"about": {"company": {"name": "ひだまり電機"}}}}]
    shown = await page(member, company)
    assert (shown["industry"], shown["aliases"]) == ({"key": "manufacturing", "name": "製造"}, ["ひだまり電気"])
    again = await client.change("acceptCompany", given, ACCEPTED)
    assert again["__typename"] == "Conflict"


@pytest.mark.parametrize(
    ("text", "name", "matched"),
    [
        ("ソニー", "ソニー", None),
        ("Sony", "ソニー", None),
        ("ｿﾆｰ", "ソニー", None),
        ("そにー", "ソニー", None),
        ("SONY", "ソニー", None),
        ("soni", "ソニー", None),
        ("mitsuibussan", "三井物産", None),
        ("dentu", "電通", None),
        ("東京通信工業", "ソニー", "東京通信工業"),
        ("METI", "経済産業省", "METI"),
        ("通産省", "通商産業省", "通産省"),
    ],
)
async def test_the_picker_understands_every_spelling(app: Application, text: str, name: str, matched: str | None) -> None:
    """Width, kana, case, English, romaji; a name that is another one than the company's own is told."""
    asked = "query Q($text: String) { companies(text: $text, first: 1) { edges { matched node { name industry { name } } } } }"
    (edge,) = (await app.guest().ask(asked, {"text": text}))["companies"]["edges"]
    assert (edge["node"]["name"], edge["matched"]) == (name, matched)
    assert edge["node"]["industry"]["name"]


async def test_what_is_no_company_is_absent(app: Application) -> None:
    """An id of nothing, and an id of something else."""
    for id_ in (global_id("Company", uuid7()), global_id("Person", uuid7()), "…"):
        assert (await app.guest().ask(PAGE, {"id": id_, "first": 1}))["company"] is None


async def test_who_is_leaving_is_counted_no_more(app: Application) -> None:
    """A number that guests read falls with the first of five who asks to leave."""
    async with app.house.db.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        people = [await make_member(session, f"森 {at}", company) for at in range(5)]
    assert (await page(app.guest(), company))["memberCount"] == 5
    answer = await (await app.as_member(people[0])).change("askDeparture", {})
    assert answer["__typename"] == "DepartureAsked"
    assert (await page(app.guest(), company))["memberCount"] is None
