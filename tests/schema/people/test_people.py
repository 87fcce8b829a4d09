"""Finding and opening people, and blocks, through the front door."""

from typing import Any

import pytest

from server.kit.ids import GroupId, MemberId, global_id, uuid7
from server.kit.limits import Limits
from server.kit.settings import Settings
from server.people.documents import person_documents
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_member, make_operator
from tests.support.running import Application, running
from tests.support.statements import statements
from tests.support.unchanged import unchanged

LIST = """query ($first: Int!, $after: String, $filter: PeopleFilter, $text: String) {
  people(first: $first, after: $after, filter: $filter, text: $text) {
    totalCount dropped pageInfo { hasNextPage endCursor }
    edges { highlights { field segments { text marked } } node {
      id name skills { name } viewerIsThem viewerHasBlocked inCommon { company { name } from until }
      affiliations { startedOn company { name groups { name companies { name } } } decidedBy }
    } }
    facets { companies { count company { name } } skills { count skill { name } } }
  } }"""


async def world(app: Application, size: int) -> list[MemberId]:
    """Members of one company with a group, findable."""
    async with app.house.db.transaction() as session:
        company = await make_company(session, "ひだまり製作所")
        group = await make_group(session, company, name="ひだまりの会")
        members = [await make_operator(session, GroupId(group.id), "森 楓", company)]
        members += [await make_member(session, f"高橋 {at}", company, skills=["物流"]) for at in range(size)]
        await app.house.graph.engine.upsert(session, await person_documents(session, members))
    return members


async def test_a_list_of_people(app: Application) -> None:
    """Paged, marked, counted, with what the viewer shares with each."""
    members = await world(app, 4)
    client = await app.as_member(members[0])
    first = (await client.ask(LIST, {"first": 3, "text": "高橋"}))["people"]
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"], first["dropped"]) == (4, True, [])
    rest = (await client.ask(LIST, {"first": 3, "text": "高橋", "after": first["pageInfo"]["endCursor"]}))["people"]
    names = [edge["node"]["name"] for edge in first["edges"] + rest["edges"]]
    assert sorted(names) == [f"高橋 {at}" for at in range(4)]
    edge = first["edges"][0]
    assert edge["highlights"][0]["segments"][0] == {"text": "高橋", "marked": True}
    assert edge["node"]["inCommon"] == [{"company": {"name": "ひだまり製作所"}, "from": "2014-04", "until": "2019-09"}]
    assert first["facets"]["companies"] == [{"count": 4, "company": {"name": "ひだまり製作所"}}]
    assert first["facets"]["skills"] == [{"count": 4, "skill": {"name": "物流"}}]


async def test_no_statement_more_for_more_people(app: Application) -> None:
    """Two people or ten in the list: the same number of statements, whatever hangs on each."""
    client = await app.as_member((await world(app, 12))[0])
    await client.ask(LIST, {"first": 2, "text": "高橋"})
    counts: list[int] = []
    for first in (2, 12):
        with statements(app.house.db) as sent:
            assert len((await client.ask(LIST, {"first": first, "text": "高橋"}))["people"]["edges"]) == first
        counts.append(len(sent))
    assert counts[0] == counts[1]


async def test_a_filter_that_names_nothing_finds_nobody(app: Application) -> None:
    """Rather than everybody; one that names something finds whom it fits."""
    members = await world(app, 2)
    client = await app.as_member(members[0])
    async with app.house.db.read() as session:
        company = await make_company(session, "ひだまり製作所")
    for ids, count in (([global_id("Company", company.id)], 3), ([global_id("Company", uuid7())], 0), (["nonsense"], 0), ([], 3)):
        assert (await client.ask(LIST, {"first": 10, "filter": {"companies": ids}}))["people"]["totalCount"] == count


