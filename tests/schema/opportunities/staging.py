"""The people of the tests of opportunities and conversations, each at a browser of their own."""

import pytest

from server.kit.ids import GroupId
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_member
from tests.schema.opportunities.asking import Stage
from tests.support.running import Application


@pytest.fixture
async def stage(app: Application) -> Stage:
    """An author, another verified member and a newcomer, signed in."""
    async with app.house.db.transaction() as session:
        company = await make_company(session, "ひだまり電機")
        group = await make_group(session, company, name="ひだまり電機アルムナイ")
        author = await make_member(session, "髙橋 悠", company)
        other = await make_member(session, "佐藤 凪")
        newcomer = await make_member(session, "林 渚", verified=False)
    return Stage(
        app,
        GroupId(group.id),
        author,
        other,
        newcomer,
        await app.as_member(author),
        await app.as_member(other),
        await app.as_member(newcomer),
    )
