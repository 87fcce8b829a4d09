"""By which names a list may call the companies of its group."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncSession

from server.companies.reads import names_of
from server.companies.rules import folded_name
from server.groups.reads import companies_of_groups
from server.kit.ids import CompanyId, GroupId


async def companies_by_name(session: AsyncSession, group: GroupId) -> Mapping[str, CompanyId]:
    """Return the group's companies by every name that they have, folded; of two with one name the first."""
    companies = (await companies_of_groups(session, [group])).get(group, [])
    names = await names_of(session, companies)
    found: dict[str, CompanyId] = {}
    for company in companies:
        for name in names.get(company, []):
            found.setdefault(folded_name(name), company)
    return found
