"""The fixture of the tests of moderation in the graph."""

import pytest

from server.kit.actor import Level
from server.kit.ids import GroupId
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.opportunities import make_opportunity
from tests.factories.people import make_member, make_operator
from tests.schema.moderation.desk import Desk
from tests.support.running import Application


@pytest.fixture
async def desk(app: Application) -> Desk:
    """Everybody signed in; the post stands in the group only."""
    async with app.house.db.transaction() as session:
        company, elsewhere = await make_company(session, "ひだまり電機"), await make_company(session, "こもれび製作所")
        group = GroupId((await make_group(session, company, name="ひだまり電機アルムナイ")).id)
        other_group = GroupId((await make_group(session, elsewhere, name="こもれびの会")).id)
        author = await make_member(session, "髙橋 悠", company, email="author@people.example")
        reader = await make_member(session, "佐藤 凪", company, email="reader@people.example")
        operator, second = await make_operator(session, group, "森 楓", company), await make_operator(session, group, "林 渚", company)
        outsider = await make_operator(session, other_group, "岡 蓮", elsewhere)
        steward = await make_member(session, "事務 花", is_steward=True)
        post = await make_opportunity(session, author, title="もうかる話があります", audience=Level.CHOSEN_GROUPS, groups=[group])
    clients = [await app.as_member(member) for member in (author, reader, operator, second, outsider, steward)]
    return Desk(app, group, post, author, reader, operator, *clients)
