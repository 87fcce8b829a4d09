"""The people of the tests of synonyms, each at a browser of their own."""

import pytest

from server.kit.ids import GroupId
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_member, make_operator
from tests.schema.synonyms.writing import Office
from tests.support.running import Application


@pytest.fixture
async def office(app: Application) -> Office:
    """Two stewards, an operator, and a member who looks for things and one who posts them."""
    async with app.house.db.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        group = await make_group(session, company, name="ひだまり電機アルムナイ")
        steward, second = await make_member(session, "事務 花", is_steward=True), await make_member(session, "事務 茂", is_steward=True)
        operator = await make_operator(session, GroupId(group.id), "森 楓", company)
        author, reader = await make_member(session, "髙橋 悠", company), await make_member(session, "佐藤 凪")
    clients = [await app.as_member(member) for member in (steward, second, operator, author, reader)]
    return Office(app, steward, *clients)
