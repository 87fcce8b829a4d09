"""Not being shown to a company or a member, and who may see one at all: through the front door, nobody told."""

from typing import Any

from server.kit.actor import Level
from server.kit.ids import MemberId, global_id, uuid7
from server.opportunities.documents import opportunity_documents
from server.people.documents import person_documents
from tests.factories.companies import make_company
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_block, make_member
from tests.support.running import Application, Client
from tests.support.unchanged import unchanged

EXCLUSIONS = "viewer { privacy { exclusions(first: 10) { totalCount edges { node { id company { name } person { name } } } } } }"


async def stage(app: Application) -> tuple[MemberId, MemberId, str]:
    """Somebody with a post, somebody of another company, and that company's id; findable."""
    async with app.house.db.transaction() as session:
        theirs = await make_company(session, "ひだまり製作所")
        one, other = await make_member(session, "高橋 悠"), await make_member(session, "佐藤 花", theirs)
        post = await make_opportunity(session, one, audience=Level.VERIFIED)
        await app.house.graph.engine.upsert(session, await person_documents(session, [one, other]))
        await app.house.graph.engine.upsert(session, await opportunity_documents(session, [post]))
    return one, other, global_id("Company", theirs.id)


async def met(client: Client, member: MemberId) -> list[bool]:
    """Whether the client meets the member: by address, in a search and its counts, among new faces; and their post, by words too."""
    answer = await client.ask(
        f"""{{ person(id: "{global_id("Person", member)}") {{ name }}
        people(first: 10, text: "高橋") {{ totalCount edges {{ node {{ name }} }} }}
        viewer {{ newFaces(first: 10) {{ edges {{ node {{ name }} }} }} }}
        opportunities(first: 10) {{ totalCount }} found: opportunities(first: 10, filter: {{text: "物流"}}) {{ totalCount }} }}"""
    )
    faces = [edge["node"]["name"] for edge in answer["viewer"]["newFaces"]["edges"]]
    counts = [answer[each]["totalCount"] for each in ("people", "opportunities", "found")]
    return [answer["person"] is not None, bool(answer["people"]["edges"]), "高橋 悠" in faces, *(count > 0 for count in counts)]


async def listed(client: Client) -> list[tuple[Any, Any]]:
    """The caller's own exclusions by name."""
    found = (await client.ask(f"{{ {EXCLUSIONS} }}"))["viewer"]["privacy"]["exclusions"]
    assert found["totalCount"] == len(found["edges"])
    return [(edge["node"]["company"] or {}).get("name") or (edge["node"]["person"] or {}).get("name") for edge in found["edges"]]


async def test_a_company_does_not_meet_who_excluded_it(app: Application) -> None:
    """Not in any list, search, count or address; at once, and in the index too; until it is taken back."""
    one, other, company = await stage(app)
    hiding, watching = await app.as_member(one), await app.as_member(other)
    assert await met(watching, one) == [True] * 6
    answer = await hiding.change("excludeCompany", {"company": company}, "... on CompanyExcluded { viewer { id } }")
    assert answer["__typename"] == "CompanyExcluded"
    assert await met(watching, one) == [False] * 6
    await app.drain()
    assert await met(watching, one) == [False] * 6
    assert await listed(hiding) == ["ひだまり製作所"]
    async with unchanged(app.house.db):
        assert (await hiding.change("excludeCompany", {"company": company}))["__typename"] == "CompanyExcluded"
        assert await listed(watching) == []
    assert (await hiding.change("includeCompany", {"company": company}))["__typename"] == "CompanyIncluded"
    await app.drain()
    assert await met(watching, one) == [True] * 6


async def test_a_member_does_not_meet_who_excluded_them_and_is_still_seen(app: Application) -> None:
    """In one direction: who hides goes on seeing them, and can take it back."""
    one, other, _ = await stage(app)
    hiding, watching = await app.as_member(one), await app.as_member(other)
    key = global_id("Person", other)
    assert (await hiding.change("excludeMember", {"member": key}))["__typename"] == "MemberExcluded"
    await app.drain()
    assert await met(watching, one) == [False] * 6
    assert (await hiding.ask(f'{{ person(id: "{key}") {{ name }} }}'))["person"] == {"name": "佐藤 花"}
    assert await listed(hiding) == ["佐藤 花"]
    assert (await hiding.change("includeMember", {"member": key}))["__typename"] == "MemberIncluded"
    await app.drain()
    assert await met(watching, one) == [True] * 6


