"""The queue through the front door: what waits, with its evidence; affiliations are confirmed and declined from it."""

from datetime import date
from typing import Any

from server.kit.ids import AffiliationId, MemberId, global_id, uuid7
from tests.factories.companies import make_company
from tests.factories.moderation import make_report
from tests.factories.people import make_affiliation, make_member
from tests.schema.moderation.desk import NOTICES, QUEUE, Desk, filed, problem, refused
from tests.support.running import Client
from tests.support.statements import statements

EARLIER = date(2009, 4, 1)
CONFIRMED = "... on AffiliationConfirmed { group { name } affiliation { id state verification } }"
DECLINED = "... on AffiliationDeclined { group { name } reason affiliation { id state } }"


async def newcomer(desk: Desk, name: str = "新人 空") -> tuple[MemberId, AffiliationId]:
    """Somebody who waits to be confirmed at the group's company."""
    async with desk.app.house.db.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        member = await make_member(session, name, company, verified=False)
        affiliation = await make_affiliation(session, member, company, state="awaiting", started_on=EARLIER)
    return member, AffiliationId(affiliation.id)


async def queue(client: Client, first: int = 10, after: str | None = None) -> dict[str, Any]:
    """A page of somebody's queue."""
    return (await client.ask(QUEUE, {"first": first, "after": after}))["viewer"]


async def test_the_queue_shows_its_evidence_page_by_page(desk: Desk) -> None:
    """The longest wait first; members who decide nothing have an empty one."""
    await newcomer(desk)
    await filed(desk.reader, desk.post)
    viewer = await queue(desk.operator, first=2)
    assert (viewer["unread"]["queue"], viewer["queue"]["totalCount"]) == (3, 3)
    rest = await queue(desk.operator, first=2, after=viewer["queue"]["pageInfo"]["endCursor"])
    assert (viewer["queue"]["pageInfo"]["hasNextPage"], rest["queue"]["pageInfo"]["hasNextPage"]) == (True, False)
    nodes = [edge["node"] for page in (viewer, rest) for edge in page["queue"]["edges"]]
    assert [node["__typename"] for node in nodes] == ["AffiliationToConfirm", "AffiliationToConfirm", "ReportToDecide"]
    assert nodes[0]["person"] == {"name": "新人 空"}
    assert (nodes[0]["affiliation"]["company"], nodes[0]["group"]) == ({"name": "ひだまり電機"}, {"name": "ひだまり電機アルムナイ"})
    assert nodes[2]["report"]["opportunity"] == {"title": "もうかる話があります"}
    assert [node["waitingSince"] for node in nodes] == sorted(node["waitingSince"] for node in nodes)
    for client in (desk.reader, desk.outsider):
        assert (await queue(client))["queue"] | {"edges": []} == (await queue(client))["queue"]


async def test_the_queue_takes_as_many_statements_however_long_it_is(desk: Desk) -> None:
    """Evidence is loaded for the whole page at once."""

    async def counted() -> int:
        with statements(desk.app.house.db) as seen:
            await queue(desk.operator, first=50)
        return len(seen)

    await newcomer(desk)
    await filed(desk.reader, desk.post)
    short = await counted()
    for number in range(4):
        await newcomer(desk, f"新人 {number}")
        async with desk.app.house.db.transaction() as session:
            author = await make_member(session)
            await make_report(session, desk.reader_id, author, kind="member", about=author, group=desk.group_id)
    assert (await queue(desk.operator, first=50))["queue"]["totalCount"] == 15
    assert await counted() == short


async def test_an_operator_confirms(desk: Desk) -> None:
    """The member is told in the group's name and may see people from then on; nobody confirms twice."""
    member, affiliation = await newcomer(desk)
    given = {"affiliation": global_id("Affiliation", affiliation)}
    answer = await desk.operator.change("confirmAffiliation", given, CONFIRMED)
    assert answer["group"] == {"name": "ひだまり電機アルムナイ"}
    assert answer["affiliation"] == {"id": given["affiliation"], "state": "CONFIRMED", "verification": "OPERATOR"}
    client = await desk.app.as_member(member)
    assert (await client.ask("{ viewer { standing } }"))["viewer"]["standing"] == "VERIFIED"
    await desk.app.drain()
    viewer = (await client.ask(NOTICES))["viewer"]
    (edge,) = viewer["notices"]["edges"]
    about = {"__typename": "AffiliationConfirmed", "affiliation": {"id": given["affiliation"]}, "group": {"name": "ひだまり電機アルムナイ"}}
    assert (viewer["unread"]["notices"], edge["node"]["read"], edge["node"]["about"]) == (1, False, about)
    assert await refused(desk, desk.second, "confirmAffiliation", given) == problem("Conflict", "AlreadyDecided")


async def test_an_operator_declines_with_a_reason(desk: Desk) -> None:
    """The member reads it, and stays a newcomer; where they remove it unread, there is nothing left to read."""
    member, affiliation = await newcomer(desk)
    given = {"affiliation": global_id("Affiliation", affiliation), "reason": "名簿にお名前が見つかりませんでした。"}
    answer = await desk.operator.change("declineAffiliation", given, DECLINED)
    assert (answer["affiliation"]["state"], answer["reason"]) == ("DECLINED", given["reason"])
    client = await desk.app.as_member(member)
    await desk.app.drain()
    (edge,) = (await client.ask(NOTICES))["viewer"]["notices"]["edges"]
    assert (edge["node"]["about"]["__typename"], edge["node"]["about"]["reason"]) == ("AffiliationDeclined", given["reason"])
    assert (await client.ask("{ viewer { standing } }"))["viewer"]["standing"] == "NEWCOMER"
    assert (await client.ask(NOTICES))["viewer"]["unread"] == {"notices": 1}
    assert (await client.change("removeAffiliation", {"affiliation": given["affiliation"]}))["__typename"] == "AffiliationRemoved"
    await desk.app.drain()
    assert (await client.ask(NOTICES))["viewer"]["unread"] == {"notices": 0}


async def test_what_is_refused_about_an_affiliation(desk: Desk) -> None:
    """The wrong person, the own one, one that is not there, and no reason."""
    member, affiliation = await newcomer(desk)
    given = {"affiliation": global_id("Affiliation", affiliation), "reason": "名簿にお名前が見つかりませんでした。"}
    confirming = {"affiliation": given["affiliation"]}
    for mutation, sent in (("confirmAffiliation", confirming), ("declineAffiliation", given)):
        assert await refused(desk, desk.reader, mutation, sent) == problem("NotAllowed", "NotAnOperator")
        assert await refused(desk, await desk.app.as_member(member), mutation, sent) == problem("NotAllowed", "NotAnOperator")
        assert await refused(desk, desk.outsider, mutation, sent) == problem("NotFound", "NotThere")
        unknown = sent | {"affiliation": global_id("Affiliation", uuid7())}
        assert await refused(desk, desk.operator, mutation, unknown) == problem("NotFound", "NotThere")
    blank = problem("Invalid", "Missing", field="reason")
    assert await refused(desk, desk.operator, "declineAffiliation", given | {"reason": " "}) == blank
    async with desk.app.house.db.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        own = await make_affiliation(session, desk.operator_id, company, state="awaiting", started_on=EARLIER)
    given = {"affiliation": global_id("Affiliation", own.id)}
    assert await refused(desk, desk.operator, "confirmAffiliation", given) == problem("Conflict", "OwnAffiliation")