async def test_newcomers_and_guests_find_nobody(app: Application) -> None:
    """A newcomer an empty list with no count, a guest a closed door; by id nobody is there for either."""
    members = await world(app, 2)
    async with app.house.db.transaction() as session:
        newcomer = await make_member(session, "新井 新", verified=False)
    client, guest = await app.as_member(newcomer), app.guest()
    nobody = (await client.ask(LIST, {"first": 10}))["people"]
    assert (nobody["edges"], nobody["totalCount"], nobody["facets"]["companies"]) == ([], 0, [])
    errors = (await guest.answer(LIST, {"first": 10}))["errors"]
    assert errors[0]["extensions"]["code"] == "NotSignedIn"
    key = global_id("Person", members[1])
    assert (await client.ask(f'{{ person(id: "{key}") {{ name }} node(id: "{key}") {{ id }} }}')) == {"person": None, "node": None}
    assert (await guest.ask(f'{{ node(id: "{key}") {{ id }} }}')) == {"node": None}
    listed = "people(first: 5) { totalCount edges { node { name } } }"
    group = f"{{ groups(first: 50) {{ edges {{ node {{ name memberCount operators {{ name }} {listed} }} }} }} }}"
    shown = {edge["node"]["name"]: edge["node"] for edge in (await guest.ask(group))["groups"]["edges"]}["ひだまりの会"]
    assert shown == {"name": "ひだまりの会", "memberCount": None, "operators": [], "people": {"totalCount": 0, "edges": []}}


@pytest.mark.parametrize("first", [0, 101, -1])
async def test_a_page_that_is_none_is_refused(app: Application, first: int) -> None:
    """So is a cursor of another list."""
    client = await app.as_member((await world(app, 1))[0])
    for given in ({"first": first}, {"first": 5, "after": "bm9uc2Vuc2U"}):
        assert (await client.answer(LIST, given))["errors"][0]["extensions"]["code"] == "BadPage"


async def test_nobody_reads_everybody(database_url: str) -> None:
    """Pages of people are counted, one's own is not; beyond the cap it takes another day."""
    async with running(database_url, Settings(_env_file=None), limits=Limits({"people.view": "2/day"})) as app:
        members = await world(app, 3)
        client = await app.as_member(members[0])
        for member in (members[0], members[1], members[0], members[2]):
            assert (await client.ask(f'{{ person(id: "{global_id("Person", member)}") {{ name }} }}'))["person"] is not None
        answer = await client.answer(f'{{ node(id: "{global_id("Person", members[3])}") {{ id }} }}')
        assert answer["errors"][0]["extensions"]["code"] == "TooOften"


async def test_a_cap_is_not_passed_by_aliases_or_by_lists(database_url: str) -> None:
    """Different people are counted, however many a document asks for; whom one has read already stays readable."""
    caps = Limits({"people.view": "100/day", "people.opened": "2/day", "people.listed": "3/day", "people.search": "100/hour"})
    async with running(database_url, Settings(_env_file=None), limits=caps) as app:
        members = await world(app, 4)
        client = await app.as_member(members[0])
        fields = [f'p{at}: person(id: "{global_id("Person", member)}") {{ name }}' for at, member in enumerate(members[1:])]
        answer = await client.answer(f"{{ {' '.join(fields)} }}")
        named = [name for name, person in answer["data"].items() if person is not None]
        assert (len(named), {error["extensions"]["code"] for error in answer["errors"]}) == (2, {"TooOften"})
        again = await client.ask(f"{{ {fields[int(named[0][1:])]} }}")
        assert again[named[0]]["name"].startswith("高橋")
        assert len((await client.ask(LIST, {"first": 3, "text": "高橋"}))["people"]["edges"]) == 3
        refused = await client.answer(LIST, {"first": 4, "text": "高橋"})
        assert refused["errors"][0]["extensions"]["code"] == "TooOften"
        assert "高橋" not in str(refused["data"])


async def test_to_count_is_no_search_and_has_a_cap_of_its_own(database_url: str) -> None:
    """Who counts is shown nobody; under whatever name they ask for edges, it is a search."""
    caps = Limits({"people.search": "1/hour", "people.count": "2/hour", "people.listed": "9/day"})
    async with running(database_url, Settings(_env_file=None), limits=caps) as app:
        client = await app.as_member((await world(app, 2))[0])
        for _ in range(2):
            assert (await client.ask('{ people(text: "高橋", first: 1) { totalCount facets { withMe } } }'))["people"]["totalCount"] > 0
        refused = await client.answer('{ people(text: "高橋", first: 1) { totalCount } }')
        assert (refused["data"], refused["errors"][0]["extensions"]["code"]) == (None, "TooOften")
        assert (await client.ask('{ people(text: "高橋", first: 1) { shown: edges { node { name } } } }'))["people"]["shown"]
        refused = await client.answer('{ people(text: "高橋", first: 1) { shown: edges { node { name } } } }')
        assert (refused["data"], refused["errors"][0]["extensions"]["code"]) == (None, "TooOften")


