"""The people of the tests of realtime."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from server.kit.ids import CompanyId, GroupId, MemberId
from tests.factories.companies import make_company
from tests.factories.groups import make_group
from tests.factories.people import make_member, make_operator


@dataclass(frozen=True, slots=True)
class People:
    """Members by what they are to the author, in whose company's group they meet; the stranger is in another one's."""

    company: CompanyId
    group: GroupId
    other_group: GroupId
    members: dict[str, MemberId]


async def peopled(session: AsyncSession, company_name: str = "ひだまり電機") -> People:
    """Make them."""
    company, elsewhere = await make_company(session, company_name), await make_company(session, "こもれび製作所")
    group = GroupId((await make_group(session, company, name=f"{company_name}アルムナイ")).id)
    other_group = GroupId((await make_group(session, elsewhere, name="こもれびの会")).id)
    members = {
        "author": await make_member(session, "髙橋 悠", company),
        "friend": await make_member(session, "佐藤 凪", company),
        "stranger": await make_member(session, "岡 蓮", elsewhere),
        "newcomer": await make_member(session, "林 渚", verified=False),
        "operator": await make_operator(session, group, "森 楓", company),
        "steward": await make_member(session, "事務 花", is_steward=True),
    }
    return People(CompanyId(company.id), group, other_group, members)
