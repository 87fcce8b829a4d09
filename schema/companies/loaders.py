"""What of companies is loaded by the batch."""

from schema.context import Context
from server.companies import reads
from server.companies.model import Company, MergedCompany
from server.groups.reads import groups_of_companies
from server.kit.ids import CompanyId, GroupId
from server.people.reads import members_at


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


async def former_names(context: Context, keys: list[CompanyId]) -> list[list[str]]:
    """What each company was called once."""
    async with context.db.read() as session:
        found = await reads.former_names_of(session, keys)
    return [found.get(key, []) for key in keys]


async def predecessors(context: Context, keys: list[CompanyId]) -> list[list[CompanyId]]:
    """What each company was before."""
    async with context.db.read() as session:
        found = await reads.predecessors_of(session, keys)
    return [found.get(key, []) for key in keys]


async def successors(context: Context, keys: list[CompanyId]) -> list[list[CompanyId]]:
    """What each company went on as."""
    async with context.db.read() as session:
        found = await reads.successors_of(session, keys)
    return [found.get(key, []) for key in keys]


async def merged(context: Context, keys: list[CompanyId]) -> list[MergedCompany | None]:
    """What became of companies that are no more, by their former ids."""
    async with context.db.read() as session:
        found = await reads.merged_by_ids(session, keys)
    return [found.get(key) for key in keys]


async def member_counts(context: Context, keys: list[CompanyId]) -> list[int | None]:
    """How many were at each company, as this viewer may read it."""
    async with context.db.read() as session:
        found = await members_at(session, context.actor, keys)
    return [found.get(key) for key in keys]


async def groups_of(context: Context, keys: list[CompanyId]) -> list[list[GroupId]]:
    """The groups that gather alumni of each company."""
    async with context.db.read() as session:
        found = await groups_of_companies(session, keys)
    return [found.get(key, []) for key in keys]