async def test_what_cannot_be_excluded(app: Application) -> None:
    """Oneself, whom one cannot see, what is no company; taking back what is not there; nothing is written."""
    one, other, company = await stage(app)
    async with app.house.db.transaction() as session:
        await make_block(session, other, one)
        newcomer = await make_member(session, "新井 新", verified=False)
    client = await app.as_member(one)
    wrong = [("excludeMember", {"member": global_id("Person", one)}, "OneselfExcluded")]
    wrong += [("excludeMember", {"member": global_id("Person", key)}, "NotThere") for key in (other, newcomer, uuid7())]
    wrong += [("excludeCompany", {"company": given}, "UnknownCompany") for given in (global_id("Company", uuid7()), "nonsense")]
    wrong += [("includeCompany", {"company": company}, "NotThere"), ("includeMember", {"member": global_id("Person", other)}, "NotThere")]
    wrong += [("changeListing", {"level": "ANYONE"}, "LevelNotOffered")]
    wrong += [("pickCircles", {"groups": [company], "companies": []}, "UnknownCircle")]
    wrong += [("pickCircles", {"groups": [], "companies": [company] * 1 + [global_id("Company", uuid7())]}, "UnknownCircle")]
    async with unchanged(app.house.db):
        for mutation, given, code in wrong:
            assert (await client.change(mutation, given))["code"] == code, (mutation, given)
        answer = await app.guest().change("excludeCompany", {"company": company})
        assert answer["code"] == "NotSignedIn"


async def test_who_may_find_me_at_all_and_the_chosen_circles(app: Application) -> None:
    """With chosen circles only these meet the member, by words too, once the index has followed."""
    one, other, company = await stage(app)
    async with app.house.db.transaction() as session:
        stranger = await make_member(session, "森 楓")
    choosing, alum, strange = [await app.as_member(who) for who in (one, other, stranger)]
    given = {"groups": [], "companies": [company]}
    fields = "... on CirclesPicked { viewer { privacy { listed circles { companies { name } groups { name } } } } }"
    answer = await choosing.change("pickCircles", given, fields)
    assert answer["viewer"]["privacy"]["circles"] == {"companies": [{"name": "ひだまり製作所"}], "groups": []}
    answer = await choosing.change("changeListing", {"level": "CHOSEN_GROUPS"}, "... on ListingChanged { viewer { privacy { listed } } }")
    assert answer["viewer"]["privacy"] == {"listed": "CHOSEN_GROUPS"}
    await app.drain()
    # The post is for all verified members; who wrote it shows to the circle only.
    assert await met(alum, one) == [True] * 6
    assert await met(strange, one) == [False, False, False, False, True, True]


async def test_the_name_of_somebody_blocked_is_not_told_once_they_hide_too(app: Application) -> None:
    """The own list of blocks is no window: it names whom one would see without the own block."""
    one, other, _ = await stage(app)
    blocking, hiding = await app.as_member(other), await app.as_member(one)
    assert (await blocking.change("blockMember", {"member": global_id("Person", one)}))["__typename"] == "MemberBlocked"
    mine = "{ viewer { blocked(first: 5) { edges { node { name reading } } } } }"
    assert (await blocking.ask(mine))["viewer"]["blocked"]["edges"] == [{"node": {"name": "高橋 悠", "reading": None}}]
    async with app.house.db.transaction() as session:
        await make_block(session, one, other)
    assert (await blocking.ask(mine))["viewer"]["blocked"]["edges"] == [{"node": {"name": "いまは見えないメンバー", "reading": None}}]
    assert (await hiding.ask("{ viewer { blocked(first: 5) { totalCount } } }"))["viewer"]["blocked"] == {"totalCount": 1}
