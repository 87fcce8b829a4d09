"""By which link an applicant came is told to who decides, and to nobody else; who decides is told to everybody, and never as a person."""

from server.kit.ids import GroupId, global_id
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.schema.groups.door import Door

CAME = "cameBy"
QUEUE = f"{{ viewer {{ queue(first: 50) {{ edges {{ node {{ ... on ApplicationToDecide {{ application {{ id {CAME} }} }} }} }} }} }} }}"
MINE = f"{{ viewer {{ applications {{ {CAME} }} }} }}"
ONE = f"query A($id: ID!) {{ node(id: $id) {{ ... on GroupApplication {{ {CAME} }} }} }}"
DECIDED_BY = "query G($id: ID!) { node(id: $id) { ... on AlumniGroup { decidedBy } } }"


async def test_the_link_is_told_to_who_decides_and_not_to_the_applicant(door: Door) -> None:
    link = await door.link(label="同期のLINE")
    newcomer = await door.joined(link["token"], "sora@people.example")
    (edge,) = (await door.operator.ask(QUEUE))["viewer"]["queue"]["edges"]
    application = edge["node"]["application"]
    assert application[CAME] == "同期のLINE"
    assert (await newcomer.ask(MINE))["viewer"]["applications"] == [{CAME: None}]
    assert (await newcomer.ask(ONE, {"id": application["id"]}))["node"] == {CAME: None}
    assert (await door.outsider.ask(ONE, {"id": application["id"]}))["node"] is None


async def test_who_applied_on_the_page_came_by_no_link(door: Door) -> None:
    await door.applied(door.newcomer)
    (edge,) = (await door.operator.ask(QUEUE))["viewer"]["queue"]["edges"]
    assert edge["node"]["application"][CAME] is None


async def test_everybody_is_told_who_decides(door: Door) -> None:
    guest = door.app.guest()
    assert (await guest.ask(DECIDED_BY, {"id": door.group}))["node"] == {"decidedBy": "ひだまり電機アルムナイ"}
    async with door.app.house.db.transaction() as session:
        alone = await make_group(session, await make_company(session), name="だれもいない会")
    assert (await guest.ask(DECIDED_BY, {"id": global_id("AlumniGroup", GroupId(alone.id))}))["node"] == {"decidedBy": "事務局"}