async def blocked(client: Any) -> list[str]:
    """Whom the caller blocked, by name."""
    answer = await client.ask("{ viewer { blocked(first: 5) { totalCount edges { node { name headline viewerHasBlocked } } } } }")
    assert answer["viewer"]["blocked"]["totalCount"] == len(answer["viewer"]["blocked"]["edges"])
    return [edge["node"]["name"] for edge in answer["viewer"]["blocked"]["edges"]]


async def test_a_block_hides_both_from_each_other_until_it_is_taken_back(app: Application) -> None:
    """In lists and by id; only who blocked sees it listed."""
    members = await world(app, 2)
    one, other = await app.as_member(members[1]), await app.as_member(members[2])
    key = global_id("Person", members[2])
    answer = await one.change("blockMember", {"member": key}, "... on MemberBlocked { member }")
    assert answer == {"__typename": "MemberBlocked", "member": key}
    async with unchanged(app.house.db):
        assert (await one.change("blockMember", {"member": key}))["__typename"] == "MemberBlocked"
    assert (await blocked(one), await blocked(other)) == (["高橋 1"], [])
    for client in (one, other):
        assert (await client.ask(LIST, {"first": 10, "text": "高橋"}))["people"]["totalCount"] == 1
    assert (await one.ask(f'{{ person(id: "{key}") {{ name }} }}'))["person"] is None
    undone = await one.change("unblockMember", {"member": key}, "... on MemberUnblocked { person { name viewerHasBlocked } }")
    assert undone["person"] == {"name": "高橋 1", "viewerHasBlocked": False}
    assert (await other.ask(LIST, {"first": 10, "text": "高橋"}))["people"]["totalCount"] == 2


async def test_who_cannot_be_blocked(app: Application) -> None:
    """Oneself, nobody, and whom one cannot see; a block that is not there cannot be taken back."""
    members = await world(app, 1)
    async with app.house.db.transaction() as session:
        newcomer = await make_member(session, "新井 新", verified=False)
    client = await app.as_member(members[1])
    async with unchanged(app.house.db):
        own = await client.change("blockMember", {"member": global_id("Person", members[1])})
        assert (own["__typename"], own["code"]) == ("Conflict", "OneselfBlocked")
        for wanted in (global_id("Person", newcomer), global_id("Person", uuid7()), global_id("Company", uuid7()), "nonsense"):
            assert (await client.change("blockMember", {"member": wanted}))["__typename"] == "NotFound"
        assert (await client.change("unblockMember", {"member": global_id("Person", members[0])}))["__typename"] == "NotFound"


async def test_the_viewers_own_places(app: Application) -> None:
    """What the home page asks for, in one go."""
    members = await world(app, 2)
    viewer = (
        await (await app.as_member(members[0])).ask("""{ viewer { standing isSteward email language inboxCursor
        roles { role group { name viewerRole viewerIsMember memberCount } } unread { conversations notices queue }
        newFaces(first: 5) { totalCount edges { node { name } } } notices(first: 5) { edges { node { id } } }
        responses(first: 5) { totalCount } opportunities(first: 5) { totalCount } fitting(first: 5) { totalCount }
        queue(first: 5) { totalCount } queueCursor } }""")
    )["viewer"]
    assert viewer["roles"] == [
        {"role": "OPERATOR", "group": {"name": "ひだまりの会", "viewerRole": "OPERATOR", "viewerIsMember": True, "memberCount": 3}}
    ]
    assert viewer["unread"] == {"conversations": 0, "notices": 0, "queue": 0}
    assert [edge["node"]["name"] for edge in viewer["newFaces"]["edges"]] == ["高橋 1", "高橋 0"]
    assert (viewer["newFaces"]["totalCount"], viewer["queueCursor"], len(viewer["inboxCursor"]) > 40) == (2, None, True)
