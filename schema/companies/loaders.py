"""What of companies is loaded by the batch."""

from schema.context import Context
from server.companies import reads
from server.companies.model import Company
from server.groups.reads import groups_of_companies
from server.kit.ids import CompanyId, GroupId


async def companies(context: Context, keys: list[CompanyId]) -> list[Company | None]:
    """Companies by id."""
    async with context.db.read() as session:
        found = await reads.companies_by_ids(session, keys)
    return [found.get(key) for key in keys]


async def aliases(context: Context, keys: list[CompanyId]) -> list[list[str]]:
    """What else each company is called."""
    async with context.db.read() as session:
        found = await reads.aliases_of(session, keys)
    return [found.get(key, []) for key in keys]


async def groups_of(context: Context, keys: list[CompanyId]) -> list[list[GroupId]]:
    """The groups that gather alumni of each company."""
    async with context.db.read() as session:
        found = await groups_of_companies(session, keys)
    return [found.get(key, []) for key in keys]
