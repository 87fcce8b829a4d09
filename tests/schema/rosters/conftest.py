"""The fixture of the tests of rosters."""

import pytest

from server.kit.ids import GroupId
from tests.factories.companies import make_company
from tests.factories.groups import make_group, make_role
from tests.factories.people import make_member, make_operator
from tests.schema.rosters.bringing import Bringing
from tests.support.running import Application


@pytest.fixture
async def bringing(app: Application) -> Bringing:
    """Everybody signed in."""
    async with app.house.db.transaction() as session:
        company, elsewhere = (
            await make_company(session, "ひだまり電機", aliases=("HIDAMARI",)),
            await make_company(session, "こもれび製作所"),
        )
        group = GroupId((await make_group(session, company, name="ひだまり電機アルムナイ", slug="hidamari")).id)
        other_group = GroupId((await make_group(session, elsewhere, name="こもれびの会")).id)
        operator = await make_operator(session, group, "森 楓", company, email="mori@people.example")
        deputy, contact = await make_member(session, "林 渚", company), await make_member(session, "広報 葉", company)
        await make_role(session, group, deputy, "deputy")
        await make_role(session, group, contact, "company_contact")
        members = {
            "deputy": deputy,
            "contact": contact,
            "member": await make_member(session, "佐々木 桜", company, email="in@people.example"),
            "outsider": await make_operator(session, other_group, "岡 蓮", elsewhere),
            "steward": await make_member(session, "事務 花", is_steward=True),
        }
    others = {name: await app.as_member(member) for name, member in members.items()}
    others["weak"] = await app.as_member(operator, method="mail")
    others["guest"] = app.guest()
    return Bringing(app, group, operator, await app.as_member(operator), others)
