"""The people of the tests of realtime, each at a browser of their own."""

import pytest

from server.kit.ids import GroupId
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_member, make_operator
from tests.realtime.watching import Stage
from tests.support.running import Application


@pytest.fixture
async def stage(app: Application) -> Stage:
    """The stage of a test."""
    return await staged(app)


async def staged(app: Application) -> Stage:
    """Everybody signed in."""
    async with app.house.db.transaction() as session:
        company, elsewhere = await make_company(session, "ひだまり電機"), await make_company(session, "こもれび製作所")
        group = GroupId((await make_group(session, company, name="ひだまり電機アルムナイ")).id)
        other_group = GroupId((await make_group(session, elsewhere, name="こもれびの会")).id)
        members = {
            "author": await make_member(session, "髙橋 悠", company),
            "friend": await make_member(session, "佐藤 凪", company),
            "stranger": await make_member(session, "岡 蓮", elsewhere),
            "newcomer": await make_member(session, "林 渚", verified=False),
            "operator": await make_operator(session, group, "森 楓", company),
            "steward": await make_member(session, "事務 花", is_steward=True),
        }
    clients = {name: await app.as_member(member) for name, member in members.items()}
    return Stage(app, group, other_group, members, clients | {"guest": app.guest()})
