"""The fixture of the tests of groups in the graph."""

import pytest

from tests.schema.groups.door import Door, opened_door
"""The fixture of the tests of running a group."""

import pytest

from server.kit.ids import CompanyId, GroupId
from tests.factories.companies import make_company
from tests.factories.groups import join_group, make_group, make_role
from tests.factories.people import make_member
from tests.schema.groups.house import Hall
from tests.support.running import Application


@pytest.fixture
async def door(app: Application) -> Door:
    """A group and its people."""
    return await opened_door(app)
async def hall(app: Application) -> Hall:
    """Everybody signed in; the newcomer was at another company, which has no group yet."""
    async with app.house.db.transaction() as session:
        company, elsewhere = await make_company(session, "ひだまり電機"), await make_company(session, "こもれび製作所")
        group = GroupId((await make_group(session, company, name="ひだまり電機アルムナイ", slug="hidamari")).id)
        members = {
            "owner": await make_member(session, "森 楓", company),
            "operator": await make_member(session, "林 渚", company),
            "deputy": await make_member(session, "岡 蓮", company),
            "contact": await make_member(session, "窓口 葵"),
            "member": await make_member(session, "佐藤 凪", company),
            "applicant": await make_member(session, "申込 湊", company, verified=False),
            "newcomer": await make_member(session, "新井 新", elsewhere, verified=False, email="newcomer@people.example"),
            "steward": await make_member(session, "事務 花", is_steward=True),
        }
        for name, role in (("owner", "owner"), ("operator", "operator"), ("deputy", "deputy"), ("contact", "company_contact")):
            await make_role(session, group, members[name], role)
        await join_group(session, group, members["member"])
        await join_group(session, group, members["applicant"], state="left")
    clients = {name: await app.as_member(member) for name, member in members.items()}
    return Hall(app, CompanyId(elsewhere.id), group, members, clients)
