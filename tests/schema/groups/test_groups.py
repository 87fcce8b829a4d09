"""Groups and companies through the front door: open to everybody, without the people in them."""

from server.kit.ids import GroupId, global_id
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_member, make_operator
from tests.support.running import Application
from tests.support.statements import statements

GROUP = """{ group(slug: "hidamari") { id name description usualDays runBy recognition memberCount viewerIsMember viewerRole
    companies { name kind groups { slug } } operators { name } people(first: 10) { totalCount edges { node { name } } }
    opportunities(first: 5) { totalCount } } }"""


async def world(app: Application) -> GroupId:
    """A group with an operator and four members more, and somebody who waits."""
    async with app.house.db.transaction() as session:
        company = await make_company(session, "ひだまり製作所")
        group = GroupId((await make_group(session, company, name="ひだまりの会", slug="hidamari")).id)
        await make_operator(session, group, "森 楓", company, email="op@people.example")
        for at in range(4):
            await make_member(session, f"高橋 {at}", company, email=f"m{at}@people.example")
        await make_member(session, "新井 新", company, verified=False)
    return group


async def test_what_everybody_reads_of_a_group(app: Application) -> None:
    """Who it is for and how large it is, and nobody's name."""
    key = await world(app)
    shown = (await app.guest().ask(GROUP))["group"]
    assert (shown["id"], shown["name"], shown["memberCount"]) == (global_id("AlumniGroup", key), "ひだまりの会", 5)
    assert (shown["runBy"], shown["recognition"], shown["usualDays"]) == ("VOLUNTEERS", "NONE", 2)
    assert (shown["operators"], shown["people"], shown["viewerRole"], shown["viewerIsMember"]) == (
        [],
        {"totalCount": 0, "edges": []},
        None,
        False,
    )
    assert shown["companies"] == [{"name": "ひだまり製作所", "kind": "COMPANY", "groups": [{"slug": "hidamari"}]}]


async def test_what_a_member_reads_of_a_group(app: Application) -> None:
    """Who runs it and who belongs, without who still waits."""
    await world(app)
    async with app.house.db.transaction() as session:
        reader = await make_member(session, "佐藤 花")
    shown = (await (await app.as_member(reader)).ask(GROUP))["group"]
    assert shown["operators"] == [{"name": "森 楓"}]
    assert (shown["people"]["totalCount"], len(shown["people"]["edges"])) == (5, 5)
    assert "新井 新" not in {edge["node"]["name"] for edge in shown["people"]["edges"]}


async def test_groups_of_the_facts_are_listed_with_a_fixed_number_of_statements(app: Application) -> None:
    """Three or eighteen; the address of none is null."""
    client = app.guest("en")
    query = (
        "query ($first: Int!) { groups(first: $first) { edges { node { nameEn description companies { nameEn aliases } memberCount } } } }"
    )
    counts: list[int] = []
    for first in (3, 18):
        with statements(app.house.db) as sent:
            edges = (await client.ask(query, {"first": first}))["groups"]["edges"]
        assert len(edges) == first
        counts.append(len(sent))
    assert counts[0] == counts[1]
    assert edges[0]["node"]["description"].isascii()
    assert (await client.ask('{ group(slug: "none") { id } }')) == {"group": None}


async def test_the_picker_finds_a_company_for_a_guest(app: Application) -> None:
    """By an alias, with what it is called."""
    found = await app.guest().ask(
        '{ companies(text: "sony", first: 3) { edges { node { id name nameEn aliases formerNames kind proposed } } } }'
    )
    node = found["companies"]["edges"][0]["node"]
    assert (node["name"], node["nameEn"], node["kind"], node["proposed"]) == ("ソニー", "Sony", "COMPANY", False)
    assert (node["aliases"], node["formerNames"]) == (["ソニーグループ", "Sony Group"], ["東京通信工業"])
    again = await app.guest().ask(f'{{ node(id: "{node["id"]}") {{ ... on Company {{ name }} }} }}')
    assert again == {"node": {"name": "ソニー"}}


async def test_the_welcome_page_counts_from_five_on(app: Application) -> None:
    """Fewer members, and companies of fewer, are nobody's business."""
    site = "{ site { members companies { name } opportunities operatedBy kinds publicUrl termsVersion } }"
    assert (await app.guest().ask(site))["site"]["members"] is None
    await world(app)
    shown = (await app.guest().ask(site))["site"]
    assert (shown["members"], shown["companies"], shown["opportunities"]) == (5, [{"name": "ひだまり製作所"}], 0)
    assert "HIRING" in shown["kinds"]
