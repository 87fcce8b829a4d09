"""What somebody finds on the evening they were approved: colleagues, and what others look for just now, the nearest first."""

from typing import Any

from server.kit.actor import Level
from server.kit.ids import GroupId, MemberId
from tests.factories.companies import make_company
from tests.factories.groups import join_group, make_group
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_block, make_member, settle
from tests.support.running import Application

EVENING = """{ viewer { isFresh colleagues(first: 5) { totalCount edges { node { name } } } startingPoints(first: 4) { title } } }"""


async def evening(app: Application, member: MemberId) -> dict[str, Any]:
    """What the home page asks."""
    return (await (await app.as_member(member)).ask(EVENING))["viewer"]


async def test_a_group_of_a_few_sees_the_federation(app: Application) -> None:
    """Near posts come first, whichever is newer; the rest is everybody's; one's own, answered and hidden ones are left out."""
    async with app.house.db.transaction() as session:
        company, elsewhere = await make_company(session, "ひだまり電機"), await make_company(session, "こもれび製作所")
        group = GroupId((await make_group(session, company)).id)
        member = await make_member(session, "新人 空", company)
        colleague = await make_member(session, "同僚 凪", company)
        apart = await make_member(session, "別 悠", company)
        await make_block(session, apart, member)
        stranger = await make_member(session, "他社 花", elsewhere)
        await join_group(session, group, member)
        await make_opportunity(session, colleague, title="同じ会社の人の相談")
        await make_opportunity(session, colleague, title="グループの中の相談", audience=Level.CHOSEN_GROUPS, groups=[group])
        await make_opportunity(session, apart, title="見えない人の相談")
        await make_opportunity(session, member, title="自分の相談")
        await make_opportunity(session, stranger, title="他社の人の相談")
    viewer = await evening(app, member)
    assert viewer["isFresh"] is True
    assert viewer["startingPoints"] == [{"title": "グループの中の相談"}, {"title": "同じ会社の人の相談"}, {"title": "他社の人の相談"}]
    assert viewer["colleagues"] == {"totalCount": 1, "edges": [{"node": {"name": "同僚 凪"}}]}


async def test_who_is_settled_or_waits_is_not_fresh(app: Application) -> None:
    """A newcomer sees no people, and the evening is over after a week."""
    async with app.house.db.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        settled, waiting = await make_member(session, "常連 凪", company), await make_member(session, "新人 空", company, verified=False)
        await settle(session, settled)
    assert (await evening(app, settled))["isFresh"] is False
    viewer = await evening(app, waiting)
    assert (viewer["isFresh"], viewer["colleagues"]["edges"], viewer["startingPoints"]) == (False, [], [])
